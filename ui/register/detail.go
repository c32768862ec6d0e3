package register

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/ui/kit"
)

// detail is all the card says about its subject.
type detail struct {
	home    home
	area    app.Area
	project app.Project
	people  []someone
	past    []someone
	history []app.Line
}

// someone is a person with the rooms he has besides this one.
type someone struct {
	person app.Person
	tie    app.Tie
	others []other
}

// other is a further room of somebody.
type other struct {
	tie   app.Tie
	place app.Place
}

// look shows a room, or somebody who has none.
func (p *Page) look(at subject) {
	if at != p.about {
		clear(p.open)
	}
	p.about = at
	kit.Latest(p.looking, func(ctx context.Context) (detail, error) {
		if at.room == 0 {
			return p.person(ctx, at.person)
		}
		return p.room(ctx, at.room)
	}, p.showDetail)
}

func (p *Page) room(ctx context.Context, id app.RoomID) (d detail, err error) {
	if d.home.room, d.home.building, err = p.asks.Room(ctx, id); err != nil {
		return d, err
	}
	if err := p.around(ctx, &d); err != nil {
		return d, err
	}
	people, ties, err := p.asks.People(ctx, id)
	if err != nil {
		return d, err
	}
	for i, t := range byKind(people, ties) {
		one := someone{person: people[i], tie: t}
		if t.Ended {
			d.past = append(d.past, one)
			continue
		}
		if one.others, err = p.others(ctx, t); err != nil {
			return d, err
		}
		d.people = append(d.people, one)
	}
	d.history, err = p.asks.RoomHistory(ctx, id)
	return d, err
}

// around reads in which estate and area a building is.
func (p *Page) around(ctx context.Context, d *detail) error {
	projects, err := p.asks.Projects(ctx)
	if err != nil {
		return err
	}
	d.project = chosen(projects, d.home.building.Project)
	areas, err := p.asks.Areas(ctx, d.project.ID)
	d.area = estate{areas: areas}.area(d.home.building.Area)
	return err
}

// person is somebody without a room, or as the search found him.
func (p *Page) person(ctx context.Context, id app.PersonID) (d detail, err error) {
	one := someone{tie: app.Tie{Person: id}}
	if one.person, err = p.asks.Person(ctx, id); err != nil {
		return d, err
	}
	if one.others, err = p.others(ctx, one.tie); err != nil {
		return d, err
	}
	d.people = []someone{one}
	d.history, err = p.asks.PersonHistory(ctx, id)
	return d, err
}

// others are the rooms somebody has besides that of the tie.
func (p *Page) others(ctx context.Context, but app.Tie) ([]other, error) {
	ties, err := p.asks.PersonRooms(ctx, but.Person)
	if err != nil {
		return nil, err
	}
	var all []other
	for _, t := range ties {
		if t.Ended || t.Room == but.Room {
			continue
		}
		r, b, err := p.asks.Room(ctx, t.Room)
		if err != nil {
			return nil, err
		}
		all = append(all, other{t, placeOf(b, r)})
	}
	return all, nil
}

func placeOf(b app.Building, r app.Room) app.Place {
	return app.Place{Area: b.Area, Building: b.ID, Room: r.ID, Block: b.Name, Unit: r.Unit, Door: door(r)}
}

// door tells a room from those above and below it: 501, but 11F-A where doors do
// not say their floor.
func door(r app.Room) string {
	if r.Floor == "" || strings.ContainsAny(r.Door, "0123456789") {
		return r.Door
	}
	return register.Place{Floor: register.Floor(r.Floor), Room: r.Door}.String()
}

// showNobody is the card before anything is chosen.
func (p *Page) showNobody() {
	p.detail = detail{}
	p.fillCard(kit.Empty(theme.HomeIcon(), p.seat.Say("register.choose"), p.seat.Say("register.choose.what"), nil))
}

func (p *Page) fillCard(o fyne.CanvasObject) {
	p.card.Objects = []fyne.CanvasObject{kit.Card(o)}
	p.card.Refresh()
}

func (p *Page) showDetail(d detail, err error) {
	if p.wrong(err) {
		return
	}
	same := p.detail.home.room.ID == d.home.room.ID
	p.detail = d
	p.draw()
	p.followUp(d.home.building)
	if !same {
		p.scroll.ScrollToTop()
	}
}

// followUp lets the lists go where the card is, when it was asked for by name.
func (p *Page) followUp(b app.Building) {
	if !p.follow || b.ID == 0 {
		return
	}
	p.follow = false
	p.at = spot{b.Area, b.ID}
	if b.Project != p.project {
		p.project = b.Project
		p.load()
		return
	}
	p.fill()
}

// byKind puts owners before tenants before family, those who left last; people
// move with their ties.
func byKind(people []app.Person, ties []app.Tie) []app.Tie {
	of := make(map[app.Tie]app.Person, len(ties))
	for i, t := range ties {
		of[t] = people[i]
	}
	slices.SortStableFunc(ties, func(a, b app.Tie) int { return cmp.Compare(rank(a), rank(b)) })
	for i, t := range ties {
		people[i] = of[t]
	}
	return ties
}

func rank(t app.Tie) int {
	n := slices.Index(app.OwnerKinds, t.Owner)
	if t.Ended {
		n += len(app.OwnerKinds)
	}
	return n
}
