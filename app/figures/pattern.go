package figures

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"

	"ownerdesk/app"
)

// The rule for a common problem: one subject in so many different rooms within
// 30 days, or so many cases within 90 days.
const (
	commonRooms = 3
	commonCases = 5
	roomsWithin = 30 * 24 * time.Hour
	casesWithin = 90 * 24 * time.Hour
)

// Problem is one that concerns many: found by the rule, or marked by hand.
type Problem struct {
	Category app.Category
	Where    string // the public place it is about; empty when it is about rooms
	ByHand   bool
	Issues   []app.IssueID // oldest first
	Areas    []app.AreaID
	Rooms    int // different rooms
	Month    int // of them in the month
	Before   int // in the month before
}

// problems finds the common problems of a month: some window of the rule ends
// with an issue of the month. A public place that fulfils the rule by itself is
// a problem of its own.
func (s Scope) problems(all []Fact) []Problem {
	type about struct {
		category app.Category
		where    string
	}
	parts := map[about][]seen{}
	for i := range all {
		f := &all[i]
		if !f.counts() || f.Integrity() || f.Received.After(s.At) || !f.Received.Before(s.To) || f.Received.Before(s.From.Add(-casesWithin)) {
			continue
		}
		v := s.see(f)
		if !v.accepted {
			continue
		}
		parts[about{f.Category, ""}] = append(parts[about{f.Category, ""}], v)
		if f.Public && f.Where != "" {
			parts[about{f.Category, f.Where}] = append(parts[about{f.Category, f.Where}], v)
		}
	}
	var found []Problem
	for _, key := range slices.SortedFunc(maps.Keys(parts), func(a, b about) int {
		return cmp.Or(cmp.Compare(a.category, b.category), -cmp.Compare(a.where, b.where)) // places before the rest
	}) {
		if p, common := s.problem(parts[key]); common {
			p.Category, p.Where = key.category, key.where
			found = append(found, p)
		}
	}
	found = withoutParts(found)
	slices.SortStableFunc(found, func(a, b Problem) int { return cmp.Compare(len(b.Issues), len(a.Issues)) })
	return found
}

// problem applies the rule to the cases of one subject.
func (s Scope) problem(these []seen) (Problem, bool) {
	slices.SortStableFunc(these, func(a, b seen) int { return a.Received.Compare(b.Received) })
	byHand, common := false, false
	turns := make([]int, len(these)+1) // how many windows begin less how many have ended
	near := map[string]int{}           // cases of each room within 30 days
	begin30, begin90 := 0, 0
	for last, v := range these {
		v.count(near, 1)
		for ; v.Received.Sub(these[begin30].Received) > roomsWithin; begin30++ {
			these[begin30].count(near, -1)
		}
		for v.Received.Sub(these[begin90].Received) > casesWithin {
			begin90++
		}
		if !s.covers(v.Received) {
			continue
		}
		begin := last
		switch {
		case last-begin90+1 >= commonCases:
			begin, common = begin90, true
		case len(near) >= commonRooms:
			begin, common = begin30, true
		case !v.Common:
			continue
		}
		byHand = byHand || v.Common
		turns[begin]++
		turns[last+1]--
	}
	if !common && !byHand {
		return Problem{}, false
	}
	p := Problem{ByHand: !common}
	rooms, within := map[string]int{}, 0
	for i, v := range these {
		if within += turns[i]; within == 0 {
			continue
		}
		p.Issues = append(p.Issues, v.ID)
		if !slices.Contains(p.Areas, v.Area) && v.Area != 0 {
			p.Areas = append(p.Areas, v.Area)
		}
		v.count(rooms, 1)
		if s.covers(v.Received) {
			p.Month++
		} else if s.Before(1).covers(v.Received) {
			p.Before++
		}
	}
	p.Rooms = len(rooms)
	slices.Sort(p.Areas)
	return p, true
}

// count adds an issue to those of its room, or takes it away.
func (v seen) count(rooms map[string]int, n int) {
	if v.Public || v.Where == "" {
		return
	}
	if rooms[v.Where] += n; rooms[v.Where] == 0 {
		delete(rooms, v.Where)
	}
}

// withoutParts leaves out a subject whose cases all stand under its places.
func withoutParts(all []Problem) []Problem {
	placed := map[app.IssueID]bool{}
	for _, p := range all {
		if p.Where != "" {
			for _, id := range p.Issues {
				placed[id] = true
			}
		}
	}
	return slices.DeleteFunc(all, func(p Problem) bool {
		return p.Where == "" && !slices.ContainsFunc(p.Issues, func(id app.IssueID) bool { return !placed[id] })
	})
}

// Cell is a building and a subject in which more came in than chance explains.
type Cell struct {
	Building app.BuildingID
	Subject  app.Category
	Issues   []app.IssueID
	Mean     float64 // of the months before
	Limit    float64 // upper control limit
}

// baseline is how many months before a month are its measure, and fewestHot how
// many issues at least are worth a look.
const (
	baseline  = 6
	fewestHot = 3
)

// hot compares every building and subject with the mean of the six months before:
// more than c + 3·√c is beyond the upper control limit of a c-chart (Shewhart;
// counts taken as Poisson), of at least three issues.
func (s Scope) hot(all []Fact) []Cell {
	type key struct {
		building app.BuildingID
		subject  app.Category
	}
	now, before := map[key][]app.IssueID{}, map[key]int{}
	begin := s.Before(baseline).From
	for i := range all {
		f := &all[i]
		if !f.counts() || f.Building == 0 || f.Received.Before(begin) || f.Received.After(s.At) || !s.see(f).accepted {
			continue
		}
		k := key{f.Building, f.Category.Subject()}
		switch {
		case s.covers(f.Received):
			now[k] = append(now[k], f.ID)
		case f.Received.Before(s.From):
			before[k]++
		}
	}
	var cells []Cell
	for k, ids := range now {
		mean := float64(before[k]) / baseline
		if limit := mean + 3*math.Sqrt(mean); len(ids) >= fewestHot && float64(len(ids)) > limit {
			cells = append(cells, Cell{k.building, k.subject, ids, mean, limit})
		}
	}
	slices.SortFunc(cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(len(b.Issues), len(a.Issues)), cmp.Compare(a.Building, b.Building), cmp.Compare(a.Subject, b.Subject))
	})
	return cells
}
