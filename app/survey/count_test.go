package survey

import (
	"errors"
	"math"
	"testing"
)

// R: poisson.test(10), poisson.test(0) and poisson.test(137, 28.5/30) print these
// intervals.
func TestRatesHaveExactIntervals(t *testing.T) {
	for _, c := range []struct {
		of              Count
		per             float64
		rate, low, high float64
	}{
		{Count{10, 30}, 30, 10, 4.79538869613243, 18.39035604201778},
		{Count{0, 30}, 30, 0, 0, 3.68887945411394},
		{Count{137, 28.5}, 30, 144.210526315789474, 121.074246772420, 170.480425987446},
	} {
		rate, low, high, err := c.of.Rate(c.per)
		must(t, err)
		near(t, "rate", rate, c.rate)
		near(t, "low", low, c.low)
		near(t, "high", high, c.high)
	}
	if _, _, _, err := (Count{N: 3}).Rate(30); !errors.Is(err, ErrNoTime) {
		t.Errorf("a count over no time says %v", err)
	}
}

// R: poisson.test(c(n2, n1), c(d2, d1))$p.value.
func TestCountsOfTwoTimesAreComparedExactly(t *testing.T) {
	for _, c := range []struct {
		before, now Count
		p           float64
		small, sure bool
	}{
		{Count{23, 3011}, Count{11, 800}, 0.136634447064282, false, false},
		{Count{24, 92}, Count{11, 90}, 0.0413820880932797, false, true},
		{Count{14, 90}, Count{6, 90}, 0.115318298339844, true, false},
		{Count{0, 60}, Count{7, 90}, 0.0468352, true, true},
		{Count{1050, 365}, Count{950, 365}, 0.0268241462402806, false, true},
	} {
		v, err := c.now.Since(c.before)
		must(t, err)
		near(t, "P", v.P, c.p)
		if v.Small != c.small || v.Significant() != c.sure {
			t.Errorf("%v since %v: %+v", c.now, c.before, v)
		}
	}
	if v, err := (Count{7, 90}).Since(Count{0, 60}); err != nil || !math.IsInf(v.Statistic, 1) {
		t.Errorf("the ratio to none is %v, %v", v.Statistic, err)
	}
	if _, err := (Count{0, 90}).Since(Count{0, 60}); !errors.Is(err, ErrFlat) {
		t.Errorf("nothing at all says %v", err)
	}
	if _, err := (Count{3, 0}).Since(Count{3, 60}); !errors.Is(err, ErrNoTime) {
		t.Errorf("no time says %v", err)
	}
}
