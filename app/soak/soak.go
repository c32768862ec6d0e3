// Package soak is the chance of property tests. In an ordinary run it is the same
// each time, so that what passed yesterday passes today; make soak draws anew and
// tries more. Only tests use it.
package soak

import (
	"cmp"
	"flag"
	"math/rand/v2"
	"os"
	"strconv"

	"pgregory.net/rapid"
)

// rounds is how often a property is tried in make soak, unless RAPID_CHECKS says.
const rounds = 1000

func init() {
	// What stands on the command line is read later and wins.
	if os.Getenv("RAPID_SEED") == "" {
		flag.Set("rapid.seed", strconv.FormatUint(cmp.Or(Seed(), 1), 10)) // 0 would be another one each time
	}
	if On() && os.Getenv("RAPID_CHECKS") == "" {
		flag.Set("rapid.checks", strconv.Itoa(rounds))
	}
}

// On says whether this is the wide run.
func On() bool { return os.Getenv("OWNERDESK_SOAK") != "" }

// Seed begins what a test draws by itself: 0 but in the wide run.
func Seed() uint64 {
	if !On() {
		return 0
	}
	seed, _ := strconv.ParseUint(os.Getenv("OWNERDESK_SOAK_SEED"), 10, 64)
	return seed
}

// Rounds is how often a test is to try what it draws by itself.
func Rounds(ordinary, wide int) int {
	if On() {
		return wide
	}
	return ordinary
}

// Chance is that of a test that draws by itself, apart from others by its number.
func Chance(apart uint64) *rand.Rand { return rand.New(rand.NewPCG(Seed(), apart)) }

// Check tries a property with values that are drawn for it; where it does not hold,
// it says by which seed the same is tried again.
func Check(t rapid.TB, property func(*rapid.T)) {
	t.Helper()
	rapid.Check(t, property)
}
