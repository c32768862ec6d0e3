package data

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
)

// Known lists what the register holds of one estate, or of all for 0, in the
// form an import is compared with.
func (s *Store) Known(ctx context.Context, project app.ProjectID) ([]register.Known, error) {
	all, err := list(ctx, s.ro, func(r row) (k register.Known, err error) {
		var numbers string
		err = r.Scan(&k.Project, &k.Area, &k.Place.Building, &k.Place.Unit, &k.Place.Floor, &k.Place.Room, &k.Size,
			&k.Name, &numbers, &k.Email, &k.WeChat, &k.Kind, &k.Note)
		if numbers != "" {
			k.Phones = strings.Split(numbers, "\n")
		}
		k.Place = register.Place{
			Building: register.Building(k.Place.Building), Unit: register.Unit(k.Place.Unit),
			Floor: register.Floor(k.Place.Floor), Room: register.Room(k.Place.Room),
		}
		return k, err
	}, `
		SELECT j.name, COALESCE(a.name, ''), b.name, r.unit, r.floor, r.door, r.size,
			COALESCE(p.name, ''), COALESCE((SELECT group_concat(number, char(10)) FROM (SELECT number FROM phones WHERE person_id = p.id ORDER BY n)), ''),
			COALESCE(p.email, ''), COALESCE(p.wechat, ''), COALESCE(t.owner, ''), COALESCE(p.note, r.note)
		FROM rooms r JOIN buildings b ON b.id = r.building_id JOIN projects j ON j.id = b.project_id
		LEFT JOIN areas a ON a.id = b.area_id
		LEFT JOIN ties t ON t.room_id = r.id AND t.ended = 0
		LEFT JOIN people p ON p.id = t.person_id
		WHERE j.id = ? OR ? = 0
		ORDER BY r.id, t.owner DESC, p.id`, int64(project), int64(project))
	return all, s.explain(err)
}

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

// alikeKey is what makes people of two rooms one: the same name and the very
// same phones.
func alikeKey(p app.Person) string {
	var digits []string
	for _, number := range p.Phones {
		digits = append(digits, digitsOf(number))
	}
	slices.Sort(digits)
	return nameKey(p.Name) + "|" + strings.Join(digits, "|")
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

// person takes one person of a row in: known in this room by name, or in another
// by name and phones, or new.
func (m *importing) person(room app.RoomID, p register.Person, note string) error {
	given := app.Person{Name: p.Name, Email: p.Email, WeChat: p.WeChat, Note: note}
	for _, f := range p.Phones {
		given.Phones = append(given.Phones, f.Text)
	}
	k := key(room, "|", nameKey(p.Name))
	known, ok := m.persons[k]
	if id := m.alike[alikeKey(given)]; !ok && id != 0 {
		var err error
		if known, err = personOf(m.ctx, m.pen, id); err != nil {
			return err
		}
		ok = true
	}
	if !ok {
		m.newPeople++
	}
	fresh := merged(known, given)
	if !ok || !samePerson(known, fresh) {
		if err := m.keepPerson(m.ctx, &fresh); err != nil {
			return err
		}
		m.touched[fresh.ID] = true
	}
	m.persons[k] = fresh
	if len(fresh.Phones) > 0 {
		m.alike[alikeKey(fresh)] = fresh.ID
	}
	return m.tie(room, fresh.ID, p)
}

// merged is what is known with what a row gives in its place.
func merged(known, given app.Person) app.Person {
	take := func(into *string, from string) {
		if from != "" {
			*into = from
		}
	}
	take(&known.Name, given.Name)
	take(&known.Email, given.Email)
	take(&known.WeChat, given.WeChat)
	take(&known.Note, given.Note)
	a, b := known, given
	a.Name, b.Name = "", ""
	if len(given.Phones) > 0 && alikeKey(a) != alikeKey(b) {
		known.Phones = given.Phones
	}
	return known
}

func samePerson(a, b app.Person) bool {
	return a.Name == b.Name && a.Email == b.Email && a.WeChat == b.WeChat && a.Note == b.Note && slices.Equal(a.Phones, b.Phones)
}

// tie notes what the person is to the room. What a row says ends what was said
// before; what it only suggests does not.
func (m *importing) tie(room app.RoomID, person app.PersonID, p register.Person) error {
	k := key(room, "|", person)
	fresh := app.Tie{Person: person, Room: room, Owner: app.OwnerKind(p.Kind)}
	old, known := m.ties[k]
	if known && (old.Owner == fresh.Owner || !p.KindSaid) {
		return nil
	}
	if known {
		old.Ended = true
		if err := m.keepTie(m.ctx, &old); err != nil {
			return err
		}
	}
	m.ties[k] = fresh
	m.touched[person] = true
	return m.keepTie(m.ctx, &fresh)
}
