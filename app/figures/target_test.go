package figures

import (
	"slices"
	"testing"

	"ownerdesk/app"
)

func TestEveryTargetIsARuleTheOfficeMaySet(t *testing.T) {
	for _, k := range aimed {
		if !slices.ContainsFunc(app.RuleKeys, func(r app.RuleKey) bool { return r.Key == TargetRule(k) }) {
			t.Errorf("the target of %s cannot be set", k)
		}
	}
}

func TestAFigureLeadsToWhatItsReaderAsksAfter(t *testing.T) {
	above, below := []app.IssueID{1}, []app.IssueID{1, 2, 3}
	for _, c := range []struct {
		says string
		rate Rate
		want []app.IssueID
	}{
		{"all that a rate stands on", Rate{Key: TransferOnTime, Num: 1, Den: 3, Above: above, Below: below}, below},
		{"those that are overdue", Rate{Key: Overdue, Num: 1, Den: 3, Above: above, Below: below}, above},
		{"all that are open where none is overdue", Rate{Key: Overdue, Den: 3, Below: below}, below},
		{"the complaints of so many households", Rate{Key: Complaints, Num: 1, Den: 1100, Above: above}, above},
	} {
		if got := c.rate.Told(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.says, got)
		}
	}
}

func TestALightComparesWithTheTarget(t *testing.T) {
	rate := func(num, den int) Rate { return Rate{Num: num, Den: den, Times: 1} }
	for _, c := range []struct {
		target Target
		rate   Rate
		want   Light
	}{
		{Target{95, false}, rate(95, 100), Green},
		{Target{95, false}, rate(94, 100), Yellow},
		{Target{95, false}, rate(90, 100), Red},
		{Target{5, true}, rate(5, 100), Green},
		{Target{5, true}, rate(6, 100), Yellow},
		{Target{5, true}, rate(10, 100), Red},
		{Target{95, false}, rate(0, 0), Unlit},
		{Target{100, false}, rate(3, 3), Green},
	} {
		if got := c.target.Light(c.rate); got != c.want {
			t.Errorf("%+v against %+v gives %v, want %v", c.rate, c.target, got, c.want)
		}
	}
	if _, aimed := TargetOf(Complaints, app.DefaultRules()); aimed {
		t.Error("complaints have a target")
	}
	if target, _ := TargetOf(TransferOnTime, app.Rules{}); target.Percent != 95 {
		t.Errorf("rules from before there were targets give %+v", target)
	}
}
