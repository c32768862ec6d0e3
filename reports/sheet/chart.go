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
	BarChart     // from left to right, the first row on top
	WholeChart   // the same, in parts that make 100 %
	ScatterChart // points: the first of the values to the right, the others up
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
	BarChart: excelize.Bar, WholeChart: excelize.BarPercentStacked, ScatterChart: excelize.Scatter,
}

// The five tones of our charts, and how large they stand, in pixels.
var chartTones = []string{"1D5FBF", "147A50", "A65A08", "B02036", "5B6775"}

const chartWide, chartHigh = 640, 320

// charts draws the charts below the table, so that they print on its page. They
// must be there before the rows.
func (p *pageWriter) charts() error {
	row := p.first() + p.table.tallest() + 1
	if p.table.Note != "" {
		row += noteRows
	}
	used := row * rowPixels
	for _, c := range p.table.Charts {
		if c.Rows < 1 {
			continue
		}
		chart := p.drawn(c)
		if used += int(chart.Dimension.Height); used > pagePixels && p.table.OnePage { // it would be cut in two
			if err := p.book.file.InsertPageBreak(p.name, fmt.Sprintf("A%d", row)); err != nil {
				return err
			}
			used = int(chart.Dimension.Height)
		}
		if err := p.book.file.AddChart(p.name, fmt.Sprintf("A%d", row), chart); err != nil {
			return err
		}
		row += int(chart.Dimension.Height)/rowPixels + 2
	}
	return nil
}

// noteRows is how many rows a note may take.
const noteRows = 2

// rowPixels is about how high a row stands on the screen, pagePixels what a page
// across holds of them.
const rowPixels, pagePixels = 20, 600

// first is the row of the first values, from 1.
func (p *pageWriter) first() int {
	if p.table.Title != "" {
		return 3
	}
	return 2
}

// tallest is how many rows the charts of a table are drawn from.
func (t Table) tallest() int {
	n := 0
	for _, c := range t.Charts {
		n = max(n, c.Rows)
	}
	return n
}

// drawn is a chart as the workbook draws it.
func (p *pageWriter) drawn(c Chart) *excelize.Chart {
	first, same := p.first(), false
	span := func(column int) string {
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", p.name, letter(column), first, letter(column), first+c.Rows-1)
	}
	chart := &excelize.Chart{
		Type: chartTypes[c.Kind], Dimension: excelize.ChartDimension{Width: chartWide, Height: chartHigh},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title}}}, Legend: excelize.ChartLegend{Position: "bottom"}, VaryColors: &same,
	}
	labels, values := c.Names, c.Values
	switch c.Kind {
	case BarChart, WholeChart:
		none := 0.0
		chart.XAxis.ReverseOrder, chart.YAxis.Minimum = true, &none
		chart.Dimension.Height = uint(min(max(chartHigh, 90+22*c.Rows), pagePixels-60))
	case ScatterChart:
		labels, values = c.Values[0], c.Values[1:]
	}
	for i, v := range values {
		tone := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{chartTones[i%len(chartTones)]}}
		series := excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$%d", p.name, letter(v), p.first()-1),
			Categories: span(labels), Values: span(v), Fill: tone,
			Line: excelize.LineOptions{Width: 2, Fill: tone},
		}
		if c.Kind == ScatterChart {
			series.Line, series.Marker = excelize.LineOptions{Type: excelize.LineNone}, excelize.ChartMarker{Symbol: "circle", Size: 8, Fill: tone}
		}
		chart.Series = append(chart.Series, series)
	}
	return chart
}
