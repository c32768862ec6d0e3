package data_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// table is the world with the front door of meetings.
type table struct {
	testing.TB
	s    *data.Store
	desk *app.Desk
	w    datatest.World
	d    *meeting.Desk
}

func openTable(t testing.TB) table {
	t.Helper()
	s, desk, w := datatest.Open(t)
	return table{t, s, desk, w, &meeting.Desk{Front: desk, Store: s}}
}

func (t table) ok(err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (t table) did(m meeting.Move, err error) meeting.Record {
	t.Helper()
	t.ok(err)
	return t.record(m.Head.ID)
}

func (t table) record(id meeting.RecordID) meeting.Record {
	t.Helper()
	r, err := t.s.Record(t.Context(), id)
	t.ok(err)
	return r
}

func (t table) monthly(month time.Month, begins time.Time) meeting.PlanOrder {
	return meeting.PlanOrder{
		Kind: meeting.Monthly, Project: t.w.Project, By: t.w.Fang, About: workday.Date{Year: 2026, Month: month, Day: 9},
		Details: meeting.Details{Begins: begins, Place: "社區活動中心", Chair: t.w.Wu, Recorder: t.w.Fang},
	}
}

func (t table) stand(id meeting.RecordID) meeting.Stand {
	return meeting.Stand{Record: id, By: t.w.Fang}
}

func december(day, hour int) time.Time {
	return time.Date(2026, 12, day, hour, 0, 0, 0, datatest.Zone)
}

func TestAMeetingGoesFromPlanToMinutesAndIntoTheNext(t *testing.T) {
	tb := openTable(t)
	w, ctx := tb.w, t.Context()
	issue := received(t, tb.desk, w)

	r := tb.did(tb.d.Plan(ctx, tb.monthly(11, datatest.At(27, 14, 0))))
	if r.Number != "HY-202611-0001" || r.Period != 1 || r.State != meeting.Planned || r.Version != 1 || len(r.Agenda) != 9 || len(r.Accounts) != 4 || len(r.Guests) != 2 {
		t.Fatalf("planned as %+v", r)
	}
	w.Clock.Set(datatest.At(26, 10, 0))
	r = tb.did(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(r.ID)}))
	kept, err := tb.s.Kept(ctx, r.ID, 1)
	tb.ok(err)
	if r.State != meeting.Frozen || len(r.Freezes) != 1 || kept.Report.Rates[0].Den != 1 || kept.Report.Numbers[issue] != "SL-202611-0001" {
		t.Fatalf("frozen as %+v with %+v", r.Freezes, kept.Report.Rates)
	}

	// What comes later is told apart, and a further freeze is a further version.
	second := received(t, tb.desk, w)
	now, err := tb.d.Now(ctx, r.ID)
	tb.ok(err)
	since := meeting.Changes(kept.Report, now.Report)
	if !slices.Equal(since.Entered, []app.IssueID{second}) || len(since.Rates) == 0 || since.Numbers[second] != "SL-202611-0002" {
		t.Errorf("since then %+v", since)
	}
	if _, err := tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(r.ID)}); !faulty(err, "reason", "missing") {
		t.Errorf("a second freeze without a reason: %v", err)
	}
	r = tb.did(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(r.ID), Why: "補錄一件"}))
	again, err := tb.s.Kept(ctx, r.ID, 1)
	tb.ok(err)
	if len(r.Freezes) != 2 || !reflect.DeepEqual(again, kept) || r.Freezes[1].Why != "補錄一件" {
		t.Errorf("the freezes are %+v", r.Freezes)
	}

	// The meeting.
	w.Clock.Set(datatest.At(27, 16, 0))
	guests := meeting.Live(r.Guests)
	guests[0].Presence = meeting.Came
	guests = append(guests, meeting.Guest{Group: meeting.OwnerGuest, Person: w.People["張小明"], Area: w.East, Presence: meeting.Came})
	r = tb.did(tb.d.Change(ctx, meeting.ChangeOrder{
		Stand: tb.stand(r.ID), Guests: &guests,
		Opinions:  &[]meeting.Opinion{{Person: w.People["張小明"], Area: w.East, Place: "東區路燈", Text: "東區路燈太暗", Category: "EQ3", Answer: "下月排查", By: "趙強"}},
		Answers:   &[]meeting.Answer{{Question: "電梯何時修好", Answer: "本月底", By: "趙強"}},
		Decisions: &[]meeting.Decision{{Text: "東區路燈下月全部更換"}},
	}))
	w.Clock.Add(time.Minute)
	r = tb.did(tb.d.Hold(ctx, meeting.HoldOrder{Stand: tb.stand(r.ID), Ended: datatest.At(27, 15, 40)}))
	if r.State != meeting.Held || !r.MinutesDue.Equal(time.Date(2026, 12, 1, 18, 0, 0, 0, datatest.Zone)) {
		t.Errorf("%s, minutes until %v", r.State, r.MinutesDue)
	}

	// An opinion becomes an issue.
	form, err := tb.d.IssueForm(ctx, tb.stand(r.ID), 1)
	tb.ok(err)
	m, err := tb.d.Issue(ctx, meeting.IssueOrder{Stand: tb.stand(r.ID), N: 1, Intake: form})
	tb.ok(err)
	r = tb.record(r.ID)
	if m.Issue.Channel != "CH-MEET" || r.Opinions[0].Number != m.Issue.Number || r.Opinions[0].Issue != m.Issue.ID || m.Issue.Reporter.Phone != "13812345678" {
		t.Errorf("received %+v, tied to %+v", m.Issue, r.Opinions[0])
	}
	if _, err := tb.d.Issue(ctx, meeting.IssueOrder{Stand: tb.stand(r.ID), N: 1, Intake: form}); !faulty(err, "opinion", "taken") {
		t.Errorf("a second issue of one opinion: %v", err)
	}

	// Action items.
	r = tb.did(tb.d.Give(ctx, meeting.GiveOrder{Stand: tb.stand(r.ID), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換東區路燈", Dept: w.Engineering, Person: w.Jianguo, Verify: "夜間巡查"}, Due: workday.Date{Year: 2026, Month: 12, Day: 10}},
		{Task: meeting.Task{What: "公示維修進度", Dept: w.Service}, Due: workday.Date{Year: 2026, Month: 12, Day: 5}},
		{Task: meeting.Task{What: "電梯大修方案", Dept: w.Engineering}, Due: workday.Date{Year: 2026, Month: 12, Day: 15}},
		{Task: meeting.Task{What: "停車費調整", Who: "業委會"}, Due: workday.Date{Year: 2026, Month: 12, Day: 15}},
	}}))
	r = tb.did(tb.d.Minute(ctx, meeting.MinuteOrder{Stand: tb.stand(r.ID), Next: december(28, 14)}))
	if r.State != meeting.Minuted || r.MinutesLate(w.Clock.Now()) {
		t.Errorf("minutes: %+v", r.Head)
	}
	given, err := tb.s.Actions(ctx, meeting.WantedActions{Source: r.ID})
	tb.ok(err)
	if len(given) != 4 || given[0].Number != "XS-202611-0002" || given[1].What != "更換東區路燈" || given[1].State != meeting.Open {
		t.Fatalf("given %+v", given)
	}
	notice, lamp, lift, parking := given[0], given[1], given[2], given[3]

	// Until the next meeting one is done, one is postponed, one given up.
	w.Clock.Set(december(8, 10))
	on := func(a meeting.Action) meeting.ActionStand { return meeting.ActionStand{Action: a.ID, By: w.Fang} }
	_, err = tb.d.Finish(ctx, meeting.FinishOrder{ActionStand: on(notice), Progress: "已貼各單元"})
	tb.ok(err)
	if _, err := tb.d.Verify(ctx, meeting.VerifyOrder{ActionStand: on(notice), Good: true}); !faulty(err, "by", "handler") {
		t.Errorf("verified by who did it: %v", err)
	}
	_, err = tb.d.Verify(ctx, meeting.VerifyOrder{ActionStand: meeting.ActionStand{Action: notice.ID, By: w.Min}, Good: true})
	tb.ok(err)
	_, err = tb.d.Postpone(ctx, meeting.PostponeOrder{ActionStand: on(lift), Due: workday.Date{Year: 2027, Month: 1, Day: 20}, Why: "廠家未到"})
	tb.ok(err)
	_, err = tb.d.Drop(ctx, meeting.DropOrder{ActionStand: on(parking), Why: "業委會撤回"})
	tb.ok(err)

	due, err := tb.s.Actions(ctx, meeting.WantedActions{Open: true, DueBy: workday.Date{Year: 2026, Month: 12, Day: 31}})
	tb.ok(err)
	if len(due) != 1 || due[0].ID != lamp.ID || !due[0].Late(workday.Date{Year: 2026, Month: 12, Day: 11}) || due[0].Late(due[0].Due) {
		t.Errorf("Today shows %+v", due)
	}

	next := tb.did(tb.d.Plan(ctx, tb.monthly(12, december(28, 14))))
	if next.Number != "HY-202612-0001" || next.Period != 2 {
		t.Errorf("the next is %s, the %dth of the year", next.Number, next.Period)
	}
	next = tb.did(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(next.ID)}))
	kept, err = tb.s.Kept(ctx, next.ID, 1)
	tb.ok(err)
	type line struct {
		what    string
		state   meeting.ActionState
		carried int
	}
	var pack []line
	for _, a := range kept.Actions {
		pack = append(pack, line{a.What, a.State, a.Carried()})
	}
	if want := []line{
		{"公示維修進度", meeting.Done, 0}, {"更換東區路燈", meeting.Open, 1},
		{"停車費調整", meeting.Dropped, 0}, {"電梯大修方案", meeting.Postponed, 0},
	}; !slices.Equal(pack, want) {
		t.Errorf("the pack reports on %v, want %v", pack, want)
	}
	january := tb.monthly(1, time.Date(2027, 1, 25, 14, 0, 0, 0, datatest.Zone))
	january.About.Year = 2027
	third := tb.did(tb.d.Plan(ctx, january))
	if third.Period != 1 || third.Number != "HY-202612-0002" {
		t.Errorf("a new year begins with %d, %s", third.Period, third.Number)
	}
	for id, want := range map[meeting.ActionID]int{notice.ID: 0, lamp.ID: 2, lift.ID: 1, parking.ID: 0} {
		if a, err := tb.s.Action(ctx, id); err != nil || a.Carried() != want {
			t.Errorf("%s was carried %d times, want %d, %v", a.What, a.Carried(), want, err)
		}
	}
	lampNow, err := tb.s.Action(ctx, lamp.ID)
	tb.ok(err)
	if a := lampNow.Acts[1]; a.Kind != meeting.ActCarried || a.Note != "HY-202612-0001" || lampNow.Carries[0].Record != next.ID {
		t.Errorf("the timeline of the lamp says %+v", lampNow.Acts)
	}
}

