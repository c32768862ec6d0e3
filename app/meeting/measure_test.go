package meeting

import (
	"testing"

	"ownerdesk/app/improve"
)

func TestACommonProblemLeadsToAMeasure(t *testing.T) {
	w := held(t, Monthly)
	rows := []Problem{{ByHand: true, Category: "EQ1", Title: "電梯困人", Cause: "門機老化", Plan: "更換門機", Person: " 趙強 ", Due: on(12, 20)}}
	w.did(w.r.Change(ChangeOrder{Stand: by(fang), Problems: &rows}, w.g, at(27, 18)))
	o := w.r.Measure(1, improve.Usual(), w.g, fang)
	if o.Origin != improve.FromMeeting || o.Record != 5 || o.N != 1 || o.Called != w.r.Number || o.Problem != "電梯困人\n門機老化" || o.What != "更換門機" {
		t.Errorf("the order is %+v", o)
	}
	if o.Person != qiang || o.Dept != engineering || o.Due != on(12, 20) || o.Dimension != "DM-FACILITY" || o.Gauge != improve.Complaints {
		t.Errorf("the plan is %+v, due %s", o.Plan, o.Due)
	}
	if o := w.r.Measure(2, improve.Usual(), w.g, fang); o.Problem != "" || o.Project != estate {
		t.Errorf("a problem that is not there gives %+v", o)
	}
}
