package figures

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// compared is a cohort, and those of the month before and of the same month a year
// before, which its counts are compared with.
type compared struct{ these, before, lastYear []seen }

// only are those issues of all three that meet a condition.
func (c compared) only(keep func(seen) bool) compared {
	some := func(all []seen) []seen {
		return slices.DeleteFunc(slices.Clone(all), func(v seen) bool { return !keep(v) })
	}
	return compared{some(c.these), some(c.before), some(c.lastYear)}
}

func counted(these []seen, key func(seen) string) map[string]int {
	counts := map[string]int{}
	for _, v := range these {
		counts[key(v)]++
	}
	return counts
}

// breakdown counts a cohort by a key, in the order of the keys.
func breakdown(c compared, p *past, key func(seen) string) []Row {
	parts, before, lastYear := map[string][]seen{}, counted(c.before, key), counted(c.lastYear, key)
	for _, v := range c.these {
		parts[key(v)] = append(parts[key(v)], v)
	}
	var rows []Row
	for _, k := range slices.SortedFunc(maps.Keys(parts), compareKeys) {
		row := Row{Key: k, Before: before[k], LastYear: lastYear[k], OnTime: one(HandlingOnTime, parts[k], p), Reworked: one(Reworked, parts[k], p), Satisfied: one(Satisfied, parts[k], p)}
		for _, v := range parts[k] {
			row.Issues = append(row.Issues, v.ID)
			if v.complete() {
				row.Completed++
			}
			if v.late() {
				row.Overdue++
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// one counts a single figure.
func one(key Key, these []seen, p *past) Rate {
	for _, k := range kpis {
		if k.key == key {
			return k.rate(these, p)
		}
	}
	return Rate{Key: key, Times: 1}
}

// compareKeys orders ids by their number and codes by their letters.
func compareKeys(a, b string) int {
	return cmp.Or(cmp.Compare(id(a), id(b)), cmp.Compare(a, b))
}

// number is an id as the key of a row.
func number[T ~int64](id T) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(int64(id), 10)
}

func id(key string) int64 {
	n, _ := strconv.ParseInt(key, 10, 64)
	return n
}

func codes[T ~string](all []T) []string {
	said := make([]string, len(all))
	for i, c := range all {
		said[i] = string(c)
	}
	return said
}

// grid counts a cohort by two keys. Rows and columns come in their usual order,
// further ones after them; columns in which nothing stands, nor stood, are left out.
func grid(c compared, row, column func(seen) string, rows, columns []string) Grid {
	cells, used := map[[2]string][]app.IssueID{}, map[string]bool{}
	g := Grid{Before: counted(c.before, column), LastYear: counted(c.lastYear, column)}
	for _, v := range c.these {
		at := [2]string{row(v), column(v)}
		cells[at] = append(cells[at], v.ID)
		used[at[0]] = true
	}
	g.Rows = ordered(used, rows)
	used = map[string]bool{}
	for _, counts := range []map[string]int{counted(c.these, column), g.Before, g.LastYear} {
		for k := range counts {
			used[k] = true
		}
	}
	g.Columns = ordered(used, columns)
	for _, r := range g.Rows {
		line := make([][]app.IssueID, len(g.Columns))
		for i, c := range g.Columns {
			line[i] = cells[[2]string{r, c}]
		}
		g.Cells = append(g.Cells, line)
	}
	return g
}

// ordered are the keys in use: those known in their usual order, then the others.
func ordered(used map[string]bool, usual []string) []string {
	var keys []string
	for _, k := range usual {
		if used[k] {
			keys = append(keys, k)
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(used), compareKeys) {
		if !slices.Contains(usual, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// months is how long a series is.
const months = 12

// series counts, month by month, what was received and what was closed.
func (s Scope) series(all []Fact) []Point {
	points := make([]Point, months)
	for i := range points {
		part := s.Before(months - 1 - i)
		points[i].From = part.From
		for j := range all {
			f := &all[j]
			if !f.counts() {
				continue
			}
			if part.covers(f.Received) {
				points[i].Received++
			}
			for _, o := range f.Over {
				if o.State == app.Closed && part.covers(o.From) && (o.Until.IsZero() || o.Until.After(s.At)) {
					points[i].Closed++
				}
			}
		}
	}
	return points
}

// ages are the classes of working days since receipt, each up to and including.
var ages = []struct {
	key  string
	upTo int
}{{"0-2", 2}, {"3-5", 5}, {"6-10", 10}, {"10+", 1 << 30}}

// ageing counts the open issues of the cohort by the working days since receipt.
func (s Scope) ageing(these []seen) []Row {
	rows := make([]Row, len(ages))
	today := workday.DayOf(s.At.In(s.Calendar.Loc))
	for i, a := range ages {
		rows[i].Key = a.key
	}
	for _, v := range these {
		if !v.open() {
			continue
		}
		age := s.Calendar.WorkdaysBetween(workday.DayOf(v.Received.In(s.Calendar.Loc)), today)
		at := slices.IndexFunc(ages, func(a struct {
			key  string
			upTo int
		}) bool {
			return age <= a.upTo
		})
		rows[at].Issues = append(rows[at].Issues, v.ID)
	}
	return rows
}

// unresolved lists what was received up to the end of the period and is still to
// be done, the longest overdue first.
func (s Scope) unresolved(all []Fact) []Open {
	var open []Open
	for i := range all {
		f := &all[i]
		if !f.counts() || f.Received.After(s.At) || !f.Received.Before(s.To) {
			continue
		}
		v := s.see(f)
		if !v.open() || v.complete() {
			continue
		}
		o := Open{ID: v.ID, Kind: v.Kind, Category: v.Category, Area: v.Area, Lead: v.Lead, Received: v.Received, Due: v.running(byRule), Late: v.late()}
		if o.Late {
			o.Overdue = s.Calendar.Left(s.At, o.Due).Workdays
		}
		open = append(open, o)
	}
	slices.SortStableFunc(open, func(a, b Open) int {
		if a.Due.IsZero() != b.Due.IsZero() {
			if a.Due.IsZero() {
				return 1
			}
			return -1
		}
		return a.Due.Compare(b.Due)
	})
	return open
}

// sameAgain are the places with more than one issue, the most first.
func sameAgain(rows []Row) []Row {
	return byCount(slices.DeleteFunc(rows, func(r Row) bool { return r.Key == "" || len(r.Issues) < 2 }))
}
