package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// ChartKind is what sort of chart a sheet shows.
type ChartKind int

// The kinds.
const (
	ColumnChart ChartKind = iota
	StackedChart
	LineChart
)

// Chart is one of the program's own charts beside a table, drawn from its columns.
type Chart struct {
	Kind   ChartKind
	Title  string
	Names  int   // the column with the labels, from 0
	Values []int // the columns with the values
	Rows   int   // so many rows of the table, from the first
}

var chartTypes = map[ChartKind]excelize.ChartType{
	ColumnChart: excelize.Col, StackedChart: excelize.ColStacked, LineChart: excelize.Line,
}

// The five tones of our charts, and how large they stand, in pixels.
var chartTones = []string{"1D5FBF", "147A50", "A65A08", "B02036", "5B6775"}

const chartWide, chartHigh = 640, 320

// charts draws the charts below the table, so that they print on its page. They
// must be there before the rows.
func (p *pageWriter) charts() error {
	first, same := 2, false
	if p.table.Title != "" {
		first = 3
	}
	for n, c := range p.table.Charts {
		if c.Rows < 1 {
			continue
		}
		span := func(column int) string {
			return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", p.name, letter(column), first, letter(column), first+c.Rows-1)
		}
		chart := excelize.Chart{
			Type: chartTypes[c.Kind], Dimension: excelize.ChartDimension{Width: chartWide, Height: chartHigh},
			Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title}}}, Legend: excelize.ChartLegend{Position: "bottom"}, VaryColors: &same,
		}
		for i, v := range c.Values {
			tone := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{chartTones[i%len(chartTones)]}}
			chart.Series = append(chart.Series, excelize.ChartSeries{
				Name:       fmt.Sprintf("'%s'!$%s$%d", p.name, letter(v), first-1),
				Categories: span(c.Names), Values: span(v), Fill: tone,
				Line: excelize.LineOptions{Width: 2, Fill: tone},
			})
		}
		if err := p.book.file.AddChart(p.name, fmt.Sprintf("A%d", first+c.Rows+1+n*18), &chart); err != nil {
			return err
		}
	}
	return nil
}
