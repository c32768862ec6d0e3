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

func TestRulesOfAnOlderVersionAnswerWithTheUsualValues(t *testing.T) {
	old := Rules{Version: 1, Limits: map[string]workday.Limit{"handle": {N: 9, Unit: workday.Workdays}}, Counts: map[string]int{"delays": 1}}
	if old.Limit("handle", "TYP-REP", "UR1").N != 9 || old.Count("delays") != 1 {
		t.Error("what it has is overruled")
	}
	if old.Limit("transfer", "UR1").String() != "30min" || old.Key("transfer", "UR1") != "transfer.UR1" || old.Count("target.followup") != 100 {
		t.Error("what it lacks has no value")
	}
	whole := old.Whole()
	if whole.Limits["transfer"].String() != "1wd" || whole.Limits["handle"].N != 9 || whole.Counts["delays"] != 1 || len(old.Limits) != 1 {
		t.Errorf("whole it is %+v", whole)
	}
}
