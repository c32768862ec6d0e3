package survey

import (
	"cmp"
	"math"
	"slices"
)

// leastForTest is the fewest answers of a group that is compared, fewForTest the
// number below which a group is called small.
const (
	leastForTest = 5
	fewForTest   = 30
)

// Verdict is the outcome of a test. Statistic is t, F, H or chi-square.
type Verdict struct {
	Statistic float64
	DF, DF2   float64 // DF2 of F tests only
	P         float64
	Small     bool // a group has fewer than 30 answers: said beside the outcome
}

// Significant reports whether a difference may be spoken of, P below 0.05.
func (v Verdict) Significant() bool { return v.P < 1-Level }

// cell is what one group of answers comes to.
type cell struct{ n, mean, variance float64 }

// cells are what groups come to; ErrTooFew below two groups, or a group of fewer
// than five.
func cells(groups [][]float64) (all []cell, small bool, err error) {
	for _, y := range groups {
		n, mean, variance := moments(y)
		if n < leastForTest {
			return nil, false, ErrTooFew
		}
		small = small || n < fewForTest
		all = append(all, cell{float64(n), mean, variance})
	}
	if len(all) < 2 {
		return nil, false, ErrTooFew
	}
	return all, small, nil
}

// ANOVA compares the means of groups whose spreads are alike.
//
//	F = Σn_g(ȳ_g-ȳ)²/(k-1) / (Σ(n_g-1)s_g²/(n-k)),  df k-1 and n-k
//
// Source: Fisher (1925), Statistical Methods for Research Workers. Welch is what is
// reported; this stands beside it. Errors: ErrTooFew, ErrFlat.
func ANOVA(groups [][]float64) (Verdict, error) {
	all, small, err := cells(groups)
	if err != nil {
		return Verdict{}, err
	}
	n, sum := 0.0, 0.0
	for _, c := range all {
		n += c.n
		sum += c.n * c.mean
	}
	between, within, k := 0.0, 0.0, float64(len(all))
	for _, c := range all {
		between += c.n * (c.mean - sum/n) * (c.mean - sum/n)
		within += (c.n - 1) * c.variance
	}
	if within == 0 {
		return Verdict{}, ErrFlat
	}
	v := Verdict{Statistic: between / (k - 1) / (within / (n - k)), DF: k - 1, DF2: n - k, Small: small}
	v.P = fTail(v.Statistic, v.DF, v.DF2)
	return v, nil
}

// Welch compares the means of groups, whatever their spreads.
//
//	w_g = n_g/s_g²,  ỹ = Σw_g ȳ_g/Σw_g,  λ = Σ(1 - w_g/Σw)²/(n_g-1)
//	F = Σw_g(ȳ_g-ỹ)²/(k-1) / (1 + 2(k-2)λ/(k²-1)),  df k-1 and (k²-1)/3λ
//
// Source: Welch (1951), Biometrika 38, 330-336. Errors: ErrTooFew below two groups or
// five answers in one; ErrFlat where a group has no spread.
func Welch(groups [][]float64) (Verdict, error) {
	all, small, err := cells(groups)
	if err != nil {
		return Verdict{}, err
	}
	w, middle := 0.0, 0.0
	for _, c := range all {
		if c.variance == 0 {
			return Verdict{}, ErrFlat
		}
		w += c.n / c.variance
		middle += c.n / c.variance * c.mean
	}
	middle /= w
	between, lambda, k := 0.0, 0.0, float64(len(all))
	for _, c := range all {
		own := c.n / c.variance
		between += own * (c.mean - middle) * (c.mean - middle)
		lambda += (1 - own/w) * (1 - own/w) / (c.n - 1)
	}
	v := Verdict{DF: k - 1, DF2: (k*k - 1) / (3 * lambda), Small: small}
	v.Statistic = between / (k - 1) / (1 + 2*(k-2)*lambda/(k*k-1))
	v.P = fTail(v.Statistic, v.DF, v.DF2)
	return v, nil
}

// KruskalWallis compares groups by the ranks of their answers, corrected for ties.
//
//	H = [12/(n(n+1)) ΣR_g²/n_g - 3(n+1)] / [1 - Σ(t³-t)/(n³-n)],  df k-1
//
// R_g is the sum of a group's ranks, t the size of each tie; P by chi-square. Source:
// Kruskal and Wallis (1952), JASA 47, 583-621. Errors: ErrTooFew, ErrFlat.
func KruskalWallis(groups [][]float64) (Verdict, error) {
	all, small, err := cells(groups)
	if err != nil {
		return Verdict{}, err
	}
	var flat []float64
	for _, y := range groups {
		for _, x := range y {
			if given(x) {
				flat = append(flat, x)
			}
		}
	}
	r, tied := ranks(flat)
	n, sum, at := float64(len(flat)), 0.0, 0
	for _, c := range all {
		own := total(r[at : at+int(c.n)])
		at += int(c.n)
		sum += own * own / c.n
	}
	if tied == n*n*n-n {
		return Verdict{}, ErrFlat
	}
	v := Verdict{DF: float64(len(all) - 1), Small: small}
	v.Statistic = (12/(n*(n+1))*sum - 3*(n+1)) / (1 - tied/(n*n*n-n))
	v.P = chiTail(v.Statistic, v.DF)
	return v, nil
}

// ranks of values, the mean rank for ties, and Σ(t³-t) over the ties.
func ranks(x []float64) (r []float64, tied float64) {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	r = make([]float64, len(x))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && x[order[to]] == x[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			r[i] = float64(from+to+1) / 2
		}
		t := float64(to - from)
		tied += t*t*t - t
		from = to
	}
	return r, tied
}

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
