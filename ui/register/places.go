package register

import (
	"context"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// editEstate opens the form of an estate, a new one without an id.
func (p *Page) editEstate(v app.Project) *editor {
	s := p.seat
	name, code := text(v.Name, ""), text(v.Code, "YQ")
	closed := kit.Check(s.Say("register.estate.closed"), nil)
	closed.SetChecked(v.Closed)
	form := kit.NewForm(3)
	form.Add("name", kit.NewField(s.Say("register.estate.name"), name, ""), 2)
	form.Add("code", kit.NewField(s.Say("register.estate.code"), code, s.Say("register.estate.code.hint")), 1)
	if v.ID != 0 {
		form.Add("closed", kit.NewField(s.Say("register.estate.state"), closed, ""), 3)
	}
	return p.edit(seat.FormName("estate", v.ID), p.titled(v.ID == 0, "estate"), s.Say("register.said"), 560, form, func() (keep, bool) {
		v.Name, v.Code, v.Closed = name.Value(), code.Value(), closed.Checked
		return func(ctx context.Context) error { _, err := s.Desk.ChangeProject(ctx, v); return err }, true
	})
}

func (p *Page) addArea() { p.editArea(app.Area{Project: p.project}) }

// editArea opens the form of a part of an estate.
func (p *Page) editArea(v app.Area) *editor {
	s := p.seat
	name := text(v.Name, s.Say("register.area.example"))
	form := kit.NewForm(1)
	form.Add("name", kit.NewField(s.Say("register.area.name"), name, p.estate.project.Name), 1)
	return p.edit(seat.FormName("area", v.ID, v.Project), p.titled(v.ID == 0, "area"), s.Say("register.said"), 420, form, func() (keep, bool) {
		v.Name = name.Value()
		return func(ctx context.Context) error { _, err := s.Desk.ChangeArea(ctx, v); return err }, true
	})
}

func (p *Page) addBuilding() { p.editBuilding(app.Building{Project: p.project, Area: p.at.area}) }

// editBuilding opens the form of a building and its note to the desk.
func (p *Page) editBuilding(v app.Building) *editor {
	s := p.seat
	name, note := text(v.Name, "3"), area(v.Note, 4, app.LongestText)
	in := kit.NewChoice(append([]app.Area{{}}, p.estate.areas...), func(a app.Area) string {
		if a.ID == 0 {
			return s.Say("register.area.none")
		}
		return a.Name
	})
	kit.SetValue(in, p.estate.area(v.Area))
	form := kit.NewForm(2)
	form.Add("name", kit.NewField(s.Say("register.building.name"), name, s.Say("register.building.hint")), 1)
	form.Add("area", kit.NewField(s.Say("register.building.area"), in, ""), 1)
	form.Add("note", kit.NewField(s.Say("register.building.note"), note, s.Say("register.note.hint")), 2)
	return p.edit(seat.FormName("building", v.ID, v.Project), p.titled(v.ID == 0, "building"), s.Say("register.said"), 560, form, func() (keep, bool) {
		v.Name, v.Area, v.Note = name.Value(), in.Value().ID, note.Value()
		return func(ctx context.Context) error { _, err := s.Desk.ChangeBuilding(ctx, v); return err }, true
	})
}

func (p *Page) addRoom() {
	at := p.at.building
	if at == 0 {
		at = p.estate.within(p.at)[0].ID
	}
	p.editRoom(app.Room{Building: at})
}

// editRoom opens the form of a room and its note to the desk.
func (p *Page) editRoom(v app.Room) *editor {
	s := p.seat
	unit, door, floor := text(v.Unit, "2"), text(v.Door, "501"), text(v.Floor, "5")
	size, note := text("", "89.5"), area(v.Note, 4, app.LongestText)
	if v.Size > 0 {
		size.SetText(sizeText(v.Size))
	}
	in := kit.NewChoice(p.estate.buildings, func(b app.Building) string { return s.Say("place.block", b.Name) })
	in.Pick(func(b app.Building) bool { return b.ID == v.Building })
	form := kit.NewForm(3)
	form.Add("building", kit.NewField(s.Say("register.room.building"), in, ""), 1)
	form.Add("unit", kit.NewField(s.Say("register.room.unit"), unit, s.Say("register.room.unit.hint")), 1)
	form.Add("door", kit.NewField(s.Say("register.room.door"), door, ""), 1)
	form.Add("floor", kit.NewField(s.Say("register.room.floor"), floor, ""), 1)
	form.Add("size", kit.NewField(s.Say("register.room.size"), size, ""), 1)
	form.Add("note", kit.NewField(s.Say("register.room.note"), note, s.Say("register.note.hint")), 3)
	fresh := v.ID == 0
	e := p.edit(seat.FormName("room", v.ID, v.Building), p.titled(fresh, "room"), s.Say("register.said"), 620, form, func() (keep, bool) {
		large, ok := readSize(size.Value())
		if !ok {
			form.Fail("size", fault(s, app.Invalid{Field: "size", Rule: "out-of-range"}))
			return nil, false
		}
		v.Building, v.Unit, v.Door, v.Floor, v.Size, v.Note = in.Value().ID, unit.Value(), door.Value(), floor.Value(), large, note.Value()
		return func(ctx context.Context) error { _, err := s.Desk.ChangeRoom(ctx, v); return err }, true
	})
	if fresh && in.Chosen() {
		kit.Focus(unit)
	}
	return e
}

// titled heads a form: add or change something.
func (p *Page) titled(fresh bool, what string) string {
	if fresh {
		return p.seat.Say("register.add." + what)
	}
	return p.seat.Say("register.edit." + what)
}

func sizeText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// readSize reads square metres; nothing typed is not known.
func readSize(typed string) (float64, bool) {
	if typed == "" {
		return 0, true
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSuffix(typed, "㎡"), "m²"), 64)
	return v, err == nil
}