func faulty(err error, field, rule string) bool {
	var f app.Faults
	return errors.As(err, &f) && f.Has(field, rule)
}

func TestNumbersOfMeetingsRestartByMonthAndEstate(t *testing.T) {
	tb := openTable(t)
	north, err := tb.s.KeepProject(t.Context(), app.Project{Name: "雲棲北苑", Code: "BY"})
	tb.ok(err)
	tb.desk.Forget()
	var numbers []string
	plan := func(o meeting.PlanOrder) {
		numbers = append(numbers, tb.did(tb.d.Plan(t.Context(), o)).Number)
	}
	plan(tb.monthly(11, datatest.At(27, 14, 0)))
	plan(tb.monthly(12, december(28, 14)))
	other := tb.monthly(11, datatest.At(27, 14, 0))
	other.Project = north
	plan(other)
	tb.w.Clock.Set(december(1, 9))
	other.About.Month = 12
	plan(other)
	if got := strings.Join(numbers, " "); got != "HY-202611-0001 HY-202611-0002 BY-HY-202611-0001 BY-HY-202612-0001" {
		t.Errorf("the numbers are %s", got)
	}
	if _, err := tb.d.Plan(t.Context(), other); !faulty(err, "month", "taken") {
		t.Errorf("a second meeting for one month: %v", err)
	}
}

