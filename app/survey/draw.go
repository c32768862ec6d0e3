package survey

import (
	"cmp"
	"hash/fnv"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
)

// Unit is one household of the frame that can be drawn.
type Unit struct {
	ID      string // what it is known by, unique in the frame
	Order   string // where it stands: building, entrance, room; ID where empty
	Stratum int
}

// Way is how units are drawn in a stratum.
type Way string

// The ways of drawing.
const (
	Simple     Way = "simple"     // every set of units as likely as any other
	Systematic Way = "systematic" // one in every N/n along Order, from a chance start
)

// Plan is what a sample is drawn by. With the same frame and the same plan the
// same units are drawn, whatever order the frame comes in.
type Plan struct {
	Strata []Stratum
	Counts []int // to draw in each stratum
	Seed   uint64
	Way    Way
}

// Drawn is one stratum of a sample: the units drawn and, in the order they are
// called up, those that replace them.
type Drawn struct{ Units, Reserves []Unit }

// Draw draws a sample without replacement, stratum by stratum. Each stratum has its
// own stream of chance, made of the seed and its keys, so that a change in one leaves
// the others as they were. Source: Fisher and Yates (1938) as Durstenfeld's
// algorithm 235 (1964); fractional intervals as in Särndal, Swensson and Wretman
// (1992), 3.4; the stream is PCG-DXSM of Go's math/rand/v2. Errors: ErrLengths;
// ErrStratum; ErrInfeasible where a stratum has fewer units than asked for; ErrPlan
// for an unknown way, a count below 0 or a unit that is there twice.
func (p Plan) Draw(frame []Unit) ([]Drawn, error) {
	if len(p.Counts) != len(p.Strata) {
		return nil, ErrLengths
	}
	if p.Way != Simple && p.Way != Systematic {
		return nil, ErrPlan
	}
	in, err := p.sorted(frame)
	if err != nil {
		return nil, err
	}
	all := make([]Drawn, len(in))
	for h, units := range in {
		n, c := p.Counts[h], chanceOf(p.Seed, p.Strata[h].Keys)
		switch {
		case n < 0:
			return nil, ErrPlan
		case n > len(units):
			return nil, ErrInfeasible
		case p.Way == Systematic:
			units = c.systematic(units, n)
			c.shuffle(units[n:])
		default:
			c.shuffle(units)
		}
		all[h] = Drawn{units[:n:n], units[n:]}
	}
	return all, nil
}

// sorted are the units of each stratum in their own order.
func (p Plan) sorted(frame []Unit) ([][]Unit, error) {
	in, seen := make([][]Unit, len(p.Strata)), map[string]bool{}
	for _, u := range frame {
		switch {
		case u.Stratum < 0 || u.Stratum >= len(in):
			return nil, ErrStratum
		case seen[u.ID]:
			return nil, ErrPlan
		}
		seen[u.ID] = true
		in[u.Stratum] = append(in[u.Stratum], u)
	}
	for _, units := range in {
		slices.SortFunc(units, func(a, b Unit) int { return cmp.Or(cmp.Compare(a.place(), b.place()), cmp.Compare(a.ID, b.ID)) })
	}
	return in, nil
}

func (u Unit) place() string { return cmp.Or(u.Order, u.ID) }

// chance is a stream of numbers that stays the same for ever for the same seed:
// what is drawn from it is written here and not left to a library.
type chance struct{ source *rand.PCG }

func chanceOf(seed uint64, keys []string) chance {
	name := fnv.New64a()
	_, _ = name.Write([]byte(strings.Join(keys, "\x1f"))) // a hash writes without errors
	return chance{rand.NewPCG(seed, name.Sum64())}
}

// below is a number from 0 up to and without n, each as likely: Lemire (2019), Fast
// random integer generation in an interval.
func (c chance) below(n uint64) uint64 {
	for {
		high, low := bits.Mul64(c.source.Uint64(), n)
		if low >= n || low >= -n%n {
			return high
		}
	}
}

func (c chance) shuffle(units []Unit) {
	for i := len(units) - 1; i > 0; i-- {
		j := int(c.below(uint64(i + 1)))
		units[i], units[j] = units[j], units[i]
	}
}

// systematic puts n of the units first. In whole numbers: of N·n points along the
// list, one in every N is taken from a start below N, and each unit is n points
// long.
func (c chance) systematic(units []Unit, n int) []Unit {
	if n == 0 {
		return units
	}
	all := len(units)
	start := int(c.below(uint64(all)))
	drawn, rest := make([]Unit, 0, all), make([]Unit, 0, all-n)
	next := start
	for i, u := range units {
		if next < (i+1)*n {
			drawn = append(drawn, u)
			next += all
		} else {
			rest = append(rest, u)
		}
	}
	return append(drawn, rest...)
}
