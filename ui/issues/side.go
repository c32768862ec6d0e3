package issues

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// side is what is known beside the intake form: limits, likely duplicates,
// notes to the desk, earlier issues.
type side struct {
	box *fyne.Container

	p      *Intake
	lane   *kit.Lane
	asked  question
	known  known
	unread bool // nothing was asked yet
}

// question is what the side depends on in the store.
type question struct {
	at       app.Place
	category app.Category
}

// known is what the store answers to it.
type known struct {
	likely  []app.Line
	earlier []app.Line
}

// likelySpan is how far back an issue may lie to be taken for the same.
const likelySpan = 30 * 24 * time.Hour

func newSide(p *Intake) side {
	return side{box: container.NewVBox(), p: p, lane: kit.NewLane(p.s.Tasks, searchPause), unread: true}
}

// load shows what follows from the form at once, and asks for the rest when
// the place or the subject is another.
func (d *side) load() {
	q := question{d.p.at(), d.p.facts.category.Value()}
	if d.unread || q != d.asked {
		d.unread, d.asked = false, q
		if q.at.Short() == "" {
			d.lane.Drop()
			d.known = known{}
		} else {
			d.ask(q)
		}
	}
	d.show()
}

func (d *side) ask(q question) {
	since := d.p.s.Now().Add(-likelySpan)
	kit.Latest(d.lane, func(ctx context.Context) (k known, err error) {
		if q.category != "" {
			if k.likely, err = d.p.asks.Likely(ctx, q.at, q.category, since); err != nil {
				return k, err
			}
		}
		if q.at.Room != 0 {
			k.earlier, err = d.p.asks.RoomHistory(ctx, q.at.Room)
		}
		return k, err
	}, d.showKnown)
}

func (d *side) showKnown(k known, err error) {
	if err != nil {
		d.p.s.Fail(nil, err)
		return
	}
	d.known = k
	d.show()
}

// show is where all of this meets the screen, the most pressing first.
func (d *side) show() {
	d.box.RemoveAll()
	for _, l := range d.known.likely {
		d.box.Add(d.duplicate(l))
	}
	if d.p.facts.category.Value() == "FE7" {
		d.box.Add(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(d.p.s.Say("intake.no-cutting")))))
	}
	d.addNotes()
	d.box.Add(d.limits())
	if len(d.known.earlier) > 0 {
		d.box.Add(d.earlier())
	}
	d.box.Refresh()
}

// duplicate offers to go on with an issue that seems to be the same.
func (d *side) duplicate(l app.Line) fyne.CanvasObject {
	s := d.p.s
	days := int(s.Now().Sub(l.Received) / (24 * time.Hour))
	since := s.Say("intake.duplicate.today")
	if days > 0 {
		since = s.Count("intake.duplicate", days)
	}
	head := kit.NewCell(since, kit.SizeBody, kit.InkOf(kit.Warn), true)
	what := kit.NewCell(s.Dotted(l.Number, stateWords(s, l.State, l.Step), s.Leads(l.Lead, l.Restricted())), kit.SizeLabel, kit.Body, false)
	buttons := container.NewHBox(
		kit.Button(s.Say("intake.open"), nil, func() { d.p.openOther(l.ID) }),
		kit.Button(s.Say("intake.merge"), nil, func() { d.p.merge(l) }))
	return kit.Note(kit.Warn, container.NewVBox(head, what, buttons))
}

// addNotes shows what the register says to the desk about building and room.
func (d *side) addNotes() {
	if d.p.chosen == nil {
		return
	}
	for _, note := range []struct{ title, text string }{
		{"intake.building-note", d.p.chosen.Building.Note},
		{"intake.room-note", d.p.chosen.Room.Note},
		{"intake.person-note", d.p.chosen.Person.Note},
	} {
		if note.text != "" {
			d.box.Add(kit.CardTitled(d.p.s.Say(note.title), kit.Flush(kit.Wrapped(note.text))))
		}
	}
}

// limits tells what the owner may be promised, and how it was counted.
func (d *side) limits() fyne.CanvasObject {
	s, f := d.p.s, d.p.facts
	kind, from := f.kind.Value(), f.received.Moment()
	if kind == "" || from.IsZero() {
		return kit.CardTitled(s.Say("intake.limits"), kit.Flush(kit.Wrapped(s.Say("intake.limits.empty"))))
	}
	i := app.Issue{Level: f.level.Value(), Intake: app.Intake{Kind: kind, Urgency: f.urgency.Value()}}
	promise := s.Ground.PromiseFor(i, from)
	box := container.NewVBox(
		kit.Muted(s.Say("intake.promise")), kit.Text(s.Voice.Due(promise.Due), kit.SizeBody, kit.Body, true),
		kit.Small(s.Explain(promise.Limit, promise.Steps, promise.Provisional)))
	if kind != app.Complaint || f.level.Value() != "" {
		required, _ := s.Ground.RequiredTime(i, from)
		box.Add(kit.Gap(1, 4))
		box.Add(kit.Muted(s.Say("intake.required")))
		box.Add(kit.Text(s.Voice.Due(required.Due), kit.SizeBody, kit.Body, true))
		box.Add(kit.Small(s.Explain(required.Limit, required.Steps, required.Provisional)))
	}
	return kit.CardTitled(s.Say("intake.limits"), box)
}

// mostEarlier is how many earlier issues are named; the newest are.
const mostEarlier = 6

// earlier lists what the room brought before.
func (d *side) earlier() fyne.CanvasObject {
	return kit.CardTitled(d.p.s.Say("intake.earlier"), lineList(d.p.s, d.known.earlier, mostEarlier, d.p.openOther))
}
