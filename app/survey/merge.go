package survey

import "slices"

// Merge is a stratum that was put together with others because it had no answer, or
// only one, of which no spread can be reckoned. Numbers are those of Design.Strata.
type Merge struct {
	Strata []int
	Empty  []int // those of them without any answer: under-covered
}

// group is one stratum of an estimate, or several put together.
type group struct {
	strata []int
	n, all int // answers, units
}

// groups are the strata as they can be estimated for an item with so many answers
// in each, and for each stratum the group it is in. A stratum with one answer or
// none joins its nearest neighbour of the same area (the same leading keys), units
// and all; a stratum whose single unit answered stays, as nothing of it is
// unknown. Source: Cochran (1977), Sampling Techniques, 5A.12, collapsed strata.
func (d Design) groups(n []int) ([]group, []int) {
	var all []group
	for h, s := range d.Strata {
		if s.N > 0 {
			all = append(all, group{[]int{h}, n[h], s.N})
		}
	}
	for len(all) > 1 {
		lonely := slices.IndexFunc(all, d.lonely)
		if lonely < 0 {
			break
		}
		to := d.neighbour(all, lonely)
		all[to].strata = append(all[to].strata, all[lonely].strata...)
		all[to].n += all[lonely].n
		all[to].all += all[lonely].all
		all = slices.Delete(all, lonely, lonely+1)
	}
	in := make([]int, len(d.Strata))
	for g := range all {
		slices.Sort(all[g].strata)
		for _, h := range all[g].strata {
			in[h] = g
		}
	}
	return all, in
}

func (d Design) lonely(g group) bool {
	return g.n == 0 || g.n == 1 && !(d.corrects() && g.all == 1)
}

// neighbour is the group most like the lonely one: with the most leading keys in
// common, then the nearest in the order of the frame, then the earlier.
func (d Design) neighbour(all []group, lonely int) int {
	best, bestAlike, bestFar := -1, -1, 0
	for g := range all {
		if g == lonely {
			continue
		}
		alike, far := d.likeness(all[g], all[lonely])
		if alike > bestAlike || alike == bestAlike && far < bestFar {
			best, bestAlike, bestFar = g, alike, far
		}
	}
	return best
}

func (d Design) likeness(a, b group) (alike, far int) {
	far = len(d.Strata)
	for _, i := range a.strata {
		for _, j := range b.strata {
			alike = max(alike, commonKeys(d.Strata[i].Keys, d.Strata[j].Keys))
			far = min(far, max(i-j, j-i))
		}
	}
	return alike, far
}

func commonKeys(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// merges are the groups of several strata.
func merges(all []group, n []int) []Merge {
	var found []Merge
	for _, g := range all {
		if len(g.strata) < 2 {
			continue
		}
		m := Merge{Strata: g.strata}
		for _, h := range g.strata {
			if n[h] == 0 {
				m.Empty = append(m.Empty, h)
			}
		}
		found = append(found, m)
	}
	return found
}
