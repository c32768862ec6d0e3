package survey

import (
	"slices"
	"testing"
)

func TestAnAreaIsASurveyOfItsOwn(t *testing.T) {
	d := Design{Strata: []Stratum{{[]string{"A", "owner"}, 40}, {[]string{"B", "owner"}, 30}, {[]string{"A", "shop"}, 10}}}
	s := Sheets{[]int{0, 1, 2, 0, 1, 2}, []string{"q"}, [][]float64{{1, 5, 3, 2, 4, 5}}}
	whole, err := d.Mean(s.Of, s.Answers[0])
	must(t, err)
	sum, variance := 0.0, 0.0
	for area, units := range map[string]float64{"A": 50, "B": 30} {
		part, these := s.Within(d, func(s Stratum) bool { return s.Keys[0] == area })
		e, err := part.Mean(these.Of, these.Answers[0])
		must(t, err)
		sum += units / 80 * e.Mean
		variance += units / 80 * e.SE * units / 80 * e.SE
	}
	near(t, "areas together", sum, whole.Mean)
	near(t, "their variance", variance, whole.SE*whole.SE)
	values, groups := s.Group(d, 0, 0)
	if !slices.Equal(values, []string{"A", "B"}) || !slices.Equal(groups[0], []float64{1, 3, 2, 5}) || !slices.Equal(groups[1], []float64{5, 4}) {
		t.Errorf("groups %v %v", values, groups)
	}
}

func TestASheetIsLookedAt(t *testing.T) {
	no := None()
	for name, c := range map[string]struct {
		answers []float64
		seconds int
		flaws   []Flaw
		counts  bool
	}{
		"sound":                      {[]float64{4, 5, no, 3}, 200, nil, true},
		"half is enough":             {[]float64{4, no, no, 3}, 0, nil, true},
		"less is not":                {[]float64{4, no, no}, 0, []Flaw{HalfEmpty}, false},
		"blank":                      {[]float64{no, no}, 0, []Flaw{HalfEmpty}, false},
		"all alike, in its time":     {[]float64{4, 4, 4}, 60, []Flaw{Straight}, true},
		"all alike, on paper":        {[]float64{4, 4, 4}, 0, []Flaw{Straight}, true},
		"all alike, and in a minute": {[]float64{4, 4, 4}, 59, []Flaw{Straight, Fast}, false},
		"fast, with differences":     {[]float64{4, 5, 4}, 20, []Flaw{Fast}, true},
		"alike but for a gap":        {[]float64{4, 4, no}, 20, []Flaw{Fast}, true},
	} {
		if flaws, counts := Flaws(c.answers, c.seconds); !slices.Equal(flaws, c.flaws) || counts != c.counts {
			t.Errorf("%s: %v, counts %v", name, flaws, counts)
		}
	}
}
