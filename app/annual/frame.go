package annual

import (
	"cmp"
	"slices"
	"strings"
)

// Strata are the cells of a frame, area by area and in each by kind of owner, that a
// plan asks about and somebody lives in.
func Strata(p Plan, frame []FrameUnit) []Stratum {
	var all []Stratum
	for _, u := range frame {
		if !p.asks(u) {
			continue
		}
		if at := cell(all, u); at >= 0 {
			all[at].Units++
		} else {
			all = append(all, Stratum{Area: u.Area, Name: u.AreaName, Owner: u.Owner, Units: 1})
		}
	}
	slices.SortFunc(all, func(a, b Stratum) int {
		return cmp.Or(cmp.Compare(slices.Index(p.Areas, a.Area), slices.Index(p.Areas, b.Area)), natural(a.Name, b.Name), cmp.Compare(a.Area, b.Area),
			cmp.Compare(slices.Index(OwnerKinds, a.Owner), slices.Index(OwnerKinds, b.Owner)))
	})
	return all
}

// asks reports whether a household is one that the plan is about.
func (p Plan) asks(u FrameUnit) bool {
	owners := p.Owners
	if len(owners) == 0 {
		owners = OwnerKinds
	}
	return (len(p.Areas) == 0 || slices.Contains(p.Areas, u.Area)) && slices.Contains(owners, u.Owner)
}

func cell(strata []Stratum, u FrameUnit) int {
	return slices.IndexFunc(strata, func(s Stratum) bool { return s.Area == u.Area && s.Owner == u.Owner })
}

// framed numbers the households of a frame along the way that somebody would walk:
// area, building, entrance, floor, door. A systematic sample is drawn along it.
func framed(p Plan, strata []Stratum, frame []FrameUnit) []Unit {
	walk := slices.DeleteFunc(slices.Clone(frame), func(u FrameUnit) bool { return !p.asks(u) })
	slices.SortFunc(walk, func(a, b FrameUnit) int {
		return cmp.Or(natural(a.AreaName, b.AreaName), cmp.Compare(a.Area, b.Area), natural(a.Block, b.Block), cmp.Compare(a.Building, b.Building),
			natural(a.Entrance, b.Entrance), natural(a.Floor, b.Floor), natural(a.Door, b.Door), cmp.Compare(a.Room, b.Room))
	})
	units := make([]Unit, len(walk))
	for i, u := range walk {
		units[i] = Unit{N: i + 1, Stratum: cell(strata, u), Room: u.Room}
	}
	return units
}

// natural compares names as people count: 9 before 10, 2A after 2.
func natural(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = run(a)
		y, b = run(b)
		dx, dy := digit(x[0]), digit(y[0])
		order := strings.Compare(x, y)
		if dx && dy {
			x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			order = cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y))
		}
		if order != 0 {
			return order
		}
	}
	return cmp.Compare(len(a), len(b))
}

// run cuts a run of digits, or of anything else, off a name.
func run(s string) (first, rest string) {
	end := 1
	for end < len(s) && digit(s[end]) == digit(s[0]) {
		end++
	}
	return s[:end], s[end:]
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// keys are what a stratum is known by to package survey.
func (s Stratum) keys() []string { return []string{areaKey(s.Area), string(s.Owner)} }
