package meetings

import (
	"context"
	"log/slog"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// List is all records, the newest first.
type List struct {
	Root fyne.CanvasObject
	// Open leads to a record.
	Open func(meeting.RecordID)
	// Import takes a list of gathered opinions in.
	Import func()

	seat *seat.Seat
	desk *meeting.Desk
	asks Asks
	lane *kit.Lane
	stop func()
	kind meeting.Kind // shown; none for all

	seen    listed
	shown   []meeting.Head
	count   *kit.Phrase
	kinds   map[meeting.Kind]*kit.Push
	plan    *kit.Push
	columns []kit.Column
	table   *kit.Table
}

// listed is what the list shows: records, and how many action items of each are open.
type listed struct {
	heads []meeting.Head
	open  map[meeting.RecordID]int
}

// NewList lays the list out; Shown fills it.
func NewList(s *seat.Seat, desk *meeting.Desk, asks Asks) *List {
	l := &List{seat: s, desk: desk, asks: asks, lane: kit.NewLane(s.Tasks, 0), Open: func(meeting.RecordID) {}, Import: func() {}}
	l.build()
	return l
}

func (l *List) build() {
	s := l.seat
	l.count = kit.Text("", kit.SizeBody, kit.Quiet, false)
	l.plan = kit.Primary(s.Say("meetings.plan"), theme.ContentAddIcon(), func() { l.offer(l.plan) })
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Title(s.Say("meetings.title")), kit.Gap(4, 1), kit.Middle(l.count)), l.plan)
	l.kinds = map[meeting.Kind]*kit.Push{}
	kinds := container.NewHBox()
	for _, k := range append([]meeting.Kind{""}, meeting.Kinds...) {
		l.kinds[k] = kit.Link("", func() { l.turn(k) })
		kinds.Add(l.kinds[k])
	}
	l.columns = []kit.Column{
		{Title: s.Say("meetings.col.state"), Width: seat.Room(l.states()...)},
		{Title: s.Say("meetings.col.number"), Width: seat.Room(s.Numbers()...)},
		{Title: s.Say("meetings.col.kind"), Width: seat.Room(l.kindWords()...)},
		{Title: s.Say("meetings.col.about")},
		{Title: s.Say("meetings.col.begins"), Width: 130},
		{Title: s.Say("meetings.col.place"), Width: 120},
		{Title: s.Say("meetings.col.open"), Width: 84, Right: true},
	}
	l.table = kit.NewTable(kit.RowDense, l.columns...).OneClick()
	l.table.OnOpen = func(i int) { l.Open(l.shown[i].ID) }
	list := kit.Card(container.NewBorder(container.NewVBox(kinds, kit.Gap(1, 2)), nil, nil, nil, seat.Spread(l.table, l.columns)))
	l.Root = kit.Page(container.NewBorder(container.NewVBox(head, kit.Gap(1, 4)), nil, nil, nil, list))
}

func (l *List) states() (words []string) {
	for _, k := range meeting.Kinds {
		for _, st := range meeting.States {
			words = append(words, stateWords(l.seat.Voice, meeting.Head{Kind: k, State: st}))
		}
	}
	return words
}

func (l *List) kindWords() (words []string) {
	for _, k := range meeting.Kinds {
		words = append(words, l.seat.Say("meetings.kind."+string(k)))
	}
	return words
}

// Shown fills the list and keeps it true until Hidden.
func (l *List) Shown() {
	l.stop = l.seat.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Meetings {
			kit.Do(l.seat.Tasks, nothing, func(struct{}, error) { l.reload() })
		}
	})
	l.load()
	l.seat.Focus(l.table)
}

// Hidden stops listening.
func (l *List) Hidden() {
	l.stop()
	l.stop = nil
	l.lane.Drop()
}

// FocusTarget is where the keyboard goes: the rows.
func (l *List) FocusTarget() fyne.Focusable { return l.table }

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }

func (l *List) reload() {
	if l.stop != nil {
		l.load()
	}
}

func (l *List) load() {
	l.table.SetBusy(true)
	project := l.seat.Project
	kit.Latest(l.lane, func(ctx context.Context) (v listed, err error) {
		if v.heads, err = l.asks.Records(ctx, meeting.Wanted{Project: project}); err != nil {
			return v, err
		}
		open, err := l.asks.Actions(ctx, meeting.WantedActions{Project: project, Open: true})
		v.open = map[meeting.RecordID]int{}
		for _, a := range open {
			v.open[a.Source]++
		}
		return v, err
	}, l.show)
}

