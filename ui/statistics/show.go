package statistics

import (
	"image"
	"image/color"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/reports/chart"
	"ownerdesk/ui/kit"
)

// showView puts the open view on the stage.
func (p *Page) showView() {
	if p.view == charts {
		p.note.SetText("")
		p.onStage(p.charts())
		return
	}
	t := p.month.Table(p.view)
	p.note.SetText(t.Note)
	p.onStage(p.table(t))
}

func (p *Page) onStage(o fyne.CanvasObject) {
	p.stage.Objects = []fyne.CanvasObject{o}
	p.stage.Refresh()
}

// unit is how wide a hundredth of a table is before the scale of the look; the
// first column takes what is left.
const unit = 10

// table shows one table; a row opens the list of its issues.
func (p *Page) table(t reports.FigureTable) fyne.CanvasObject {
	columns := make([]kit.Column, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = kit.Column{Title: c.Title, Width: float32(c.Wide * unit), Right: c.Right}
	}
	if len(columns) > 0 {
		columns[0].Width = 0
	}
	table := kit.NewTable(kit.RowDense, columns...).OneClick()
	table.OnOpen = func(i int) { p.lead(t.Rows[i].Cells[0].Text, t.Rows[i].Issues) }
	table.WhenEmpty(kit.Empty(theme.ConfirmIcon(), p.seat.Say("statistics.empty", t.Title), p.seat.Say("statistics.empty.what"), nil))
	table.SetRows(rows(t.Rows))
	return table
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
