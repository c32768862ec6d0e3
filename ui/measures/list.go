package measures

import (
	"context"
	"log/slog"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// List is all measures, those that must be seen to first.
type List struct {
	Root fyne.CanvasObject
	// Open leads to a measure, Chain to the chain of dimensions, complaints and measures.
	Open  func(improve.MeasureID)
	Chain func()
	// Print is asked for the tracking table of the measures shown; how is one of the ways.
	Print func(all []improve.Measure, how string)

	seat *seat.Seat
	desk *improve.Desk
	asks Asks
	lane *kit.Lane
	stop func()
	view view
	from improve.Origin // shown; none for all
	year int            // shown; 0 for all

	seen    listed
	shown   []improve.Measure
	count   *kit.Phrase
	views   map[view]*kit.Push
	froms   *kit.Choice[improve.Origin]
	years   *kit.Choice[int]
	print   *kit.Push
	columns []kit.Column
	table   *kit.Table
}

// view is which part of the measures is shown.
type view string

// The views: open ones, those that somebody has to see to, overdue ones, closed ones,
// all.
const (
	viewOpen   view = "open"
	viewDue    view = "due"
	viewLate   view = "late"
	viewClosed view = "closed"
	viewAll    view = "all"
)

var views = []view{viewOpen, viewDue, viewLate, viewClosed, viewAll}

// shows reports whether a view has a measure in it.
func (v view) shows(m improve.Measure, s improve.Foresight) bool {
	switch v {
	case viewOpen:
		return !m.State.Over()
	case viewDue:
		return len(m.Pending(s)) > 0
	case viewLate:
		return slices.ContainsFunc(m.Pending(s), func(p improve.Pending) bool { return p.Late(s.Today) })
	case viewClosed:
		return m.State.Over()
	}
	return true
}

// listed is what the list shows: measures, and how far ahead they speak up.
type listed struct {
	all []improve.Measure
	by  improve.Foresight
}

// NewList lays the list out; Shown fills it.
func NewList(s *seat.Seat, desk *improve.Desk, asks Asks) *List {
	l := &List{seat: s, desk: desk, asks: asks, lane: kit.NewLane(s.Tasks, 0), view: viewOpen,
		Open: func(improve.MeasureID) {}, Chain: func() {}, Print: func([]improve.Measure, string) {}}
	l.build()
	return l
}

func (l *List) build() {
	s := l.seat
	l.count = kit.Text("", kit.SizeBody, kit.Quiet, false)
	l.print = kit.Button(s.Say("issue.print"), theme.DocumentPrintIcon(), l.PrintMenu)
	right := container.NewHBox(kit.Button(s.Say("measures.chain"), theme.GridIcon(), func() { l.Chain() }), l.print,
		kit.Primary(s.Say("measures.new"), theme.ContentAddIcon(), l.New))
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Title(s.Say("measures.title")), kit.Gap(4, 1), kit.Middle(l.count)), right)
	l.views = map[view]*kit.Push{}
	narrow := container.NewHBox()
	for _, v := range views {
		l.views[v] = kit.Link("", func() { l.turn(v) })
		narrow.Add(l.views[v])
	}
	every := s.Say("measures.view.all")
	l.froms = kit.NewChoice(append([]improve.Origin{""}, improve.Origins...), func(o improve.Origin) string {
		if o == "" {
			return every
		}
		return say.Code(s.Voice, o)
	})
	kit.SetValue(l.froms, "")
	l.froms.OnChanged = func(o improve.Origin) { l.from = o; l.narrow(l.table.SetRows) }
	l.years = kit.NewChoice([]int{0}, func(y int) string {
		if y == 0 {
			return every
		}
		return strconv.Itoa(y)
	})
	kit.SetValue(l.years, 0)
	l.years.OnChanged = func(y int) { l.year = y; l.narrow(l.table.SetRows) }
	narrow.Add(layout.NewSpacer())
	for _, c := range []struct {
		words string
		input fyne.CanvasObject
		width float32
	}{{s.Say("measures.col.from"), l.froms, 190}, {s.Say("measures.col.year"), l.years, 110}} {
		narrow.Add(kit.Middle(kit.Muted(c.words)))
		narrow.Add(kit.FixedWidth(c.width, c.input))
	}
	l.columns = []kit.Column{
		{Title: s.Say("measures.col.state"), Width: seat.Room(l.states()...)},
		{Title: s.Say("measures.col.number"), Width: seat.Room(s.Numbers()...)},
		{Title: s.Say("measures.col.problem")},
		{Title: s.Say("measures.col.what")},
		{Title: s.Say("measures.col.person"), Width: 84},
		{Title: s.Say("measures.col.due"), Width: 96},
		{Title: s.Say("measures.col.percent"), Width: 52, Right: true},
		{Title: s.Say("measures.col.waits"), Width: 206},
	}
	l.table = kit.NewTable(kit.RowDense, l.columns...).OneClick()
	l.table.OnOpen = func(i int) { l.Open(l.shown[i].ID) }
	list := kit.Card(container.NewBorder(container.NewVBox(narrow, kit.Gap(1, 2)), nil, nil, nil, seat.Spread(l.table, l.columns)))
	l.Root = kit.Page(container.NewBorder(container.NewVBox(head, kit.Gap(1, 4)), nil, nil, nil, list))
}

