package app

import "testing"

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
