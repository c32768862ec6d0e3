package survey

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

// anyDesign has up to six strata in up to three areas, and some sheets of them.
func anyDesign(t *rapid.T) (Design, []int) {
	d := Design{NoCorrection: rapid.Bool().Draw(t, "no correction")}
	var of []int
	for h := range rapid.IntRange(1, 6).Draw(t, "strata") {
		units := rapid.IntRange(1, 60).Draw(t, "units")
		d.Strata = append(d.Strata, Stratum{[]string{fmt.Sprint(h % 3), fmt.Sprint(h)}, units})
		for range rapid.IntRange(0, min(units, 8)).Draw(t, "sheets") {
			of = append(of, h)
		}
	}
	return d, of
}

func TestWeightsSumToTheFrame(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		d, of := anyDesign(t)
		weights, _, err := d.Weights(of)
		if len(of) == 0 {
			if !errors.Is(err, ErrNoAnswers) {
				t.Fatal(err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		all, sum := 0, 0.0
		for _, s := range d.Strata {
			all += s.N
		}
		for _, w := range weights {
			sum += w
		}
		if math.Abs(sum-float64(all)) > 1e-9*float64(all) || Loss(weights) < 1-1e-12 {
			t.Fatalf("weights of %d units sum to %v, loss %v", all, sum, Loss(weights))
		}
	})
}

// The mean is the weighted mean of the sheets, and an index of items that nobody
// left out is the mean of the sheets' own means, error and all.
func TestAnIndexIsTheMeanOfTheSheets(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		d, of := anyDesign(t)
		if len(of) == 0 {
			return
		}
		items := make([][]float64, 3)
		own := make([]float64, len(of))
		for j := range items {
			for i := range of {
				x := float64(rapid.IntRange(1, 5).Draw(t, "answer"))
				items[j] = append(items[j], x)
				own[i] += x / 3
			}
		}
		x, err := d.Index(of, items, []Dimension{{[]int{0, 1, 2}, 1}})
		if err != nil {
			t.Fatal(err)
		}
		e, err := d.Mean(of, own)
		if err != nil {
			t.Fatal(err)
		}
		alike := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 || math.IsNaN(a) && math.IsNaN(b) }
		if !alike(x.Mean, e.Mean) || !alike(x.SE, e.SE) || !alike(x.DF, e.DF) || len(x.Merged) != len(e.Merged) {
			t.Fatalf("index %+v\nmean %+v", x.Estimate, e)
		}
		weights, _, err := d.Weights(of)
		if err != nil {
			t.Fatal(err)
		}
		sum, all := 0.0, 0.0
		for i, w := range weights {
			sum, all = sum+w*own[i], all+w
		}
		if !alike(sum/all, e.Mean) {
			t.Fatalf("weighted mean %v, estimate %v", sum/all, e.Mean)
		}
	})
}

func TestRakingHitsItsMargins(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 4).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "columns")
		a, b := Margin{Totals: make([]float64, rows)}, Margin{Totals: make([]float64, columns)}
		for i := range rows { // every cell has sheets, so the margins can be met
			for j := range columns {
				units := float64(rapid.IntRange(40, 80).Draw(t, "units"))
				a.Totals[i], b.Totals[j] = a.Totals[i]+units, b.Totals[j]+units
				for range rapid.IntRange(2, 4).Draw(t, "sheets") {
					a.Of, b.Of = append(a.Of, i), append(b.Of, j)
				}
			}
		}
		r, err := Rake([]Margin{a, b})
		if err != nil {
			t.Fatal(err)
		}
		if r.Miss > 1e-8 || r.Capped != 0 || r.Loss < 1-1e-12 {
			t.Fatalf("%+v", r)
		}
		for _, m := range []Margin{a, b} {
			for c, sum := range m.reached(r.Weights) {
				if math.Abs(sum-m.Totals[c]) > 1e-7*m.Totals[c] {
					t.Fatalf("category %d reaches %v of %v", c, sum, m.Totals[c])
				}
			}
		}
	})
}

// Raking leaves the odds ratio of the sheets as it is (Deming and Stephan 1940).
func TestRakingATableOfTwoByTwo(t *testing.T) {
	var a, b Margin
	for cell, n := range map[[2]int]int{{0, 0}: 10, {0, 1}: 20, {1, 0}: 30, {1, 1}: 40} {
		for range n {
			a.Of, b.Of = append(a.Of, cell[0]), append(b.Of, cell[1])
		}
	}
	a.Totals, b.Totals = []float64{400, 600}, []float64{500, 500}
	r, err := Rake([]Margin{a, b})
	must(t, err)
	cells := map[[2]int]float64{}
	for i, w := range r.Weights {
		cells[[2]int{a.Of[i], b.Of[i]}] += w
	}
	near(t, "odds ratio", cells[[2]int{0, 0}]*cells[[2]int{1, 1}]/cells[[2]int{0, 1}]/cells[[2]int{1, 0}], 10.*40/20/30)
	nearBy(t, "first row", cells[[2]int{0, 0}]+cells[[2]int{0, 1}], 400, 1e-5)
	nearBy(t, "first column", cells[[2]int{0, 0}]+cells[[2]int{1, 0}], 500, 1e-5)
}

func TestRakingKeepsWeightsWithinBounds(t *testing.T) {
	a := Margin{Of: make([]int, 100), Totals: []float64{500, 500}}
	a.Of[0] = 1 // one sheet would stand for half of all
	r, err := Rake([]Margin{a})
	must(t, err)
	if r.Capped == 0 || r.Miss < 0.5 || r.Weights[0] != 50 || r.Rounds != 100 {
		t.Errorf("capped %d, miss %v, weight %v, %d rounds", r.Capped, r.Miss, r.Weights[0], r.Rounds)
	}
	for name, m := range map[string][]Margin{
		"no sheets for a category": {{[]int{0, 0}, []float64{5, 5}}},
		"no units for a sheet":     {{[]int{0, 1}, []float64{5, 0}}},
		"sums differ":              {{[]int{0, 1}, []float64{5, 5}}, {[]int{0, 1}, []float64{5, 6}}},
		"no such category":         {{[]int{0, 2}, []float64{5, 5}}},
	} {
		if _, err := Rake(m); !errors.Is(err, ErrMargins) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
