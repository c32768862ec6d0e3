// Package today has the start page: what the desk has to see to now, the most
// pressing first, and the figures above it. It asks the store through Asks and
// leads to issues by callbacks; it knows no other screen and changes nothing.
package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the page asks of the store.
type Asks interface {
	Today(ctx context.Context, project app.ProjectID, now, endOfDay time.Time) (app.Day, error)
	Lines(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error)
	Pressing(ctx context.Context, step app.Step, project app.ProjectID, limit, offset int) ([]app.Line, error)
	CallBacks(ctx context.Context, project app.ProjectID, until time.Time) ([]app.Line, error)
	Scenes(ctx context.Context, project app.ProjectID) ([]app.Line, error)
	Waiting(ctx context.Context, project app.ProjectID, until time.Time) ([]app.Line, error)
	Drafts(context.Context, app.StaffID) ([]app.IntakeDraft, error)
	Actions(context.Context, meeting.WantedActions) ([]meeting.Action, error)
	Surveys(context.Context, app.ProjectID) ([]annual.Head, error)
	Measures(context.Context, improve.Wanted) ([]improve.Measure, error)
	Helping(ctx context.Context, project app.ProjectID, limit int) ([]app.Helped, error)
	TalksOwed(ctx context.Context, project app.ProjectID) ([]app.TalkOwed, error)
	OpenGatherings(context.Context, app.ProjectID) ([]meeting.Owing, error)
}

// Page is the start page.
type Page struct {
	Root fyne.CanvasObject

	Open     func(app.Line)                        // an issue is looked at
	Act      func(app.Line)                        // the next step is taken with it
	Call     func(app.Line)                        // the call promised to its owner is made
	Scene    func(app.Line)                        // what an emergency waits for on site has happened
	Wait     func(app.Line)                        // somebody looks whether it still waits
	Talk     func(app.Line)                        // a talk on site is written down
	Item     func(a meeting.Action, step bool)     // an action item is looked at where it was given, or its next step is taken
	Survey   func(annual.SurveyID)                 // a yearly survey is looked at
	Measure  func(id improve.MeasureID, step bool) // an improvement measure is looked at, or its next step is taken
	Help     func(app.Line, app.Help)              // a helping department's share is signed for, or reported done
	Gathered func(meeting.RecordID)                // opinions that were gathered are answered for
	Resume   func(app.IntakeDraft)                 // a half-written intake is gone on with
	Intake   func()                                // a new issue

	seat *seat.Seat
	asks Asks
	lane *kit.Lane
	view View
	rows []row

	date    *kit.Phrase
	tiles   map[View]*kit.Figure
	picks   *picks
	listed  *fyne.Container // the picks above the list: they may need a row more
	columns []kit.Column
	table   *kit.Table
	stops   []func()
}

// View is which part of the work the list shows.
type View string

// The views: everything, one for each tile, and the smaller ones above the list.
const (
	All      View = "all"
	Late     View = "late"
	DueToday View = "due"
	Route    View = "route"
	Review   View = "review"
	Tell     View = "tell"
	FollowUp View = "followup"

	Scenes    View = "scenes"
	Drafts    View = "drafts"
	Sign      View = "sign"
	Refused   View = "refused"
	Approve   View = "approve"
	Again     View = "again"
	Notices   View = "notice"
	Inspect   View = "inspect"
	CallBacks View = "callbacks"
	Waits     View = "waits"
	Talks     View = "talks"
	Items     View = "actions"
	Surveys   View = "surveys"
	Measures  View = "measures"
	Helpers   View = "helping"
	Gathered  View = "gathered"
)

// NewPage lays the page out; Shown fills it.
func NewPage(s *seat.Seat, asks Asks) *Page {
	p := &Page{
		seat: s, asks: asks, lane: kit.NewLane(s.Tasks, 0), view: All,
		Open: func(app.Line) {}, Act: func(app.Line) {}, Call: func(app.Line) {}, Scene: func(app.Line) {}, Wait: func(app.Line) {}, Talk: func(app.Line) {}, Item: func(meeting.Action, bool) {}, Survey: func(annual.SurveyID) {}, Measure: func(improve.MeasureID, bool) {},
		Help: func(app.Line, app.Help) {}, Gathered: func(meeting.RecordID) {}, Resume: func(app.IntakeDraft) {}, Intake: func() {},
	}
	p.build()
	return p
}

// Shown fills the page and keeps it true until Hidden: after every change, and
// every minute because limits pass by themselves.
func (p *Page) Shown() {
	p.stops = []func(){
		p.seat.Desk.Changes.Listen(func(app.Change) {
			kit.Do(p.seat.Tasks, nothing, func(struct{}, error) { p.reload() })
		}),
		p.seat.Tasks.Every(time.Minute, p.load),
	}
	p.load()
	p.seat.Window.Canvas().Focus(p.table)
}

// Hidden stops listening.
func (p *Page) Hidden() {
	for _, stop := range p.stops {
		stop()
	}
	p.stops = nil
	p.lane.Drop()
}

// reload is load as long as the page is seen.
func (p *Page) reload() {
	if p.stops != nil {
		p.load()
	}
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }

// outlook is all the page shows.
type outlook struct {
	at       time.Time
	day      app.Day
	due      int // action items
	surveys  int // that wait for something
	measures int // improvement measures to be seen to
	helping  int // shares of helping departments
	gathered int // events whose opinions are to be answered for
	rows     []row
}

func (p *Page) load() {
	view, now := p.view, p.seat.Now()
	p.table.SetBusy(true)
	kit.Latest(p.lane, func(ctx context.Context) (outlook, error) {
		if err := p.raise(ctx, now); err != nil {
			return outlook{}, err
		}
		day, err := p.asks.Today(ctx, p.seat.Project, now, p.endOfDay(now))
		if err != nil {
			return outlook{}, err
		}
		mine, err := p.drafts(ctx)
		if err != nil {
			return outlook{}, err
		}
		day.Drafts = len(mine) // those of others are theirs to finish
		items, err := p.items(ctx, now)
		if err != nil {
			return outlook{}, err
		}
		surveys, err := p.surveys(ctx, now)
		if err != nil {
			return outlook{}, err
		}
		measures, err := p.measures(ctx, now)
		if err != nil {
			return outlook{}, err
		}
		helping, err := p.helping(ctx)
		if err != nil {
			return outlook{}, err
		}
		gathered, err := p.gathered(ctx)
		if err != nil {
			return outlook{}, err
		}
		rows, err := p.list(ctx, view, now)
		return outlook{now, day, len(items), len(surveys), len(measures), len(helping), len(gathered), rows}, err
	}, p.show)
}

func (p *Page) endOfDay(now time.Time) time.Time {
	now = p.seat.Here(now)
	return time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, now.Location()).Add(-time.Second)
}

// most is how many lines the list holds; who has more to do than this works
// from the top or goes to the issues list.
const most = 500

// steps are the views that gather one step.
var steps = map[View]app.Step{
	Route: app.StepRoute, Review: app.StepReview, FollowUp: app.StepFollowUp,
	Sign: app.StepSign, Refused: app.StepReassign, Again: app.StepAgain, Notices: app.StepNotice, Inspect: app.StepInspect,
}
