package survey

import (
	"math"
	"slices"
)

// Weights gives each sheet the number of units it stands for, N_h/n_h; in sum they
// are the units of the frame. A stratum without sheets gives its units to a
// neighbour (Merge). Source: Lohr (2022), 3.3. Errors: ErrNoAnswers, ErrStratum,
// ErrOverfull.
func (d Design) Weights(of []int) ([]float64, []Merge, error) {
	if err := d.check(of); err != nil {
		return nil, nil, err
	}
	if len(of) == 0 {
		return nil, nil, ErrNoAnswers
	}
	p := d.spreadOf(of, make([]float64, len(of)))
	weights := make([]float64, len(of))
	for i, h := range of {
		g := p.groups[p.in[h]]
		weights[i] = float64(g.all) / float64(g.n)
	}
	return weights, merges(p.groups, p.n), nil
}

// Loss is Kish's design effect of unequal weights, n Σw²/(Σw)²: 1 where all weigh
// alike. Source: Kish (1992), Journal of Official Statistics 8, 183-200.
func Loss(weights []float64) float64 {
	sum, squares := 0.0, 0.0
	for _, w := range weights {
		sum += w
		squares += w * w
	}
	return float64(len(weights)) * squares / (sum * sum)
}

// Margin is one way of dividing the frame, by area or by owner type: the category of
// each sheet, and the units of each category.
type Margin struct {
	Of     []int
	Totals []float64
}

// Raked are weights that meet margins.
type Raked struct {
	Weights []float64
	Rounds  int
	Miss    float64 // largest |reached/wanted - 1| over all categories
	Capped  int     // sheets whose weight lies on a bound
	Loss    float64 // Loss of the weights
}

// Bounds of raking.
const (
	rakeRounds = 100
	rakeMiss   = 1e-8
	rakeLow    = 0.2 // of the mean weight
	rakeHigh   = 5
)

// Rake finds weights that meet every margin where only margins are known: each in
// turn is scaled to its totals until none is missed by more than 1e-8, at most 100
// rounds. Weights keep between 0.2 and 5 times their mean, so margins that ask for
// more are missed, and Miss says by how much. Source: Deming and Stephan (1940),
// Annals of Mathematical Statistics 11, 427-444. Units are those of the totals.
// Errors: ErrNoAnswers; ErrLengths; ErrMargins for a category with units and no
// sheet, with sheets and no units, or margins whose sums differ.
func Rake(margins []Margin) (Raked, error) {
	if err := checkMargins(margins); err != nil {
		return Raked{}, err
	}
	n := len(margins[0].Of)
	sum := total(margins[0].Totals)
	r := Raked{Weights: slices.Repeat([]float64{sum / float64(n)}, n)}
	mean := sum / float64(n)
	for r.Rounds = 1; r.Rounds <= rakeRounds; r.Rounds++ {
		for _, m := range margins {
			m.scale(r.Weights)
		}
		r.Capped = 0
		for i, w := range r.Weights {
			if r.Weights[i] = min(max(w, rakeLow*mean), rakeHigh*mean); r.Weights[i] != w {
				r.Capped++
			}
		}
		r.Miss = 0
		for _, m := range margins {
			r.Miss = max(r.Miss, m.miss(r.Weights))
		}
		if r.Miss < rakeMiss {
			break
		}
	}
	r.Rounds, r.Loss = min(r.Rounds, rakeRounds), Loss(r.Weights)
	return r, nil
}

func checkMargins(margins []Margin) error {
	if len(margins) == 0 || len(margins[0].Of) == 0 {
		return ErrNoAnswers
	}
	sum := total(margins[0].Totals)
	for _, m := range margins {
		if len(m.Of) != len(margins[0].Of) {
			return ErrLengths
		}
		count := make([]int, len(m.Totals))
		for _, c := range m.Of {
			if c < 0 || c >= len(count) {
				return ErrMargins
			}
			count[c]++
		}
		for c, t := range m.Totals {
			if t < 0 || (t > 0) != (count[c] > 0) {
				return ErrMargins
			}
		}
		if math.Abs(total(m.Totals)-sum) > 1e-9*sum {
			return ErrMargins
		}
	}
	return nil
}

func (m Margin) reached(weights []float64) []float64 {
	sums := make([]float64, len(m.Totals))
	for i, c := range m.Of {
		sums[c] += weights[i]
	}
	return sums
}

func (m Margin) scale(weights []float64) {
	sums := m.reached(weights)
	for i, c := range m.Of {
		weights[i] *= m.Totals[c] / sums[c]
	}
}

func (m Margin) miss(weights []float64) float64 {
	worst := 0.0
	for c, s := range m.reached(weights) {
		if m.Totals[c] > 0 {
			worst = max(worst, math.Abs(s/m.Totals[c]-1))
		}
	}
	return worst
}

func total(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}
