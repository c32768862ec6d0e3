package survey

import "math"

// Dimension is a part of the questionnaire: the numbers of its items, and how much
// it weighs in the index.
type Dimension struct {
	Items  []int
	Weight float64
}

// Index is a weighted mean of items, as one estimate.
type Index struct {
	Estimate
	Weights []float64 // of each item, in sum 1
	Missing []int     // dimensions without any answer; their weight went to the others
}

// Index estimates a weighted mean over dimensions, each the plain mean of its items.
//
//	I = Σ_j w_j ȳ_j,  w_j = w_d / items of d,  Σw = 1
//	SE² = Σ_h (1 - n_h/N_h) n_h/(n_h-1) Σ_i z_hi²
//	z_hi = Σ_j w_j W_h (y_hij - ȳ_hj)/n_hj over the items i answered
//
// ȳ_j is Design.Mean of item j; n_h counts the sheets with any answer. One item, or
// items all answered, give exactly the error of Design.Mean of the sheet's own
// mean. Source: Taylor linearization, Särndal, Swensson and Wretman (1992), Model
// Assisted Survey Sampling, 5.5. DEFF is not reckoned (NaN). Units are those of
// the answers. Errors: those of Design.Mean; ErrPlan for a weight below 0, an item
// that is not there or no weight at all.
func (d Design) Index(of []int, items [][]float64, dims []Dimension) (Index, error) {
	if err := d.check(of, items...); err != nil {
		return Index{}, err
	}
	x := Index{Estimate: Estimate{DEFF: math.NaN()}}
	var err error
	if x.Weights, x.Missing, err = itemWeights(items, dims); err != nil {
		return Index{}, err
	}
	whole := newUnion(len(d.Strata))
	z, any := make([]float64, len(of)), make([]bool, len(of))
	for j, w := range x.Weights {
		if w == 0 {
			continue
		}
		p := d.spreadOf(of, items[j])
		for g, s := range p.groups {
			x.Mean += w * p.weight(g) * p.mean[g]
			whole.join(s.strata)
		}
		for i, y := range items[j] {
			if given(y) {
				g := p.in[of[i]]
				z[i] += w * p.weight(g) * (y - p.mean[g]) / float64(p.groups[g].n)
				any[i] = true
			}
		}
	}
	d.linear(&x, of, z, any, whole)
	return x, nil
}

// linear adds error and interval out of what each sheet adds to the index.
func (d Design) linear(x *Index, of []int, z []float64, any []bool, whole union) {
	ss, n, all := make([]float64, len(d.Strata)), make([]float64, len(d.Strata)), make([]float64, len(d.Strata))
	count := make([]int, len(d.Strata))
	for i, h := range of {
		if any[i] {
			count[h]++
			x.N++
			n[whole.of(h)]++
			ss[whole.of(h)] += z[i] * z[i]
		}
	}
	parts := map[int][]int{}
	for h, s := range d.Strata {
		if s.N > 0 {
			all[whole.of(h)] += float64(s.N)
			parts[whole.of(h)] = append(parts[whole.of(h)], h)
		}
	}
	var groups []group
	variance := 0.0
	for h := range d.Strata { // in the order of the frame, so that sums are the same each time
		if part := parts[h]; part != nil {
			groups = append(groups, group{strata: part})
			if f := d.correction(n[h], all[h]); f != 0 {
				variance += f * n[h] / (n[h] - 1) * ss[h]
			}
		}
	}
	x.SE, x.DF, x.Merged = math.Sqrt(variance), float64(x.N-len(groups)), merges(groups, count)
	x.Estimate = d.bounded(x.Estimate)
}

// itemWeights spreads the weights of dimensions over their items; what has no
// answer at all leaves its weight to the rest.
func itemWeights(items [][]float64, dims []Dimension) (weights []float64, missing []int, err error) {
	weights = make([]float64, len(items))
	sum := 0.0
	for k, dim := range dims {
		if dim.Weight < 0 || math.IsNaN(dim.Weight) {
			return nil, nil, ErrPlan
		}
		var there []int
		for _, j := range dim.Items {
			if j < 0 || j >= len(items) {
				return nil, nil, ErrPlan
			}
			if answered(items[j]) {
				there = append(there, j)
			}
		}
		if len(there) == 0 {
			missing = append(missing, k)
			continue
		}
		sum += dim.Weight
		for _, j := range there {
			weights[j] += dim.Weight / float64(len(there))
		}
	}
	switch {
	case len(missing) == len(dims):
		return nil, nil, ErrNoAnswers
	case sum == 0:
		return nil, nil, ErrPlan
	}
	for j := range weights {
		weights[j] /= sum
	}
	return weights, missing, nil
}

func answered(y []float64) bool {
	for _, x := range y {
		if given(x) {
			return true
		}
	}
	return false
}

// union tells which strata belong together once some were joined; the first of them
// stands for all.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u union) of(i int) int {
	for u[i] != i {
		i = u[i]
	}
	return i
}

func (u union) join(all []int) {
	for _, i := range all {
		a, b := u.of(all[0]), u.of(i)
		u[max(a, b)] = min(a, b)
	}
}
