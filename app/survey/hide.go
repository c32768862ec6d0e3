package survey

import (
	"math"
	"slices"
)

// Bounds of what may be shown.
const (
	leastShown = 5  // fewer answers are not shown at all
	fewShown   = 10 // fewer are shown with a mark, and not where all agree
)

// Showing says whether the figures of a cell may be shown.
type Showing string

// The ways of showing a cell.
const (
	Shown   Showing = ""        // as it is
	Empty   Showing = "empty"   // nobody answered: there is nothing to hide
	Few     Showing = "few"     // with a mark: few answers
	TooFew  Showing = "too-few" // not shown
	Agreed  Showing = "agreed"  // not shown: all of a few said the same
	Covered Showing = "covered" // not shown, so that another cannot be worked out from a total
)

// Hidden reports whether no figure of the cell may be seen anywhere.
func (s Showing) Hidden() bool { return s == TooFew || s == Agreed || s == Covered }

// Respondents is a cell: how many answered, and whether all gave the same answer.
type Respondents struct {
	N      int
	Agreed bool
}

// Shows tells for one cell alone.
func (c Respondents) Shows() Showing {
	switch {
	case c.N == 0:
		return Empty
	case c.N < leastShown:
		return TooFew
	case c.N < fewShown && c.Agreed:
		return Agreed
	case c.N < fewShown:
		return Few
	}
	return Shown
}

// Table is what may be shown of a table and of its totals.
type Table struct {
	Cells         [][]Showing
	Rows, Columns []Showing // the totals
	All           Showing
}

// Hide decides for a table with totals of rows, of columns and of all. Fewer than 5
// answers are hidden, fewer than 10 where all agree. Then, as long as the hidden
// cells of a row or column are one alone, or stand for fewer than 5 answers
// together, the smallest one beside them is hidden too, a total only where no cell
// is left. Empty cells hide nothing. Where rows and columns together still give a
// hidden cell away, the smallest one beside it goes as well. Source: complementary
// suppression, Willenborg and de Waal (2001), Elements of Statistical Disclosure
// Control, 6. Errors: ErrLengths.
func Hide(cells [][]Respondents) (Table, error) {
	g, err := withTotals(cells)
	if err != nil {
		return Table{}, err
	}
	width := len(g.n[0])
	n, shows := slices.Concat(g.n...), slices.Concat(g.shows...)
	var lines [][]int
	for _, line := range g.lines() {
		flat := make([]int, len(line))
		for k, at := range line {
			flat[k] = at[0]*width + at[1]
		}
		lines = append(lines, flat)
	}
	Guard(n, shows, lines)
	for i := range g.shows {
		g.shows[i] = shows[i*width : (i+1)*width]
	}
	r, c := len(g.n)-1, len(g.n[0])-1
	t := Table{Rows: make([]Showing, r), Columns: g.shows[r][:c], All: g.shows[r][c]}
	for i := range r {
		t.Cells = append(t.Cells, g.shows[i][:c])
		t.Rows[i] = g.shows[i][c]
	}
	return t, nil
}

// guarded is a table with its totals as a further row and column.
type guarded struct {
	n     [][]int
	shows [][]Showing
}

func withTotals(cells [][]Respondents) (guarded, error) {
	width := 0
	if len(cells) > 0 {
		width = len(cells[0])
	}
	g := guarded{n: make([][]int, len(cells)+1), shows: make([][]Showing, len(cells)+1)}
	for i := range g.n {
		g.n[i], g.shows[i] = make([]int, width+1), make([]Showing, width+1)
	}
	for i, row := range cells {
		if len(row) != width {
			return g, ErrLengths
		}
		for j, c := range row {
			g.shows[i][j] = c.Shows()
			for _, at := range [][2]int{{i, j}, {i, width}, {len(cells), j}, {len(cells), width}} {
				g.n[at[0]][at[1]] += c.N
			}
		}
	}
	for i := range g.n {
		g.shows[i][width] = Respondents{N: g.n[i][width]}.Shows()
	}
	for j := range width {
		g.shows[len(cells)][j] = Respondents{N: g.n[len(cells)][j]}.Shows()
	}
	return g, nil
}

// lines are the rows and columns that add up, each with its total last.
func (g guarded) lines() [][][2]int {
	var all [][][2]int
	for i := range g.n {
		var line [][2]int
		for j := range g.n[i] {
			line = append(line, [2]int{i, j})
		}
		all = append(all, line)
	}
	for j := range g.n[0] {
		var line [][2]int
		for i := range g.n {
			line = append(line, [2]int{i, j})
		}
		all = append(all, line)
	}
	return all
}

