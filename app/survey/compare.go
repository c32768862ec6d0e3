package survey

import (
	"cmp"
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