func TestTwoPeopleCannotChangeOneMeetingAtOnce(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(27, 14, 0))))
	stand := tb.stand(r.ID)
	stand.Version = r.Version
	details := r.Details
	details.Place = "二樓會議室"
	o := meeting.ChangeOrder{Stand: stand, Details: &details}
	r = tb.did(tb.d.Change(t.Context(), o))
	if last := r.Acts[len(r.Acts)-1]; !slices.Equal(last.Diffs, []app.Difference{{Field: "place", Old: "社區活動中心", New: "二樓會議室"}}) {
		t.Errorf("the timeline says %+v", last)
	}
	details.Place = "大廳"
	if _, err := tb.d.Change(t.Context(), o); !errors.Is(err, app.ErrConflict) {
		t.Errorf("a change on an old version: %v", err)
	}
	// What was decided on an old version is refused by the file itself.
	m := meeting.Move{Head: r.Head, Act: meeting.Act{N: 9, Kind: meeting.ActChanged, At: datatest.At(23, 10, 0), By: tb.w.Fang}}
	m.Head.Version--
	if _, err := tb.s.KeepRecord(t.Context(), m); !errors.Is(err, app.ErrConflict) {
		t.Errorf("kept on an old version: %v", err)
	}
	same := r.Details
	stand.Version = 0
	if _, err := tb.d.Change(t.Context(), meeting.ChangeOrder{Stand: stand, Details: &same}); err != nil || tb.record(r.ID).Version != r.Version {
		t.Errorf("a change of nothing: version %d, %v", tb.record(r.ID).Version, err)
	}
}