// show is the only place where records meet the list.
func (l *List) show(v listed, err error) {
	l.table.SetBusy(false)
	if err != nil {
		slog.Error("meetings", "err", err)
		l.seat.Says(kit.Bad, l.seat.Trouble(err))
		return
	}
	l.seen = v
	l.narrow(l.table.Refill)
}

// turn shows one kind, or all.
func (l *List) turn(k meeting.Kind) {
	l.kind = k
	l.narrow(l.table.SetRows)
}

func (l *List) narrow(fill func(kit.Rows)) {
	s, n := l.seat, map[meeting.Kind]int{}
	l.shown = nil
	for _, h := range l.seen.heads {
		n[h.Kind]++
		n[""]++
		if l.kind == "" || l.kind == h.Kind {
			l.shown = append(l.shown, h)
		}
	}
	for k, b := range l.kinds {
		words := s.Say("meetings.all")
		if k != "" {
			words = s.Say("meetings.kind." + string(k))
		}
		b.SetText(s.Say("today.pick", words, n[k]))
		b.SetChosen(k == l.kind)
	}
	l.count.SetText(s.Count("meetings.count", len(l.shown)))
	l.table.WhenEmpty(l.none())
	fill(l)
}

// none says what would be in the list and offers to plan it.
func (l *List) none() fyne.CanvasObject {
	s := l.seat
	title, what := s.Say("meetings.none"), s.Say("meetings.none.what")
	if l.kind != "" {
		title, what = s.Say("meetings.none.kind", s.Say("meetings.kind."+string(l.kind))), s.Say("meetings.none."+string(l.kind))
	}
	var b *kit.Push
	b = kit.Button(s.Say("meetings.plan"), theme.ContentAddIcon(), func() {
		if l.kind != "" {
			l.Plan(l.kind)
			return
		}
		l.offer(b)
	})
	return kit.Empty(theme.CalendarIcon(), title, what, b)
}

// Count is how many rows there are.
func (l *List) Count() int { return len(l.shown) }

// At words one row.
func (l *List) At(i int) []kit.Piece {
	h, s := l.shown[i], l.seat
	open := ""
	if n := l.seen.open[h.ID]; n > 0 {
		open = strconv.Itoa(n)
	}
	begins := kit.Said(s.Moment(h.Begins))
	if h.State == meeting.Held && h.MinutesLate(s.Now()) {
		begins = kit.SaidIn(kit.Bad, lateWords(s.Voice, h.Kind))
	}
	return []kit.Piece{
		kit.ChipOf(stateTone(h.State), stateWords(s.Voice, h)), kit.Said(h.Number), kit.Said(s.Say("meetings.kind." + string(h.Kind))),
		kit.SaidBold(about(s.Voice, h)), begins, kit.SaidQuiet(h.Place), kit.Said(open),
	}
}

// offer shows what can be planned.
func (l *List) offer(at fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, k := range meeting.Kinds {
		items = append(items, fyne.NewMenuItem(l.seat.Say("record.kind."+string(k)), l.seat.Tasks.Guard(func() { l.Plan(k) })))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(l.seat.Say("meetings.gather.import"), l.seat.Tasks.Guard(func() { l.Import() })))
	l.seat.Under(at, items)
}

// Plan opens the form for a new record.
func (l *List) Plan(k meeting.Kind) {
	of := l.estate()
	make := planForm
	if k == meeting.Gathering {
		make = gatherForm
	}
	kit.Do(l.seat.Tasks, func(ctx context.Context) (places, error) { return placesOf(ctx, l.asks, of) }, func(p places, err error) {
		if err != nil {
			l.seat.Fail(nil, err)
			return
		}
		f := make(l.seat, l.desk, l.asks, k, of, p, l.seen.heads)
		f.Kept = func(m meeting.Move) { l.Open(m.Head.ID) }
		f.Show()
	})
}

// estate is the one looked at, or the first that is worked for.
func (l *List) estate() app.ProjectID {
	if l.seat.Project != 0 {
		return l.seat.Project
	}
	for _, id := range l.seat.Projects() {
		return id
	}
	return 0
}
