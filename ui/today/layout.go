package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// tiled are the views with a tile, from left to right; picked those above the list.
var (
	tiled  = []View{Late, DueToday, Route, Review, Tell, FollowUp}
	picked = []View{Scenes, Drafts, CallBacks, Waits, Talks, Sign, Refused, Notices, Inspect, Approve, Again, Helpers, Gathered, Items, Surveys, Measures}
)

func (p *Page) build() {
	p.date = kit.Text("", kit.SizeBody, kit.Quiet, false)
	p.tiles = map[View]*kit.Figure{}
	tiles := container.NewGridWithColumns(len(tiled))
	for _, v := range tiled {
		p.tiles[v] = kit.Tile(kit.Plain, p.seat.Say("number.none"), p.seat.Say("today.view."+string(v)), " ", func() { p.turn(v) })
		tiles.Add(p.tiles[v])
	}
	p.picks = newPicks(p.seat, p.turn)
	p.buildTable()
	head := container.NewHBox(kit.Title(p.seat.Say("today.title")), kit.Gap(4, 1), kit.Middle(p.date))
	p.listed = container.NewBorder(p.picks.Root, nil, nil, nil, seat.Spread(p.table, p.columns))
	list := kit.Card(p.listed)
	p.Root = kit.Page(container.NewBorder(container.NewVBox(head, kit.Gap(1, 2), tiles, kit.Gap(1, 4)), nil, nil, nil, list))
}

func (p *Page) buildTable() {
	s := p.seat
	p.columns = []kit.Column{
		{Title: s.Say("today.col.limit"), Width: seat.Room(s.Count("left.late.days", 88), s.Count("left.days", 88))},
		{Title: s.Say("today.col.number"), Width: seat.Room(s.Numbers()...)},
		{Title: s.Say("today.col.kind"), Width: seat.Room(p.kinds()...)},
		{Title: s.Say("today.col.place"), Width: 92},
		{Title: s.Say("today.col.text")},
		{Title: s.Say("today.col.lead"), Width: 106},
		{Title: s.Say("today.col.next"), Width: seat.Room(p.nexts()...) + 12},
	}
	p.table = kit.NewTable(kit.RowWorking, p.columns...).OneClick()
	p.table.OnOpen = p.look
	p.table.OnAction = func(i, _ int) { p.act(i) }
}

// kinds and nexts are the words that must have room in the list.
func (p *Page) kinds() (words []string) {
	for _, k := range app.Kinds {
		words = append(words, say.Code(p.seat.Voice, k))
	}
	return words
}

func (p *Page) nexts() (words []string) {
	for _, step := range app.Steps {
		words = append(words, p.seat.Say("next."+string(step)))
	}
	return append(words, p.seat.Say("next.complaint"), p.seat.Say("next.arrive"), p.seat.Say("next.control"), p.seat.Say("next.wait"), p.seat.Say("next.talk"), p.seat.Say("today.draft.resume"), p.seat.Say("today.item.finish"), p.seat.Say("today.item.verify"), p.seat.Say("today.survey.open"), p.seat.Say("today.gathered.open"), p.seat.Say("today.measure.open"))
}

// turn shows another part of the work; the same again shows everything.
func (p *Page) turn(v View) {
	if p.view == v {
		v = All
	}
	p.view = v
	p.picks.mark(v)
	p.load()
	p.seat.Window.Canvas().Focus(p.table)
}

func (p *Page) look(i int) {
	if i < len(p.rows) {
		p.follow(p.rows[i], false)
	}
}

func (p *Page) act(i int) {
	if i < len(p.rows) {
		p.follow(p.rows[i], true)
	}
}

// follow leads to what a row is about, at its step if that was pressed.
func (p *Page) follow(r row, step bool) {
	switch {
	case r.draft != nil:
		p.Resume(*r.draft)
	case r.item != nil:
		p.Item(*r.item, step)
	case r.survey != nil:
		p.Survey(r.survey.ID)
	case r.help != nil:
		p.followHelp(r, step)
	case r.owing != nil:
		p.Gathered(r.owing.Head.ID)
	case r.measure != nil:
		p.Measure(r.measure.ID, step)
	case step && r.scene:
		p.Scene(r.line)
	case step && r.wait:
		p.Wait(r.line)
	case step && r.talk:
		p.Talk(r.line)
	case step && r.call:
		p.Call(r.line)
	case step:
		p.Act(r.line)
	default:
		p.Open(r.line)
	}
}

// none says what would be in the list and offers the first step.
func (p *Page) none() fyne.CanvasObject {
	if p.view != All {
		return kit.Empty(theme.ConfirmIcon(), p.seat.Say("today.none.view", p.seat.Say("today.view."+string(p.view))),
			p.seat.Say("today.none.view.what"), kit.Button(p.seat.Say("today.none.all"), nil, func() { p.turn(All) }))
	}
	return kit.Empty(theme.ConfirmIcon(), p.seat.Say("today.none.title"), p.seat.Say("today.none.what"),
		kit.Button(p.seat.Say("shell.new"), theme.ContentAddIcon(), func() { p.Intake() }))
}

// picks are the smaller views in a line above the list: each with its number,
// those with nothing in them left out.
type picks struct {
	Root *fyne.Container

	buttons map[View]*kit.Push
	all     *kit.Push
	head    *kit.Phrase
	say     func(string, ...any) string
}

func newPicks(s interface {
	Say(string, ...any) string
}, turn func(View)) *picks {
	k := &picks{buttons: map[View]*kit.Push{}, say: s.Say}
	k.head = kit.Section(s.Say("today.view." + string(All)))
	k.all = kit.Link(s.Say("today.none.all"), func() { turn(All) })
	k.all.Hide()
	pieces := []fyne.CanvasObject{kit.Middle(k.head), k.all}
	for _, v := range picked {
		b := kit.Link("", func() { turn(v) })
		b.Hide()
		k.buttons[v] = b
		pieces = append(pieces, b)
	}
	k.Root = kit.Flow(append(pieces, kit.Gap(0, 1))...) // the gap stands at the right
	return k
}

func (k *picks) set(v View, n int) {
	b := k.buttons[v]
	if b.SetText(k.say("today.pick", k.say("today.view."+string(v)), n)); n == 0 {
		b.Hide()
		return
	}
	b.Show()
}

func (k *picks) mark(v View) {
	k.head.SetText(k.say("today.view." + string(v)))
	if k.all.Show(); v == All {
		k.all.Hide()
	}
}
