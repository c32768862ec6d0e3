package annual

import (
	"slices"

	"ownerdesk/app/survey"
)

// mask says of every figure by group whether it may be seen, so that what is hidden
// in one table is hidden in all of them. A measure is the index, the overall item or
// a dimension. Each has a table of area by kind of owner with totals, whether that
// table is printed or not; beside those stand the items over all sheets.
type mask struct {
	measures    [][]int // columns of each
	asked       int     // 1 where the overall item is a measure
	rows, lines int     // areas, kinds of owners
	columns     int     // of the questionnaire
	n           []int
	shows       []survey.Showing
}

// The measures: the index, then the overall item where it is asked, then dimensions.
const (
	byIndex   = 0
	byOverall = 1
)

func (m mask) dimension(k int) int { return 1 + m.asked + k }

// cell is the number of a cell; areas or kinds as many as there are stand for totals.
func (m mask) cell(measure, area, kind int) int {
	return (measure*(m.rows+1)+area)*(m.lines+1) + kind
}

func (m mask) shown(measure, area, kind int) survey.Showing {
	return m.shows[m.cell(measure, area, kind)]
}
func (m mask) total(measure int) survey.Showing { return m.shown(measure, m.rows, m.lines) }

// item is the number of a column's cell over all sheets.
func (m mask) item(column int) int { return m.cell(len(m.measures), 0, 0) + column }

func (m mask) column(c int) survey.Showing { return m.shows[m.item(c)] }

// hides reports whether any column is hidden.
func (m mask) hides() bool { return slices.ContainsFunc(m.shows[m.item(0):], survey.Showing.Hidden) }

// newMask decides what may be seen. A group that is hidden by its number of sheets is
// hidden in every measure; then whatever could be worked out goes too: a group from
// the others and the whole, a dimension from the index and the other dimensions, an
// item from its dimension and the other items.
func (a *analysis) newMask() mask {
	m := mask{asked: a.first, rows: len(a.groups.areas), lines: len(a.groups.kinds), columns: len(a.sheets.Items)}
	var weighed []int
	for _, d := range a.dims {
		if d.Weight > 0 {
			weighed = append(weighed, d.Items...)
		}
	}
	m.measures = append(m.measures, weighed)
	if a.first > 0 {
		m.measures = append(m.measures, []int{0})
	}
	for _, d := range a.dims {
		m.measures = append(m.measures, d.Items)
	}
	m.count(a)
	lines := slices.Concat(m.tables(), a.sums(m))
	for changed := true; changed; {
		survey.Guard(m.n, m.shows, lines)
		changed = m.spread()
	}
	m.hush()
	return m
}

// count looks at every cell by itself.
func (m *mask) count(a *analysis) {
	crowds := make([]crowd, m.item(0))
	for i := range m.rows + 1 {
		for j := range m.lines + 1 {
			for k, columns := range m.measures {
				crowds[m.cell(k, i, j)] = newCrowd(len(columns))
			}
		}
	}
	for _, s := range a.valid {
		at := a.groups.at[s.Stratum]
		for k, columns := range m.measures {
			crowds[m.cell(k, at[0], at[1])].add(s.Marks, columns)
		}
	}
	items := make([]crowd, m.columns)
	for c := range items {
		items[c] = newCrowd(1)
		for _, s := range a.valid {
			items[c].add(s.Marks, []int{c})
		}
	}
	for k := range m.measures {
		for i := range m.rows {
			for j := range m.lines {
				own := crowds[m.cell(k, i, j)]
				for _, to := range []int{m.cell(k, i, m.lines), m.cell(k, m.rows, j), m.cell(k, m.rows, m.lines)} {
					crowds[to].join(own)
				}
			}
		}
	}
	for _, c := range slices.Concat(crowds, items) {
		m.n = append(m.n, c.n)
		m.shows = append(m.shows, survey.Respondents{N: c.n, Agreed: c.agreed()}.Shows())
	}
}

// tables are the sums over areas and over kinds of owners.
func (m mask) tables() [][]int {
	var all [][]int
	for k := range m.measures {
		for i := range m.rows + 1 {
			var line []int
			for j := range m.lines + 1 {
				line = append(line, m.cell(k, i, j))
			}
			all = append(all, line)
		}
		for j := range m.lines + 1 {
			var line []int
			for i := range m.rows + 1 {
				line = append(line, m.cell(k, i, j))
			}
			all = append(all, line)
		}
	}
	return all
}

// sums are dimensions within the index, for the groups that are printed, and items
// within dimensions.
func (a *analysis) sums(m mask) [][]int {
	var all [][]int
	for _, at := range m.margins() {
		var line []int
		for k, d := range a.dims {
			if d.Weight > 0 {
				line = append(line, m.cell(m.dimension(k), at[0], at[1]))
			}
		}
		all = append(all, append(line, m.cell(byIndex, at[0], at[1])))
	}
	for k, d := range a.dims {
		var line []int
		for _, c := range d.Items {
			line = append(line, m.item(c))
		}
		all = append(all, append(line, m.cell(m.dimension(k), m.rows, m.lines)))
	}
	if a.first > 0 { // the same figure twice
		all = append(all, []int{m.item(0), m.cell(byOverall, m.rows, m.lines)})
	}
	return all
}

// margins are the totals of areas and of kinds, and of all.
func (m mask) margins() [][2]int {
	var all [][2]int
	for i := range m.rows + 1 {
		all = append(all, [2]int{i, m.lines})
	}
	for j := range m.lines {
		all = append(all, [2]int{m.rows, j})
	}
	return all
}

// spread hides in every measure the groups that are hidden in the index.
func (m *mask) spread() bool {
	changed := false
	for _, at := range m.margins() {
		if !m.shown(byIndex, at[0], at[1]).Hidden() {
			continue
		}
		for k := range m.measures {
			if c := m.cell(k, at[0], at[1]); seen(m.shows[c]) {
				m.shows[c], changed = survey.Covered, true
			}
		}
	}
	return changed
}

// hush hides that nobody of a hidden group answered something: all of the few would have
// said the same, that they do not know. It comes last, for what is empty covers nothing.
func (m *mask) hush() {
	quiet := func(c int) {
		if m.shows[c] == survey.Empty {
			m.shows[c] = survey.TooFew
		}
	}
	for _, at := range m.margins() {
		if !m.shown(byIndex, at[0], at[1]).Hidden() {
			continue
		}
		for k := range m.measures {
			quiet(m.cell(k, at[0], at[1]))
		}
		for c := range m.columns {
			if at == [2]int{m.rows, m.lines} {
				quiet(m.item(c))
			}
		}
	}
}

// crowd are those who answered a measure, and how far they agree, column by column.
type crowd struct {
	n         int
	low, high []byte // marks; 0 before the first
}

func newCrowd(columns int) crowd {
	both := make([]byte, 2*columns)
	return crowd{low: both[:columns], high: both[columns:]}
}

func (c *crowd) add(marks string, columns []int) {
	any := false
	for at, column := range columns {
		if m := marks[column]; m >= '1' && m <= '5' {
			any = true
			c.reach(at, m, m)
		}
	}
	if any {
		c.n++
	}
}

func (c *crowd) reach(at int, low, high byte) {
	if c.low[at] == 0 || low < c.low[at] {
		c.low[at] = low
	}
	c.high[at] = max(c.high[at], high)
}

func (c *crowd) join(d crowd) {
	c.n += d.n
	for at := range d.low {
		if d.low[at] != 0 {
			c.reach(at, d.low[at], d.high[at])
		}
	}
}

func (c crowd) agreed() bool { return slices.Equal(c.low, c.high) }
