package meetings

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Page is one record: what stands in it at the left, what happened at the right,
// the next act large, all others in a menu.
type Page struct {
	*seat.Keys
	Root fyne.CanvasObject
	// Issue leads to an issue, Issues to several under a title, Record to another record.
	Issue  func(app.IssueID)
	Issues func(title string, ids []app.IssueID)
	Record func(meeting.RecordID)
	// Improve leads to the improvement measure that a common problem becomes.
	Improve func(r meeting.Record, n int)
	// Intake leads to an intake that was filled in; receive registers it.
	Intake func(o app.ReceiveOrder, receive func(context.Context, app.ReceiveOrder) (app.Move, error))
	// Print is asked for a document of the record; what is one of the Print words, how
	// one of the ways. Nil: there is none.
	Print func(r meeting.Record, what, how string)
	// Copy puts a notice into the clipboard, as a group chat reads it.
	Copy func(meeting.Record)
	// Export writes the sheet on which a department fills in its week, Import reads it back.
	Export, Import func(meeting.Record)

	s       *seat.Seat
	desk    *meeting.Desk
	asks    Asks
	id      meeting.RecordID
	seen    seen
	figures reckoned
	there   bool // the record was read
	begin   meeting.ActionID
	deaf    func()
	lane    *kit.Lane

	head     *fyne.Container
	cards    *fyne.Container
	frozen   *fyne.Container // the figures, which come after the rest
	happened *kit.Timeline
	print    *kit.Push
	more     *kit.Push
}

// seen is what the page shows: the record, its action items and those that came
// back in it, and what places, people and issues are called.
type seen struct {
	r       meeting.Record
	given   []meeting.Action
	earlier []meeting.Action
	at      places
	people  map[app.PersonID]string
	numbers map[app.IssueID]string
	became  map[app.IssueID]app.Issue // of opinions that were gathered
}

// NewPage is the page of one record; Shown fills it.
func NewPage(s *seat.Seat, desk *meeting.Desk, asks Asks, id meeting.RecordID) *Page {
	p := &Page{Keys: seat.NewKeys(s), s: s, desk: desk, asks: asks, id: id, lane: kit.NewLane(s.Tasks, 0),
		Copy: func(meeting.Record) {}, Export: func(meeting.Record) {}, Import: func(meeting.Record) {},
		Issue: func(app.IssueID) {}, Issues: func(string, []app.IssueID) {}, Record: func(meeting.RecordID) {}, Improve: func(meeting.Record, int) {},
		Intake: func(app.ReceiveOrder, func(context.Context, app.ReceiveOrder) (app.Move, error)) {}}
	p.head, p.cards, p.frozen = container.NewStack(), container.NewVBox(), container.NewVBox()
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
		if ch.Meetings {
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
}

// Begin opens the form of what an action item waits for once the record was read;
// 0 opens none.
func (p *Page) Begin(id meeting.ActionID) {
	if p.begin = id; p.there {
		p.start()
	}
}

func (p *Page) start() {
	id := p.begin
	p.begin = 0
	for _, a := range append(slices.Clone(p.seen.given), p.seen.earlier...) {
		if w, open := nextOf(a); open && a.ID == id {
			p.followUp(w, a)
		}
	}
}

func (p *Page) reload() {
	if p.deaf != nil {
		p.load()
	}
}

func (p *Page) load() { kit.Do(p.s.Tasks, p.look, p.show) }

// look reads everything but the figures.
func (p *Page) look(ctx context.Context) (v seen, err error) {
	if v.r, err = p.asks.Record(ctx, p.id); err != nil {
		return v, err
	}
	if v.at, err = placesOf(ctx, p.asks, v.r.Project); err != nil {
		return v, err
	}
	all, err := p.asks.Actions(ctx, meeting.WantedActions{Project: v.r.Project})
	if err != nil {
		return v, err
	}
	for _, a := range all {
		switch {
		case a.Source == v.r.ID:
			v.given = append(v.given, a)
		case slices.ContainsFunc(a.Carries, func(c meeting.Carry) bool { return c.Record == v.r.ID }):
			v.earlier = append(v.earlier, a)
		}
	}
	if err := p.name(ctx, &v); err != nil {
		return v, err
	}
	return v, nil
}

// name asks what people of the register and issues are called.
func (p *Page) name(ctx context.Context, v *seen) error {
	v.people, v.numbers = map[app.PersonID]string{}, map[app.IssueID]string{}
	var ids []app.PersonID
	for _, g := range v.r.Guests {
		ids = append(ids, g.Person)
	}
	for _, o := range v.r.Opinions {
		ids = append(ids, o.Person)
	}
	for _, id := range ids {
		if _, known := v.people[id]; id == 0 || known {
			continue
		}
		who, err := p.asks.Person(ctx, id)
		if err != nil && !errors.Is(err, app.ErrNotFound) { // who was taken out of the register stays unnamed
			return err
		}
		v.people[id] = who.Name
	}
	if v.r.Kind == meeting.Gathering {
		if err := p.follows(ctx, v); err != nil {
			return err
		}
	}
	for _, id := range append(nonzero(v.r.Issue), v.r.Issues...) {
		c, err := p.asks.Case(ctx, id)
		if err != nil {
			return err
		}
		v.numbers[id] = c.Shown()
	}
	return nil
}

// show is the only place where the record meets widgets.
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
	if v.r.Kind.Figures() {
		p.reckon()
	}
	p.start()
}

// stand is what an act of this person on the record stands on.
func (p *Page) stand() meeting.Stand {
	return meeting.Stand{Record: p.id, Version: p.seen.r.Version, By: p.s.Staff.ID}
}

// open shows a form over the page.
func (p *Page) open(f *form) {
	f.Stale = p.load
	f.Show()
}
