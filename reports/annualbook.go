package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ownerdesk/reports/sheet"
)

// WriteAnnualBook writes the report of a yearly survey as a workbook: a cover with
// links, the summary, and a sheet for each table with its chart. What may not be
// shown is an empty cell, on no sheet to be found.
func WriteAnnualBook(out io.Writer, f Facts, p Polled) error {
	r := NewAnnual(f, p)
	cover := sheet.Cover{
		Name: f.Say("pack.cover"), Title: dotted(r.Title, r.Only),
		About: []string{dotted(f.Ground.Office.Company, f.Project(p.Project), p.Number), r.Basis, joined("　", r.Only, r.Draft), f.Say("slip.printed", f.By.Name, f.Moment(f.At))},
	}
	if f.Ground.Office.Sample {
		cover.About = append(cover.About, f.Say("slip.sample"))
	}
	tables := []sheet.Table{r.Summary.sheet(f, r)}
	for _, t := range r.Tables() {
		tables = append(tables, f.annualSheet(t, r))
	}
	if _, err := sheet.WriteCovered(out, cover, tables...); err != nil {
		return fmt.Errorf("write the book of survey %d: %w", p.Year, err)
	}
	return nil
}

// annualPage is how a sheet of the report is printed.
func (f Facts) annualPage(name string, r AnnualReport) sheet.Table {
	return sheet.Table{Name: name, Title: dotted(name, r.Title, r.Draft), Header: f.Ground.Office.Company, Footer: joined("　", f.Say("annual.secrecy.paper"), r.Only), OnePage: true}
}

// sheet is the summary: the figures to see first, and its sentences.
func (s AnnualSummary) sheet(f Facts, r AnnualReport) sheet.Table {
	t := f.annualPage(s.Title, r)
	t.Columns = []sheet.Column{{Title: f.Say("annual.col.figure")}, {Title: f.Say("annual.col.value")}, {Title: f.Say("annual.col.meaning")}}
	t.Rows = func(yield func([]any) bool) {
		for _, one := range s.Tiles {
			if !yield([]any{one.Label, one.Value, one.Note}) {
				return
			}
		}
		for _, p := range slices.DeleteFunc(append([]string{s.Text}, s.Points...), func(p string) bool { return p == "" }) {
			if !yield([]any{s.Title, nil, p}) {
				return
			}
		}
	}
	return t
}

// annualSheet is one table. An interval takes two columns.
func (f Facts) annualSheet(t FigureTable, r AnnualReport) sheet.Table {
	s := f.annualPage(t.Title, r)
	s.Note = strings.Replace(t.Note, f.Say("annual.hidden"), f.Say("annual.hidden.sheet"), 1)
	places, spans := make([]int, len(t.Columns)), make([]bool, len(t.Columns))
	for i, c := range t.Columns {
		places[i] = len(s.Columns)
		spans[i] = slices.ContainsFunc(t.Rows, func(r FigureRow) bool { return r.Cells[i].Span })
		if spans[i] {
			s.Columns = append(s.Columns, sheet.Column{Title: f.Say("annual.low", c.Title)}, sheet.Column{Title: f.Say("annual.high", c.Title)})
			continue
		}
		s.Columns = append(s.Columns, sheet.Column{Title: c.Title})
	}
	s.Rows = func(yield func([]any) bool) {
		for _, r := range t.Rows {
			var row []any
			for i, c := range r.Cells {
				if spans[i] {
					low, high := c.ends()
					row = append(row, low, high)
					continue
				}
				row = append(row, c.cell())
			}
			if !yield(row) {
				return
			}
		}
	}
	s.Charts = annualSheetCharts(t, places)
	return s
}

// ends are the two bounds of an interval as numbers; nothing where there is none.
func (c Figure) ends() (low, high any) {
	if c.Hidden || !c.Span || c.Measure == Words {
		return nil, nil
	}
	bound := func(x float64) any {
		one := c
		one.Span, one.Value = false, x
		return one.cell()
	}
	return bound(c.Low), bound(c.High)
}

// annualSheetCharts are the workbook's own charts on a table's columns, by their names.
func annualSheetCharts(t FigureTable, places []int) []sheet.Chart {
	rows := len(t.Rows)
	if rows > 0 && t.Rows[rows-1].Total {
		rows--
	}
	at := func(name string) int {
		return slices.IndexFunc(t.Columns, func(c FigureColumn) bool { return c.Name == name })
	}
	draw := func(kind sheet.ChartKind, names string, values ...string) []sheet.Chart {
		c := sheet.Chart{Kind: kind, Title: t.Title, Names: places[max(0, at(names))], Rows: rows}
		for _, v := range values {
			if i := at(v); i >= 0 {
				c.Values = append(c.Values, places[i])
			}
		}
		return []sheet.Chart{c}
	}
	switch t.Name {
	case "dimensions":
		return draw(sheet.BarChart, "dimension", "score", "last")
	case "items":
		return draw(sheet.BarChart, "item", "score")
	case "by-area":
		return draw(sheet.BarChart, "area", "index")
	case "by-owner":
		return draw(sheet.BarChart, "owner", "index")
	case "choices", "topics":
		return draw(sheet.BarChart, "subject", "answer-share")
	case "drivers":
		return draw(sheet.ScatterChart, "item", "score", "importance")
	case "answers":
		c := sheet.Chart{Kind: sheet.WholeChart, Title: t.Title, Rows: rows}
		for x := 3; x < 8; x++ {
			c.Values = append(c.Values, places[x])
		}
		return []sheet.Chart{c}
	}
	return nil
}
