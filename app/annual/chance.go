package annual

import (
	"cmp"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"ownerdesk/app/survey"
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

// Phoned is the share of sheets that were answered by telephone, and whether that is
// more than the plan allows.
func Phoned(h Head, sheets []Sheet) (share float64, over bool) {
	n, all := 0, 0
	for _, s := range sheets {
		if s.Void {
			continue
		}
		all++
		if s.Mode == Phone {
			n++
		}
	}
	if all == 0 {
		return 0, false
	}
	share = float64(n) / float64(all)
	return share, h.Plan.Phoned > 0 && share > h.Plan.Phoned
}

// Progress is how far the field work of each stratum has come.
func Progress(h Head, units []Unit, sheets []Sheet) []StratumResult {
	all := make([]StratumResult, len(h.Strata))
	for i, s := range h.Strata {
		all[i].Stratum = s
	}
	for _, u := range units {
		if !u.Called || u.Stratum < 0 || u.Stratum >= len(all) {
			continue
		}
		s := &all[u.Stratum]
		s.Field.Issued++
		s.Called += truth(u.Reserve)
		s.Field.Contacted += truth(u.Contacted)
		s.Field.Refused += truth(u.Outcome == Refused)
		s.Field.Ineligible += truth(u.Outcome == Vacant || u.Outcome == WrongAddress)
	}
	for _, s := range sheets {
		if s.Counts() && s.Stratum >= 0 && s.Stratum < len(all) {
			all[s.Stratum].Field.Valid++
		}
	}
	for i := range all { // sheets of anybody name no unit
		f := &all[i].Field
		f.Contacted = max(f.Contacted, f.Valid)
	}
	return all
}

func truth(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Total is the field work of all strata together.
func Total(all []StratumResult) (sum survey.Field) {
	for _, s := range all {
		sum.Issued += s.Field.Issued
		sum.Ineligible += s.Field.Ineligible
		sum.Contacted += s.Field.Contacted
		sum.Refused += s.Field.Refused
		sum.Valid += s.Field.Valid
	}
	return sum
}

// Unfilled reports whether a stratum is under-covered: fewer than half of the answers
// that were planned, or fewer than the two that it takes to tell how far they lie
// apart, unless nobody else lives there.
func (s StratumResult) Unfilled() bool {
	return 2*s.Field.Valid < s.Planned || s.Field.Valid < min(2, s.Units)
}
