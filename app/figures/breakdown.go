package figures

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// breakdown counts a cohort by a key, in the order of the keys. before is the
// cohort of the month before, for comparison.
func breakdown(these, before []seen, p *past, key func(seen) string) []Row {
	parts, earlier := map[string][]seen{}, map[string]int{}
	for _, v := range these {
		parts[key(v)] = append(parts[key(v)], v)
	}
	for _, v := range before {
		earlier[key(v)]++
	}
	var rows []Row
	for _, k := range slices.SortedFunc(maps.Keys(parts), compareKeys) {
		row := Row{Key: k, Before: earlier[k], OnTime: one(HandlingOnTime, parts[k], p), Reworked: one(Reworked, parts[k], p), Satisfied: one(Satisfied, parts[k], p)}
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
// further ones after them; columns in which nothing stands are left out.
func grid(these []seen, keys func(seen) (row, column string), rows, columns []string) Grid {
	cells, used := map[[2]string][]app.IssueID{}, map[string]bool{}
	g := Grid{}
	for _, v := range these {
		r, c := keys(v)
		cells[[2]string{r, c}] = append(cells[[2]string{r, c}], v.ID)
		used["r"+r], used["c"+c] = true, true
		if !slices.Contains(rows, r) {
			rows = append(slices.Clip(rows), r)
		}
		if !slices.Contains(columns, c) {
			columns = append(slices.Clip(columns), c)
		}
	}
	for _, r := range rows {
		if used["r"+r] {
			g.Rows = append(g.Rows, r)
		}
	}
	for _, c := range columns {
		if used["c"+c] {
			g.Columns = append(g.Columns, c)
		}
	}
	for _, r := range g.Rows {
		line := make([][]app.IssueID, len(g.Columns))
		for i, c := range g.Columns {
			line[i] = cells[[2]string{r, c}]
		}
		g.Cells = append(g.Cells, line)
	}
	return g
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
				if o.State == app.Closed && part.covers(o.From) && o.Until.IsZero() {
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
func (s Scope) ageing(these []seen, p *past) []Row {
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
		o := Open{ID: v.ID, Kind: v.Kind, Category: v.Category, Area: v.Area, Lead: v.Lead, Received: v.Received, Due: v.running(), Late: v.late()}
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