func TestTwoPeopleCannotPlanOneMonthAtOnce(t *testing.T) {
	tb := openTable(t)
	g, err := tb.s.Ground(t.Context())
	tb.ok(err)
	m, err := meeting.Plan(tb.monthly(11, datatest.At(27, 14, 0)), meeting.Earlier{}, g, datatest.At(23, 10, 0))
	tb.ok(err)
	if _, err := tb.s.KeepRecord(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	if _, err := tb.s.KeepRecord(t.Context(), m); !errors.Is(err, app.ErrConflict) {
		t.Errorf("a second one: %v", err)
	}
	// The number that was drawn for it was not used up.
	if next := tb.did(tb.d.Plan(t.Context(), tb.monthly(12, december(28, 14)))); next.Number != "HY-202611-0002" {
		t.Errorf("the next is %s", next.Number)
	}
}

func TestOneOpinionBecomesOneIssueHoweverOftenItIsAsked(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(23, 9, 0))))
	r = tb.did(tb.d.Change(t.Context(), meeting.ChangeOrder{Stand: tb.stand(r.ID), Opinions: &[]meeting.Opinion{
		{Area: tb.w.East, Place: "東區路燈", Text: "路燈太暗", Category: "EQ3"}}}))
	form, err := tb.d.IssueForm(t.Context(), tb.stand(r.ID), 1)
	tb.ok(err)
	made := make(chan error)
	for range 4 {
		go func() {
			_, err := tb.d.Issue(t.Context(), meeting.IssueOrder{Stand: tb.stand(r.ID), N: 1, Intake: form})
			made <- err
		}()
	}
	done := 0
	for range 4 {
		if err := <-made; err == nil {
			done++
		} else if !faulty(err, "opinion", "taken") {
			t.Error(err)
		}
	}
	if found, _ := tb.s.Likely(t.Context(), form.Place, form.Category, time.Time{}); done != 1 || len(found) != 1 {
		t.Errorf("%d issues were made, %d are there", done, len(found))
	}
}

// An opinion becomes an issue whole or not at all: should the record's half fail,
// there is no issue either, and its number is not used up.
func TestAnIssueOfAnOpinionThatFailsLeavesNoHalf(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(23, 9, 0))))
	r = tb.did(tb.d.Change(t.Context(), meeting.ChangeOrder{Stand: tb.stand(r.ID), Opinions: &[]meeting.Opinion{
		{Area: tb.w.East, Place: "東區路燈", Text: "路燈太暗", Category: "EQ3"}}}))
	form, err := tb.d.IssueForm(t.Context(), tb.stand(r.ID), 1)
	tb.ok(err)
	g, err := tb.d.Front.Ground(t.Context())
	tb.ok(err)
	order := meeting.IssueOrder{Stand: tb.stand(r.ID), N: 1, Intake: form}
	m, err := r.Raise(order, g, tb.w.Clock.Now())
	tb.ok(err)
	m.Files = []app.Attachment{{N: 1, Name: "a.jpg", Hash: "too short", By: tb.w.Fang, At: tb.w.Clock.Now()}} // the file refuses it
	if _, err := tb.s.KeepRecord(t.Context(), m); err == nil {
		t.Fatal("what the file refuses was kept")
	}
	if found, err := tb.s.Likely(t.Context(), form.Place, form.Category, time.Time{}); err != nil || len(found) != 0 {
		t.Errorf("half of it is there: %+v, %v", found, err)
	}
	if got := tb.record(r.ID); !reflect.DeepEqual(got, r) {
		t.Errorf("the record changed to %+v", got)
	}
	kept, err := tb.d.Issue(t.Context(), order)
	tb.ok(err)
	if kept.Issue.Number != "SL-202611-0001" {
		t.Errorf("the number of the one that failed was used up: %s", kept.Issue.Number)
	}
}

func TestAPreviewKeepsNothing(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.weekly(27)))
	accounts := meeting.Live(r.Accounts)
	accounts[0].Rounds = 7
	m, err := tb.d.Preview(t.Context(), meeting.ChangeOrder{Stand: tb.stand(r.ID), Accounts: &accounts})
	if err != nil || !slices.Equal(m.Act.Diffs, []app.Difference{{Field: "accounts.1.rounds", New: "7"}}) {
		t.Errorf("it would change %v, %v", m.Act.Diffs, err)
	}
	if got := tb.record(r.ID); !reflect.DeepEqual(got, r) {
		t.Errorf("it changed %+v", got)
	}
}

