package sample

import (
	"math/rand/v2"
	"slices"
)

// chance is where the variety comes from; the same seed gives the same.
type chance struct{ *rand.Rand }

// of is true in so many cases of a hundred.
func (c chance) of(percent float64) bool { return c.Float64()*100 < percent }

// between is a number from a to b, both included.
func (c chance) between(a, b int) int {
	if b <= a {
		return a
	}
	return a + c.IntN(b-a+1)
}

// one is any of a list.
func one[T any](c chance, list []T) T {
	var none T
	if len(list) == 0 {
		return none
	}
	return list[c.IntN(len(list))]
}

// share is something with its weight among others.
type share[T any] struct {
	weight int
	what   T
}

// drawn is one of the shares, by their weights.
func drawn[T any](c chance, shares []share[T]) T {
	sum := 0
	for _, s := range shares {
		sum += s.weight
	}
	n := c.IntN(sum)
	for _, s := range shares {
		if n -= s.weight; n < 0 {
			return s.what
		}
	}
	return shares[len(shares)-1].what
}

func among[T comparable](v T, list []T) bool { return slices.Contains(list, v) }