func (l *List) states() (words []string) {
	for _, st := range improve.States {
		words = append(words, l.seat.Say("measure.state."+string(st)))
	}
	return append(words, l.seat.Say("measure.late"))
}

// Shown fills the list and keeps it true until Hidden.
func (l *List) Shown() {
	l.stop = l.seat.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Measures || ch.Surveys {
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
		if v.by, err = foresee(ctx, l.seat, l.asks); err != nil {
			return v, err
		}
		v.all, err = l.asks.Measures(ctx, improve.Wanted{Project: project})
		improve.Pressing(v.all, v.by)
		return v, err
	}, l.show)
}

// show is the only place where measures meet the list.
func (l *List) show(v listed, err error) {
	l.table.SetBusy(false)
	if err != nil {
		slog.Error("measures", "err", err)
		l.seat.Says(kit.Bad, l.seat.Trouble(err))
		return
	}
	l.seen = v
	years := []int{0}
	for _, m := range v.all {
		if !slices.Contains(years, m.Year) {
			years = append(years, m.Year)
		}
	}
	slices.SortFunc(years[1:], func(a, b int) int { return b - a })
	l.years.SetValues(years)
	if !kit.SetValue(l.years, l.year) {
		l.year = 0
		kit.SetValue(l.years, 0)
	}
	l.narrow(l.table.Refill)
}

// turn shows one view.
func (l *List) turn(v view) {
	l.view = v
	l.narrow(l.table.SetRows)
}

func (l *List) narrow(fill func(kit.Rows)) {
	s, n := l.seat, map[view]int{}
	l.shown = nil
	for _, m := range l.seen.all {
		if l.from != "" && m.Origin != l.from || l.year != 0 && m.Year != l.year {
			continue
		}
		for _, v := range views {
			if v.shows(m, l.seen.by) {
				n[v]++
			}
		}
		if l.view.shows(m, l.seen.by) {
			l.shown = append(l.shown, m)
		}
	}
	for v, b := range l.views {
		b.SetText(s.Say("today.pick", s.Say("measures.view."+string(v)), n[v]))
		b.SetChosen(v == l.view)
	}
	l.count.SetText(s.Count("measures.count", len(l.shown)))
	l.table.WhenEmpty(l.none())
	fill(l)
}

// none says what would be in the list and offers to make it.
func (l *List) none() fyne.CanvasObject {
	s := l.seat
	if len(l.seen.all) > 0 {
		return kit.Empty(theme.ConfirmIcon(), s.Say("measures.none.view"), s.Say("measures.none.view.what"), kit.Button(s.Say("measures.view.all"), nil, func() {
			l.from, l.year = "", 0
			kit.SetValue(l.froms, "")
			kit.SetValue(l.years, 0)
			l.turn(viewAll)
		}))
	}
	return kit.Empty(theme.ConfirmIcon(), s.Say("measures.none"), s.Say("measures.none.what"), kit.Button(s.Say("measures.new"), theme.ContentAddIcon(), l.New))
}

// Count is how many rows there are.
func (l *List) Count() int { return len(l.shown) }

// At words one row.
func (l *List) At(i int) []kit.Piece {
	m, s := l.shown[i], l.seat
	day := l.seen.by.Today
	waits := kit.SaidQuiet("")
	if p := m.Pending(l.seen.by); len(p) > 0 {
		waits = kit.SaidIn(pendingTone(p[0], day), s.Waits(p[0]))
	}
	return []kit.Piece{
		kit.ChipOf(tone(m.Head, day), s.MeasureState(m.Head, day)), kit.Said(m.Number), kit.SaidBold(line(m.Problem)), kit.Said(line(m.What)),
		kit.SaidQuiet(s.Voice.Staff(m.Person)), kit.Said(m.Due.String()), kit.Said(s.Say("measures.percent", m.Percent())), waits,
	}
}

// line is a text without its line breaks, for a cell.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }

// New opens the form for a measure that somebody thought of.
func (l *List) New() { l.Offer(improve.NewOrder{Project: l.estate()}) }

// Offer opens the form for a measure with what is known of it.
func (l *List) Offer(o improve.NewOrder) {
	Offer(l.seat, l.desk, o, func(m improve.Move) { l.Open(m.Head.ID) })
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

// PrintMenu offers the tracking table of what is shown.
func (l *List) PrintMenu() {
	if len(l.shown) == 0 {
		l.seat.Says(kit.Plain, l.seat.Say("measures.print.none"))
		return
	}
	l.seat.Under(l.print, ways(l.seat, func(how string) { l.Print(l.shown, how) }))
}
