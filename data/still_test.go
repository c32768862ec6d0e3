package data_test

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/figures"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// busy is a store that others write into before every question that a freeze asks.
type busy struct {
	*data.Store
	meanwhile func()
}

func (b busy) Actions(ctx context.Context, w meeting.WantedActions) ([]meeting.Action, error) {
	b.meanwhile()
	return b.Store.Actions(ctx, w)
}

func (b busy) AreaHouseholds(ctx context.Context, p app.ProjectID) (map[app.AreaID]int, error) {
	b.meanwhile()
	return b.Store.AreaHouseholds(ctx, p)
}

func (b busy) Facts(ctx context.Context, w figures.Wanted) ([]app.Case, error) {
	b.meanwhile()
	return b.Store.Facts(ctx, w)
}

func (b busy) Measures(ctx context.Context, w improve.Wanted) ([]improve.Measure, error) {
	b.meanwhile()
	return b.Store.Measures(ctx, w)
}

func (b busy) EachLine(ctx context.Context, f app.Filter, o app.Order, at time.Time) iter.Seq2[app.Line, error] {
	b.meanwhile()
	return b.Store.EachLine(ctx, f, o, at)
}

func (b busy) Units(ctx context.Context, w annual.WantedUnits) ([]annual.Unit, error) {
	b.meanwhile()
	return b.Store.Units(ctx, w)
}

func (b busy) SurveyComplaints(ctx context.Context, p app.ProjectID, from, to time.Time) (map[app.Category][]app.IssueID, error) {
	b.meanwhile()
	return b.Store.SurveyComplaints(ctx, p, from, to)
}

func TestFiguresOfOneFreezeAreOfOneState(t *testing.T) {
	tb := openTable(t)
	ctx := t.Context()
	came := 0
	come := func() { received(t, tb.desk, tb.w); came++ }
	come()
	r := tb.did(tb.d.Plan(ctx, tb.monthly(11, datatest.At(27, 14, 0))))
	tb.w.Clock.Set(datatest.At(26, 10, 0))
	tb.d.Store = busy{tb.s, come}
	tb.did(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(r.ID)}))
	if came < 5 {
		t.Fatalf("only %d came in meanwhile", came)
	}
	kept, err := tb.s.Kept(ctx, r.ID, 1)
	tb.ok(err)
	counted, listed := kept.Report.Rates[0].Den, len(kept.Issues)
	open, series := len(kept.Report.Unresolved), kept.Report.Series[11].Received
	if listed > 2 || counted != listed || open != listed || series != listed {
		t.Errorf("%d are counted, %d listed, %d open, %d in the series: they are not of one state", counted, listed, open, series)
	}
	tb.d.Store = tb.s
	now, err := tb.d.Now(ctx, r.ID)
	tb.ok(err)
	if n := len(now.Issues); n != came || now.Report.Rates[0].Den != n {
		t.Errorf("now %d are counted and %d listed, want %d", now.Report.Rates[0].Den, n, came)
	}
}

func TestResultsOfASurveyAreOfOneState(t *testing.T) {
	s, front, w := datatest.Open(t)
	y := yearly{t, s, w}
	ledger, came := datatest.NewLedger(w), 0
	complain := func() {
		for _, at := range []time.Time{datatest.At(4, 10, came), datatest.At(4, 10, came).AddDate(-1, 0, 0)} {
			c := ledger.One(at, false)
			c.Kind, c.Category = app.Complaint, "EQ1"
			y.ok(s.KeepCases(t.Context(), []app.Case{c}))
		}
		came++
	}
	complain()
	h := y.answered(2026, "54", "45", "43", "34")
	r := y.results(&annual.Desk{Front: front, Store: busy{s, complain}}, h.ID)
	if now, before := len(r.Related[0].Issues), r.Related[0].Before; came < 3 || now != before {
		t.Errorf("%d complaints of the year and %d of the one before, after %d of both", now, before, came)
	}
	if r := y.results(&annual.Desk{Front: front, Store: s}, h.ID); len(r.Related[0].Issues) != came {
		t.Errorf("there are %d now, want %d", len(r.Related[0].Issues), came)
	}
}

func TestWhatIsAskedInOneStateDoesNotSeeWhatIsWrittenMeanwhile(t *testing.T) {
	tb := openTable(t)
	ctx := t.Context()
	id := received(t, tb.desk, tb.w)
	count := func(ctx context.Context) int {
		n, err := tb.s.CountLines(ctx, app.Filter{}, tb.w.Clock.Now(), 100)
		tb.ok(err)
		return n
	}
	tb.ok(tb.s.Still(ctx, func(still context.Context) error {
		before, inside := count(still), 0
		received(t, tb.desk, tb.w)
		tb.ok(tb.s.Still(still, func(ctx context.Context) error { inside = count(ctx); return nil }))
		if before != 1 || count(still) != 1 || inside != 1 || count(ctx) != 2 {
			t.Errorf("%d before, %d and %d in the same state, %d outside of it", before, count(still), inside, count(ctx))
		}
		_, err := tb.s.Case(still, id) // which asks several questions itself
		return err
	}))
	if n := count(ctx); n != 2 {
		t.Errorf("afterwards there are %d", n)
	}
}

// What is done together is kept whole or not at all, seen as it was written while it
// is done, and by nobody else before it is kept.
func TestWhatIsDoneTogetherIsKeptWholeOrNotAtAll(t *testing.T) {
	s, desk, w := datatest.Open(t)
	fails := errors.New("the second half fails")
	for _, end := range []error{fails, nil} {
		var dept app.DeptID
		err := desk.Together(t.Context(), func(ctx context.Context) (err error) {
			if dept, err = desk.ChangeDepartment(ctx, app.Department{Name: "綠化部", Order: 9}); err != nil {
				return err
			}
			if _, err := desk.ChangeStaff(ctx, app.Staff{Name: "何園", Dept: dept, Role: app.Worker}); err != nil {
				return err
			}
			if within, err := s.Ground(ctx); err != nil || within.Departments[dept].Name != "綠化部" {
				t.Errorf("within, the department is %+v, %v", within.Departments[dept], err)
			}
			if others, err := s.Ground(t.Context()); err != nil || others.Departments[dept].Name != "" {
				t.Errorf("others see %+v, %v", others.Departments[dept], err)
			}
			return end
		})
		if !errors.Is(err, end) {
			t.Fatalf("got %v, want %v", err, end)
		}
		g, err := desk.Ground(t.Context())
		if _, there := g.Departments[dept]; err != nil || there != (end == nil) {
			t.Errorf("ended with %v, the department is there: %v, %v", end, there, err)
		}
	}
	received(t, desk, w) // and the file is written as before
}
