package statistics

import (
	"image"
	"image/color"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/reports/chart"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// showView puts the open view on the stage.
func (p *Page) showView() {
	if p.view == charts {
		p.note.Hide()
		p.onStage(p.charts())
		return
	}
	t := p.month.Table(p.view)
	if p.note.SetText(t.Note); t.Note == "" {
		p.note.Hide()
	} else {
		p.note.Show()
	}
	p.onStage(p.table(t))
}

func (p *Page) onStage(o fyne.CanvasObject) {
	p.stage.Objects = []fyne.CanvasObject{o}
	p.stage.Refresh()
}

// Widths before the scale of the look: of all columns together in the smallest
// window, of the first at most, and between two.
const (
	together = 950
	widest   = 260
	between  = 16
	unit     = 9 // a hundredth of the paper
)

// columns are as wide as what stands in them; where that is too much for the
// smallest window, the widest that is not the first gives way.
func columns(t reports.FigureTable) []kit.Column {
	all := make([]kit.Column, len(t.Columns))
	var sum, most float32
	for i, c := range t.Columns {
		wide := measure(c.Title)
		for _, r := range t.Rows {
			wide = max(wide, measure(r.Cells[i].Text))
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

func measure(words string) float32 {
	return fyne.MeasureText(words, kit.SizeBody, fyne.TextStyle{Bold: true}).Width + between
}

// table shows one table; a row opens the list of its issues.
func (p *Page) table(t reports.FigureTable) fyne.CanvasObject {
	need := columns(t)
	has := apart(need, t)
	for i := range has {
		if !has[i].Right {
			has[i].Width = 0 // words share what is left
		}
	}
	table := kit.NewTable(kit.RowDense, has...).OneClick()
	table.OnOpen = func(i int) {
		row := t.Rows[i]
		if len(row.Issues) == 0 && len(row.Cells) > 1 && row.Cells[1].Measure == reports.Words && row.Cells[1].Text != "" {
			p.seat.Says(kit.Info, p.seat.Say("statistics.of", row.Cells[0].Text, row.Cells[1].Text)) // all its words
			return
		}
		p.lead(row.Cells[0].Text, row.Issues)
	}
	table.WhenEmpty(kit.Empty(theme.ConfirmIcon(), p.seat.Say("statistics.empty", t.Title), p.seat.Say("statistics.empty.what"), nil))
	table.SetRows(rows(t.Rows))
	return seat.Spread(table, need)
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
			pieces[j] = kit.SaidIn(tones[c.Light], c.Text)
		case j == 0 || row.Total:
			pieces[j] = kit.SaidBold(c.Text)
		default:
			pieces[j] = kit.Said(c.Text)
		}
	}
	return pieces
}

// charts shows all charts, two beside each other.
func (p *Page) charts() fyne.CanvasObject {
	grid := container.NewGridWithColumns(2)
	for _, c := range p.month.Charts {
		var body fyne.CanvasObject = kit.Empty(theme.InfoIcon(), p.seat.Say("statistics.chart.none"), "", nil)
		if !c.Empty() {
			body = drawing(c.Chart)
		}
		grid.Add(kit.CardTitled(c.Title, body))
	}
	return kit.Scroll(grid)
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
