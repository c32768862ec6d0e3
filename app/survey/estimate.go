package survey

import "math"

// Estimate is what a sample says of a mean over all units, in the units of the
// answers. Interval and error are NaN where they cannot be had.
type Estimate struct {
	N         int // answers given
	Mean, SE  float64
	DF        float64
	Low, High float64
	DEFF      float64 // variance against a simple random sample of the same size
	Merged    []Merge
}

// Mean estimates the mean of an item over all units of the frame. of holds the
// stratum of each sheet, y its answer.
//
//	ȳ = Σ W_h ȳ_h                          W_h = N_h/N
//	SE² = Σ W_h² (1 - n_h/N_h) s_h²/n_h    s_h² with n_h-1
//	df = n - H,  ȳ ± t(.975, df)·SE
//	DEFF = SE² / ((1 - n/N) S²/n)          S² = n/(n-1) Σ w(y-ȳ)²/Σw,  w = N_h/n_h
//
// n_h is the answers to this item; strata with fewer than two are put together
// (Merged). Without correction the factors 1-n/N are left out, in SE and in DEFF.
// Source: Cochran (1977), Sampling Techniques, 5.3 to 5.6; Lohr (2022), Sampling:
// Design and Analysis, 3.2; DEFF as svymean of R's survey reckons it.
// Errors: ErrNoAnswers, ErrLengths, ErrStratum, ErrOverfull.
func (d Design) Mean(of []int, y []float64) (Estimate, error) {
	if err := d.check(of, y); err != nil {
		return Estimate{}, err
	}
	p := d.spreadOf(of, y)
	if p.given == 0 {
		return Estimate{}, ErrNoAnswers
	}
	e := Estimate{N: p.given, DF: float64(p.given - len(p.groups)), Merged: merges(p.groups, p.n)}
	for g := range p.groups {
		e.Mean += p.weight(g) * p.mean[g]
	}
	variance := 0.0
	for g := range p.groups {
		variance += d.part(p, g)
	}
	e.SE = math.Sqrt(variance)
	e.DEFF = variance / d.simple(p, e.Mean)
	return d.bounded(e), nil
}

// spread is an item's answers by group of strata.
type spread struct {
	n        []int // answers in each stratum
	groups   []group
	in       []int // group of each stratum
	mean, ss []float64
	given    int
	all      float64 // units in the frame
}

// spreadOf takes two rounds, so that large answers close together lose no digits.
func (d Design) spreadOf(of []int, y []float64) spread {
	p := spread{n: make([]int, len(d.Strata))}
	for i, x := range y {
		if given(x) {
			p.n[of[i]]++
			p.given++
		}
	}
	p.groups, p.in = d.groups(p.n)
	p.mean, p.ss = make([]float64, len(p.groups)), make([]float64, len(p.groups))
	for i, x := range y {
		if given(x) {
			p.mean[p.in[of[i]]] += x
		}
	}
	for g, s := range p.groups {
		p.all += float64(s.all)
		if s.n > 0 {
			p.mean[g] /= float64(s.n)
		}
	}
	for i, x := range y {
		if given(x) {
			g := p.in[of[i]]
			p.ss[g] += (x - p.mean[g]) * (x - p.mean[g])
		}
	}
	return p
}

// weight is the share of all units that a group has.
func (p spread) weight(g int) float64 { return float64(p.groups[g].all) / p.all }

// part is what a group adds to the variance of the mean.
func (d Design) part(p spread, g int) float64 {
	n, all := float64(p.groups[g].n), float64(p.groups[g].all)
	if d.corrects() && n == all {
		return 0
	}
	return p.weight(g) * p.weight(g) * d.correction(n, all) * p.ss[g] / (n - 1) / n
}

func (d Design) correction(n, all float64) float64 {
	if d.corrects() {
		return 1 - n/all
	}
	return 1
}

// simple is the variance that a simple random sample of the same size would have.
// Over a group Σ(y-ȳ)² is its own spread and its distance from the whole.
func (d Design) simple(p spread, mean float64) float64 {
	n := float64(p.given)
	square := 0.0
	for g, s := range p.groups {
		off := p.mean[g] - mean
		square += p.weight(g) * (p.ss[g]/float64(s.n) + off*off)
	}
	return d.correction(n, p.all) * square / (n - 1)
}

// bounded adds the interval; a convenience sample has none.
func (d Design) bounded(e Estimate) Estimate {
	if d.Convenience {
		e.Low, e.High = math.NaN(), math.NaN()
		return e
	}
	half := tQuantile(upper, e.DF) * e.SE
	e.Low, e.High = e.Mean-half, e.Mean+half
	return e
}
