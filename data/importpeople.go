package data

import (
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

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
