package survey

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Count is how often something happened in so many days, all of it, not a sample.
type Count struct {
	N    int
	Days float64
}

// Rate is how often something happened in per days, with the exact interval of a
// Poisson count.
//
//	low = χ²(.025; 2n)/2,  high = χ²(.975; 2n+2)/2,  each times per/days; low 0 for n = 0
//
// Source: Garwood (1936), Biometrika 28, 437-442; R's poisson.test gives the same.
// Errors: ErrNoTime.
func (c Count) Rate(per float64) (rate, low, high float64, err error) {
	if c.Days <= 0 || c.N < 0 {
		return 0, 0, 0, ErrNoTime
	}
	each, n := per/c.Days, float64(c.N)
	if c.N > 0 {
		low = chiQuantile(1-upper, 2*n) / 2
	}
	return n * each, low * each, chiQuantile(upper, 2*n+2) / 2 * each, nil
}

// Since compares a count with one of an earlier time. The outcome is exact whatever
// the numbers; its Statistic is the ratio of the rates, +Inf where before was none.
//
//	given n = n1+n2, n2 ~ Binomial(n, d2/(d1+d2))
//	P = Σ Pr(k) over all k with Pr(k) ≤ Pr(n2)·(1+1e-7)
//
// Source: Przyborowski and Wilenski (1940), Biometrika 31, 313-323; R's poisson.test of
// two counts gives the same. Errors: ErrNoTime; ErrFlat where nothing happened at all.
func (c Count) Since(before Count) (Verdict, error) {
	if c.Days <= 0 || before.Days <= 0 || c.N < 0 || before.N < 0 {
		return Verdict{}, ErrNoTime
	}
	n := c.N + before.N
	if n == 0 {
		return Verdict{}, ErrFlat
	}
	b := distuv.Binomial{N: float64(n), P: c.Days / (c.Days + before.Days)}
	most := b.LogProb(float64(c.N)) + math.Log1p(1e-7)
	v := Verdict{Statistic: float64(c.N) / c.Days / (float64(before.N) / before.Days), Small: n < fewForTest}
	for k := range n + 1 {
		if p := b.LogProb(float64(k)); p <= most {
			v.P += math.Exp(p)
		}
	}
	v.P = min(1, v.P)
	return v, nil
}
