package meetings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// candidate is somebody who may be named: one of us, one of the register, or as
// it was typed.
type candidate struct {
	guest meeting.Guest
	label string
	note  string
}

// mostCandidates is how many of each sort are offered.
const mostCandidates = 8

// whoChoice finds people among the staff and in the register; what was typed can be
// taken as it stands.
func (p *Page) whoChoice(staff bool) *kit.SearchChoice[candidate] {
	s, lane := p.s, kit.NewLane(p.s.Tasks, 0)
	return kit.NewSearchChoice(kit.FindWords{Hint: s.Say("meetings.who.hint"), None: s.Say("meetings.who.none")}, func(typed string, show func([]candidate)) {
		var own []candidate
		for _, id := range s.StaffOf(s.Staff.Dept) {
			if staff && seat.Fits(s.Ground.Staff[id].Name, typed) && len(own) < mostCandidates {
				own = append(own, p.ofStaff(id))
			}
		}
		if typed == "" {
			show(own)
			return
		}
		kit.Latest(lane, func(ctx context.Context) ([]app.Found, error) { return p.asks.Find(ctx, typed, mostCandidates) }, func(found []app.Found, err error) {
			if err != nil {
				s.Fail(nil, err)
				return
			}
			seen := map[app.PersonID]bool{0: true}
			for _, f := range found {
				if !seen[f.Person.ID] {
					seen[f.Person.ID] = true
					own = append(own, p.ofRegister(f))
				}
			}
			show(append(own, candidate{meeting.Guest{Group: "GU-OTHER", Name: typed}, typed, s.Say("meetings.who.typed")}))
		})
	}, func(c candidate) string { return c.label }, func(c candidate) string { return c.note })
}

func (p *Page) ofStaff(id app.StaffID) candidate {
	m := p.s.Ground.Staff[id]
	group := meeting.Group("GU-STAFF")
	if m.Role == app.Head && p.seen.r.Kind == meeting.Monthly {
		group = meeting.HeadGuest
	}
	return candidate{meeting.Guest{Group: group, Staff: id, Dept: m.Dept}, m.Name, p.s.Dept(m.Dept)}
}

// ofRegister keeps where somebody lives in the note: it says which 張 is meant.
func (p *Page) ofRegister(f app.Found) candidate {
	at := ""
	if f.Room.ID != 0 {
		at = p.s.Short(f.Place(), say.Open)
	}
	return candidate{meeting.Guest{Group: meeting.OwnerGuest, Person: f.Person.ID, Area: f.Area.ID}, f.Person.Name, at}
}

// personName is what a guest or an owner is called.
func (p *Page) personName(staff app.StaffID, person app.PersonID, name string, privacy say.Privacy) string {
	switch {
	case staff != 0:
		return p.s.Voice.Staff(staff)
	case person != 0:
		return p.s.Person(p.seen.people[person], false, privacy)
	}
	return p.s.Person(name, false, privacy)
}

// guestName is masked for those who are not ours.
func (p *Page) guestName(g meeting.Guest, privacy say.Privacy) string {
	if g.Group != meeting.OwnerGuest && g.Group != meeting.CommitteeGuest {
		privacy = say.Open
	}
	return p.personName(g.Staff, g.Person, g.Name, privacy)
}

// areaChoice offers the areas of the record's estate, and none.
func (p *Page) areaChoice(was app.AreaID) *kit.Choice[app.AreaID] {
	c := kit.NewChoice(append([]app.AreaID{0}, p.seen.at.areaIDs()...), func(id app.AreaID) string {
		if id == 0 {
			return p.s.Say("number.none")
		}
		return p.seen.at.area(id)
	})
	kit.SetValue(c, 0)
	kit.Hold(c, was)
	return c
}

// guestsForm writes who is invited, and later who came.
func guestsForm(p *Page) *form {
	s, r := p.s, p.seen.r
	after := r.State == meeting.Held || r.State == meeting.Frozen || r.Kind == meeting.OnSite
	fields, columns := []string{"name", "group", "area", "function", "invited"}, kit.Columns{0, 160, 150, 170, 70}
	if after {
		fields, columns = []string{"name", "group", "area", "presence", "came", "left"}, kit.Columns{0, 150, 110, 110, 180, 180}
	}
	e := kit.NewEditor(columns, p.labels(fields...), "", func(g meeting.Guest) kit.EditorRow[meeting.Guest] {
		name := kit.NewCell(p.personName(g.Staff, g.Person, g.Name, say.Open), kit.SizeBody, kit.Body, true)
		group, area, function := seat.Codes(s, meeting.Groups), p.areaChoice(g.Area), kit.Filled(g.Function)
		kit.Hold(group, g.Group)
		invited := kit.Check("", nil)
		invited.SetChecked(g.Invited)
		presence := kit.NewChoice(append([]meeting.Presence{""}, meeting.Presences...), func(v meeting.Presence) string {
			if v == "" {
				return s.Say("number.none")
			}
			return s.Say("presence." + string(v))
		})
		kit.SetValue(presence, g.Presence)
		came, left := s.MomentField(seat.Morning), s.MomentField(seat.Evening)
		came.SetValue(g.Came)
		left.SetValue(g.Left)
		cells := []fyne.CanvasObject{name, group, area, function, invited}
		if after {
			cells = []fyne.CanvasObject{name, group, area, presence, came, left}
		}
		return kit.EditorRow[meeting.Guest]{Cells: cells, Read: func() (meeting.Guest, bool) {
			now := g
			now.Group, now.Area = group.Value(), area.Value()
			if after {
				now.Presence, now.Came, now.Left = presence.Value(), came.Moment(), left.Moment()
			} else {
				now.Function, now.Invited = function.Value(), invited.Checked
			}
			return now, true
		}}
	}, meeting.Live(r.Guests)).Named(fields...).Movable()
	f := rowsForm(p, "guests", e, func(o *meeting.ChangeOrder) { o.Guests = list(e) })
	add := p.whoChoice(true)
	add.OnChanged = func(c candidate) {
		if c.label == "" {
			return
		}
		g := c.guest
		if g.Invited = !after; after {
			g.Presence = meeting.Came
		}
		if g.Person != 0 {
			p.seen.people[g.Person] = c.label
		}
		e.Add(g)
		add.Clear()
	}
	row := container.NewBorder(nil, nil, nil, nil, kit.FixedWidth(420, add))
	f.Form.AddRow(kit.Left(row))
	if after {
		f.Form.AddRow(kit.Left(kit.Button(s.Say("meetings.all-came"), nil, func() { allCame(e) })))
	}
	return f
}

// allCame notes of everybody of whom nothing was noted that he came.
func allCame(e *kit.Editor[meeting.Guest]) {
	for i := range e.Len() {
		if c, is := e.Row(i).Cells[3].(*kit.Choice[meeting.Presence]); is && c.Value() == "" {
			kit.SetValue(c, meeting.Came)
		}
	}
}
