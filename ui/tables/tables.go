// Package tables shows tables and charts of figures on a page, as package reports
// words them: the same for the month's statistics and for the yearly survey.
package tables

import (
	"image"
	"image/color"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/reports/chart"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Tones of the lights.
var Tones = map[figures.Light]kit.Tone{figures.Unlit: kit.Plain, figures.Green: kit.Good, figures.Yellow: kit.Warn, figures.Red: kit.Bad}

// Widths before the scale of the look: of all columns together in the smallest
// window, of the first at most, and between two.
const (
	together = 950
	widest   = 260
	between  = 10
	unit     = 9 // a hundredth of the paper
)

// Columns are as wide as what stands in them; where that is too much for the
// smallest window, the widest that is not the first gives way.
func Columns(t reports.FigureTable) []kit.Column {
	all := make([]kit.Column, len(t.Columns))
	var sum, most float32
	for i, c := range t.Columns {
		wide := Measure(c.Title)
		for _, r := range t.Rows {
			wide = max(wide, measure(r.Cells[i].Text, i == 0 || r.Total || r.Cells[i].Light != figures.Unlit))
		}
		if i == 0 {
			wide = min(wide, widest)
		} else {
			most = max(most, wide)
		}
		sum += wide
		all[i] = kit.Column{Title: c.Title, Width: wide, Right: c.Right}
	}
	for i := range all {
		if i > 0 && sum > together && all[i].Width == most {
			all[i].Width -= min(sum-together, most/2)
			break
		}
	}
	return all
}

// apart moves narrow columns apart by their shares of the paper, where there is
// room for that.
func apart(need []kit.Column, t reports.FigureTable) []kit.Column {
	wide, sum := slices.Clone(need), float32(0)
	for i, c := range t.Columns {
		wide[i].Width = max(need[i].Width, float32(c.Wide*unit))
		sum += wide[i].Width
	}
	if sum > together {
		return slices.Clone(need)
	}
	return wide
}

// Measure is how wide a column must be for these words, were they bold.
func Measure(words string) float32 { return measure(words, true) }

func measure(words string, bold bool) float32 {
	return fyne.MeasureText(words, kit.SizeBody, fyne.TextStyle{Bold: bold}).Width + between
}

// Lead is told of the issues of a row, and what they are.
type Lead func(title string, ids []app.IssueID)

// Of shows a table in the room it is given; a row opens its issues.
func Of(s *seat.Seat, t reports.FigureTable, lead Lead) fyne.CanvasObject {
	return Opening(s, t, func(i int) {
		row := t.Rows[i]
		if len(row.Issues) == 0 && len(row.Cells) > 1 && row.Cells[1].Measure == reports.Words && row.Cells[1].Text != "" {
			s.Says(kit.Info, s.Say("statistics.of", row.Cells[0].Text, row.Cells[1].Text)) // all its words
			return
		}
		lead(row.Cells[0].Text, row.Issues)
	})
}

// Opening is a table of which each row opens something, by its place.
func Opening(s *seat.Seat, t reports.FigureTable, open func(int)) fyne.CanvasObject {
	table, need := tableOf(t)
	table.OnOpen = open
	table.WhenEmpty(kit.Empty(theme.ConfirmIcon(), s.Say("statistics.empty", t.Title), s.Say("statistics.empty.what"), nil))
	return seat.SpreadBare(table, need)
}

// Whole is a table with all its rows, under its title and above how it is counted, on
// a page that scrolls: a list that scrolls in it would hold the wheel.
func Whole(s *seat.Seat, t reports.FigureTable, nothing string, lead Lead) fyne.CanvasObject {
	box := container.NewVBox(kit.Section(t.Title))
	if len(t.Rows) == 0 {
		box.Add(kit.Small(nothing))
		return box
	}
	leads := slices.ContainsFunc(t.Rows, func(r reports.FigureRow) bool { return len(r.Issues) > 0 })
	columns, heads := spread(t, leads), []fyne.CanvasObject{}
	for _, c := range t.Columns {
		heads = append(heads, aligned(kit.NewCell(c.Title, kit.SizeLabel, kit.Quiet, false), c.Right))
	}
	if leads {
		heads = append(heads, kit.Gap(0, 0))
	}
	box.Add(kit.Row(columns, heads...))
	for _, row := range t.Rows {
		box.Add(kit.Line())
		box.Add(kit.Row(columns, cells(s, t, row, leads, lead)...))
	}
	if t.Note != "" {
		box.Add(kit.Small(t.Note))
	}
	return box
}

// spread is how wide the columns are: words share what the numbers leave.
func spread(t reports.FigureTable, leads bool) (columns kit.Columns) {
	need := Columns(t)
	for i, c := range apart(need, t) {
		if !c.Right && (i == 0 || len(t.Rows[0].Cells) > i && t.Rows[0].Cells[i].Measure == reports.Words) {
			c.Width = 0
		}
		columns = append(columns, c.Width)
	}
	if leads {
		columns = append(columns, leadWide)
	}
	return columns
}

// leadWide is the column of what leads to issues.
const leadWide = 92

func aligned(c *kit.Cell, right bool) fyne.CanvasObject {
	if right {
		return c.AlignRight()
	}
	return c
}

func cells(s *seat.Seat, t reports.FigureTable, row reports.FigureRow, leads bool, lead Lead) (all []fyne.CanvasObject) {
	for i, p := range (rows{row}).At(0) {
		all = append(all, aligned(kit.NewCell(p.Text, kit.SizeBody, p.Role, p.Bold), t.Columns[i].Right))
	}
	switch {
	case len(row.Issues) > 0:
		all = append(all, kit.Right(kit.Link(s.Count("meetings.issues", len(row.Issues)), func() { lead(row.Cells[0].Text, row.Issues) })))
	case leads:
		all = append(all, kit.Gap(0, 0))
	}
	return all
}

func tableOf(t reports.FigureTable) (*kit.Table, []kit.Column) {
	need := Columns(t)
	has := apart(need, t)
	named := has[0].Width
	for i := range has {
		if has[i].Right {
			continue
		}
		has[i].Width = 0 // words share what is left
		if i > 0 {
			has[0].Width = max(named, min(longest(t), need[0].Width+need[i].Width/2)) // the names first
		}
	}
	table := kit.NewTable(kit.RowDense, has...).OneClick()
	table.SetRows(rows(t.Rows))
	return table, need
}

// longest is how wide the first column would be if nothing in it were cut.
func longest(t reports.FigureTable) (wide float32) {
	for _, r := range t.Rows {
		wide = max(wide, Measure(r.Cells[0].Text))
	}
	return wide
}

// rows words the rows of a table.
type rows []reports.FigureRow

// Count is how many rows there are.
func (r rows) Count() int { return len(r) }

// At words one row: what is named first is bold, what misses its target coloured.
func (r rows) At(i int) []kit.Piece {
	row := r[i]
	pieces := make([]kit.Piece, len(row.Cells))
	for j, c := range row.Cells {
		switch {
		case c.Light != figures.Unlit:
			pieces[j] = kit.SaidIn(Tones[c.Light], c.Text)
		case j == 0 || row.Total:
			pieces[j] = kit.SaidBold(c.Text)
		default:
			pieces[j] = kit.Said(c.Text)
		}
	}
	return pieces
}

// Chart is a chart on a card, or that there is nothing to draw.
func Chart(s *seat.Seat, c reports.NamedChart) fyne.CanvasObject {
	var body fyne.CanvasObject = kit.Empty(theme.InfoIcon(), s.Say("statistics.chart.none"), "", nil)
	if !c.Empty() {
		body = drawing(c.Chart)
	}
	return kit.CardTitled(c.Title, body)
}

// drawing draws a chart in the look worn now.
func drawing(c chart.Chart) *kit.Drawing {
	return kit.NewDrawing(360, 220, func(wide, high int, unit float32) image.Image {
		img, err := c.Image(wide, high, int(72*unit), look())
		if err != nil {
			slog.Error("chart", "err", err)
			return image.NewNRGBA(image.Rect(0, 0, 1, 1))
		}
		return img
	})
}

// look is that of the window, for charts.
func look() chart.Look {
	p := kit.Pal()
	l := chart.Look{Ink: p.Text, Quiet: p.Muted, Rule: p.Line, Ground: p.Surface, Size: float64(kit.SizeSmall)}
	for _, t := range []kit.Tone{kit.Info, kit.Good, kit.Warn, kit.Bad, kit.Plain} {
		l.Tones = append(l.Tones, color.Color(p.Ink[t]))
	}
	return l
}
