package meeting

import (
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/workday"
)

// given is an item of the November meeting.
func given(t testing.TB) Action {
	t.Helper()
	w := held(t, Monthly)
	m, err := w.r.Give(GiveOrder{by(fang), []NewAction{{Task{What: "更換路燈", Dept: engineering, Person: jianguo}, on(12, 10)}}}, w.g, at(27, 18))
	if err != nil {
		t.Fatal(err)
	}
	a := m.Actions[0].Action
	a.ID, a.Version, a.Acts = 3, 1, []Act{m.Actions[0].Act}
	return a
}

func does(who app.StaffID) ActionStand { return ActionStand{By: who} }

func TestActionItemsRefuse(t *testing.T) {
	g, now := ground(), time.Date(2026, 12, 8, 10, 0, 0, 0, zone)
	done := func(a Action) Action {
		m, err := a.Finish(FinishOrder{ActionStand: does(fang), Progress: "已換"}, g, now)
		if err != nil {
			t.Fatal(err)
		}
		return m.Action
	}
	for _, c := range []struct {
		says string
		do   func(Action) (ActionMove, error)
		want string
		ends ActionState
	}{
		{"progress", func(a Action) (ActionMove, error) { return a.Advance(ProgressOrder{does(qiang), "已下單"}, g, now) }, "", Doing},
		{"no progress", func(a Action) (ActionMove, error) { return a.Advance(ProgressOrder{does(qiang), " "}, g, now) }, "progress missing", ""},
		{"done", func(a Action) (ActionMove, error) {
			return a.Finish(FinishOrder{ActionStand: does(qiang), Progress: "已換"}, g, now)
		}, "", Done},
		{"done tomorrow", func(a Action) (ActionMove, error) {
			return a.Finish(FinishOrder{ActionStand: does(qiang), At: now.AddDate(0, 0, 1), Progress: "已換"}, g, now)
		}, "done future", ""},
		{"done twice", func(a Action) (ActionMove, error) {
			return done(a).Finish(FinishOrder{ActionStand: does(qiang), Progress: "已換"}, g, now)
		}, "action over", ""},
		{"verified by another", func(a Action) (ActionMove, error) {
			return done(a).Check(VerifyOrder{does(min), true, ""}, g, now)
		}, "", Done},
		{"verified by who did it", func(a Action) (ActionMove, error) {
			return done(a).Check(VerifyOrder{does(jianguo), true, ""}, g, now)
		}, "by handler", ""},
		{"verified before it is done", func(a Action) (ActionMove, error) { return a.Check(VerifyOrder{does(min), true, ""}, g, now) }, "action not-done", ""},
		{"sent back", func(a Action) (ActionMove, error) {
			return done(a).Check(VerifyOrder{does(min), false, "仍有兩盞不亮"}, g, now)
		}, "", Doing},
		{"sent back without a reason", func(a Action) (ActionMove, error) {
			return done(a).Check(VerifyOrder{does(min), false, ""}, g, now)
		}, "why missing", ""},
		{"postponed", func(a Action) (ActionMove, error) {
			return a.Postpone(PostponeOrder{does(qiang), on(12, 20), "缺貨"}, g, now)
		}, "", Postponed},
		{"postponed without a reason", func(a Action) (ActionMove, error) {
			return a.Postpone(PostponeOrder{does(qiang), on(12, 20), ""}, g, now)
		}, "reason missing", ""},
		{"postponed to the same day", func(a Action) (ActionMove, error) {
			return a.Postpone(PostponeOrder{does(qiang), on(12, 10), "缺貨"}, g, now)
		}, "to not-later", ""},
		{"dropped", func(a Action) (ActionMove, error) { return a.Drop(DropOrder{does(min), "已由市政處理"}, g, now) }, "", Dropped},
		{"dropped by a worker", func(a Action) (ActionMove, error) { return a.Drop(DropOrder{does(jianguo), "x"}, g, now) }, "by not-allowed", ""},
		{"dropped without a reason", func(a Action) (ActionMove, error) { return a.Drop(DropOrder{does(min), ""}, g, now) }, "reason missing", ""},
		{"given to nobody", func(a Action) (ActionMove, error) {
			return a.Amend(AmendOrder{does(fang), Task{What: "x"}}, g, now)
		}, "person missing", ""},
	} {
		a := given(t)
		m, err := c.do(a)
		if says(err) != c.want || err == nil && m.Action.State != c.ends {
			t.Errorf("%s: %q, want %q; ends %s", c.says, says(err), c.want, m.Action.State)
		}
	}
}

