package statistics

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app/audit"
	"ownerdesk/app/meeting"
	"ownerdesk/reports"
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
	if slices.ContainsFunc(t.Rows, func(r reports.FigureRow) bool { return r.Gathering != 0 }) {
		p.onStage(tables.Opening(p.seat, t, func(i int) { p.openGathering(t.Rows[i]) }))
		return
	}
	p.onStage(tables.Of(p.seat, t, p.lead))
}

// sayWhose says which meeting's frozen figures the papers of the month show, though the
// screen shows those of now.
func (p *Page) sayWhose(f Frozen) {
	said := ""
	switch {
	case f.Meeting.ID != 0:
		said = p.seat.Say("statistics.papers.frozen", f.Meeting.Number)
	case len(f.Others) > 0:
		var all []string
		for _, h := range f.Others {
			all = append(all, h.Number+" "+p.seat.Ground.Projects[h.Project].Name)
		}
		said = p.seat.Say("statistics.papers.others", strings.Join(all, " · "))
	}
	if p.whose.SetText(said); said == "" {
		p.whose.Hide()
		return
	}
	p.whose.Show()
}

// openGathering shows the list of opinions that a row is about; their sum, the issues
// that they became.
func (p *Page) openGathering(r reports.FigureRow) {
	if r.Gathering == 0 {
		p.lead(p.seat.Say("kpi.gathered.became"), r.Issues)
		return
	}
	p.Open(audit.Of{Record: meeting.RecordID(r.Gathering)})
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
