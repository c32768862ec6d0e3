package app

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"
)

// shelf is a store of a few cases in memory. What a test does not ask for is
// not there.
type shelf struct {
	Store
	ground Ground
	cases  map[IssueID]Case
	open   []OpenLimit
	kept   []Move
}

func (s *shelf) Ground(context.Context) (Ground, error) { return s.ground, nil }

func (s *shelf) Case(_ context.Context, id IssueID) (Case, error) {
	c, there := s.cases[id]
	if !there {
		return Case{}, ErrNotFound
	}
	return c, nil
}

func (s *shelf) Keep(_ context.Context, m Move) (Move, error) {
	s.kept = append(s.kept, m)
	return m, nil
}

func (s *shelf) KeepAll(_ context.Context, all []Move) error {
	s.kept = append(s.kept, all...)
	return nil
}

func (s *shelf) Together(ctx context.Context, do func(context.Context) error) error { return do(ctx) }

func (s *shelf) OpenLimits(context.Context) ([]OpenLimit, error) { return s.open, nil }

func (s *shelf) KeepCalendarYear(_ context.Context, y CalendarYear, _ StaffID, _ time.Time) error {
	s.ground.Calendar = s.ground.Calendar.With(y.Year, y.Specials)
	return nil
}

func (s *shelf) KeepOffice(context.Context, Office, StaffID, time.Time) error { return nil }
func (s *shelf) KeepRules(context.Context, Rules, StaffID, time.Time) error   { return nil }
func (s *shelf) KeepDepartment(context.Context, Department) (DeptID, error)   { return 1, nil }
func (s *shelf) KeepStaff(context.Context, Staff) (StaffID, error)            { return 1, nil }
func (s *shelf) LogAccess(context.Context, ...Access) error                   { return nil }
func (s *shelf) TakeOver(context.Context, iter.Seq[[]Taken]) error            { return nil }
func (s *shelf) KeepProject(context.Context, Project) (ProjectID, error)      { return 1, nil }
func (s *shelf) KeepArea(context.Context, Area) (AreaID, error)               { return 1, nil }
func (s *shelf) KeepBuilding(context.Context, Building) (BuildingID, error)   { return 1, nil }
func (s *shelf) KeepRoom(context.Context, Room) (RoomID, error)               { return 1, nil }
func (s *shelf) KeepPerson(context.Context, Person) (PersonID, error)         { return 1, nil }
func (s *shelf) KeepTie(context.Context, Tie) error                           { return nil }

func (s *shelf) KeepList(context.Context, []ListItem, StaffID, time.Time) error { return nil }

// deskWith is a desk over these cases, numbered from 1, on Friday the 27th.
func deskWith(cases ...Case) (*Desk, *shelf) {
	s := &shelf{ground: ground(), cases: map[IssueID]Case{}}
	for i, c := range cases {
		c.ID = IssueID(i + 1)
		s.cases[c.ID] = c
	}
	return &Desk{Store: s, Now: func() time.Time { return clockAt(27, 10, 0) }, Changes: &Changes{}}, s
}

func TestEveryActWantsSomebodyWhoWorksHere(t *testing.T) {
	d, _ := deskWith(signed(t).c)
	for who, want := range map[StaffID]Invalid{0: {"by", "unknown"}, 99: {"by", "unknown"}, left: {"by", "left"}} {
		o := NoteOrder{Stand: Stand{Issue: 1, By: who}, Kind: NoteRemark, Text: "備註"}
		if _, err := d.Note(t.Context(), o); !faults(err).Has(want.Field, want.Rule) {
			t.Errorf("%d acts: %v", who, err)
		}
	}
}

func TestAnActStandsOnWhatThePersonSaw(t *testing.T) {
	d, s := deskWith(signed(t).c)
	o := NoteOrder{Stand: Stand{Issue: 1, Version: s.cases[1].Version - 1, By: fang}, Kind: NoteRemark, Text: "備註"}
	if _, err := d.Note(t.Context(), o); !errors.Is(err, ErrConflict) {
		t.Errorf("on an older version: %v", err)
	}
	o.Issue, o.Version = 2, 0
	if _, err := d.Note(t.Context(), o); !errors.Is(err, ErrNotFound) {
		t.Errorf("on no issue: %v", err)
	}
}

