package annual

import (
	"slices"
	"testing"

	"ownerdesk/app"
)

// Whoever made the plan of a survey approves it only where the office allows it and no
// other manager is there; the timeline says so.
func TestAPlanIsApprovedByItsMakerOnlyWhereTheOfficeAllowsIt(t *testing.T) {
	for _, c := range []struct {
		says    string
		allowed int
		other   bool
		want    string
	}{{"off", 0, false, "by planner"}, {"on", 1, false, ""}, {"on, but there is another", 1, true, "by planner"}} {
		w := planned(t)
		w.v.By = wu
		w.g.Rules.Counts["alone"] = c.allowed
		if c.other {
			w.g.Staff[9] = app.Staff{ID: 9, Dept: 1, Role: app.Manager}
		}
		m, err := w.v.Approve(ApproveOrder{Stand: by(wu)}, households(), nil, w.g, at(3, 10))
		if says(err) != c.want || slices.Contains(m.Act.Diffs, app.DecidedAlone()) != (c.want == "") {
			t.Errorf("%s: %q, and the timeline says %v", c.says, says(err), m.Act.Diffs)
		}
	}
}
