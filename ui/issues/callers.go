package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// callersCard is who else brought the same: each with name, room, contact, own
// words, and how far each one is told and asked.
func (p *Page) callersCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	if len(c.Callers) == 0 {
		return nil
	}
	box := container.NewVBox()
	for i, k := range c.Callers {
		if i > 0 {
			box.Add(kit.Line())
		}
		name := kit.NewCell(s.Say("callers.each", k.N, s.Name(k.Reporter, p.privacy)), kit.SizeBody, kit.Body, true)
		box.Add(container.NewBorder(nil, nil, nil, p.callerState(k), name))
		box.Add(kit.Small(s.Dotted(s.Place(k.Place, say.Open), s.Contact(k.Reporter, p.privacy))))
		box.Add(kit.Flush(kit.Wrapped(k.Said)))
		from := ""
		if k.From != "" {
			from = s.Say("callers.from", k.From)
		}
		box.Add(kit.Small(s.Dotted(say.Code(s.Voice, k.Channel), s.Moment(k.At), s.Voice.Staff(k.By), from)))
	}
	title := s.Dotted(s.Count("callers.title", len(c.Others())), households(s.Voice, c.Households))
	if len(c.CallersUntold()) > 0 && !c.Done.IsZero() {
		title = s.Dotted(title, s.Count("callers.untold", len(c.CallersUntold())))
	}
	if p.privacy == say.Masked && s.Ground.MayReveal(s.Staff.ID) {
		return kit.CardTitled(title, box, kit.Link(s.Say("issue.show"), p.reveal))
	}
	return kit.CardTitled(title, box)
}

// callerState says whether somebody was told and asked.
func (p *Page) callerState(k app.Caller) fyne.CanvasObject {
	c, s := p.seen.c, p.s
	row := container.NewHBox()
	switch {
	case !k.Left.IsZero():
		row.Add(kit.Chip(kit.Plain, s.Say("callers.back", s.Moment(k.Left))))
	case !k.Told.IsZero() && k.ToldRound == c.Issue.Round:
		row.Add(kit.Chip(kit.Good, s.Say("callers.told", s.Moment(k.Told))))
	case k.Reporter.Refused || !k.Reporter.Reachable():
		row.Add(kit.Chip(kit.Plain, s.Say("callers.unreachable")))
	default:
		row.Add(kit.Chip(kit.Warn, s.Say("callers.not-told")))
	}
	if f, asked := c.LastAsked(k.N); asked {
		words := say.Code(s.Voice, f.Reached)
		if f.Rating != 0 {
			words = ratingWords(s.Voice, f.Rating)
		}
		row.Add(kit.Chip(kit.Info, s.Say("callers.asked", words)))
	}
	return row
}

// callerName is one of them in a form: masked, as everywhere.
func callerName(m matter, k app.Caller) string {
	return m.s.Dotted(m.s.Say("callers.each", k.N, m.s.Name(k.Reporter, say.Masked)), m.s.Place(k.Place, say.Open), m.s.Contact(k.Reporter, say.Masked))
}

// callerTicks are those who are told in the same pass, all to begin with.
type callerTicks struct {
	of    []app.Caller
	ticks []*kit.Tick
}

// addCallers asks who else is told; nothing where nobody else is to be.
func addCallers(a *actForm) *callerTicks {
	t := &callerTicks{of: a.c.CallersUntold()}
	if len(t.of) == 0 {
		return t
	}
	box := container.NewVBox()
	for _, k := range t.of {
		tick := kit.Check(callerName(a.matter, k), nil)
		tick.SetChecked(true)
		t.ticks = append(t.ticks, tick)
		box.Add(tick)
	}
	a.Form.Add("callers", kit.NewField(a.s.Say("field.callers"), box, a.s.Say("callers.hint")), 2)
	return t
}

// told are those who were told, all in the same way.
func (t *callerTicks) told(like app.CallerTold) (all []app.CallerTold) {
	for i, k := range t.of {
		if t.ticks[i].Checked {
			like.N = k.N
			all = append(all, like)
		}
	}
	return all
}

// tellCallersForm records that those were told who could not be with the first.
func tellCallersForm(m matter) *actForm {
	a := newAct(m, "tell-callers", 2)
	how := seat.Codes(m.s, seat.Offered(m.s, "method", app.Methods))
	a.Add("how", how, 1)
	at := a.Moment("told-at", seat.Morning, 1)
	at.SetValue(m.now())
	text := a.Area("text", 3, 2)
	for i := len(m.c.Notes) - 1; i >= 0; i-- {
		if m.c.Notes[i].Kind == app.NoteTold {
			text.SetText(m.c.Notes[i].Text)
			break
		}
	}
	answer := kit.Entry("")
	a.Add("answer", answer, 2)
	callers := addCallers(a)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.TellCallers, app.TellCallersOrder{Stand: m.s.Stand(m.c.Issue), Text: text.Value(),
			Told: callers.told(app.CallerTold{How: how.Value(), At: at.Moment(), Answer: answer.Value()})})
	}
	return a
}

// joinForm writes down somebody who calls about the same.
func joinForm(m matter) *actForm {
	a := newAct(m, "join", 3)
	a.Tell(m.s.Say("join.tell"))
	person := newWho(m.s, func(_ app.Reporter, then func()) { then() }, func() {})
	person.fill(app.Reporter{})
	person.owner.Clear()
	person.addTo(a.Form)
	place := kit.Entry(m.s.Say("intake.search.example"))
	a.Add("place", place, 1)
	channel := seat.Codes(m.s, seat.Offered(m.s, "channel", app.Channels))
	kit.SetValue(channel, app.Channels[0])
	a.Add("channel", channel, 1)
	at := a.Moment("received", seat.Morning, 1)
	at.SetValue(m.now())
	said := a.Area("description", 3, 3)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Join, app.JoinOrder{Stand: m.s.Stand(m.c.Issue), Reporter: person.reporter(),
			Place: typedPlace(place.Value()), Channel: channel.Value(), At: at.Moment(), Said: said.Value()})
	}
	return a
}

// typedPlace is a place as typed: a room where it reads as one.
func typedPlace(typed string) app.Place {
	if read, ok := register.ParsePlace(typed); ok && read.Building != "" && read.Room != "" {
		return app.Place{Block: read.Building, Unit: read.Unit, Door: read.Room}
	}
	return app.Place{Text: typed}
}

// callerChoice asks which of those who brought it was asked, 0 for the first.
func callerChoice(m matter) *kit.Choice[int] {
	choice := kit.NewChoice(append([]int{0}, othersOf(m.c)...), func(n int) string {
		if n == 0 {
			return m.s.Dotted(m.s.Say("callers.first"), m.s.Name(m.c.Reporter, say.Masked))
		}
		return callerName(m, m.c.Callers[n-1])
	})
	kit.SetValue(choice, 0)
	return choice
}

// othersOf are the numbers of those who brought the same and belong here still.
func othersOf(c app.Case) (all []int) {
	for _, k := range c.Others() {
		all = append(all, k.N)
	}
	return all
}
