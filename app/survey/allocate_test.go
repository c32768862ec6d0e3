package survey

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

func TestASampleIsDividedAmongStrata(t *testing.T) {
	for name, c := range map[string]struct {
		a    Allocation
		want []int
	}{
		"proportional, as Lohr has agstrat (example 3.2)": {Allocation{Size: 300, Rule: Proportional, Units: []int{1054, 220, 1382, 422}}, []int{103, 21, 135, 41}},
		"equal": {Allocation{Size: 10, Rule: Equal, Units: []int{50, 60, 70}}, []int{3, 3, 4}},
		// N_h S_h 4,000, 1,000, 5,000
		"Neyman": {Allocation{Size: 100, Rule: Neyman, Units: []int{400, 200, 250}, Spreads: []float64{10, 5, 20}}, []int{40, 10, 50}},
		"a floor takes from the others in proportion": {Allocation{Size: 100, Rule: Proportional, Units: []int{900, 600, 20}, Floor: 10}, []int{54, 36, 10}},
		"a floor above the units takes all":           {Allocation{Size: 20, Rule: Proportional, Units: []int{3, 100}, Floor: 5}, []int{3, 17}},
		"a cap gives to the others":                   {Allocation{Size: 100, Rule: Proportional, Units: []int{900, 90, 60}, Cap: 70}, []int{70, 18, 12}},
		"nobody is asked twice":                       {Allocation{Size: 30, Rule: Equal, Units: []int{4, 50, 50}}, []int{4, 13, 13}},
		"an empty stratum gets none":                  {Allocation{Size: 10, Rule: Equal, Units: []int{0, 50, 50}, Floor: 2}, []int{0, 5, 5}},
		"no spread anywhere":                          {Allocation{Size: 10, Rule: Neyman, Units: []int{10, 30, 60}, Spreads: []float64{0, 0, 0}}, []int{1, 3, 6}},
		"no spread where there is room":               {Allocation{Size: 20, Rule: Neyman, Units: []int{10, 50}, Spreads: []float64{3, 0}}, []int{10, 10}},
		"everyone":                                    {Allocation{Size: 15, Rule: Proportional, Units: []int{5, 10}}, []int{5, 10}},
	} {
		got, err := c.a.Allocate()
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, c.want)
		}
	}
	for name, c := range map[string]struct {
		a    Allocation
		want error
	}{
		"floors ask for more":  {Allocation{Size: 9, Rule: Equal, Units: []int{50, 50}, Floor: 5}, ErrInfeasible},
		"caps allow less":      {Allocation{Size: 9, Rule: Equal, Units: []int{50, 50}, Cap: 4}, ErrInfeasible},
		"more than there are":  {Allocation{Size: 9, Rule: Equal, Units: []int{5, 3}}, ErrInfeasible},
		"a floor above a cap":  {Allocation{Size: 9, Rule: Equal, Units: []int{5, 5}, Floor: 4, Cap: 3}, ErrPlan},
		"no rule":              {Allocation{Size: 9, Units: []int{5, 5}}, ErrPlan},
		"spreads are missing":  {Allocation{Size: 9, Rule: Neyman, Units: []int{5, 5}}, ErrLengths},
		"fewer than no spread": {Allocation{Size: 9, Rule: Neyman, Units: []int{5, 5}, Spreads: []float64{1, -1}}, ErrPlan},
	} {
		if _, err := c.a.Allocate(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAllocationSumsToItsSizeWithinBounds(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		units := rapid.SliceOfN(rapid.IntRange(0, 500), 1, 8).Draw(t, "units")
		a := Allocation{Units: units, Rule: rapid.SampledFrom([]Rule{Proportional, Equal, Neyman}).Draw(t, "rule"),
			Floor: rapid.IntRange(0, 8).Draw(t, "floor"), Size: rapid.IntRange(0, 1500).Draw(t, "size")}
		if rapid.Bool().Draw(t, "capped") {
			a.Cap = a.Floor + rapid.IntRange(1, 100).Draw(t, "cap")
		}
		a.Spreads = rapid.SliceOfN(rapid.Float64Range(0, 40), len(units), len(units)).Draw(t, "spreads")
		got, err := a.Allocate()
		if errors.Is(err, ErrInfeasible) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for h, n := range got {
			sum += n
			if n > units[h] || n < min(a.Floor, units[h]) || a.Cap > 0 && n > a.Cap {
				t.Fatalf("stratum %d of %d gets %d", h, units[h], n)
			}
		}
		if sum != a.Size {
			t.Fatalf("%v sums to %d, not to %d", got, sum, a.Size)
		}
	})
}
