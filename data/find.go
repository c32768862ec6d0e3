package data

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
)

// Find answers what was typed at intake with rooms and the people in them: a
// place in any form, a phone number or its beginning or end, a name, pinyin in
// full or by initials, or several of these between blanks.
func (s *Store) Find(ctx context.Context, query string, limit int) ([]app.Found, error) {
	var f finds
	err := s.read(ctx, func(q asker) error {
		for _, look := range []func(context.Context, asker, string, int) ([]spot, error){findPlace, findPhone, findWords} {
			spots, err := look(ctx, q, query, limit)
			if err != nil {
				return err
			}
			if err := f.add(ctx, q, spots, limit); err != nil {
				return err
			}
		}
		return nil
	})
	return f.all, err
}

// spot is a room, somebody in it, or one of the two.
type spot struct {
	room   app.RoomID
	person app.PersonID
	owner  app.OwnerKind
}

func scanSpot(r row) (v spot, err error) {
	err = r.Scan(to(&v.room), to(&v.person), &v.owner)
	return v, err
}

// finds collects answers, each once.
type finds struct {
	all  []app.Found
	seen map[spot]bool
}

func (f *finds) add(ctx context.Context, q asker, spots []spot, limit int) error {
	if f.seen == nil {
		f.seen = map[spot]bool{}
	}
	for _, v := range spots {
		if len(f.all) >= limit {
			return nil
		}
		if f.seen[v] {
			continue
		}
		f.seen[v] = true
		found, err := describe(ctx, q, v)
		if err != nil {
			return err
		}
		f.all = append(f.all, found)
	}
	return nil
}

// describe reads all there is to show of a spot.
func describe(ctx context.Context, q asker, v spot) (f app.Found, err error) {
	f.Owner = v.owner
	if v.person != 0 {
		if f.Person, err = personOf(ctx, q, v.person); err != nil {
			return f, err
		}
	}
	if v.room == 0 {
		return f, nil
	}
	if f.Room, err = one(ctx, q, scanner(roomCells), `SELECT `+namesOf(roomCells)+` FROM rooms WHERE id = ?`, int64(v.room)); err != nil {
		return f, err
	}
	if f.Building, err = one(ctx, q, scanner(buildingCells), `SELECT `+namesOf(buildingCells)+` FROM buildings WHERE id = ?`, int64(f.Room.Building)); err != nil {
		return f, err
	}
	if f.Building.Area != 0 {
		if f.Area, err = one(ctx, q, scanner(areaCells), `SELECT `+namesOf(areaCells)+` FROM areas WHERE id = ?`, int64(f.Building.Area)); err != nil {
			return f, err
		}
	}
	f.Project, err = one(ctx, q, scanner(projectCells), `SELECT `+namesOf(projectCells)+` FROM projects WHERE id = ?`, int64(f.Building.Project))
	return f, err
}

// perRoom lists a room with everybody whose tie to it holds, or by itself.
const perRoom = `
	SELECT r.id, t.person_id, COALESCE(t.owner, '')
	FROM rooms r JOIN buildings b ON b.id = r.building_id
	LEFT JOIN ties t ON t.room_id = r.id AND t.ended = 0
	WHERE `

const inDoorOrder = ` ORDER BY length(b.key), b.key, length(r.unit_key), r.unit_key, length(r.door_key), r.door_key, t.owner, t.person_id LIMIT ?`

// findPlace finds rooms by a place as people say it. The last part may still be
// growing: 3-2-5 finds 501 and 502, 3-2 everything at that entrance.
func findPlace(ctx context.Context, q asker, query string, limit int) ([]spot, error) {
	p, ok := register.ParsePlace(query)
	if !ok {
		return nil, nil
	}
	where, args := placeConditions(p)
	if p.Room == "" { // 3幢 or 3幢2单元: every door there
		return list(ctx, q, scanSpot, perRoom+where+inDoorOrder, append(args, limit)...)
	}
	door := doorKey(p.Room)
	exact, err := list(ctx, q, scanSpot, perRoom+where+` AND r.door_key = ?`+inDoorOrder, append(args, door, limit)...)
	if err != nil {
		return nil, err
	}
	grown, err := list(ctx, q, scanSpot, perRoom+where+` AND r.door_key > ? AND r.door_key < ?`+inDoorOrder,
		append(args, door, door+"\uffff", limit)...)
	if err != nil || p.Building == "" || p.Unit != "" {
		return append(exact, grown...), err
	}
	entrance, err := list(ctx, q, scanSpot, perRoom+`b.key = ? AND r.unit_key = ?`+inDoorOrder, fold.Key(p.Building), unitKey(p.Room), limit)
	return append(append(exact, grown...), entrance...), err
}

// placeConditions spell the parts of a place before its door.
func placeConditions(p register.Place) (string, []any) {
	conditions, args := []string{`1 = 1`}, []any{}
	for _, part := range []struct{ column, key string }{
		{`b.key`, fold.Key(p.Building)}, {`r.unit_key`, fold.Key(p.Unit)}, {`r.floor_key`, fold.Key(p.Floor)},
	} {
		if part.key != "" {
			conditions = append(conditions, part.column+` = ?`)
			args = append(args, part.key)
		}
	}
	return strings.Join(conditions, ` AND `), args[:len(args):len(args)]
}

// perPerson lists somebody with every room the tie to which holds, or alone.
const perPerson = `
	SELECT t.room_id, p.id, COALESCE(t.owner, '')
	FROM people p LEFT JOIN ties t ON t.person_id = p.id AND t.ended = 0
	WHERE p.id IN (`

// findPhone finds people by the beginning or the end of a phone number.
func findPhone(ctx context.Context, q asker, query string, limit int) ([]spot, error) {
	digits := digitsOf(query)
	if len(digits) < 3 || strings.Trim(fold.Key(query), "0123456789 -+()") != "" {
		return nil, nil
	}
	back := backwards(digits)
	return list(ctx, q, scanSpot, perPerson+`
			SELECT person_id FROM phones WHERE digits >= ? AND digits < ?
			UNION SELECT person_id FROM phones WHERE reversed >= ? AND reversed < ?)
		ORDER BY p.id, t.room_id LIMIT ?`, digits, digits+":", back, back+":", limit)
}

// findWords finds people by name and place in the full-text index.
func findWords(ctx context.Context, q asker, query string, limit int) ([]spot, error) {
	m := match(query)
	if m == "" {
		return nil, nil
	}
	return list(ctx, q, scanSpot, perPerson+`SELECT rowid FROM register_search WHERE register_search MATCH ? ORDER BY rowid LIMIT ?)
		ORDER BY p.id, t.room_id LIMIT ?`, m, limit, limit)
}