func TestAnActionItemIsNotChangedByTwoAtOnce(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(27, 14, 0))))
	m, err := tb.d.Give(t.Context(), meeting.GiveOrder{Stand: tb.stand(r.ID), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換路燈", Dept: tb.w.Engineering}, Due: workday.Date{Year: 2026, Month: 12, Day: 10}}}})
	tb.ok(err)
	o := meeting.ProgressOrder{ActionStand: meeting.ActionStand{Action: m.Actions[0].Action.ID, Version: 1, By: tb.w.Qiang}, Progress: "已下單"}
	_, err = tb.d.Progress(t.Context(), o)
	tb.ok(err)
	if _, err := tb.d.Progress(t.Context(), o); !errors.Is(err, app.ErrConflict) {
		t.Errorf("progress on an old version: %v", err)
	}
	stale := m.Actions[0]
	stale.Act.N, stale.Act.Kind = 9, meeting.ActProgress
	if _, err := tb.s.KeepAction(t.Context(), stale); !errors.Is(err, app.ErrConflict) {
		t.Errorf("kept on an old version: %v", err)
	}
}

func TestNothingOfMeetingsIsDeleted(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(27, 14, 0))))
	r = tb.did(tb.d.Freeze(t.Context(), meeting.FreezeOrder{Stand: tb.stand(r.ID)}))
	tb.did(tb.d.Give(t.Context(), meeting.GiveOrder{Stand: tb.stand(r.ID), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換路燈", Dept: tb.w.Engineering}, Due: workday.Date{Year: 2026, Month: 12, Day: 10}}}}))
	for _, how := range []string{
		`DELETE FROM records`, `DELETE FROM record_guests`, `DELETE FROM record_agenda`, `DELETE FROM record_accounts`,
		`DELETE FROM freezes`, `UPDATE freezes SET why = 'x'`, `DELETE FROM record_acts`, `UPDATE record_acts SET note = 'x'`,
		`DELETE FROM actions`, `DELETE FROM action_acts`, `UPDATE action_acts SET note = 'x'`,
	} {
		if data.Try(t, tb.s, how) == nil {
			t.Errorf("the file let itself be asked to %s", how)
		}
	}
	// A row that is left out is struck and stays.
	rest := meeting.Live(r.Agenda)[1:]
	r = tb.did(tb.d.Change(t.Context(), meeting.ChangeOrder{Stand: tb.stand(r.ID), Agenda: &rest}))
	if len(r.Agenda) != 9 || !r.Agenda[0].Gone || len(meeting.Live(r.Agenda)) != 8 {
		t.Errorf("the agenda is %+v", r.Agenda)
	}
}

// A field that is added one day and not kept is noticed.
func TestNoFieldOfARecordIsLost(t *testing.T) {
	tb := openTable(t)
	received(t, tb.desk, tb.w) // what issues point at
	tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(27, 14, 0))))
	f := filler{w: tb.w}
	var r meeting.Record
	f.fill(reflect.ValueOf(&r).Elem(), "record", 1)
	r.ID, r.Version, r.Kind, r.State, r.Number, r.Freezes = 0, 1, meeting.Monthly, meeting.Held, "HY-202611-0002", nil
	r.From = workday.Date{Year: 2026, Month: 12, Day: 1}
	for i := range r.Guests {
		r.Guests[i].Presence = meeting.Came
	}
	for i := range r.Opinions {
		r.Opinions[i].Aside = meeting.AsideThere
	}
	for i := range r.Told {
		r.Told[i].Gone = false
	}
	m, err := tb.s.KeepRecord(t.Context(), meeting.Move{
		Head: r.Head, Act: r.Acts[0], Guests: r.Guests, Agenda: r.Agenda, Accounts: r.Accounts, Problems: r.Problems,
		Opinions: r.Opinions, Answers: r.Answers, Decisions: r.Decisions, Told: r.Told, Files: r.Files, Draw: app.PrefixMeeting,
	})
	tb.ok(err)
	r.Head, r.Acts = m.Head, r.Acts[:1]
	if got := tb.record(m.Head.ID); !reflect.DeepEqual(got, r) {
		a, b := reflect.ValueOf(got), reflect.ValueOf(r)
		for i := range a.NumField() {
			if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
				t.Errorf("%s came back as\n%+v, was\n%+v", a.Type().Field(i).Name, a.Field(i).Interface(), b.Field(i).Interface())
			}
		}
	}

	var a meeting.Action
	f.fill(reflect.ValueOf(&a).Elem(), "action", 1)
	a.ID, a.Version, a.Source, a.Kind, a.State = 0, 1, r.ID, meeting.Monthly, meeting.Dropped
	a.DoneBy, a.VerifiedBy = tb.w.Fang, tb.w.Min
	a.Carries = []meeting.Carry{{Record: r.ID, At: datatest.At(24, 9, 0).UTC()}}
	kept, err := tb.s.KeepAction(t.Context(), meeting.ActionMove{Action: a, Act: a.Acts[0], Carry: &a.Carries[0]})
	tb.ok(err)
	a.ID, a.Number, a.Acts = kept.Action.ID, kept.Action.Number, a.Acts[:1]
	if got, err := tb.s.Action(t.Context(), a.ID); err != nil || !reflect.DeepEqual(got, a) {
		t.Errorf("came back as\n%+v, was\n%+v, %v", got, a, err)
	}
}

