// Package statistics has the month's figures: tiles and tables whose every number
// leads to its issues, and charts. It asks the store through Asks and leads to
// issues by a callback; how figures are reckoned is app/figures', how they are
// said is package reports'.
package statistics

import (
	"context"
	"iter"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the page asks of the store.
type Asks interface {
	figures.Asks
	audit.Store
	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	Buildings(context.Context, app.ProjectID) ([]app.Building, error)
	AreaHouseholds(context.Context, app.ProjectID) (map[app.AreaID]int, error)
	Case(context.Context, app.IssueID) (app.Case, error)
	EachLine(context.Context, app.Filter, app.Order, time.Time) iter.Seq2[app.Line, error]
}

// Page is the month's figures.
type Page struct {
	Root fyne.CanvasObject

	Issues  func(title string, ids []app.IssueID) // a figure's issues are looked at
	Preview func(figures.Scope)                   // the month's papers are looked at
	Save    func(figures.Scope)                   // they are kept as PDF
	Book    func(figures.Scope)                   // they are kept as a workbook
	Both    func(figures.Scope)                   // they are kept as both
	Audit   func(audit.Report)                    // a conformity check is kept as PDF
	Open    func(audit.Of)                        // a meeting, survey or measure that broke a duty is looked at

	seat  *seat.Seat
	asks  Asks
	lane  *kit.Lane
	from  time.Time  // the first moment of the month shown
	view  string     // the table shown, or charts
	asked bool       // of a conformity check: what a person answers for
	row   int        // of the question to go on from
	list  *kit.Table // the questions shown
	back  bool       // the keyboard comes back to them from a form
	month reports.Month
	rates []figures.Rate

	title *kit.Phrase
	basis *kit.Phrase
	whose *kit.Prose // which meeting's figures its papers show
	later *kit.Push
	tiles []*kit.Figure
	views *views
	stage *fyne.Container
	note  *kit.Phrase
	stops func()
}

// NewPage lays the page out, on the last whole month; Shown fills it.
func NewPage(s *seat.Seat, asks Asks) *Page {
	now := s.Here(s.Now())
	p := &Page{
		seat: s, asks: asks, lane: kit.NewLane(s.Tasks, 0), view: "kpi",
		from:   time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, now.Location()),
		Issues: func(string, []app.IssueID) {}, Preview: func(figures.Scope) {}, Save: func(figures.Scope) {}, Book: func(figures.Scope) {}, Both: func(figures.Scope) {}, Audit: func(audit.Report) {},
	}
	p.build()
	return p
}

// Shown reckons the month and keeps it true until Hidden.
func (p *Page) Shown() {
	p.stops = p.seat.Desk.Changes.Listen(func(app.Change) {
		kit.Do(p.seat.Tasks, nothing, func(struct{}, error) { p.reload() })
	})
	p.load()
}

// Hidden stops listening.
func (p *Page) Hidden() {
	p.stops()
	p.stops = nil
	p.lane.Drop()
}

func (p *Page) reload() {
	if p.stops != nil {
		p.load()
	}
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }

// Scope is the month shown, as of now.
func (p *Page) Scope() figures.Scope {
	scope := figures.Month(p.from.Year(), p.from.Month(), p.seat.Now(), p.seat.Ground.Calendar, 0)
	scope.Project = p.seat.Project
	return scope
}

func (p *Page) load() {
	s, scope := p.seat, p.Scope()
	facts := reports.Facts{Voice: s.Voice, By: s.Staff, At: s.Now(), Open: true} // rooms stand open on the screen
	kit.Latest(p.lane, func(ctx context.Context) (v shownMonth, err error) {
		if v.frozen, err = frozenOf(ctx, p.asks, s.Ground, scope); err != nil {
			return v, err
		}
		v.Reckoned, err = Reckon(ctx, p.asks, facts, scope)
		return v, err
	}, p.show)
}

// shownMonth is a month as of now, and what is frozen of it.
type shownMonth struct {
	Reckoned
	frozen Frozen
}

// show is the only place where figures meet widgets.
func (p *Page) show(r shownMonth, err error) {
	if err != nil {
		slog.Error("statistics", "err", err)
		p.seat.Says(kit.Bad, p.seat.Trouble(err))
		return
	}
	p.month, p.rates = r.Month, r.Report.Rates
	p.title.SetText(r.Month.Title)
	p.basis.SetText(r.Month.Basis)
	p.sayWhose(r.frozen)
	p.showTiles(r.Report)
	p.views.mark(p.view, r.Month)
	p.showView()
}

// turn shows another month.
func (p *Page) turn(months int) {
	p.from = p.from.AddDate(0, months, 0)
	now := p.seat.Here(p.seat.Now())
	if p.later.Enable(); !p.from.AddDate(0, 1, 0).Before(now) {
		p.later.Disable()
	}
	p.load()
}
