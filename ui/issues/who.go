package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// who are the fields about the person. What the register or an earlier intake
// knows stands there masked and locked until somebody asks to change it.
type who struct {
	name      *kit.Input
	anonymous *kit.Tick
	owner     *kit.Choice[app.OwnerKind]
	contact   *kit.Input
	refused   *kit.Tick

	// reveal is asked to unlock: it notes who looks at what, and calls back.
	reveal  func(app.Reporter, func())
	changed func()

	s      *seat.Seat
	change *kit.Push
	known  app.Reporter // what the locked fields stand for
	locked bool
	masked [2]string // name and contact as the locked fields show them
}

func newWho(s *seat.Seat, reveal func(app.Reporter, func()), changed func()) *who {
	w := &who{
		s: s, reveal: reveal, changed: changed,
		name: kit.Entry(""), contact: kit.Entry(s.Say("intake.contact.example")),
		owner: seat.Codes(s, app.OwnerKinds),
	}
	w.anonymous = kit.Check(s.Say("intake.anonymous"), func(bool) { w.ticked() })
	w.refused = kit.Check(s.Say("intake.refused"), func(bool) { w.ticked() })
	w.change = kit.Link(s.Say("intake.change"), w.askUnlock)
	w.change.Hide()
	w.owner.OnChanged = func(app.OwnerKind) { changed() }
	w.name.OnChanged = func(string) { changed() }
	w.contact.OnChanged = func(string) { changed() }
	return w
}

// addTo puts the fields into a form of three columns.
func (w *who) addTo(f *kit.Form) {
	f.Add("name", kit.NewField(label(w.s, "name"), beside(w.name, w.anonymous), ""), 1)
	f.Add("owner", kit.NewField(label(w.s, "owner"), w.owner, ""), 1)
	f.Add("contact", kit.NewField(w.s.Say("field.contact"), beside(w.contact, w.refused, w.change), ""), 1)
}

// beside puts small things right of a field.
func beside(field fyne.CanvasObject, small ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.NewHBox(small...), field)
}

// lock shows somebody who is known already.
func (w *who) lock(r app.Reporter, name say.Privacy) {
	w.known, w.locked = r, true
	w.masked = [2]string{w.s.Person(r.Name, false, name), w.s.Contact(unrefused(r), say.Masked)}
	w.write(w.masked[0], w.masked[1])
	w.tick()
}

func unrefused(r app.Reporter) app.Reporter {
	r.Refused = false
	return r
}

// fill shows somebody in full, to be changed.
func (w *who) fill(r app.Reporter) {
	w.known, w.locked = r, false
	w.write(r.Name, contactOf(r))
	w.tick()
}

func (w *who) write(name, contact string) {
	w.name.SetText(name)
	w.contact.SetText(contact)
	kit.SetValue(w.owner, w.known.Owner)
	w.anonymous.SetChecked(w.known.Anonymous)
	w.refused.SetChecked(w.known.Refused)
}

func (w *who) askUnlock() { w.reveal(w.known, func() { w.fill(w.known) }) }

// ticked follows a choice not to give a name or a way to be reached.
func (w *who) ticked() {
	if w.anonymous.Checked {
		kit.SetValue(w.owner, app.Anonymous)
	} else if w.owner.Value() == app.Anonymous {
		w.owner.Clear()
	}
	w.tick()
	w.changed()
}

func (w *who) tick() {
	enable(w.name, !w.locked && !w.anonymous.Checked)
	enable(w.contact, !w.locked && !w.refused.Checked)
	enable(w.owner, !w.anonymous.Checked)
	show(w.change, w.locked)
	show(w.refused, !w.locked)
	show(w.anonymous, !w.locked)
}

// reporter is the person as the fields say.
func (w *who) reporter() app.Reporter {
	r := app.Reporter{Person: w.known.Person, Owner: w.owner.Value()}
	if w.locked && w.name.Text == w.masked[0] && w.contact.Text == w.masked[1] {
		owner := r.Owner
		r = w.known
		r.Owner = owner
		return r
	}
	r.Anonymous, r.Refused = w.anonymous.Checked, w.refused.Checked
	switch { // in locked fields something else stands only when a draft was put back
	case r.Anonymous:
		r.Person, r.Name = 0, ""
	case w.locked && w.name.Text == w.masked[0]:
		r.Name = w.known.Name
	default:
		r.Name = w.name.Value()
	}
	switch {
	case r.Refused:
	case w.locked && w.contact.Text == w.masked[1]:
		r.Phone, r.Email, r.WeChat = w.known.Phone, w.known.Email, w.known.WeChat
	default:
		setContact(&r, w.contact.Value())
	}
	return r
}

func enable(o fyne.Disableable, on bool) {
	if on {
		o.Enable()
	} else {
		o.Disable()
	}
}

func show(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}
