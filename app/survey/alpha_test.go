package survey

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// R's help of psych::alpha prints 0.84 for attitude; more digits by the formula in R.
func TestAlphaOfTheAttitudes(t *testing.T) {
	r, err := Alpha(attitudes())
	must(t, err)
	near(t, "alpha", r.Value, 0.84314276956475986)
	near(t, "low", r.Low, 0.73937568564310729)
	near(t, "high", r.High, 0.9157730721599816)
	for j, want := range [][2]float64{
		{0.80976020630892143, 0.67126205722366428}, {0.79691745727413965, 0.74210971022223859},
		{0.82784776593865905, 0.56071111148025565}, {0.80303097502257437, 0.71444549813367619},
		{0.79538657419820524, 0.78627559383439993}, {0.86387231144643684, 0.26503433919667607},
		{0.8404648682654573, 0.46081054946849642},
	} {
		near(t, "without one", r.Items[j].Dropped, want[0])
		near(t, "with the others", r.Items[j].Correlation, want[1])
	}
	if r.N != 30 || r.K != 7 {
		t.Errorf("%d sheets, %d items", r.N, r.K)
	}
}

func TestAlphaLooksAtWholeSheetsOnly(t *testing.T) {
	whole, gaps := attitudes(), attitudes()
	for j := range gaps {
		gaps[j] = append(gaps[j], float64(j))
	}
	gaps[2][30] = None()
	a, err := Alpha(whole)
	must(t, err)
	b, err := Alpha(gaps)
	must(t, err)
	near(t, "alpha", b.Value, a.Value)
	two, err := Alpha(whole[:2])
	must(t, err)
	if !math.IsNaN(two.Items[0].Dropped) {
		t.Errorf("one item alone has the alpha %v", two.Items[0].Dropped)
	}
	if _, err := Alpha(whole[:1]); !errors.Is(err, ErrTooFew) {
		t.Errorf("one item: %v", err)
	}
	if _, err := Alpha([][]float64{whole[0][:9], whole[1][:9]}); !errors.Is(err, ErrTooFew) {
		t.Errorf("nine sheets: %v", err)
	}
	for _, x := range []float64{0, 3, 4} {
		flat := slices.Repeat([]float64{x}, 14) // a fourteenth of 3 has no end
		if _, err := Alpha([][]float64{flat, flat}); !errors.Is(err, ErrFlat) {
			t.Errorf("all %v: %v", x, err)
		}
	}
}
