package statistics

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/audit"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/tables"
)

// Span is what the conformity check looks at: the year of the month shown, up to that
// month's end.
func (p *Page) Span() audit.Span {
	scope := p.Scope()
	return audit.Span{
		Project: scope.Project, From: time.Date(p.from.Year(), 1, 1, 0, 0, 0, 0, p.from.Location()), To: scope.To, At: scope.At,
	}
}

// audit goes through the records and shows how far the regulation is kept.
func (p *Page) audit() {
	s, span := p.seat, p.Span()
	p.note.Hide()
	p.onStage(kit.Middle(kit.Muted(s.Say("audit.wait"))))
	kit.Latest(p.lane, func(ctx context.Context) (audit.Report, error) {
		return audit.Look(ctx, p.asks, s.Ground, span)
	}, p.showAudit)
}

func (p *Page) showAudit(r audit.Report, err error) {
	s := p.seat
	if err != nil {
		s.Fail(nil, err)
		return
	}
	if p.view != conformity {
		return
	}
	t := reports.AuditTable(reports.Facts{Voice: s.Voice, By: s.Staff, At: s.Now(), Open: true}, r)
	p.note.SetText(t.Note)
	p.note.Show()
	print := container.NewBorder(nil, nil, p.turnAudit(r), nil, kit.Right(kit.Button(s.Say("audit.print"), theme.DocumentSaveIcon(), func() { p.Audit(r) })))
	if p.asked {
		p.ask(print, r)
		return
	}
	p.onStage(container.NewBorder(print, nil, nil, nil, tables.Opening(s, t, func(i int) { p.broke(r, i) })))
}

// broke shows what broke a duty: its issues in the list of issues, what is none of them
// by itself, or to choose from where there are several.
func (p *Page) broke(r audit.Report, i int) {
	s, found := p.seat, r.Findings[i]
	facts := reports.Facts{Voice: s.Voice, By: s.Staff, At: s.Now(), Open: true}
	whole := reports.AuditTable(facts, r).Rows[i]
	others := slices.DeleteFunc(slices.Clone(found.Broken), func(b audit.Of) bool { return b.Record == 0 && b.Survey == 0 && b.Measure == 0 })
	switch {
	case len(others) == 0 && len(whole.Issues) == 0 && len(found.Broken) > 0:
		s.Says(kit.Info, s.Say("audit.nothing")) // a meeting or survey that never was
	case len(others) == 0:
		p.lead(whole.Cells[0].Text, whole.Issues)
	case len(others) == 1:
		p.Open(others[0])
	default:
		t := reports.BrokenTable(facts, found.Duty, others)
		back := kit.Left(kit.Button(s.Say("audit.back"), theme.NavigateBackIcon(), func() { p.showAudit(r, nil) }))
		p.onStage(container.NewBorder(back, nil, nil, nil, tables.Opening(s, t, func(i int) { p.Open(others[i]) })))
	}
}