func (t table) weekly(day int) meeting.PlanOrder {
	return meeting.PlanOrder{
		Kind: meeting.Weekly, Project: t.w.Project, By: t.w.Qiang, About: workday.Date{Year: 2026, Month: 11, Day: day},
		Details: meeting.Details{Begins: datatest.At(day, 16, 0), Dept: t.w.Engineering, Contact: t.w.Jianguo},
	}
}

func TestAWeekIsFilledFromItsFactsAndCarriesItsPlan(t *testing.T) {
	tb := openTable(t)
	w, ctx := tb.w, t.Context()
	give := func(kind app.Kind) app.IssueID {
		m, err := tb.desk.Receive(ctx, w.Call(kind))
		tb.ok(err)
		o := app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, By: w.Fang}, Lead: w.Engineering}
		if kind == app.Complaint {
			_, err = tb.desk.OpenComplaint(ctx, o)
		} else {
			_, err = tb.desk.Transfer(ctx, o)
		}
		tb.ok(err)
		return m.Issue.ID
	}
	repair, complaint := give(app.Repair), give(app.Complaint)
	received(t, tb.desk, w) // nobody's yet

	r := tb.did(tb.d.Plan(ctx, tb.weekly(27)))
	if r.Number != "ZH-202611-0001" || r.From.Day != 23 {
		t.Errorf("planned as %+v", r.Head)
	}
	by := meeting.Stand{Record: r.ID, By: w.Qiang}
	tb.did(tb.d.Give(ctx, meeting.GiveOrder{Stand: by, Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "水泵房保養", Person: w.Jianguo, Needs: "潤滑油"}, Due: workday.Date{Year: 2026, Month: 12, Day: 2}}}}))
	w.Clock.Set(datatest.At(27, 16, 30)) // the repair was due on the 25th
	accounts := meeting.Live(r.Accounts)
	accounts[2].Done, accounts[2].Rounds, accounts[2].Found, accounts[2].Mended = "設備巡查", 14, 3, 2
	tb.did(tb.d.Change(ctx, meeting.ChangeOrder{Stand: by, Accounts: &accounts, Problems: &[]meeting.Problem{
		{Title: "備件不足", ByHand: true, Cause: "採購週期長", Plan: "設安全庫存", Person: "趙強", Due: workday.Date{Year: 2026, Month: 12, Day: 4}}}}))
	r = tb.did(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: by}))
	kept, err := tb.s.Kept(ctx, r.ID, 1)
	tb.ok(err)
	if k := kept.Week; !slices.Equal(k.New, []app.IssueID{repair, complaint}) || !slices.Equal(k.Complaints, []app.IssueID{complaint}) ||
		!slices.Equal(k.Overdue, []app.IssueID{repair}) || len(k.Completed) != 0 || k.Numbers[repair] != "ZB-202611-0001" {
		t.Errorf("the facts of the week are %+v", k)
	}

	next := tb.weekly(27)
	next.About.Day, next.Begins = 30, december(4, 16)
	second := tb.did(tb.d.Plan(ctx, next))
	other := next
	other.By, other.Dept = w.Fang, w.Property
	tb.did(tb.d.Plan(ctx, other)) // another department has plans of its own
	w.Clock.Set(december(4, 16))
	tb.did(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: meeting.Stand{Record: second.ID, By: w.Qiang}}))
	kept, err = tb.s.Kept(ctx, second.ID, 1)
	tb.ok(err)
	if len(kept.Actions) != 1 || kept.Actions[0].What != "水泵房保養" || kept.Actions[0].Carried() != 1 || kept.OnTime != (meeting.Tally{Den: 1}) {
		t.Errorf("last week's plan is %+v, on time %+v", kept.Actions, kept.OnTime)
	}
	if _, err := tb.d.Plan(ctx, next); !faulty(err, "month", "taken") {
		t.Errorf("a second meeting of one week: %v", err)
	}
}

