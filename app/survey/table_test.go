package survey

import (
	"errors"
	"testing"
)

// Agresti (2007), An Introduction to Categorical Data Analysis, p. 39: 30.07; more
// digits from R's chisq.test.
func TestChiSquareAsAgrestiPrintsIt(t *testing.T) {
	v, err := ChiSquare([][]float64{{762, 327, 468}, {484, 239, 477}})
	must(t, err)
	near(t, "chi-square", v.Statistic, 30.070149095754672)
	near(t, "P", v.P, 2.9535891832117569e-07)
	nearBy(t, "expected", v.Expected[0][0], 703.7, 0.05)
	if v.DF != 2 || !v.Fit {
		t.Errorf("%+v", v)
	}
	y, err := Yates([2][2]float64{{56, 14}, {48, 32}})
	must(t, err)
	near(t, "with Yates' correction", y.Statistic, 6.114270410296224)
	near(t, "its P", y.P, 0.013409475178668959)
}

// R's example of chisq.test with given chances: 9.9901, P 0.04059.
func TestGoodnessOfFit(t *testing.T) {
	v, err := Goodness([]float64{89, 37, 30, 28, 2}, []float64{400, 200, 200, 150, 50})
	must(t, err)
	near(t, "chi-square", v.Statistic, 9.990143369175627)
	near(t, "P", v.P, 0.040594043344781221)
	if v.DF != 4 || !v.Fit {
		t.Errorf("%+v", v)
	}
	if _, err := Goodness([]float64{1, 2, 2}, []float64{0, 5, 5}); !errors.Is(err, ErrMargins) {
		t.Errorf("answers where nobody lives: %v", err)
	}
}

func TestATableTooThinIsNotTested(t *testing.T) {
	for name, c := range map[string]struct {
		counts [][]float64
		fit    bool
	}{
		"an expected count below 1":       {[][]float64{{1, 100}, {0, 120}}, false},
		"a quarter of them below 5":       {[][]float64{{4, 100}, {4, 80}}, false},
		"one in six below 5":              {[][]float64{{60, 60, 8}, {30, 30, 4}}, true},
		"an empty column asks for no one": {[][]float64{{30, 0, 30}, {20, 0, 40}}, true},
	} {
		v, err := ChiSquare(c.counts)
		must(t, err)
		if v.Fit != c.fit {
			t.Errorf("%s: fit %v, expected %v", name, v.Fit, v.Expected)
		}
	}
	if _, err := ChiSquare([][]float64{{3, 0}, {4, 0}}); !errors.Is(err, ErrTooFew) {
		t.Errorf("one column: %v", err)
	}
	if _, err := ChiSquare([][]float64{{3, 1}, {4}}); !errors.Is(err, ErrLengths) {
		t.Errorf("rows of different length: %v", err)
	}
}
