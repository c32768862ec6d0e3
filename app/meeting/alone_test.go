package meeting

import (
	"slices"
	"testing"

	"ownerdesk/app"
)

// Who did an action item verifies it only where the office allows it and nobody else
// works there; the timeline says so.
func TestAnActionItemIsVerifiedByWhoDidItOnlyWhereTheOfficeAllowsIt(t *testing.T) {
	for _, c := range []struct {
		says    string
		allowed int
		others  bool
		want    string
	}{{"off", 0, false, "by handler"}, {"on", 1, false, ""}, {"on, but there are others", 1, true, "by handler"}} {
		g := ground()
		g.Rules.Counts["alone"] = c.allowed
		if !c.others {
			g.Staff = map[app.StaffID]app.Staff{wu: g.Staff[wu]}
		}
		a := Action{State: Done, Task: Task{Person: wu}, DoneBy: wu, Done: at(25, 9), Ended: at(25, 9)}
		m, err := a.Check(VerifyOrder{Good: true, ActionStand: ActionStand{By: wu}}, g, at(26, 9))
		if says(err) != c.want || slices.Contains(m.Act.Diffs, app.DecidedAlone()) != (c.want == "") {
			t.Errorf("%s: %q, and the timeline says %v", c.says, says(err), m.Act.Diffs)
		}
	}
}
