package statistics

import (
	"context"
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
	print := kit.Right(kit.Button(s.Say("audit.print"), theme.DocumentSaveIcon(), func() { p.Audit(r) }))
	p.onStage(container.NewBorder(print, nil, nil, nil, tables.Of(s, t, p.lead)))
}
