package sample

import (
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/soak"
)

// moments are days on which newcomers look at a thousand issues: an ordinary one, a
// Sunday night that ends a month, the New Year of a year without a calendar.
var moments = []time.Time{
	noon, time.Date(2026, 11, 29, 22, 0, 0, 0, noon.Location()), time.Date(2027, 1, 3, 11, 0, 0, 0, noon.Location()),
}

// tally is what is told of a year at a desk.
type tally struct {
	open, late        int
	transferred, kept int // by their first limit
	promised, heard   int
	overdue           int // when the figures of the last month were taken
}

func (y *tally) add(c app.Case, o Order) {
	if c.Open() {
		y.open++
		if c.Late(o.Until) {
			y.late++
		}
	}
	if !c.Promise.IsZero() && c.Promise.Before(o.Until) {
		y.promised++
		if !c.Answered.IsZero() && !c.Answered.After(c.Promise) {
			y.heard++
		}
	}
	if len(c.Rounds) == 0 || c.Rounds[0].Slip == app.NoSlip || len(c.Feedbacks) == 0 {
		return
	}
	y.transferred++
	first := c.Feedbacks[0]
	if !first.Completed.After(c.Rounds[0].Due) {
		y.kept++
	}
	month := time.Date(o.Until.Year(), o.Until.Month(), 1, 0, 0, 0, 0, o.Until.Location())
	if frozen := month.AddDate(0, 0, 9); frozen.Before(o.Until) && c.Received.Before(month) && c.Rounds[0].Effect.Before(frozen) && first.At.After(frozen) {
		y.overdue++
	}
}

func TestTheOfficeIsBelievable(t *testing.T) {
	drawn := Exhibits(1)
	for _, until := range moments {
		for seed := range uint64(3) {
			o := order(t, seed, 1000)
			o.Exhibits, o.Until, o.Refused = drawn, until, func(err error) { t.Errorf("an act was refused: %v", err) }
			var y tally
			for _, c := range all(t, New(o)) {
				y.add(c, o)
				patient(t, c)
				looked(t, c)
				if over := o.Until.Sub(c.StepDue); c.Open() && !c.StepDue.IsZero() && over > 20*24*time.Hour {
					t.Errorf("issue %d waits for %s and is %.0f days late", c.ID, c.Step, over.Hours()/24)
				}
			}
			if y.late < 2 || y.late > 8 || y.open < 40 || y.open > 150 {
				t.Errorf("until %v, seed %d: %d are open, %d of them late", until, seed, y.open, y.late)
			}
			if share := 100 * y.kept / y.transferred; share < 80 || share > 97 {
				t.Errorf("until %v, seed %d: %d %% were done in time", until, seed, share)
			}
			if share := 100 * y.heard / y.promised; share < 65 || share > 98 {
				t.Errorf("until %v, seed %d: %d %% heard by when they were promised to", until, seed, share)
			}
			if until.Day() > 20 && y.overdue == 0 {
				t.Errorf("until %v, seed %d: nothing of the month before was overdue when its meeting came", until, seed)
			}
		}
	}
}

// In the year that is looked at, a few complaints about integrity were handled, and went
// past the department concerned.
func TestAComplaintAboutIntegrityIsHandledInTheLastYear(t *testing.T) {
	for _, until := range append(moments, time.Date(2026, 11, 30, 9, 0, 0, 0, noon.Location())) {
		for seed := range uint64(soak.Rounds(6, 60)) {
			o := order(t, seed, []int{1000, 400, 2000}[seed%3])
			o.Until = until
			few := 0
			w := New(o)
			for _, c := range all(t, w) {
				if c.Restricted() && len(c.Rounds) > 0 && c.Received.After(until.AddDate(-1, 0, 0)) {
					few++
					if !c.PastThoseConcerned(w.Ground) {
						t.Errorf("until %v, seed %d: issue %d was passed to the department concerned", until, seed, c.ID)
					}
				}
			}
			if few < 1 || few > 2+o.Issues/300 {
				t.Errorf("until %v, seed %d, %d issues: %d are about integrity", until, seed, o.Issues, few)
			}
		}
	}
}

// patient checks that nobody is called again and again.
func patient(t *testing.T, c app.Case) {
	t.Helper()
	tries := map[int]int{}
	for i, f := range c.FollowUps {
		if tries[f.Round]++; tries[f.Round] > mostTries {
			t.Errorf("issue %d: the owner was called %d times in one round", c.ID, tries[f.Round])
		}
		if i > 0 && f.At.Sub(c.FollowUps[i-1].At) < apart {
			t.Errorf("issue %d: the owner was called at %v and again at %v", c.ID, c.FollowUps[i-1].At, f.At)
		}
	}
}

// looked checks that no complaint ended content before somebody looked into it, said
// what is done, had that agreed to, and brought what shows it.
func looked(t *testing.T, c app.Case) {
	t.Helper()
	if c.Kind != app.Complaint || c.Close != app.ClosedSatisfied || c.Inquiry == nil {
		return
	}
	planned := false
	for _, r := range c.Rounds {
		planned = planned || len(r.Plan) > 0 || r.Solution != ""
	}
	q := c.Inquiry
	if q.Investigator == 0 || q.Facts == "" || q.Valid == app.ValidityOpen || len(q.Evidence) == 0 || len(c.Attachments) == 0 || !planned || q.Approved.IsZero() {
		t.Errorf("issue %d was closed with investigator %d, facts %q, %s, %d pieces of evidence, %d files, planned %v, approved %v",
			c.ID, q.Investigator, q.Facts, q.Valid, len(q.Evidence), len(c.Attachments), planned, q.Approved)
	}
}
