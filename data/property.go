package data

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
)

func projectCells(p *app.Project) cells {
	return cells{
		{"id", to(&p.ID)},
		{"name", &p.Name},
		{"code", &p.Code},
		{"closed", &p.Closed},
	}
}

func areaCells(a *app.Area) cells {
	return cells{
		{"id", to(&a.ID)},
		{"project_id", to(&a.Project)},
		{"name", &a.Name},
	}
}

func buildingCells(b *app.Building) cells {
	return cells{
		{"id", to(&b.ID)},
		{"project_id", to(&b.Project)},
		{"area_id", to(&b.Area)},
		{"name", &b.Name},
		{"note", &b.Note},
	}
}

func roomCells(r *app.Room) cells {
	return cells{
		{"id", to(&r.ID)},
		{"building_id", to(&r.Building)},
		{"unit", &r.Unit},
		{"door", &r.Door},
		{"floor", &r.Floor},
		{"size", &r.Size},
		{"note", &r.Note},
	}
}

// keyed adds a column that is computed when writing and never read back.
func (c cells) keyed(column, key string) cells { return append(c, cell{column, &key}) }

func areaKey(name string) string     { return fold.Key(name) }
func buildingKey(name string) string { return fold.Key(register.Building(name)) }
func unitKey(unit string) string     { return fold.Key(register.Unit(unit)) }
func doorKey(door string) string     { return fold.Key(register.Room(door)) }

// floorKey is the floor where the door does not say it itself: 2樓A, but 501.
func floorKey(floor, door string) string {
	key := fold.Key(register.Floor(floor))
	if strings.HasPrefix(strings.TrimLeft(doorKey(door), "0"), key) {
		return ""
	}
	return key
}

// KeepProject writes an estate and tells its id.
func (s *Store) KeepProject(ctx context.Context, v app.Project) (app.ProjectID, error) {
	err := s.write(ctx, func(p *pen) error { return upsert(ctx, p, "projects", projectCells(&v), &v.ID) })
	return v.ID, err
}

// KeepArea writes a part of an estate and tells its id.
func (s *Store) KeepArea(ctx context.Context, v app.Area) (app.AreaID, error) {
	err := s.write(ctx, func(p *pen) error { return p.keepArea(ctx, &v) })
	return v.ID, err
}

func (p *pen) keepArea(ctx context.Context, v *app.Area) error {
	return taken("name", upsert(ctx, p, "areas", areaCells(v).keyed("key", areaKey(v.Name)), &v.ID))
}

// KeepBuilding writes a building and tells its id.
func (s *Store) KeepBuilding(ctx context.Context, v app.Building) (app.BuildingID, error) {
	err := s.write(ctx, func(p *pen) error {
		if err := p.keepBuilding(ctx, &v); err != nil {
			return err
		}
		return p.indexPeople(ctx, `SELECT DISTINCT t.person_id FROM ties t JOIN rooms r ON r.id = t.room_id WHERE r.building_id = ?`, int64(v.ID))
	})
	return v.ID, err
}

func (p *pen) keepBuilding(ctx context.Context, v *app.Building) error {
	return taken("name", upsert(ctx, p, "buildings", buildingCells(v).keyed("key", buildingKey(v.Name)), &v.ID))
}

// KeepRoom writes a room and tells its id.
func (s *Store) KeepRoom(ctx context.Context, v app.Room) (app.RoomID, error) {
	err := s.write(ctx, func(p *pen) error {
		if err := p.keepRoom(ctx, &v); err != nil {
			return err
		}
		return p.indexPeople(ctx, `SELECT DISTINCT person_id FROM ties WHERE room_id = ?`, int64(v.ID))
	})
	return v.ID, err
}

func (p *pen) keepRoom(ctx context.Context, v *app.Room) error {
	c := roomCells(v).keyed("unit_key", unitKey(v.Unit)).keyed("door_key", doorKey(v.Door)).keyed("floor_key", floorKey(v.Floor, v.Door))
	return taken("door", upsert(ctx, p, "rooms", c, &v.ID))
}

// taken turns a broken UNIQUE into a fault of that field.
func taken(field string, err error) error {
	if err != nil && isDouble(err) {
		return app.Faults{{Field: field, Rule: "taken"}}
	}
	return err
}

// Projects lists the estates.
func (s *Store) Projects(ctx context.Context) ([]app.Project, error) {
	return list(ctx, s.ro, scanner(projectCells), `SELECT `+namesOf(projectCells)+` FROM projects ORDER BY closed, id`)
}

// Areas lists the parts of an estate.
func (s *Store) Areas(ctx context.Context, id app.ProjectID) ([]app.Area, error) {
	return list(ctx, s.ro, scanner(areaCells), `SELECT `+namesOf(areaCells)+` FROM areas WHERE project_id = ? ORDER BY name`, int64(id))
}

// Buildings lists the buildings of an estate, 2 before 10.
func (s *Store) Buildings(ctx context.Context, id app.ProjectID) ([]app.Building, error) {
	return list(ctx, s.ro, scanner(buildingCells),
		`SELECT `+namesOf(buildingCells)+` FROM buildings WHERE project_id = ? ORDER BY area_id, length(key), key`, int64(id))
}

// Rooms lists the rooms of a building by entrance and door.
func (s *Store) Rooms(ctx context.Context, id app.BuildingID) ([]app.Room, error) {
	return list(ctx, s.ro, scanner(roomCells),
		`SELECT `+namesOf(roomCells)+` FROM rooms WHERE building_id = ? ORDER BY length(unit_key), unit_key, length(floor_key), floor_key, length(door_key), door_key`, int64(id))
}

// Room reads one room with its building.
func (s *Store) Room(ctx context.Context, id app.RoomID) (r app.Room, b app.Building, err error) {
	if r, err = one(ctx, s.ro, scanner(roomCells), `SELECT `+namesOf(roomCells)+` FROM rooms WHERE id = ?`, int64(id)); err != nil {
		return r, b, err
	}
	b, err = one(ctx, s.ro, scanner(buildingCells), `SELECT `+namesOf(buildingCells)+` FROM buildings WHERE id = ?`, int64(r.Building))
	return r, b, err
}
