package issues

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Page is one issue: what it is and how it stands at the left, what happened at
// the right, the next act large, all others in a menu.
type Page struct {
	*seat.Keys
	Root fyne.CanvasObject
	// Open leads to another issue.
	Open func(app.IssueID)
	// Print is asked for a document of the issue; what is one of the Print words.
	Print func(c app.Case, what string)
	// Improve leads to the improvement measure that a complaint becomes, Measure to one
	// that it became.
	Improve func(app.Case)
	Talk    func(app.Case) // leads to the form of a talk on site about the issue
	Measure func(improve.MeasureID)

	s    *seat.Seat
	asks PageAsks
	id   app.IssueID

	seen    seen
	there   bool // the issue was read
	begin   string
	privacy say.Privacy
	deaf    func()

	head     *fyne.Container
	facts    *fyne.Container
	happened *kit.Timeline
	print    *kit.Push
	more     *kit.Push
}

// seen is what the page shows: the issue, the one it is related to, and what
// else its room brought.
type seen struct {
	c       app.Case
	related app.Issue
	room    []app.Line

	measures []improve.Measure // that it became
	merged   []app.Case        // that were merged into it
}

// NewPage is the page of one issue; Shown fills it.
func NewPage(s *seat.Seat, asks PageAsks, id app.IssueID) *Page {
	p := &Page{Keys: seat.NewKeys(s), s: s, asks: asks, id: id, Open: func(app.IssueID) {}, Improve: func(app.Case) {}, Talk: func(app.Case) {}, Measure: func(improve.MeasureID) {}, deaf: func() {}}
	p.head, p.facts = container.NewStack(), container.NewVBox()
	p.happened = kit.NewTimeline(nil)
	p.print = kit.Button(s.Say("issue.print"), theme.DocumentPrintIcon(), p.PrintMenu)
	p.more = kit.Button(s.Say("issue.more"), theme.MoreHorizontalIcon(), p.showMore)
	right := kit.CardTitled(s.Say("issue.happened"), kit.Scroll(p.happened))
	body := kit.Split(kit.Scroll(kit.Padded(2, 2, p.facts)), right, 0.5, 760)
	p.Root = kit.Page(container.NewBorder(container.NewVBox(p.head, kit.Gap(1, 4)), nil, nil, nil, body))
	return p
}

// Shown fills the page and keeps it true until Hidden.
func (p *Page) Shown() {
	p.deaf = p.s.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Issue == p.id || ch.Issue == 0 || ch.Measures {
			p.load()
		}
	})
	p.load()
}

// Hidden stops listening; what was revealed is masked again.
func (p *Page) Hidden() {
	p.deaf()
	p.privacy = say.Masked
}

// Begin opens the form of a verb once the issue was read.
func (p *Page) Begin(verb string) {
	if p.begin = verb; p.there {
		p.start()
	}
}

func (p *Page) load() {
	kit.Do(p.s.Tasks, func(ctx context.Context) (v seen, err error) {
		if v.c, err = p.asks.Case(ctx, p.id); err != nil {
			return v, err
		}
		if v.c.Related != 0 {
			other, err := p.asks.Case(ctx, v.c.Related)
			if err != nil {
				return v, err
			}
			v.related = other.Issue
		}
		if v.c.Place.Room != 0 {
			if v.room, err = p.asks.RoomHistory(ctx, v.c.Place.Room); err != nil {
				return v, err
			}
		}
		if v.merged, err = p.asks.MergedInto(ctx, p.id); err != nil {
			return v, err
		}
		v.measures, err = p.asks.Measures(ctx, improve.Wanted{Issue: p.id})
		return v, err
	}, p.show)
}

// show is the only place where the issue meets widgets.
func (p *Page) show(v seen, err error) {
	if err != nil {
		p.s.Fail(nil, err)
		return
	}
	p.seen, p.there = v, true
	p.head.Objects = []fyne.CanvasObject{p.header()}
	p.head.Refresh()
	p.facts.Objects = p.cards()
	p.facts.Refresh()
	p.happened.Set(p.timeline())
	p.start()
}

// do opens the form of a verb over the page.
func (p *Page) do(v verb) {
	form := v.form(p.matter())
	form.Stale = p.load
	form.Show()
}

func (p *Page) matter() matter { return matter{p.s, p.asks, p.seen.c, verbs} }
