package measures

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Page is one measure: what it says and what was done at the left, what happened at
// the right, the next act large, all others in a menu.
type Page struct {
	*seat.Keys
	Root fyne.CanvasObject
	// Issue leads to an issue, Issues to several under a title, Record to a meeting,
	// Survey to a survey, Measure to another measure.
	Issue   func(app.IssueID)
	Issues  func(title string, ids []app.IssueID)
	Record  func(int64)
	Survey  func(annual.SurveyID)
	Measure func(improve.MeasureID)
	// Print is asked for the tracking table of the measure; how is one of the ways.
	Print func(m improve.Measure, how string)

	s     *seat.Seat
	desk  *improve.Desk
	asks  Asks
	id    improve.MeasureID
	seen  seen
	there bool // the measure was read
	begin bool // the next act's form opens once it was read
	deaf  func()

	head     *fyne.Container
	cards    *fyne.Container
	happened *kit.Timeline
	print    *kit.Push
	more     *kit.Push
}

// seen is what the page shows: the measure, the rounds beside it, and what surveys
// ask and found.
type seen struct {
	m             improve.Measure
	before, after string // numbers of the rounds beside it
	found         improve.Found
	by            improve.Foresight
}

// NewPage is the page of one measure; Shown fills it.
func NewPage(s *seat.Seat, desk *improve.Desk, asks Asks, id improve.MeasureID) *Page {
	p := &Page{Keys: seat.NewKeys(s), s: s, desk: desk, asks: asks, id: id,
		Issue: func(app.IssueID) {}, Issues: func(string, []app.IssueID) {}, Record: func(int64) {}, Survey: func(annual.SurveyID) {},
		Measure: func(improve.MeasureID) {}, Print: func(improve.Measure, string) {}}
	p.head, p.cards = container.NewStack(), container.NewVBox()
	p.happened = kit.NewTimeline(nil)
	p.print = kit.Button(s.Say("issue.print"), theme.DocumentPrintIcon(), p.PrintMenu)
	p.more = kit.Button(s.Say("issue.more"), theme.MoreHorizontalIcon(), p.showMore)
	right := kit.CardTitled(s.Say("issue.happened"), kit.Scroll(p.happened))
	body := kit.Split(kit.Scroll(kit.Padded(2, 2, p.cards)), right, 0.32, 760)
	p.Root = kit.Page(container.NewBorder(container.NewVBox(p.head, kit.Gap(1, 4)), nil, nil, nil, body))
	return p
}

// Shown fills the page and keeps it true until Hidden.
func (p *Page) Shown() {
	p.deaf = p.s.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Measures || ch.Surveys {
			kit.Do(p.s.Tasks, nothing, func(struct{}, error) { p.reload() })
		}
	})
	p.load()
}

// Hidden stops listening.
func (p *Page) Hidden() {
	p.deaf()
	p.deaf = nil
}

// Begin opens the form of the next act once the measure was read.
func (p *Page) Begin() {
	if p.begin = true; p.there {
		p.start()
	}
}

func (p *Page) start() {
	if p.begin {
		p.begin = false
		p.Step()
	}
}

func (p *Page) reload() {
	if p.deaf != nil {
		p.load()
	}
}

func (p *Page) load() { kit.Do(p.s.Tasks, p.look, p.show) }

func (p *Page) look(ctx context.Context) (v seen, err error) {
	if v.m, err = p.asks.Measure(ctx, p.id); err != nil {
		return v, err
	}
	for _, of := range []struct {
		id   improve.MeasureID
		into *string
	}{{v.m.Before, &v.before}, {v.m.After, &v.after}} {
		if of.id == 0 {
			continue
		}
		other, err := p.asks.Measure(ctx, of.id)
		if err != nil {
			return v, err
		}
		*of.into = other.Number
	}
	if v.found, err = p.desk.Found(ctx, v.m.Project); err != nil {
		return v, err
	}
	v.by, err = foresee(ctx, p.s, p.asks)
	return v, err
}

// show is the only place where the measure meets widgets.
func (p *Page) show(v seen, err error) {
	if err != nil {
		p.s.Fail(nil, err)
		return
	}
	p.seen, p.there = v, true
	p.head.Objects = []fyne.CanvasObject{p.header()}
	p.head.Refresh()
	p.cards.Objects = p.allCards()
	p.cards.Refresh()
	p.happened.Set(p.timeline())
	p.start()
}

// stand is what an act of this person on the measure stands on.
func (p *Page) stand() improve.Stand {
	return improve.Stand{Measure: p.id, Version: p.seen.m.Version, By: p.s.Staff.ID}
}

// open shows a form over the page.
func (p *Page) open(f *form) {
	f.Stale = p.load
	f.Show()
}

// PrintMenu offers the tracking table of the measure.
func (p *Page) PrintMenu() {
	if p.there {
		p.s.Under(p.print, ways(p.s, func(how string) { p.Print(p.seen.m, how) }))
	}
}
