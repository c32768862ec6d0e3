package soak

import (
	"flag"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func drawn(t *testing.T) (all []uint64) {
	Check(t, func(t *rapid.T) { all = append(all, rapid.Uint64().Draw(t, "number")) })
	return all
}

func TestAnOrdinaryRunDrawsTheSameEachTime(t *testing.T) {
	first, second := drawn(t), drawn(t)
	if len(first) < 100 || !slices.Equal(first, second) {
		t.Errorf("%d numbers, then %d, which are not the same", len(first), len(second))
	}
	if seed := flag.Lookup("rapid.seed").Value.String(); seed == "0" {
		t.Error("the seed is left to chance")
	}
}

func TestOnlyTheWideRunIsToldItsSeed(t *testing.T) {
	for _, c := range []struct {
		on, seed string
		want     uint64
		rounds   int
	}{
		{"", "", 0, 30}, {"", "7", 0, 30}, {"1", "7", 7, 300}, {"1", "", 0, 300}, {"1", "18446744073709551615", 1<<64 - 1, 300},
	} {
		t.Setenv("OWNERDESK_SOAK", c.on)
		t.Setenv("OWNERDESK_SOAK_SEED", c.seed)
		if seed, n := Seed(), Rounds(30, 300); seed != c.want || n != c.rounds {
			t.Errorf("soak %q by %q: seed %d, %d rounds", c.on, c.seed, seed, n)
		}
	}
}