func TestGivingRefuses(t *testing.T) {
	for _, c := range []struct {
		says string
		give []NewAction
		want string
	}{
		{"nothing", nil, "actions missing"},
		{"no words", []NewAction{{Task{Dept: service}, on(12, 1)}}, "actions.1.what missing"},
		{"nobody", []NewAction{{Task{What: "x"}, on(12, 1)}}, "actions.1.person missing"},
		{"no day", []NewAction{{Task{What: "x", Who: "業委會"}, workday.Date{}}}, "actions.1.due missing"},
		{"before the meeting", []NewAction{{Task{What: "x", Dept: service}, on(11, 26)}}, "actions.1.due past"},
		{"the day of the meeting, written down later", []NewAction{{Task{What: "x", Dept: service}, on(11, 27)}}, ""},
	} {
		w := held(t, Monthly)
		if _, err := w.r.Give(GiveOrder{by(fang), c.give}, w.g, at(30, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestAnItemComesBackUntilItIsOver(t *testing.T) {
	next := Head{ID: 6, Kind: Monthly, Details: Details{Begins: time.Date(2026, 12, 28, 14, 0, 0, 0, zone)}}
	for _, c := range []struct {
		says string
		set  func(*Action)
		back bool
	}{
		{"open", func(*Action) {}, true},
		{"being done", func(a *Action) { a.State = Doing }, true},
		{"done", func(a *Action) { a.State = Done }, false},
		{"dropped", func(a *Action) { a.State = Dropped }, false},
		{"given by this very meeting", func(a *Action) { a.Source = 6 }, false},
		{"carried already", func(a *Action) { a.Carries = []Carry{{Record: 6}} }, false},
		{"carried into an earlier one", func(a *Action) { a.Carries = []Carry{{Record: 4}} }, true},
		{"postponed beyond the meeting", func(a *Action) { a.State, a.Due = Postponed, on(12, 29) }, false},
		{"postponed to a day that has come", func(a *Action) { a.State, a.Due = Postponed, on(12, 28) }, true},
	} {
		a := given(t)
		c.set(&a)
		if got := len(next.carried([]Action{a}, fang, at(28, 10), zone)) == 1; got != c.back {
			t.Errorf("%s: comes back is %v", c.says, got)
		}
	}
}

func TestActionItemsOnTime(t *testing.T) {
	december := func(day, hour int) time.Time { return time.Date(2026, 12, day, hour, 0, 0, 0, zone) }
	all := []Action{
		{State: Done, Due: on(12, 10), Done: december(10, 23)}, // on the day itself
		{State: Done, Due: on(12, 10), Done: december(11, 1)},
		{State: Open, Due: on(12, 14)},  // late
		{State: Doing, Due: on(12, 15)}, // not late yet
		{State: Dropped, Due: on(12, 1)},
		{State: Done, Due: on(11, 30), Done: december(1, 9)}, // of another month
	}
	if got := OnTime(all, on(12, 1), on(12, 31), on(12, 15), zone); got != (Tally{1, 3}) {
		t.Errorf("on time are %+v", got)
	}
}

func TestWhatChangedSinceTheFreezeIsListed(t *testing.T) {
	rate := func(key figures.Key, above, below []app.IssueID) figures.Rate {
		return figures.Rate{Key: key, Num: len(above), Den: len(below), Times: 1, Above: above, Below: below}
	}
	frozen := figures.Report{
		Rates: []figures.Rate{
			rate(figures.Acceptance, []app.IssueID{1, 2}, []app.IssueID{1, 2, 3}), rate(figures.Closure, nil, []app.IssueID{1, 2}),
			rate(figures.Extended, nil, []app.IssueID{1}),
		},
		Praise: []app.IssueID{9}, Numbers: map[app.IssueID]string{1: "ZB-1", 2: "SL-2", 3: "SL-3", 9: "SL-9"},
	}
	now := figures.Report{
		Rates: []figures.Rate{
			rate(figures.Acceptance, []app.IssueID{1, 4}, []app.IssueID{1, 3, 4}), rate(figures.Closure, []app.IssueID{1}, []app.IssueID{1, 4}),
			rate(figures.Extended, nil, []app.IssueID{1}),
		},
		Praise: []app.IssueID{9}, Numbers: map[app.IssueID]string{1: "ZB-1", 4: "SL-4"},
	}
	s := Changes(frozen, now)
	if !slices.Equal(s.Entered, []app.IssueID{4}) || !slices.Equal(s.Left, []app.IssueID{2}) || len(s.Rates) != 2 || s.Nothing() {
		t.Fatalf("changed are %+v", s)
	}
	if r := s.Rates[1]; r.Key != figures.Closure || r.Was.Num != 0 || r.Now.Num != 1 || !slices.Equal(r.Entered, []app.IssueID{1, 4}) || !slices.Equal(r.Left, []app.IssueID{2}) {
		t.Errorf("the rate of closing changed by %+v", r)
	}
	if s.Numbers[2] != "SL-2" || s.Numbers[4] != "SL-4" || s.Numbers[3] != "" {
		t.Errorf("the numbers are %v", s.Numbers)
	}
	if !Changes(frozen, frozen).Nothing() {
		t.Error("something changed in nothing")
	}
}
