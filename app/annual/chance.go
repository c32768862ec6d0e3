package annual

import (
	"cmp"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// BackChecks are the numbers of the sheets that chance, by the plan's seed, chose to be
// asked again: so many of those that can be as the plan says. Those that were asked
// already are the first of them. Sheets of anybody, of whom no household is known,
// cannot be asked.
func BackChecks(h Head, sheets []Sheet) []int {
	return chosen(h.Plan.Seed, "back", h.Plan.BackCheck, sheets, func(s Sheet) bool { return linked(s.No) && s.Counts() },
		func(s Sheet) bool { return s.Back != Unchecked })
}

// Seconds are the numbers of the sheets that chance chose to be keyed a second time:
// of those that were keyed, not of those from files or filled in online.
func Seconds(h Head, sheets []Sheet) []int {
	return chosen(h.Plan.Seed, "second", h.Plan.Second, sheets, func(s Sheet) bool { return s.File == "" && s.Mode != Online && !s.Void },
		func(s Sheet) bool { return s.Second != "" })
}

// chosen are a share of sheets, rounded up: those done, then by chance.
func chosen(seed uint64, what string, share float64, sheets []Sheet, can, done func(Sheet) bool) []int {
	var these []Sheet
	for _, s := range sheets {
		if can(s) {
			these = append(these, s)
		}
	}
	rank := map[int]uint64{}
	for _, s := range these {
		if !done(s) {
			rank[s.No] = chanceOf(seed, what, s.No)
		}
	}
	slices.SortFunc(these, func(a, b Sheet) int { return cmp.Or(cmp.Compare(rank[a.No], rank[b.No]), cmp.Compare(a.No, b.No)) })
	n := min(len(these), int(math.Ceil(share*float64(len(these))-1e-9)))
	all := make([]int, n)
	for i := range all {
		all[i] = these[i].No
	}
	slices.Sort(all)
	return all
}

// chanceOf is a number above 0 that stays the same for a seed and a sheet.
func chanceOf(seed uint64, what string, no int) uint64 {
	name := fnv.New64a()
	_, _ = name.Write([]byte(what + " " + strconv.Itoa(no))) // a hash writes without errors
	return max(1, rand.NewPCG(seed, name.Sum64()).Uint64())
}
