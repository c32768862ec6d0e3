package past

import (
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
)

// Office is what a ledger is matched to: estates, rooms, departments, staff.
type Office struct {
	Ground  app.Ground
	Project app.ProjectID // of rows that name none; 0: there are several and none was said
	Rooms   []app.Found
}

// Match finds what the rows name in the office: what is not there is kept as it
// is written, or said.
func (o Office) Match(r Reading, l register.Layout) Reading {
	m := matcher{Office: o, reader: reader{Reading: r, layout: l, told: map[string]bool{}}}
	m.sheet.Name = r.Sheet
	m.learn()
	m.Entries = slices.Clone(r.Entries)
	m.Problems = slices.Clone(r.Problems)
	kept := m.Entries[:0]
	for _, e := range m.Entries {
		m.row, m.fatal = e.Row, false
		m.estate(&e)
		m.place(&e)
		m.people(&e)
		if !m.fatal {
			kept = append(kept, e)
		}
	}
	m.Entries = kept
	return m.Reading
}

// matcher is a matching under way, with what the office has by name.
type matcher struct {
	Office
	reader
	estates map[string]app.ProjectID
	depts   map[string]app.DeptID
	staff   map[string][]app.StaffID
	rooms   map[roomKey][]app.Found
	listed  map[app.ProjectID]bool // estates that have rooms
}

type roomKey struct {
	project app.ProjectID
	place   string
}

func (m *matcher) learn() {
	m.estates, m.depts, m.staff = map[string]app.ProjectID{}, map[string]app.DeptID{}, map[string][]app.StaffID{}
	for id, p := range m.Ground.Projects {
		m.estates[squeezed(p.Name)] = id
		if p.Code != "" {
			m.estates[squeezed(p.Code)] = id
		}
	}
	for id, d := range m.Ground.Departments {
		m.depts[squeezed(d.Name)] = id
	}
	for id, s := range m.Ground.Staff {
		m.staff[squeezed(s.Name)] = append(m.staff[squeezed(s.Name)], id)
	}
	m.rooms, m.listed = map[roomKey][]app.Found{}, map[app.ProjectID]bool{}
	for _, f := range m.Rooms {
		place := register.Place{Building: register.Building(f.Building.Name), Unit: register.Unit(f.Room.Unit),
			Floor: register.Floor(f.Room.Floor), Room: register.Room(f.Room.Door)}
		m.listed[f.Project.ID] = true
		for _, p := range spellings(place) {
			k := roomKey{f.Project.ID, p.Key()}
			m.rooms[k] = append(m.rooms[k], f)
		}
	}
}

// spellings are a room with its floor and without, for few write 5楼501.
func spellings(p register.Place) []register.Place {
	if p.Floor == "" {
		return []register.Place{p}
	}
	bare := p
	bare.Floor = ""
	if bare.Key() == p.Key() {
		return []register.Place{p}
	}
	return []register.Place{p, bare}
}

func (m *matcher) estate(e *Entry) {
	e.Project = m.Project
	if e.Estate == "" {
		if e.Project == 0 {
			m.problem(OfEstate, EstateUnsaid, "", true)
		}
		return
	}
	id, known := m.estates[squeezed(e.Estate)]
	if !known {
		m.problem(OfEstate, EstateUnknown, e.Estate, true)
		return
	}
	e.Project = id
}

// place finds a room in the register in whatever way it is written.
func (m *matcher) place(e *Entry) {
	if e.Room == "" {
		return
	}
	p, read := register.ParsePlace(e.Room)
	if !read || p.Room == "" {
		e.Place = app.Place{Text: e.Room}
		return
	}
	found := m.rooms[roomKey{e.Project, p.Key()}]
	if p.Area != "" && len(found) > 1 {
		found = slices.DeleteFunc(slices.Clone(found), func(f app.Found) bool {
			return !strings.Contains(fold.Key(f.Area.Name), fold.Key(p.Area))
		})
	}
	if len(found) == 1 {
		e.Place = found[0].Place()
		return
	}
	if p.Building == "" {
		e.Place = app.Place{Text: e.Room}
	} else {
		room := app.Room{Door: p.Room, Floor: p.Floor}
		e.Place = app.Place{Block: p.Building, Unit: p.Unit, Door: room.Name()}
		if p.Area != "" {
			e.Place.Text = e.Room
		}
	}
	if m.listed[e.Project] {
		m.once(OfRoom, RoomUnknown, e.Room)
	}
}

// people finds the department and who did the work.
func (m *matcher) people(e *Entry) {
	if e.Dept != "" {
		id, known := m.depts[squeezed(e.Dept)]
		if e.Lead = id; !known {
			m.once(OfDepartment, DeptUnknown, e.Dept)
		}
	}
	if e.Hand == "" {
		return
	}
	e.HandledBy = e.Hand
	all := m.staff[squeezed(e.Hand)]
	if len(all) == 1 {
		e.Handler = all[0]
		return
	}
	m.once(OfHandler, HandlerUnknown, e.Hand)
}

// OnlyEstate is the estate that a reading names, when it names one and no other.
func OnlyEstate(r Reading) (name string) {
	for _, e := range r.Entries {
		switch {
		case e.Estate == "" || squeezed(e.Estate) == squeezed(name):
		case name != "":
			return ""
		default:
			name = e.Estate
		}
	}
	return name
}
