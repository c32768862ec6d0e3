package surveys

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Page is one survey: how it stands and the next act on top, below it the part
// that is looked at.
type Page struct {
	*seat.Keys
	Root fyne.CanvasObject
	// Issues leads to several issues under a title, Survey to another survey.
	Issues func(title string, ids []app.IssueID)
	Survey func(annual.SurveyID)
	// Print is asked for a paper of the survey. Nil: there is none.
	Print func(Paper)
	// Key leads to where answers are keyed in, those of one number where it is not 0;
	// Import to where they come from a file.
	Key    func(how Keyed, no int)
	Import func()
	// Poll reads what the report is made from.
	Poll func(context.Context) (reports.Polled, error)
	// Improve makes an improvement measure out of the problem of that number, Measure
	// leads to one that was made.
	Improve func(h annual.Head, problem int)
	Measure func(improve.MeasureID)

	s     *seat.Seat
	desk  *annual.Desk
	asks  Asks
	id    annual.SurveyID
	seen  seen
	there bool // the survey was read
	deaf  func()
	lane  *kit.Lane

	parts []part
	open  part

	head  *fyne.Container
	tabs  map[string]*kit.Push
	body  *fyne.Container
	print *kit.Push
	more  *kit.Push
}

// NewPage is the page of one survey; Shown fills it.
func NewPage(s *seat.Seat, desk *annual.Desk, asks Asks, id annual.SurveyID) *Page {
	p := &Page{Keys: seat.NewKeys(s), s: s, desk: desk, asks: asks, id: id, lane: kit.NewLane(s.Tasks, 0), deaf: func() {},
		Issues: func(string, []app.IssueID) {}, Survey: func(annual.SurveyID) {}, Key: func(Keyed, int) {}, Import: func() {},
		Improve: func(annual.Head, int) {}, Measure: func(improve.MeasureID) {}, tabs: map[string]*kit.Push{}}
	p.head, p.body = container.NewStack(), container.NewStack()
	p.print = kit.Button(s.Say("issue.print"), theme.DocumentPrintIcon(), p.PrintMenu)
	p.more = kit.Button(s.Say("issue.more"), theme.MoreHorizontalIcon(), p.showMore)
	tabs := make([]fyne.CanvasObject, 0, len(parts)+1)
	for _, make := range parts {
		one := make(p)
		p.parts = append(p.parts, one)
		p.tabs[one.key()] = kit.Link(s.Say("surveys.part."+one.key()), func() { p.Turn(one.key()) })
		tabs = append(tabs, p.tabs[one.key()])
	}
	top := container.NewVBox(p.head, kit.Flow(append(tabs, kit.Gap(0, 0))...), kit.Gap(1, 2))
	p.Root = kit.Page(container.NewBorder(top, nil, nil, nil, p.body))
	p.Turn(p.parts[0].key())
	return p
}

// Turn opens a part by its key.
func (p *Page) Turn(key string) {
	for _, one := range p.parts {
		p.tabs[one.key()].SetChosen(one.key() == key)
		if one.key() != key || one == p.open {
			continue
		}
		p.open = one
		p.body.Objects = []fyne.CanvasObject{one.root()}
		p.body.Refresh()
		if p.there {
			one.show(p.seen)
		}
	}
}

// Shown fills the page and keeps it true until Hidden.
func (p *Page) Shown() {
	p.deaf = p.s.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Surveys {
			kit.Do(p.s.Tasks, nothing, func(struct{}, error) { p.reload() })
		}
	})
	p.load()
}

// Hidden stops listening.
func (p *Page) Hidden() {
	p.deaf()
	p.deaf = nil
	p.lane.Drop()
	for _, one := range p.parts {
		if h, is := one.(hider); is {
			h.hidden()
		}
	}
}

func (p *Page) reload() {
	if p.deaf != nil {
		p.load()
	}
}

func (p *Page) load() { kit.Latest(p.lane, p.look, p.show) }

// show is the only place where the survey meets widgets.
func (p *Page) show(v seen, err error) {
	if err != nil {
		p.s.Fail(nil, err)
		return
	}
	p.seen, p.there = v, true
	p.head.Objects = []fyne.CanvasObject{p.header()}
	p.head.Refresh()
	p.open.show(v)
}

// stand is what an act of this person on the survey stands on.
func (p *Page) stand() annual.Stand {
	return annual.Stand{Survey: p.id, Version: p.seen.survey.Version, By: p.s.Staff.ID}
}

// ask shows a form over the page.
func (p *Page) ask(f *form) {
	f.Stale = p.load
	f.Show()
}