func TestATalkOnSiteKeepsItsCaseItsPhotosAndWhatWasPromised(t *testing.T) {
	tb := openTable(t)
	w, ctx := tb.w, t.Context()
	issue := received(t, tb.desk, w)
	r := tb.did(tb.d.Plan(ctx, meeting.PlanOrder{
		Kind: meeting.OnSite, Project: w.Project, By: w.Fang,
		Details: meeting.Details{Title: "電梯異響現場查看", Begins: datatest.At(23, 15, 0), Place: "3 棟 2 單元", Recorder: w.Fang, Dept: w.Engineering, Issue: issue, Prepared: "維保記錄"},
		Guests: []meeting.Guest{
			{Group: "GU-STAFF", Staff: w.Jianguo, Presence: meeting.Came}, {Group: meeting.OwnerGuest, Person: w.People["張小明"], Presence: meeting.Came},
			{Group: "GU-THIRD", Name: "維保單位", Presence: meeting.Came},
		},
	}))
	if r.Number != "XC-202611-0001" {
		t.Errorf("its number is %s", r.Number)
	}
	w.Clock.Set(datatest.At(23, 16, 0))
	photo, err := tb.s.AttachFrom(ctx, "轎門.jpg", strings.NewReader("一張照片"))
	tb.ok(err)
	tb.did(tb.d.Attach(ctx, meeting.AttachOrder{Stand: tb.stand(r.ID), Files: []app.Attachment{photo}}))
	tb.did(tb.d.Give(ctx, meeting.GiveOrder{Stand: tb.stand(r.ID), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換導靴"}, Due: workday.Date{Year: 2026, Month: 11, Day: 26}}}}))
	tb.did(tb.d.Hold(ctx, meeting.HoldOrder{Stand: tb.stand(r.ID), Ended: datatest.At(23, 15, 40)}))
	r = tb.did(tb.d.Minute(ctx, meeting.MinuteOrder{Stand: tb.stand(r.ID), Unsettled: "是否賠償"}))
	if len(r.Files) != 1 || r.Files[0].Name != "轎門.jpg" || r.Unsettled != "是否賠償" || r.State != meeting.Minuted {
		t.Errorf("the record is %+v", r)
	}
	promised, err := tb.s.Actions(ctx, meeting.WantedActions{Issue: issue, Open: true})
	if err != nil || len(promised) != 1 || promised[0].Dept != w.Engineering || promised[0].Number != "XS-202611-0001" {
		t.Errorf("promised is %+v, %v", promised, err)
	}
	of, err := tb.s.Records(ctx, meeting.Wanted{Issue: issue})
	if err != nil || len(of) != 1 || of[0].ID != r.ID {
		t.Errorf("records of the issue are %+v, %v", of, err)
	}
	if found, err := tb.s.Check(ctx); err != nil || len(found) != 0 {
		t.Errorf("the file is not sound: %v, %v", found, err)
	}
	// The department's week takes up what was promised.
	week := tb.did(tb.d.Plan(ctx, tb.weekly(27)))
	if a, err := tb.s.Action(ctx, promised[0].ID); err != nil || len(a.Carries) != 1 || a.Carries[0].Record != week.ID {
		t.Errorf("carried in %+v, %v", a.Carries, err)
	}
}

func TestANoticeSaysWhomItReached(t *testing.T) {
	tb := openTable(t)
	w, ctx := tb.w, t.Context()
	r := tb.did(tb.d.Plan(ctx, meeting.PlanOrder{Kind: meeting.Notice, Project: w.Project, By: w.Fang, Details: meeting.Details{
		Title: "水箱清洗停水通知", Subject: "NT-WATER", Text: "週四 9 時至 12 時停水", Begins: datatest.At(26, 9, 0), Ends: datatest.At(26, 12, 0),
		Areas: []app.AreaID{w.East}, Buildings: []app.BuildingID{w.Buildings["3"]}}}))
	tb.did(tb.d.Change(ctx, meeting.ChangeOrder{Stand: tb.stand(r.ID), Told: &[]meeting.Told{
		{Building: w.Buildings["3"], Whom: "大堂", How: app.Notice, At: w.Clock.Now(), By: w.Fang}}}))
	if data.Try(t, tb.s, `DELETE FROM record_told`) == nil || data.Try(t, tb.s, `UPDATE record_told SET gone = 1`) == nil {
		t.Error("the log can be cut")
	}
	r = tb.record(r.ID)
	if r.Number != "TZ-202611-0001" || len(r.Told) != 1 || !slices.Equal(r.Areas, []app.AreaID{w.East}) {
		t.Errorf("the notice is %+v", r)
	}
	other, err := tb.s.Records(ctx, meeting.Wanted{Kind: meeting.Notice, Project: w.Project, Year: 2026})
	if err != nil || len(other) != 1 {
		t.Errorf("the notices of the year are %+v, %v", other, err)
	}
	if none, err := tb.s.Records(ctx, meeting.Wanted{Kind: meeting.Notice, Year: 2027}); err != nil || len(none) != 0 {
		t.Errorf("the notices of the next are %+v, %v", none, err)
	}
	// A notice is given out before what it announces.
	r = tb.did(tb.d.Hold(ctx, meeting.HoldOrder{Stand: tb.stand(r.ID)}))
	if r.State != meeting.Held || !r.Begins.Equal(datatest.At(26, 9, 0)) || r.Held.IsZero() {
		t.Errorf("given out: %+v", r.Head)
	}
}

func TestACancelledMeetingCarriesNothing(t *testing.T) {
	tb := openTable(t)
	ctx := t.Context()
	r := tb.did(tb.d.Plan(ctx, tb.monthly(11, datatest.At(23, 14, 0))))
	m, err := tb.d.Give(ctx, meeting.GiveOrder{Stand: tb.stand(r.ID), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換路燈", Dept: tb.w.Engineering}, Due: workday.Date{Year: 2026, Month: 12, Day: 10}}}})
	tb.ok(err)
	next := tb.did(tb.d.Plan(ctx, tb.monthly(12, december(28, 14))))
	tb.did(tb.d.Cancel(ctx, meeting.WhyOrder{Stand: tb.stand(next.ID), Why: "改期"}))
	again := tb.did(tb.d.Plan(ctx, tb.monthly(12, december(29, 14))))
	if again.Number != "HY-202611-0003" || again.Period != 2 {
		t.Errorf("planned again as %s, the %dth", again.Number, again.Period)
	}
	if a, err := tb.s.Action(ctx, m.Actions[0].Action.ID); err != nil || a.Carried() != 1 || a.Carries[0].Record != again.ID {
		t.Errorf("carried in %+v, %v", a.Carries, err)
	}
}

func TestWhatALaterMeetingGaveDoesNotComeIntoAnEarlierOne(t *testing.T) {
	tb := openTable(t)
	ctx := t.Context()
	first := tb.did(tb.d.Plan(ctx, tb.monthly(11, datatest.At(23, 14, 0))))
	second := tb.did(tb.d.Plan(ctx, tb.monthly(12, december(28, 14))))
	m, err := tb.d.Give(ctx, meeting.GiveOrder{Stand: tb.stand(second.ID), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換路燈", Dept: tb.w.Engineering}, Due: workday.Date{Year: 2026, Month: 12, Day: 30}}}})
	tb.ok(err)
	move, err := tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(first.ID)})
	tb.ok(err)
	kept, err := tb.s.Kept(ctx, first.ID, 1)
	tb.ok(err)
	if a, err := tb.s.Action(ctx, m.Actions[0].Action.ID); err != nil || a.Carried() != 0 || len(kept.Actions) != 0 {
		t.Errorf("carried %d times, %v, reported on %+v", a.Carried(), err, kept.Actions)
	}
	// What was kept comes back as it was decided.
	was, err := json.Marshal(move.Kept)
	tb.ok(err)
	if is, err := json.Marshal(kept); err != nil || string(is) != string(was) || kept.Rules != 1 {
		t.Errorf("kept is\n%s, was\n%s, %v", is, was, err)
	}
}

func TestTheCommitteeIsKnownFromTheRegister(t *testing.T) {
	tb := openTable(t)
	tb.ok(tb.s.KeepTie(t.Context(), app.Tie{Person: tb.w.People["陳大文"], Room: tb.w.Rooms["1-1-102"], Owner: "OW-COM"}))
	all, err := tb.s.Committee(t.Context(), tb.w.Project)
	if err != nil || len(all) != 1 || all[0].Name != "陳大文" || all[0].Area != tb.w.East || all[0].Group != meeting.CommitteeGuest {
		t.Errorf("the committee is %+v, %v", all, err)
	}
	areas, err := tb.s.AreaHouseholds(t.Context(), tb.w.Project)
	households, _ := tb.s.Households(t.Context(), tb.w.Project)
	if err != nil || areas[tb.w.East] != households {
		t.Errorf("households by area %v of %d, %v", areas, households, err)
	}
}