// Guard hides what could be worked out from sums: lines name cells by their numbers,
// and the last of a line is what those before it add up to, or are averaged to. n are
// the answers of each cell, shows what is known of each so far; further ones become
// Covered. A cell may be part of many lines. The rule is that of Hide, which is Guard
// over rows and columns.
func Guard(n []int, shows []Showing, lines [][]int) {
	for changed := true; changed; {
		changed = false
		for _, line := range lines {
			changed = cover(n, shows, line) || changed
		}
		if !changed {
			changed = thicken(n, shows, lines)
		}
	}
}

// cover hides one more of a line where what is hidden could be worked out.
func cover(n []int, shows []Showing, line []int) bool {
	hidden, people, total, next := 0, 0, false, -1
	for k, at := range line {
		last := k == len(line)-1
		switch {
		case shows[at] == Empty:
		case shows[at].Hidden():
			hidden++
			total = total || last
			people += n[at]
		case next < 0 || !last && n[at] < n[line[next]]:
			next = k
		}
	}
	if hidden == 0 || next < 0 || hidden > 1 && (total || people >= leastShown) {
		return false
	}
	shows[line[next]] = Covered
	return true
}

// thicken hides one more where all lines together give a cell away: the smallest one
// beside it, before totals, before what stands beside other hidden ones.
func thicken(n []int, shows []Showing, lines [][]int) bool {
	told := solved(shows, lines)
	if len(told) == 0 {
		return false
	}
	next, rank := -1, 0
	for _, line := range lines {
		if !slices.ContainsFunc(line, func(at int) bool { return shows[at].Hidden() }) {
			continue
		}
		far := 0
		if !slices.Contains(line, told[0]) {
			far = 2
		}
		for k, at := range line {
			own := far
			if k == len(line)-1 {
				own++
			}
			if open := !shows[at].Hidden() && shows[at] != Empty; open && (next < 0 || own < rank || own == rank && n[at] < n[next]) {
				next, rank = at, own
			}
		}
	}
	if next < 0 {
		return false
	}
	shows[next] = Covered
	return true
}

// solved are the hidden cells whose figures follow from the lines as a system of
// equations, however many of them it takes.
func solved(shows []Showing, lines [][]int) []int {
	var hidden []int
	column := make([]int, len(shows))
	for at, s := range shows {
		if column[at] = -1; s.Hidden() {
			column[at] = len(hidden)
			hidden = append(hidden, at)
		}
	}
	var rows [][]float64
	for _, line := range lines {
		var row []float64
		for k, at := range line {
			if column[at] < 0 {
				continue
			}
			if row == nil {
				row = make([]float64, len(hidden))
				rows = append(rows, row)
			}
			row[column[at]]++
			if k == len(line)-1 {
				row[column[at]] -= 2
			}
		}
	}
	var found []int
	for _, row := range reduced(rows) {
		if last, alone := single(row); alone {
			found = append(found, hidden[last])
		}
	}
	return found
}

// reduced brings rows into the form in which each begins with a 1 that stands alone in
// its column.
func reduced(rows [][]float64) [][]float64 {
	done := 0
	for c := 0; done < len(rows) && c < len(rows[0]); c++ {
		most := done
		for r := done; r < len(rows); r++ {
			if math.Abs(rows[r][c]) > math.Abs(rows[most][c]) {
				most = r
			}
		}
		if math.Abs(rows[most][c]) < solvedBy {
			continue
		}
		rows[done], rows[most] = rows[most], rows[done]
		pivot := rows[done]
		for k, by := c, pivot[c]; k < len(pivot); k++ {
			pivot[k] /= by
		}
		for r, row := range rows {
			if by := row[c]; r != done && by != 0 {
				for k := c; k < len(row); k++ {
					row[k] -= by * pivot[k]
				}
			}
		}
		done++
	}
	return rows[:done]
}

// solvedBy is what counts as nothing but rounding.
const solvedBy = 1e-9

// single is the only number of a row that is not 0, and whether there is only one.
func single(row []float64) (at int, alone bool) {
	for k, x := range row {
		if math.Abs(x) < solvedBy {
			continue
		}
		if alone {
			return 0, false
		}
		at, alone = k, true
	}
	return at, alone
}
