package survey

import (
	"cmp"
	"math"
	"slices"
)

// Rule is how a sample is divided among the strata.
type Rule string

// The rules.
const (
	Proportional Rule = "proportional" // to the units
	Equal        Rule = "equal"        // the same for each
	Neyman       Rule = "neyman"       // to the units times their spread of last year
)

// Allocation is an order to divide a sample.
type Allocation struct {
	Size       int
	Rule       Rule
	Units      []int     // of each stratum
	Spreads    []float64 // of each stratum, for Neyman
	Floor, Cap int       // of each stratum; no cap where 0
}

// Allocate divides a sample among strata, in sum exactly its size.
//
//	proportional n N_h/N;  equal n/H;  Neyman n N_h S_h/ΣN_h S_h
//
// No stratum gets fewer than the floor or more than the cap or its units (a floor
// above the units means all of them); what that takes or gives is divided among the
// others by the same rule. Fractions are rounded by largest remainder, the larger
// stratum first where they agree. Source: Lohr (2022), 3.4; Neyman (1934), JRSS 97,
// 558-625; Hamilton's method of rounding. Errors: ErrPlan for a rule or a number
// that makes no sense; ErrLengths; ErrInfeasible where floors ask for more than the
// size, or caps and units allow less.
func (a Allocation) Allocate() ([]int, error) {
	ideal, err := a.ideal()
	if err != nil {
		return nil, err
	}
	low, high := make([]int, len(ideal)), make([]int, len(ideal))
	least, most := 0, 0
	for h, units := range a.Units {
		high[h] = units
		if a.Cap > 0 {
			high[h] = min(units, a.Cap)
		}
		low[h] = min(a.Floor, high[h])
		least, most = least+low[h], most+high[h]
	}
	if a.Size < least || a.Size > most {
		return nil, ErrInfeasible
	}
	return a.rounded(bounded(float64(a.Size), ideal, low, high), high), nil
}

// ideal is what each stratum counts for by the rule.
func (a Allocation) ideal() ([]float64, error) {
	if a.Size < 0 || a.Floor < 0 || a.Cap < 0 || a.Cap > 0 && a.Floor > a.Cap {
		return nil, ErrPlan
	}
	if a.Rule == Neyman && len(a.Spreads) != len(a.Units) {
		return nil, ErrLengths
	}
	ideal, sum := make([]float64, len(a.Units)), 0.0
	for h, units := range a.Units {
		ideal[h] = float64(units)
		switch {
		case units < 0:
			return nil, ErrPlan
		case a.Rule == Proportional:
		case a.Rule == Equal:
			ideal[h] = float64(min(units, 1))
		case a.Rule == Neyman && a.Spreads[h] >= 0 && !math.IsInf(a.Spreads[h], 1):
			ideal[h] *= a.Spreads[h]
		default:
			return nil, ErrPlan
		}
		sum += ideal[h]
	}
	if sum == 0 { // no spread anywhere: each unit counts alike
		for h, units := range a.Units {
			ideal[h] = float64(units)
		}
	}
	return ideal, nil
}

// bounded divides n in proportion to ideal, and sets aside stratum by stratum what
// its bounds decide: those below their least where together they lack more than the
// others have too much, else those above their most.
func bounded(n float64, ideal []float64, low, high []int) []float64 {
	x := make([]float64, len(ideal))
	set := make([]bool, len(ideal))
	for {
		rest, sum, free := n, 0.0, 0
		for h := range x {
			if set[h] {
				rest -= x[h]
			} else {
				sum += ideal[h]
				free++
			}
		}
		lack, excess := 0.0, 0.0
		for h := range x {
			if !set[h] {
				x[h] = portion(rest, ideal[h], sum, free)
				lack += max(0, float64(low[h])-x[h])
				excess += max(0, x[h]-float64(high[h]))
			}
		}
		if lack+excess < 1e-9 {
			return x
		}
		for h := range x {
			switch {
			case set[h]:
			case lack >= excess && x[h] < float64(low[h]):
				x[h], set[h] = float64(low[h]), true
			case lack < excess && x[h] > float64(high[h]):
				x[h], set[h] = float64(high[h]), true
			}
		}
	}
}

// portion of rest by the rule; where the rule gives none of those left anything, they
// share alike.
func portion(rest, ideal, sum float64, free int) float64 {
	if sum == 0 {
		return rest / float64(free)
	}
	return rest * ideal / sum
}

// rounded gives the whole parts, then one more each by largest remainder.
func (a Allocation) rounded(x []float64, high []int) []int {
	out, left := make([]int, len(x)), a.Size
	order := make([]int, len(x))
	for h := range x {
		order[h] = h
		out[h] = min(int(math.Floor(x[h]+1e-9)), high[h])
		left -= out[h]
	}
	slices.SortStableFunc(order, func(i, j int) int {
		ri, rj := x[i]-float64(out[i]), x[j]-float64(out[j])
		if math.Abs(ri-rj) > 1e-9 {
			return cmp.Compare(rj, ri)
		}
		return cmp.Compare(a.Units[j], a.Units[i])
	})
	for left > 0 {
		for _, h := range order {
			if left > 0 && out[h] < high[h] {
				out[h]++
				left--
			}
		}
	}
	return out
}
