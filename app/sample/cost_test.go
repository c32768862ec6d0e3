package sample

import (
	"testing"

	"ownerdesk/app"
)

// Most repairs that were done say what they cost, some owners pay, and nothing else
// has a cost.
func TestRepairsOfTheSampleCostSomething(t *testing.T) {
	done, recorded, paid := 0, 0, 0
	for _, c := range all(t, New(order(t, 1, 1000))) {
		if len(c.Costs) > 0 && c.Kind != app.Repair {
			t.Fatalf("%s, a %s, cost %+v", c.Number, c.Kind, c.Spent)
		}
		if c.Kind != app.Repair || len(c.Feedbacks) == 0 {
			continue
		}
		done++
		if c.Spent.N == 0 {
			continue
		}
		recorded++
		if c.Spent.Charged > 0 {
			paid++
		}
		if total := c.Spent.Total(); total < 3000 || total > 500000 || c.Spent.Hours == 0 {
			t.Errorf("%s cost %s", c.Number, total)
		}
	}
	if recorded*100 < done*70 || recorded == done || paid*100 < recorded*15 || paid*100 > recorded*70 {
		t.Errorf("of %d repairs %d say what they cost, and %d were paid", done, recorded, paid)
	}
}
