package app

import (
	"testing"

	"ownerdesk/app/workday"
)

func TestDefaultRulesAreWhole(t *testing.T) {
	r := DefaultRules()
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{"transfer"}, "1wd"}, {[]string{"transfer", "UR1"}, "30min"}, {[]string{"transfer", "UR3"}, "1wd"},
		{[]string{"handle", "TYP-REP", "UR1"}, "24h"}, {[]string{"handle", "TYP-CMP", "LV2"}, "5wd"}, {[]string{"handle", "TYP-SUG", "UR3"}, "5wd"},
		{[]string{"followup", "TYP-CMP"}, "3wd"}, {[]string{"followup", "TYP-REP"}, "3wd"},
	} {
		if got := r.Limit(c.parts...).String(); got != c.want {
			t.Errorf("%v is %s, want %s", c.parts, got, c.want)
		}
	}
}

func TestRulesOfAnOlderVersionAreMadeWhole(t *testing.T) {
	old := Rules{Version: 1, Limits: map[string]workday.Limit{"handle": {N: 9, Unit: workday.Workdays}}, Counts: map[string]int{"delays": 1}}
	whole := old.Whole()
	if whole.Limit("transfer").String() != "1wd" || whole.Limit("handle").N != 9 || whole.Count("delays") != 1 || whole.Count("target.followup") != 100 {
		t.Errorf("whole it is %+v", whole)
	}
	if len(old.Limits) != 1 || old.Count("target.followup") != 0 {
		t.Errorf("it became %+v itself", old)
	}
}
