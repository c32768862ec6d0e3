package improve

import (
	"slices"
	"testing"

	"ownerdesk/app"
)

// Whatever wants a second person on a measure is refused to the one that an office has,
// unless its rules allow it: then it is done, and the timeline says so. Where somebody
// else fits it stays refused.
func TestWhatWantsASecondPersonIsDoneAloneOnlyWhereTheOfficeAllowsIt(t *testing.T) {
	own := func(o *NewOrder) { o.Person, o.Dept = wu, service }
	waiting := func() *walk {
		w := made(t, own)
		w.did(w.m.Begin(by(wu), w.g, at(3, 2)))
		for n := range len(w.m.Milestones) {
			w.did(w.m.Reach(ReachOrder{Stand: by(wu), N: n + 1}, w.g, at(3, 20)))
		}
		return w.did(w.m.Finish(FinishOrder{by(wu), "時限已上牆"}, w.g, at(4, 20)))
	}
	accepted := func() *walk {
		w := waiting()
		return w.did(w.m.Accept(AcceptOrder{by(fang), true, ""}, w.g, at(4, 22)))
	}
	judged := func() *walk {
		w := accepted()
		return w.did(w.m.Evaluate(EvaluateOrder{Stand: by(fang), Verdict: Good}, fell(0.01), w.g, at(4, 28)))
	}
	for _, c := range []struct {
		act  string
		on   func() *walk
		do   func(*walk, app.Ground) (Move, error)
		want string
	}{
		{"accepting", waiting, func(w *walk, g app.Ground) (Move, error) {
			return w.m.Accept(AcceptOrder{by(wu), true, ""}, g, at(4, 22))
		}, "by responsible"},
		{"evaluating", accepted, func(w *walk, g app.Ground) (Move, error) {
			return w.m.Evaluate(EvaluateOrder{Stand: by(wu), Verdict: Good}, fell(0.01), g, at(4, 28))
		}, "by responsible"},
		{"closing", judged, func(w *walk, g app.Ground) (Move, error) {
			return w.m.Close(CloseOrder{Stand: by(wu)}, g, at(4, 29))
		}, "by responsible"},
		{"deferring", func() *walk { return made(t, own) }, func(w *walk, g app.Ground) (Move, error) {
			return w.m.Defer(DeferOrder{by(wu), w.m.Due.AddDays(9), "待料", wu}, g, at(3, 2))
		}, "approver own"},
		{"calling to account", func() *walk { return made(t, own) }, func(w *walk, g app.Ground) (Move, error) {
			return w.m.Call(CallOrder{Stand: by(wu), Who: wu, Day: on(3, 2), Explanation: "待料", Way: Ways[0], Text: "下不為例", Decider: wu}, g, at(3, 2))
		}, "decider own"},
	} {
		for _, who := range []struct {
			says    string
			allowed int
			others  bool
			want    string
		}{{"off", 0, false, c.want}, {"on", 1, false, ""}, {"on, but there are others", 1, true, c.want}} {
			w := c.on()
			g := w.g
			g.Rules.Counts = map[string]int{"alone": who.allowed}
			if !who.others {
				g.Staff = map[app.StaffID]app.Staff{wu: g.Staff[wu]}
			}
			m, err := c.do(w, g)
			if says(err) != who.want {
				t.Errorf("%s, %s: %q, want %q", c.act, who.says, says(err), who.want)
			}
			if got := slices.Contains(m.Act.Diffs, app.DecidedAlone()); got != (who.want == "") {
				t.Errorf("%s, %s: the timeline says alone: %v", c.act, who.says, got)
			}
		}
	}
}
