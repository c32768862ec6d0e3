package register

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// draw puts the detail on the card.
func (p *Page) draw() {
	p.body.RemoveAll()
	if p.detail.home.room.ID != 0 {
		p.drawRoom()
	}
	for i, one := range p.detail.people {
		if i > 0 {
			p.body.Add(kit.Line())
		}
		p.body.Add(p.block(one))
	}
	p.drawPast()
	p.drawHistory()
	p.fillCard(p.scroll)
}

// drawRoom heads the card with the room, what the desk should know about it,
// and who may be put into it.
func (p *Page) drawRoom() {
	s, h := p.seat, p.detail.home
	title := kit.NewCell(s.Place(placeOf(h.building, h.room), say.Open), 18, kit.Body, true)
	edit := kit.Button(s.Say("register.change"), theme.DocumentCreateIcon(), func() { p.editRoom(h.room) })
	intake := kit.Button(s.Say("register.intake"), theme.ContentAddIcon(), func() { p.Intake(p.asFound()) })
	p.body.Add(title)
	p.body.Add(container.NewBorder(nil, nil, nil, container.NewHBox(edit, intake), kit.Middle(kit.NewCell(p.facts(), kit.SizeLabel, kit.Quiet, false))))
	p.note(s.Say("register.building-note"), h.building.Note)
	p.note(s.Say("register.room-note"), h.room.Note)
	p.body.Add(kit.Gap(1, 4))
	p.body.Add(container.NewHBox(kit.Middle(kit.Section(s.Say("register.people"))), layout.NewSpacer(),
		kit.Link(s.Say("register.add.person"), p.addPerson), kit.Link(s.Say("register.add.tie"), func() { p.addTie() })))
	if len(p.detail.people) == 0 {
		p.body.Add(kit.Muted(s.Say("register.nobody.what")))
	}
}

// facts are where a room is and how large.
func (p *Page) facts() string {
	s, h := p.seat, p.detail.home
	parts := []string{p.detail.project.Name, p.detail.area.Name}
	if h.room.Floor != "" {
		parts = append(parts, s.Say("register.floor", h.room.Floor))
	}
	if h.room.Size > 0 {
		parts = append(parts, s.Say("register.size", sizeText(h.room.Size)))
	}
	return strings.Join(filled(parts...), s.Say("register.between"))
}

// note is a note to the desk.
func (p *Page) note(title, text string) {
	if text == "" {
		return
	}
	p.body.Add(kit.Note(kit.Info, container.NewVBox(kit.Text(title, kit.SizeLabel, kit.InkOf(kit.Info), true), kit.Flush(kit.Wrapped(text)))))
}

// asFound is the room of the card as an intake takes it over, with whoever comes
// first in it.
func (p *Page) asFound() app.Found {
	d := p.detail
	f := app.Found{Project: d.project, Area: d.area, Building: d.home.building, Room: d.home.room}
	if len(d.people) > 0 {
		f.Person, f.Owner = d.people[0].person, d.people[0].tie.Owner
	}
	return f
}

// block is somebody in the room: who, how to reach, which rooms else.
func (p *Page) block(one someone) fyne.CanvasObject {
	s, how := p.seat, p.privacy(one.person.ID)
	buttons := container.NewHBox()
	if how == say.Masked && s.Ground.MayReveal(s.Staff.ID) {
		buttons.Add(kit.Link(s.Say("register.show"), func() { p.reveal(one.person, p.draw) }))
	}
	buttons.Add(kit.Link(s.Say("register.change"), func() { p.editPerson(one) }))
	if one.tie.Room != 0 {
		buttons.Add(kit.Link(s.Say("register.end"), func() { p.endTie(one) }))
	}
	name := kit.NewCell(s.Person(one.person.Name, false, how), kit.SizeSection, kit.Body, true)
	chip := kit.Chip(kit.Plain, say.Code(s.Voice, one.tie.Owner))
	contact := s.Contact(reach(one.person), how)
	if contact == "" {
		contact = s.Say("register.no-contact")
	}
	box := container.NewVBox(kit.Gap(1, 2), container.NewBorder(nil, nil, nil, chip, name),
		container.NewBorder(nil, nil, nil, container.NewVBox(buttons), kit.Middle(kit.Flush(kit.Wrapped(contact)))))
	if one.person.Note != "" {
		box.Add(quiet(one.person.Note))
	}
	for _, o := range one.others {
		words := s.Say("register.elsewhere", s.Place(o.place, say.Open), say.Code(s.Voice, o.tie.Owner))
		box.Add(kit.Left(kit.Link(words, func() { p.ShowRoom(o.tie.Room) })))
	}
	return box
}

// drawPast lists who was in the room before.
func (p *Page) drawPast() {
	if len(p.detail.past) == 0 {
		return
	}
	s := p.seat
	p.body.Add(kit.Gap(1, 4))
	p.body.Add(kit.Section(s.Say("register.past")))
	for _, one := range p.detail.past {
		again := one.tie
		again.Ended = false
		p.body.Add(kit.Row(kit.Columns{96, 0, -88},
			kit.NewCell(s.Person(one.person.Name, false, p.privacy(one.person.ID)), kit.SizeBody, kit.Quiet, false),
			kit.Chip(kit.Plain, say.Code(s.Voice, one.tie.Owner)),
			kit.Link(s.Say("register.again"), func() { p.keepTies(s.Say("register.said.again"), again) })))
	}
}

// mostHistory is how many earlier issues the card names; the newest are.
const mostHistory = 8

// drawHistory lists what the room or the person brought before.
func (p *Page) drawHistory() {
	s := p.seat
	p.body.Add(kit.Gap(1, 4))
	p.body.Add(kit.Section(s.Say("register.history")))
	if len(p.detail.history) == 0 {
		p.body.Add(kit.Muted(s.Say("register.history.none")))
	}
	for i, l := range p.detail.history {
		if i == mostHistory {
			p.body.Add(kit.Muted(s.Count("register.history.more", len(p.detail.history)-mostHistory)))
			return
		}
		number := kit.Link(l.Number, func() { p.Open(l.ID) })
		number.Alignment = widget.ButtonAlignLeading
		p.body.Add(kit.Row(kit.Columns{140, 0, -92}, number,
			kit.NewCell(strings.Join(strings.Fields(s.Told(l)), " "), kit.SizeLabel, kit.Body, false),
			kit.Chip(seat.StateTone(l.State), s.Say("state."+string(l.State)))))
	}
}

// quiet is a small text of any length.
func quiet(text string) fyne.CanvasObject { return kit.Flush(kit.Wrapped(text).Quiet().Small()) }
