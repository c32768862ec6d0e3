package survey

import (
	"errors"
	"testing"
)

func TestCorrelationsOfTheAttitudes(t *testing.T) {
	a := attitudes()
	r, err := Pearson(a[0], a[1])
	must(t, err)
	near(t, "Pearson", r, 0.82541756954214596)
	r, err = Spearman(a[0], a[1])
	must(t, err)
	near(t, "Spearman", r, 0.83220056226876316)
	if _, err := Pearson(a[0], make([]float64, 30)); !errors.Is(err, ErrFlat) {
		t.Errorf("flat: %v", err)
	}
	if _, err := Pearson([]float64{1, 2, None()}, []float64{1, 2, 3}); !errors.Is(err, ErrTooFew) {
		t.Errorf("two pairs: %v", err)
	}
}

func TestItemsFallIntoQuadrants(t *testing.T) {
	g, err := Drivers([]float64{.8, .6, .3, .3, .5}, []float64{90, 50, 80, 60, 70})
	must(t, err)
	near(t, "importance cut", g.ImportanceCut, .5)
	near(t, "performance cut", g.PerformanceCut, 70)
	for i, want := range []Quadrant{KeepUp, Improve, Hold, Later, KeepUp} { // the last lies on both cuts
		if g.Drivers[i].Quadrant != want {
			t.Errorf("item %d: %s, want %s", i, g.Drivers[i].Quadrant, want)
		}
	}
	near(t, "priority", g.Drivers[1].Priority, 30)
}

func TestRatesOfTheField(t *testing.T) {
	f := Field{Issued: 120, Ineligible: 20, Contacted: 80, Refused: 16, Valid: 60}
	for name, c := range map[string]struct {
		rate func() (float64, bool)
		want float64
	}{"response": {f.Response, .6}, "contact": {f.Contact, .8}, "refusal": {f.Refusal, .2}, "completion": {f.Completion, .75}} {
		got, there := c.rate()
		near(t, name, got, c.want)
		if !there {
			t.Errorf("%s is not there", name)
		}
	}
	if _, there := (Field{Issued: 3, Ineligible: 3}).Response(); there {
		t.Error("nobody to answer has a response rate")
	}
	p, err := Late(plants()[1], plants()[2])
	must(t, err)
	near(t, "late less early", p.Statistic, 3.0100985421243615647)
}
