package reports

import (
	"fmt"
	"io"
	"iter"
	"slices"

	"ownerdesk/app"
	"ownerdesk/reports/sheet"
)

// WriteMonthBook writes a month's figures as a workbook: a cover with links, one
// sheet for each table with its charts, and the month's issues, from which other
// tables can be made.
func WriteMonthBook(out io.Writer, f Facts, m Month, project app.ProjectID, issues iter.Seq[app.Line]) error {
	return f.writeBook(out, f.bookCover(m, project), m, append(f.figureSheets(m), f.track(m.Tracked).measureSheet(m.Tracked.Measures, m.Title), IssueSheet(f, issues, m.Title)))
}

// WriteMeetingBook is the same of a meeting: figures and issues as they were frozen,
// and sheets for its action items, opinions and problems.
func WriteMeetingBook(out io.Writer, f Facts, s Sitting) error {
	v := f.seat(s, false)
	m := v.month()
	cover := f.bookCover(m, s.Project)
	cover.Title = dotted(f.Say("pack.title"), m.Title, s.Number)
	cover.About = append(cover.About, v.period(), dotted(v.span(), s.Details.Place), v.frozen())
	tables := slices.Concat(f.figureSheets(m), v.sheets(m), []sheet.Table{v.tracker().measureSheet(v.s.Kept.Measures, m.Title), v.listSheet(m)})
	return f.writeBook(out, cover, m, tables)
}

func (f Facts) writeBook(out io.Writer, cover sheet.Cover, m Month, tables []sheet.Table) error {
	if _, err := sheet.WriteCovered(out, cover, tables...); err != nil {
		return fmt.Errorf("write the book of %s: %w", m.Title, err)
	}
	return nil
}

func (f Facts) bookCover(m Month, project app.ProjectID) sheet.Cover {
	cover := sheet.Cover{
		Name: f.Say("pack.cover"), Title: dotted(f.Say("pack.title"), m.Title),
		About: []string{dotted(f.Ground.Office.Company, f.estateName(project)), m.Basis, f.Say("slip.printed", f.By.Name, f.Moment(f.At))},
	}
	if f.Ground.Office.Sample {
		cover.About = append(cover.About, f.Say("slip.sample"))
	}
	return cover
}

// figureSheets are the tables of figures, and the twelve months.
func (f Facts) figureSheets(m Month) []sheet.Table {
	var tables []sheet.Table
	for _, t := range m.Tables {
		tables = append(tables, f.figureSheet(t, m))
	}
	return append(tables, f.seriesSheet(m))
}

// figureSheet is one table. A rate takes three columns: the figure, and what it
// stands on.
func (f Facts) figureSheet(t FigureTable, m Month) sheet.Table {
	s := sheet.Table{Name: t.Title, Title: dotted(t.Title, m.Title, t.Note), Header: f.Ground.Office.Company, Footer: f.Say("slip.secrecy"), OnePage: true}
	rates := make([]bool, len(t.Columns))
	places := make([]int, len(t.Columns)) // where each column begins
	for i, c := range t.Columns {
		places[i] = len(s.Columns)
		s.Columns = append(s.Columns, sheet.Column{Title: c.Title})
		rates[i] = slices.ContainsFunc(t.Rows, func(r FigureRow) bool { return r.Cells[i].Den > 0 })
		if rates[i] {
			s.Columns = append(s.Columns, sheet.Column{Title: f.Say("pack.num", c.Title), Kind: sheet.Int}, sheet.Column{Title: f.Say("pack.den", c.Title), Kind: sheet.Int})
		}
	}
	s.Rows = func(yield func([]any) bool) {
		for _, r := range t.Rows {
			var row []any
			for i, c := range r.Cells {
				row = append(row, c.cell())
				switch {
				case rates[i] && c.Den > 0:
					row = append(row, c.Num, c.Den)
				case rates[i]:
					row = append(row, nil, nil)
				}
			}
			if !yield(row) {
				return
			}
		}
	}
	s.Charts = f.sheetCharts(t, m, places)
	return s
}

// sheetCharts are the workbook's own charts on a table's columns.
func (f Facts) sheetCharts(t FigureTable, m Month, places []int) []sheet.Chart {
	rows := len(t.Rows)
	chart := func(name string, kind sheet.ChartKind, columns ...int) []sheet.Chart {
		c := sheet.Chart{Kind: kind, Title: f.Say("month.chart." + name), Rows: rows}
		for _, column := range columns {
			c.Values = append(c.Values, places[column])
		}
		return []sheet.Chart{c}
	}
	switch t.Name {
	case "dept":
		return chart("depts", sheet.ColumnChart, 1, 4, 5)
	case "subject":
		return chart("pareto", sheet.ColumnChart, 1)
	case "cause":
		return chart("causes", sheet.ColumnChart, 1)
	case "age":
		return chart("ages", sheet.ColumnChart, 1)
	}
	return nil
}

// cell is a figure as a number of its kind, or as words.
func (c Figure) cell() any {
	if c.Hidden || c.Span {
		return nil
	}
	switch c.Measure {
	case Score:
		if c.Few {
			return sheet.Of{Kind: sheet.Starred, Value: c.Value}
		}
		return sheet.Of{Kind: sheet.Tenth, Value: c.Value}
	case Chance:
		return sheet.Of{Kind: sheet.Chance, Value: c.Value}
	case Coefficient:
		return sheet.Of{Kind: sheet.Thousandth, Value: c.Value}
	case Number:
		return sheet.Of{Kind: sheet.Int, Value: int(c.Value)}
	case Decimal:
		return sheet.Of{Kind: sheet.Decimal, Value: c.Value}
	case Share:
		return sheet.Of{Kind: sheet.Percent, Value: c.Value}
	case Points:
		return sheet.Of{Kind: sheet.Points, Value: c.Value}
	}
	if c.Text == "" {
		return nil
	}
	return c.Text
}

// seriesSheet is the twelve months as a table with their chart.
func (f Facts) seriesSheet(m Month) sheet.Table {
	title := f.Say("month.chart.series")
	s := sheet.Table{Name: title, Title: dotted(title, m.Title), Header: f.Ground.Office.Company, Footer: f.Say("slip.secrecy")}
	var c NamedChart
	for _, one := range m.Charts {
		if one.Name == "series" {
			c = one
		}
	}
	s.Columns = []sheet.Column{{Title: f.Say("month.col.month")}, {Title: f.Say("month.col.received"), Kind: sheet.Int}, {Title: f.Say("month.col.closed"), Kind: sheet.Int}}
	s.Rows = func(yield func([]any) bool) {
		for i, label := range c.Labels {
			if !yield([]any{label, int(c.Series[0].Values[i]), int(c.Series[1].Values[i])}) {
				return
			}
		}
	}
	s.Charts = []sheet.Chart{{Kind: sheet.LineChart, Title: title, Values: []int{1, 2}, Rows: len(c.Labels)}}
	return s
}
