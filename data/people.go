package data

import (
	"context"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/meeting"
)

func personCells(p *app.Person) cells {
	return cells{
		{"id", to(&p.ID)},
		{"name", &p.Name},
		{"email", &p.Email},
		{"wechat", &p.WeChat},
		{"note", &p.Note},
	}
}

func tieCells(t *app.Tie) cells {
	return cells{
		{"person_id", to(&t.Person)},
		{"room_id", to(&t.Room)},
		{"owner", &t.Owner},
		{"ended", &t.Ended},
	}
}

// phone is one number of a person with its place among them.
type phone struct {
	n      int
	number string
}

func phoneCells(f *phone) cells {
	digits := digitsOf(f.number)
	back := backwards(digits)
	return cells{{"n", &f.n}, {"number", &f.number}, {"digits", &digits}, {"reversed", &back}}
}

var phones = tableOf("phones", phoneCells, "person_id")

func nameKey(name string) string { return strings.ReplaceAll(fold.Key(name), " ", "") }

// digitsOf are the figures of a phone number, without a country's 86.
func digitsOf(s string) string {
	d := strings.Map(func(r rune) rune {
		if r = fold.Rune(r); r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if len(d) == 13 && strings.HasPrefix(d, "861") {
		return d[2:]
	}
	return d
}

func backwards(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// KeepPerson writes a person with all phones and tells the id.
func (s *Store) KeepPerson(ctx context.Context, v app.Person) (app.PersonID, error) {
	err := s.write(ctx, func(p *pen) error {
		if err := p.keepPerson(ctx, &v); err != nil {
			return err
		}
		return p.indexPerson(ctx, v.ID)
	})
	return v.ID, err
}

func (p *pen) keepPerson(ctx context.Context, v *app.Person) error {
	if err := upsert(ctx, p, "people", personCells(v).keyed("key", nameKey(v.Name)), &v.ID); err != nil {
		return err
	}
	if _, err := p.exec(ctx, `DELETE FROM phones WHERE person_id = ?`, int64(v.ID)); err != nil {
		return err
	}
	for i, number := range v.Phones {
		if err := phones.keep(ctx, p, &phone{i + 1, number}, int64(v.ID)); err != nil {
			return err
		}
	}
	return nil
}

// KeepTie writes what a person is to a room, or that it ended.
func (s *Store) KeepTie(ctx context.Context, t app.Tie) error {
	return s.write(ctx, func(p *pen) error {
		if err := p.keepTie(ctx, &t); err != nil {
			return err
		}
		return p.indexPerson(ctx, t.Person)
	})
}

func (p *pen) keepTie(ctx context.Context, t *app.Tie) error {
	c := tieCells(t)
	values, err := c.values()
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, `INSERT INTO ties (`+c.names()+`) VALUES (`+c.marks()+`)
		ON CONFLICT (person_id, room_id, owner) DO UPDATE SET ended = excluded.ended`, values...)
	return err
}

// EndTie notes that a person is no longer to a room what he was.
func (s *Store) EndTie(ctx context.Context, t app.Tie) error {
	t.Ended = true
	return s.KeepTie(ctx, t)
}

// Person reads one person with all phones.
func (s *Store) Person(ctx context.Context, id app.PersonID) (app.Person, error) {
	var v app.Person
	err := s.read(ctx, func(q asker) (err error) {
		v, err = personOf(ctx, q, id)
		return err
	})
	return v, err
}

func personOf(ctx context.Context, q asker, id app.PersonID) (app.Person, error) {
	v, err := one(ctx, q, scanner(personCells), `SELECT `+namesOf(personCells)+` FROM people WHERE id = ?`, int64(id))
	if err != nil {
		return v, err
	}
	v.Phones, err = list(ctx, q, value[string], `SELECT number FROM phones WHERE person_id = ? ORDER BY n`, int64(id))
	return v, err
}

// People lists who lives or owns in a room, with what they are to it; those
// whose tie has ended come last.
func (s *Store) People(ctx context.Context, room app.RoomID) (people []app.Person, ties []app.Tie, err error) {
	err = s.read(ctx, func(q asker) error {
		ties, err = list(ctx, q, scanner(tieCells), `SELECT `+namesOf(tieCells)+` FROM ties WHERE room_id = ? ORDER BY ended, owner, person_id`, int64(room))
		if err != nil {
			return err
		}
		people = make([]app.Person, len(ties))
		for i, t := range ties {
			if people[i], err = personOf(ctx, q, t.Person); err != nil {
				return err
			}
		}
		return nil
	})
	return people, ties, err
}

// PersonRooms lists the ties of a person to rooms, those that ended last.
func (s *Store) PersonRooms(ctx context.Context, id app.PersonID) ([]app.Tie, error) {
	return list(ctx, s.ro, scanner(tieCells), `SELECT `+namesOf(tieCells)+` FROM ties WHERE person_id = ? ORDER BY ended, room_id`, int64(id))
}

// Committee lists who sits on the owners' committee of an estate, or of all for
// 0, as guests of a meeting.
func (s *Store) Committee(ctx context.Context, project app.ProjectID) ([]meeting.Guest, error) {
	return list(ctx, s.ro, func(r row) (v meeting.Guest, err error) {
		v.Group, v.Invited = meeting.CommitteeGuest, true
		err = r.Scan(to(&v.Person), &v.Name, to(&v.Area))
		return v, err
	}, `SELECT p.id, p.name, min(b.area_id) FROM ties t JOIN people p ON p.id = t.person_id
		JOIN rooms r ON r.id = t.room_id JOIN buildings b ON b.id = r.building_id
		WHERE t.owner = 'OW-COM' AND NOT t.ended AND (? = 0 OR b.project_id = ?)
		GROUP BY p.id, p.name ORDER BY p.key, p.id`, int64(project), int64(project))
}
