package improve

import (
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

func TestAComplaintLeadsToAMeasureAboutItsSubject(t *testing.T) {
	c := app.Case{Issue: app.Issue{ID: 7, Project: estate, Number: "SL-202603-0001", Slip: "TS-202603-0001", Lead: engineering, Handler: jianguo}}
	c.Issue.Description, c.Issue.Category = "報修三次仍漏", "LK3"
	c.Inquiry = &app.Inquiry{Corrective: "重做防水", Preventive: "完工後試水 48 小時"}
	o := FromIssue(c, Usual(), fang)
	if o.Origin != FromComplaint || o.Issue != 7 || o.Called != "TS-202603-0001" || o.Problem != "報修三次仍漏" || o.What != "完工後試水 48 小時" {
		t.Errorf("the order is %+v", o)
	}
	if o.Dimension != "DM-REPAIR" || !slices.Equal(o.Categories, []app.Category{"LK3"}) || o.Gauge != Complaints || o.Person != jianguo || o.Dept != engineering {
		t.Errorf("the plan is %+v", o.Plan)
	}
}

func TestAFindingLeadsToAMeasureWithWhatTheReportSuggests(t *testing.T) {
	h := annual.Head{ID: 3, Project: estate, Year: 2025, Number: "DC-202509-0001"}
	h.Findings.Problems = []annual.Problem{
		{N: 1, Dimension: "DM-CLEAN", Title: "垃圾清運"}, {N: 2, Dimension: "DM-REPAIR", Item: "REPAIR-2", Title: "維修的及時"},
	}
	h.Findings.Suggestions = []annual.Suggestion{
		{N: 1, Gone: true, Problem: 2, Text: "不要"}, {N: 2, Problem: 2, Text: "三日內上門", Dept: engineering, To: 75},
	}
	o := FromFinding(h, 2, Usual(), min1)
	if o.Origin != FromReport || o.Survey != 3 || o.N != 2 || o.Year != 2025 || o.Problem != "維修的及時" || o.What != "三日內上門" || o.Dept != engineering {
		t.Errorf("the order is %+v", o)
	}
	if o.Gauge != ItemScore || o.Item != "REPAIR-2" || !o.Aimed || o.Target != 75 || !slices.Equal(o.Categories, []app.Category{"RS", "LK", "QL"}) {
		t.Errorf("the plan is %+v", o.Plan)
	}
	if o := FromFinding(h, 1, Usual(), min1); o.Gauge != DimensionScore || o.Aimed || o.What != "" {
		t.Errorf("a finding without a suggestion gives %+v", o.Plan)
	}
}
