package data_test

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
)

// onlyMin is the office when one person is left of it.
func onlyMin(t *testing.T, desk *app.Desk, w datatest.World) {
	t.Helper()
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for id, s := range g.Staff {
		if s.Closed = id != w.Min; s.Closed {
			if _, err := desk.ChangeStaff(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// allow sets that one person may decide on own work.
func allow(t *testing.T, desk *app.Desk, w datatest.World) {
	t.Helper()
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := g.Rules.Whole()
	r.Counts["alone"], r.Why = 1, "本處僅一人"
	if err := desk.ChangeRules(t.Context(), r, w.Min); err != nil {
		t.Fatal(err)
	}
}

// An office of one person closes what it handled once its rules allow it, also
// what came in before; file and timeline know that nobody else looked at it.
func TestAnOfficeOfOnePersonClosesWhatItHandled(t *testing.T) {
	s, desk, w := datatest.Open(t)
	onlyMin(t, desk, w)
	o := w.Call(app.Repair)
	o.By = w.Min
	m, err := desk.Receive(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	stand := app.Stand{Issue: m.Issue.ID, By: w.Min}
	if _, err := desk.HandleSelf(t.Context(), app.TransferOrder{Stand: stand, Handler: w.Min}); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.AskClose(t.Context(), app.CloseOrder{Stand: stand, Code: app.ClosedWithdrawn, Reason: "業主來電撤回"}); err != nil {
		t.Fatal(err)
	}
	decide := app.DecideOrder{Stand: stand, Approve: true}
	if _, err := desk.DecideClose(t.Context(), decide); err == nil {
		t.Fatal("closed on one's own word, though the rules do not allow it")
	}
	allow(t, desk, w)
	if _, err := desk.DecideClose(t.Context(), decide); err != nil {
		t.Fatal(err)
	}
	c := read(t, s, m.Issue.ID)
	if c.State != app.Closed || !c.Closings[0].Alone || !c.Acts[len(c.Acts)-1].Alone() {
		t.Errorf("the file says %s, alone %v, and the timeline %+v", c.State, c.Closings[0].Alone, c.Acts[len(c.Acts)-1])
	}
}
