package survey

import (
	"cmp"
	"math"
	"slices"
)

// Pair is the comparison of two groups, by their numbers.
type Pair struct {
	A, B       int
	Difference float64 // mean of A less mean of B
	Low, High  float64 // of this pair alone
	Verdict            // P of this pair alone
	Adjusted   float64 // P by Holm over all pairs; what is judged by
}

// Pairs compares every two groups by Welch's t, and adjusts for their number by Holm.
//
//	t = (ȳ_a-ȳ_b)/√(s_a²/n_a + s_b²/n_b)
//	df = (v_a+v_b)²/(v_a²/(n_a-1) + v_b²/(n_b-1)),  v = s²/n
//
// Source: Welch (1947), Biometrika 34, 28-35; Satterthwaite (1946), Biometrics
// Bulletin 2, 110-114. Errors: ErrTooFew, ErrFlat.
func Pairs(groups [][]float64) ([]Pair, error) {
	all, _, err := cells(groups)
	if err != nil {
		return nil, err
	}
	var pairs []Pair
	var ps []float64
	for a := range all {
		for b := a + 1; b < len(all); b++ {
			d, err := differ(all[a].estimate(), all[b].estimate())
			if err != nil {
				return nil, err
			}
			d.Small = min(all[a].n, all[b].n) < fewForTest
			pairs = append(pairs, Pair{a, b, d.Difference, d.Low, d.High, d.Verdict, 0})
			ps = append(ps, d.P)
		}
	}
	for i, p := range Holm(ps) {
		pairs[i].Adjusted = p
	}
	return pairs, nil
}

func (c cell) estimate() Estimate {
	return Estimate{N: int(c.n), Mean: c.mean, SE: math.Sqrt(c.variance / c.n), DF: c.n - 1}
}

// Holm adjusts the chances of several tests, so that the chance of any false alarm
// stays what one test alone would have: the i-th smallest of m times m-i+1, never
// below the one before, never above 1. Source: Holm (1979), Scandinavian Journal of
// Statistics 6, 65-70.
func Holm(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	out, least := make([]float64, len(p)), 0.0
	for at, i := range order {
		least = min(1, max(least, float64(len(p)-at)*p[i]))
		out[i] = least
	}
	return out
}

// Change is the difference of two estimates.
type Change struct {
	Difference, SE float64
	Low, High      float64
	Verdict
}

// Since is the change from an estimate of another year, of the same question on the
// same scale, with the errors of both designs.
//
//	t = (m1-m2)/√(v1+v2),  df = (v1+v2)²/(v1²/df1 + v2²/df2),  v = SE²
//
// Source: Satterthwaite (1946). Errors: ErrTooFew where an estimate has fewer than
// five answers or no error; ErrFlat where both errors are 0.
func (e Estimate) Since(before Estimate) (Change, error) {
	if e.N < leastForTest || before.N < leastForTest {
		return Change{}, ErrTooFew
	}
	return differ(e, before)
}

func differ(a, b Estimate) (Change, error) {
	v, w := a.SE*a.SE, b.SE*b.SE
	switch {
	case math.IsNaN(v + w):
		return Change{}, ErrTooFew
	case v+w == 0:
		return Change{}, ErrFlat
	}
	c := Change{Difference: a.Mean - b.Mean, SE: math.Sqrt(v + w)}
	c.Statistic = c.Difference / c.SE
	c.DF = (v + w) * (v + w) / (share(v, a.DF) + share(w, b.DF))
	c.P = tTail(c.Statistic, c.DF)
	c.Small = min(a.N, b.N) < fewForTest
	half := tQuantile(upper, c.DF) * c.SE
	c.Low, c.High = c.Difference-half, c.Difference+half
	return c, nil
}

// share is v²/df, nothing for an estimate without error.
func share(v, df float64) float64 {
	if v == 0 {
		return 0
	}
	return v * v / df
}
