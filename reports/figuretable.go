package reports

import (
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// Measure is how the value of a figure is meant, for whoever writes it as a number.
type Measure int

// The measures.
const (
	Words       Measure = iota // no value: names, dates
	Number                     // a count
	Decimal                    // a number with two decimals
	Share                      // 0 to 1
	Points                     // a difference, with its sign: of shares in percentage points, of scores
	Score                      // a number with one decimal
	Chance                     // the p of a test, with three decimals
	Coefficient                // a number with three decimals
)

// Figure is one cell of a table of figures: as it is said, as a value, and which
// issues it counts.
type Figure struct {
	Text    string
	Value   float64
	Measure Measure
	Light   figures.Light
	Issues  []app.IssueID

	Num, Den int // what a rate stands on

	Span      bool // two bounds in place of a value
	Low, High float64
	Few       bool // stands on few answers, marked
	Hidden    bool // stands on too few to be shown
}

// FigureTable is one table of a month, the same for screen, paper and sheet.
type FigureTable struct {
	Name    string // a part of its key
	Title   string
	Note    string // how it is counted, below it
	Columns []FigureColumn
	Rows    []FigureRow
}

// FigureColumn is one column. Its share of the width is in hundredths; numbers
// stand right.
type FigureColumn struct {
	Title string
	Wide  int
	Right bool
	Name  string // a part of its key; empty where nobody asks for it
}

// FigureRow is one row; Issues are those the whole row is about. Gathering is the list
// of opinions that it is about.
type FigureRow struct {
	Cells     []Figure
	Issues    []app.IssueID
	Gathering figures.GatheringID
	Total     bool
}

// word is a cell with words.
func word(s string) Figure { return Figure{Text: s} }

// count is a cell with a count and its issues.
func (f Facts) count(ids []app.IssueID) Figure {
	return Figure{Text: strconv.Itoa(len(ids)), Value: float64(len(ids)), Measure: Number, Issues: ids}
}

func (f Facts) number(n int) Figure {
	return Figure{Text: strconv.Itoa(n), Value: float64(n), Measure: Number}
}

// rate is a cell with a rate as it is said everywhere; its value is there even
// where too few are counted to say it in percent.
func (f Facts) rate(r figures.Rate) Figure {
	value, there := r.Value()
	if !there {
		return word(f.Say("kpi.none"))
	}
	measure := Share
	if r.Times > 1 {
		measure = Decimal
	}
	return Figure{Text: f.Rate(r), Value: value, Measure: measure, Issues: r.Below, Num: r.Num, Den: r.Den}
}

// part is a share of a whole.
func (f Facts) part(n, of int) Figure {
	if of == 0 {
		return word(f.Say("kpi.none"))
	}
	share := float64(n) / float64(of)
	return Figure{Text: f.Percent(share), Value: share, Measure: Share}
}

// grid words a table of counts with two keys, with its sums.
func (f Facts) grid(g figures.Grid, first string, row, column func(string) string) ([]FigureColumn, []FigureRow) {
	columns := []FigureColumn{{Title: first, Wide: 20}}
	for _, c := range g.Columns {
		columns = append(columns, FigureColumn{Title: column(c), Wide: 70 / max(1, len(g.Columns)), Right: true})
	}
	columns = append(columns, FigureColumn{Title: f.Say("month.sum"), Wide: 10, Right: true})
	var rows []FigureRow
	sums := make([][]app.IssueID, len(g.Columns)+1)
	for i, r := range g.Rows {
		line := FigureRow{Cells: []Figure{word(row(r))}}
		for j, ids := range g.Cells[i] {
			line.Cells = append(line.Cells, f.count(ids))
			line.Issues = append(line.Issues, ids...)
			sums[j] = append(sums[j], ids...)
		}
		line.Cells = append(line.Cells, f.count(line.Issues))
		sums[len(g.Columns)] = append(sums[len(g.Columns)], line.Issues...)
		rows = append(rows, line)
	}
	if len(rows) > 0 {
		total := FigureRow{Cells: []Figure{word(f.Say("month.sum"))}, Issues: sums[len(g.Columns)], Total: true}
		for _, ids := range sums {
			total.Cells = append(total.Cells, f.count(ids))
		}
		rows = append(rows, total, f.earlier("month.col.before", g.Columns, g.Before), f.earlier("month.col.lastyear", g.Columns, g.LastYear))
	}
	return columns, rows
}

// earlier is a row of what each column counted in another month.
func (f Facts) earlier(key string, columns []string, counts map[string]int) FigureRow {
	row, sum := FigureRow{Cells: []Figure{word(f.Say(key))}}, 0
	for _, c := range columns {
		row.Cells, sum = append(row.Cells, f.number(counts[c])), sum+counts[c]
	}
	row.Cells = append(row.Cells, f.number(sum))
	return row
}

// Table finds a table by its name.
func (m Month) Table(name string) FigureTable {
	if i := slices.IndexFunc(m.Tables, func(t FigureTable) bool { return t.Name == name }); i >= 0 {
		return m.Tables[i]
	}
	return FigureTable{}
}
