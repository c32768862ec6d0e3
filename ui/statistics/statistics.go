// Package statistics has the month's figures: tiles and tables whose every number
// leads to its issues, and charts. It asks the store through Asks and leads to
// issues by a callback; how figures are reckoned is app/figures', how they are
// said is package reports'.
package statistics

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the page asks of the store.
type Asks interface {
	figures.Asks
	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	Buildings(context.Context, app.ProjectID) ([]app.Building, error)
	AreaHouseholds(context.Context, app.ProjectID) (map[app.AreaID]int, error)
	Lines(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error)
}

// Page is the month's figures.
type Page struct {
	Root fyne.CanvasObject

	Issues func(title string, ids []app.IssueID) // a figure's issues are looked at

	seat  *seat.Seat
	asks  Asks
	lane  *kit.Lane
	from  time.Time // the first moment of the month shown
	view  string    // the table shown, or charts
	month reports.Month
	rates []figures.Rate

	title *kit.Phrase
	basis *kit.Phrase
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
		Issues: func(string, []app.IssueID) {},
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

// reckoned is all the page shows.
type reckoned struct {
	report figures.Report
	month  reports.Month
}

func (p *Page) load() {
	s, from := p.seat, p.from
	facts := reports.Facts{Voice: s.Voice, By: s.Staff, At: s.Now()}
	kit.Latest(p.lane, func(ctx context.Context) (reckoned, error) {
		scope := figures.Month(from.Year(), from.Month(), s.Now(), s.Ground.Calendar, 0)
		scope.Project = s.Project
		return reckon(ctx, p.asks, facts, scope)
	}, p.show)
}

// reckon reads, reckons and words a month.
func reckon(ctx context.Context, asks Asks, f reports.Facts, scope figures.Scope) (reckoned, error) {
	var err error
	if scope.Households, err = asks.Households(ctx, scope.Project); err != nil {
		return reckoned{}, err
	}
	facts, err := figures.GatherMonth(ctx, asks, f.Ground, scope)
	if err != nil {
		return reckoned{}, err
	}
	areas, err := asks.AreaHouseholds(ctx, scope.Project)
	if err != nil {
		return reckoned{}, err
	}
	report := scope.Report(facts, figures.Surroundings{Areas: areas})
	names, err := placeNames(ctx, asks, f, report)
	if err != nil {
		return reckoned{}, err
	}
	return reckoned{report, reports.NewMonth(f, report, names)}, nil
}

// placeNames asks what the places are called that a report is about.
func placeNames(ctx context.Context, asks Asks, f reports.Facts, r figures.Report) (reports.PlaceNames, error) {
	names := reports.PlaceNames{Areas: map[app.AreaID]string{}, Buildings: map[app.BuildingID]string{}, Places: map[app.IssueID]string{}}
	for id := range f.Ground.Projects {
		areas, err := asks.Areas(ctx, id)
		if err != nil {
			return names, err
		}
		for _, a := range areas {
			names.Areas[a.ID] = a.Name
		}
		buildings, err := asks.Buildings(ctx, id)
		if err != nil {
			return names, err
		}
		for _, b := range buildings {
			names.Buildings[b.ID] = b.Name
		}
	}
	var first []app.IssueID
	for _, row := range r.SameAgain {
		first = append(first, row.Issues[0])
	}
	for _, problem := range r.Problems {
		first = append(first, problem.Issues[0])
	}
	if len(first) == 0 {
		return names, nil
	}
	lines, err := asks.Lines(ctx, app.Filter{Only: first}, app.Order{}, 0, len(first), f.At)
	for _, l := range lines {
		names.Places[l.ID] = f.Short(l.Place, say.Open)
	}
	return names, err
}

// show is the only place where figures meet widgets.
func (p *Page) show(r reckoned, err error) {
	if err != nil {
		slog.Error("statistics", "err", err)
		p.seat.Says(kit.Bad, p.seat.Trouble(err))
		return
	}
	p.month, p.rates = r.month, r.report.Rates
	p.title.SetText(r.month.Title)
	p.basis.SetText(r.month.Basis)
	p.showTiles(r.report)
	p.views.mark(p.view, r.month)
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