// Seconds are kept and nothing smaller: what happens within the second of a
// limit is on time, in memory as in the file.
func TestAMomentIsAWholeSecond(t *testing.T) {
	d, _ := deskWith(signed(t).c)
	d.Now = func() time.Time { return clockAt(25, 18, 0).Add(400 * time.Millisecond) }
	o := delay()
	o.Issue = 1
	m, err := d.AskDelay(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if m.Delay.Late || !m.Act.At.Equal(clockAt(25, 18, 0)) {
		t.Errorf("asked at %v, late %v", m.Act.At, m.Delay.Late)
	}
	m, err = d.Receive(t.Context(), func() ReceiveOrder { o := call(Repair); o.Received = time.Time{}; return o }())
	if err != nil || m.Issue.Registered.Nanosecond() != 0 || m.Issue.Received.Nanosecond() != 0 {
		t.Errorf("registered at %v, received at %v, %v", m.Issue.Registered, m.Issue.Received, err)
	}
}

// What an issue is merged into must still be there to answer for both.
func TestAnIssueIsMergedIntoOneThatIsHandled(t *testing.T) {
	merged, void := closed(t).c, closed(t).c
	merged.Close, void.State, void.Close = ClosedMerged, Void, ""
	d, s := deskWith(signed(t).c, signed(t).c, merged, void, closed(t).c)
	for related, want := range map[IssueID]*Invalid{2: nil, 3: {"related", "over"}, 4: {"related", "over"}, 5: nil, 6: {"related", "unknown"}} {
		o := CloseOrder{Stand: Stand{Issue: 1, By: fang}, Code: ClosedMerged, Reason: "同一事項", Related: related}
		_, err := d.AskClose(t.Context(), o)
		if want == nil && err != nil || want != nil && !faults(err).Has(want.Field, want.Rule) {
			t.Errorf("into %d: %v", related, err)
		}
		s.cases[7] = received(t, Repair).c
		_, err = d.Reject(t.Context(), RejectOrder{Stand: Stand{Issue: 7, By: fang}, Code: RejectedDuplicate, Reason: "重複", Related: related})
		if want == nil && err != nil || want != nil && !faults(err).Has(want.Field, want.Rule) {
			t.Errorf("repeats %d: %v", related, err)
		}
	}
	// Two that are to be merged into each other would both be gone.
	c := s.cases[1]
	c.Related, c.Closings = 2, []Closing{{N: 1, Code: ClosedMerged, AskedBy: fang}}
	s.cases[1] = c
	other := s.cases[2]
	other.State, other.Close = Closed, ClosedMerged
	s.cases[2] = other
	o := DecideOrder{Stand: Stand{Issue: 1, By: min}, Approve: true}
	if _, err := d.DecideClose(t.Context(), o); !faults(err).Has("related", "over") {
		t.Errorf("approved into one that is merged itself: %v", err)
	}
	o.Approve, o.Note = false, "已併入他案"
	if _, err := d.DecideClose(t.Context(), o); err != nil {
		t.Errorf("declined: %v", err)
	}
}

func TestTheTimelineNamesTheRelatedIssueByItsNumber(t *testing.T) {
	d, s := deskWith(signed(t).c, signed(t).c)
	o := AmendOrder{Stand: Stand{Issue: 1, By: fang}, Intake: s.cases[1].Intake, Why: "補充"}
	o.Related = 2
	m, err := d.Amend(t.Context(), o)
	if err != nil || len(m.Act.Diffs) != 1 || m.Act.Diffs[0] != (Difference{"related", "", s.cases[2].Slip}) {
		t.Errorf("the timeline says %v, %v", m.Act.Diffs, err)
	}
	o.Related = 3
	if _, err := d.Amend(t.Context(), o); !faults(err).Has("related", "unknown") {
		t.Errorf("an issue that is not there: %v", err)
	}
}

// One issue that cannot follow does not keep a year from being loaded.
func TestLoadingAYearGoesOnPastAnIssueThatCannotFollow(t *testing.T) {
	w := unsure(t)
	d, s := deskWith(w.c, w.c)
	gone := s.cases[1]
	gone.State = Closed
	s.cases[1] = gone
	r := w.c.Rounds[0]
	for id := range IssueID(2) {
		s.open = append(s.open, OpenLimit{Issue: id + 1, From: w.c.Received, Limit: r.Limit, Due: r.Effect, Unsure: true})
	}
	year := CalendarYear{Region: "CN", Year: 2027, Specials: w.g.Calendar.Specials()}
	year.Specials = append(year.Specials, year.Specials[0])
	if _, err := d.LoadCalendar(t.Context(), year, fang); !faults(err).Has("calendar", "refused") {
		t.Errorf("a day listed twice: %v", err)
	}
	year.Specials = year.Specials[:2]
	s.ground.Office.Region, s.ground.Office.Pattern = "CN", w.g.Calendar.Pattern
	d.Forget()
	if _, err := d.LoadCalendar(t.Context(), year, fang); err != nil || len(s.kept) != 1 || s.kept[0].Issue.ID != 2 {
		t.Errorf("kept %d moves, %v", len(s.kept), err)
	}
}
