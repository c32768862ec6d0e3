package data

import (
	"context"
	"fmt"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
)

// ImportRegister takes rows of a register in, all of them or none, and counts
// the rooms and people that are new. A row without a project belongs to the
// only estate there is. Facts a row leaves empty change nothing.
func (s *Store) ImportRegister(ctx context.Context, entries []register.Entry) (rooms, people int, err error) {
	err = s.write(ctx, func(p *pen) error {
		m := &importing{pen: p, ctx: ctx, touched: map[app.PersonID]bool{}}
		if err := m.recall(); err != nil {
			return err
		}
		for _, e := range entries {
			if err := m.take(e); err != nil {
				return fmt.Errorf("row %d: %w", e.Row, err)
			}
		}
		for id := range m.touched {
			if err := p.indexPerson(ctx, id); err != nil {
				return err
			}
		}
		rooms, people = m.newRooms, m.newPeople
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	return rooms, people, nil
}

// importing is one import under way, with what the register holds by its
// natural keys.
type importing struct {
	*pen
	ctx       context.Context
	projects  map[string]app.Project
	areas     map[string]app.Area
	buildings map[string]app.Building // project|area|key
	rooms     map[string]app.Room     // building|unit|door|floor
	persons   map[string]app.Person   // room|name
	alike     map[string]app.PersonID // name|phones
	ties      map[string]app.Tie      // room|person

	touched             map[app.PersonID]bool
	newRooms, newPeople int
}

func key(parts ...any) string { return strings.TrimSpace(fmt.Sprintln(parts...)) }

func roomKey(r app.Room) string {
	return key(r.Building, "|", unitKey(r.Unit), "|", doorKey(r.Door), "|", floorKey(r.Floor, r.Door))
}

// recall reads the register into memory: ten thousand rows would ask too often.
func (m *importing) recall() error {
	var err error
	if m.projects, err = gather(m, projectCells, "projects", func(p app.Project) string { return fold.Key(p.Name) }); err != nil {
		return err
	}
	if m.areas, err = gather(m, areaCells, "areas", func(a app.Area) string { return key(a.Project, "|", areaKey(a.Name)) }); err != nil {
		return err
	}
	if m.buildings, err = gather(m, buildingCells, "buildings", func(b app.Building) string {
		return key(b.Project, "|", b.Area, "|", buildingKey(b.Name))
	}); err != nil {
		return err
	}
	if m.rooms, err = gather(m, roomCells, "rooms", roomKey); err != nil {
		return err
	}
	return m.recallPeople()
}

func (m *importing) recallPeople() error {
	byID, err := gather(m, personCells, "people", func(p app.Person) string { return key(p.ID) })
	if err != nil {
		return err
	}
	if _, err := list(m.ctx, m.pen, func(r row) (none struct{}, err error) {
		var id app.PersonID
		var number string
		err = r.Scan(to(&id), &number)
		p := byID[key(id)]
		p.Phones = append(p.Phones, number)
		byID[key(id)] = p
		return none, err
	}, `SELECT person_id, number FROM phones ORDER BY person_id, n`); err != nil {
		return err
	}
	m.persons, m.alike = map[string]app.Person{}, map[string]app.PersonID{}
	for _, p := range byID {
		if k := alikeKey(p); len(p.Phones) > 0 && (m.alike[k] == 0 || p.ID < m.alike[k]) {
			m.alike[k] = p.ID
		}
	}
	m.ties, err = gather(m, tieCells, "ties WHERE ended = 0", func(t app.Tie) string {
		p := byID[key(t.Person)]
		m.persons[key(t.Room, "|", nameKey(p.Name))] = p
		return key(t.Room, "|", t.Person)
	})
	return err
}

// gather reads a whole table by a natural key.
func gather[T any](m *importing, of func(*T) cells, from string, by func(T) string) (map[string]T, error) {
	all, err := list(m.ctx, m.pen, scanner(of), `SELECT `+namesOf(of)+` FROM `+from)
	found := make(map[string]T, len(all))
	for _, one := range all {
		found[by(one)] = one
	}
	return found, err
}

// take takes one row in.
func (m *importing) take(e register.Entry) error {
	project, err := m.project(e.Project)
	if err != nil {
		return err
	}
	area, err := m.area(project, e.Area)
	if err != nil {
		return err
	}
	building, err := m.building(project, area, e.Place.Building)
	if err != nil {
		return err
	}
	room, err := m.room(building, e)
	if err != nil {
		return err
	}
	for i, p := range e.People {
		note := ""
		if i == 0 {
			note = e.Note
		}
		if err := m.person(room, p, note); err != nil {
			return err
		}
	}
	return nil
}

func (m *importing) project(name string) (app.ProjectID, error) {
	if p, ok := m.projects[fold.Key(name)]; ok {
		return p.ID, nil
	}
	if name == "" && len(m.projects) == 1 {
		for _, p := range m.projects {
			return p.ID, nil
		}
	}
	if name == "" || len(m.projects) > 0 { // a second estate needs a code, which no file brings
		return 0, app.Faults{{Field: "project", Rule: "missing"}}
	}
	p := app.Project{Name: name}
	err := upsert(m.ctx, m.pen, "projects", projectCells(&p), &p.ID)
	m.projects[fold.Key(name)] = p
	return p.ID, err
}

func (m *importing) area(project app.ProjectID, name string) (app.AreaID, error) {
	if name == "" {
		return 0, nil
	}
	k := key(project, "|", areaKey(name))
	if a, ok := m.areas[k]; ok {
		return a.ID, nil
	}
	a := app.Area{Project: project, Name: name}
	err := m.keepArea(m.ctx, &a)
	m.areas[k] = a
	return a.ID, err
}

// building finds a building in its area. One that has no area yet gets it; a
// row that names none means any building of that name.
func (m *importing) building(project app.ProjectID, area app.AreaID, name string) (app.BuildingID, error) {
	k := key(project, "|", area, "|", buildingKey(name))
	if b, ok := m.buildings[k]; ok {
		return b.ID, nil
	}
	if area == 0 {
		if b, ok := m.anywhere(project, name); ok {
			m.buildings[k] = b
			return b.ID, nil
		}
	}
	b := app.Building{Project: project, Area: area, Name: name}
	without := key(project, "|", app.AreaID(0), "|", buildingKey(name))
	if known, ok := m.buildings[without]; ok && known.Area == 0 {
		b = known
		b.Area = area
		delete(m.buildings, without)
	}
	err := m.keepBuilding(m.ctx, &b)
	m.buildings[k] = b
	return b.ID, err
}

// anywhere finds a building by name in whatever area, the oldest first.
func (m *importing) anywhere(project app.ProjectID, name string) (first app.Building, found bool) {
	for _, b := range m.buildings {
		if b.Project == project && buildingKey(b.Name) == buildingKey(name) && (!found || b.ID < first.ID) {
			first, found = b, true
		}
	}
	return first, found
}

func (m *importing) room(building app.BuildingID, e register.Entry) (app.RoomID, error) {
	r := app.Room{Building: building, Unit: e.Place.Unit, Door: e.Place.Room, Floor: e.Place.Floor, Size: e.Size}
	k := roomKey(r)
	known, ok := m.rooms[k]
	if !ok {
		if len(e.People) == 0 {
			r.Note = e.Note
		}
		m.newRooms++
		err := m.keepRoom(m.ctx, &r)
		m.rooms[k] = r
		return r.ID, err
	}
	was := known
	if r.Size != 0 {
		known.Size = r.Size
	}
	if r.Floor != "" {
		known.Floor = r.Floor
	}
	if known == was {
		return known.ID, nil
	}
	m.rooms[k] = known
	return known.ID, m.keepRoom(m.ctx, &known)
}
