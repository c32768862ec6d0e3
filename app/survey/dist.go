package survey

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// upper is the point above which half of what an interval leaves out lies.
const upper = 1 - (1-Level)/2

// z is the normal quantile of an interval of Level, 1.95996….
var z = distuv.UnitNormal.Quantile(upper)

// tQuantile is Student's t with df degrees of freedom at p, NaN without any.
func tQuantile(p, df float64) float64 {
	if !(df > 0) {
		return math.NaN()
	}
	t := distuv.StudentsT{Sigma: 1, Nu: df}
	return polish(t.Quantile(p), func(x float64) float64 { return (t.CDF(x) - p) / t.Prob(x) })
}

// fQuantile is F with a and b degrees of freedom at p.
func fQuantile(p, a, b float64) float64 {
	f := distuv.F{D1: a, D2: b}
	return polish(f.Quantile(p), func(x float64) float64 { return (f.CDF(x) - p) / f.Prob(x) })
}

// chiQuantile is the value below which a share p of a chi-square distribution lies.
func chiQuantile(p, df float64) float64 {
	d := distuv.ChiSquared{K: df}
	return polish(d.Quantile(p), func(x float64) float64 { return (d.CDF(x) - p) / d.Prob(x) })
}

// polish takes two steps of Newton, which makes a quantile as exact as the
// distribution it inverts.
func polish(x float64, step func(float64) float64) float64 {
	for range 2 {
		if s := step(x); !math.IsNaN(s) && !math.IsInf(s, 0) {
			x -= s
		}
	}
	return x
}

// tTail is the chance of a t at least as far from 0, either side.
func tTail(t, df float64) float64 {
	if math.IsNaN(t) || !(df > 0) {
		return math.NaN()
	}
	return 2 * distuv.StudentsT{Sigma: 1, Nu: df}.Survival(math.Abs(t))
}

// fTail is the chance of an F at least as large, exact for small chances too: the
// upper tail of F is the lower tail of a beta distribution.
func fTail(f, a, b float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 1) || !(b > 0) {
		return math.NaN()
	}
	return distuv.Beta{Alpha: b / 2, Beta: a / 2}.CDF(b / (b + a*f))
}

// chiTail is the chance of a chi-square at least as large.
func chiTail(x, df float64) float64 { return distuv.ChiSquared{K: df}.Survival(x) }
