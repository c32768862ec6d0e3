package statistics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/ui/kit"
	"ownerdesk/ui/tables"
)

// showView puts the open view on the stage.
func (p *Page) showView() {
	if p.view == conformity {
		p.audit()
		return
	}
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
	p.onStage(tables.Of(p.seat, t, p.lead))
}

func (p *Page) onStage(o fyne.CanvasObject) {
	p.stage.Objects = []fyne.CanvasObject{o}
	p.stage.Refresh()
}

// charts shows all charts, two beside each other.
func (p *Page) charts() fyne.CanvasObject {
	grid := container.NewGridWithColumns(2)
	for _, c := range p.month.Charts {
		grid.Add(tables.Chart(p.seat, c))
	}
	return kit.Scroll(grid)
}
