package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// home is a room as the list shows it.
type home struct {
	building app.Building
	room     app.Room
	people   []app.Person
	ties     []app.Tie
}

// fill asks for the rooms at the chosen spot, with the people in them.
func (p *Page) fill() {
	if p.search.Value() != "" {
		p.find(p.search.Text)
		return
	}
	e, at := p.estate, p.at
	if at == (spot{}) {
		p.showRooms(nil, nil)
		return
	}
	p.list.SetBusy(true)
	kit.Latest(p.finding, func(ctx context.Context) ([]home, error) {
		var all []home
		for _, b := range e.within(at) {
			for _, r := range e.rooms[b.ID] {
				h := home{building: b, room: r}
				people, ties, err := p.asks.People(ctx, r.ID)
				if err != nil {
					return nil, err
				}
				for i, t := range byKind(people, ties) {
					if !t.Ended {
						h.people, h.ties = append(h.people, people[i]), append(h.ties, t)
					}
				}
				all = append(all, h)
			}
		}
		return all, nil
	}, p.showRooms)
}

func (p *Page) showRooms(rooms []home, err error) {
	p.list.SetBusy(false)
	if p.wrong(err) {
		return
	}
	moved := p.found != nil || len(rooms) == 0 || len(p.rooms) == 0 || p.rooms[0].room.ID != rooms[0].room.ID
	p.rooms, p.found = rooms, nil
	p.heading.SetText(p.spotName(p.at))
	p.list.WhenEmpty(p.none())
	if r := (&roomRows{p}); moved {
		p.list.SetRows(r)
	} else {
		p.list.Refill(r)
	}
	quietly(p.list, p.rowOf(p.about.room))
	quietly(p.places, p.index(p.at))
}

// spotName is what the list is about: 3 幢, 東區.
func (p *Page) spotName(at spot) string {
	switch {
	case at.building != 0:
		return p.seat.Say("place.block", p.estate.building(at.building).Name)
	case at.area != 0:
		return p.estate.area(at.area).Name
	}
	return p.estate.project.Name
}

func (p *Page) rowOf(id app.RoomID) int {
	for i, h := range p.rooms {
		if h.room.ID == id {
			return i
		}
	}
	return -1
}

// none says what would be in the list and offers the first step.
func (p *Page) none() fyne.CanvasObject {
	s := p.seat
	if p.at == (spot{}) {
		return kit.Empty(theme.AccountIcon(), s.Say("register.none"), s.Say("register.none.what"), container.NewHBox(
			kit.Primary(s.Say("register.import"), theme.UploadIcon(), p.bringIn),
			kit.Button(s.Say("register.add.building"), theme.ContentAddIcon(), p.addBuilding)))
	}
	return kit.Empty(theme.HomeIcon(), s.Say("register.none.rooms"), s.Say("register.none.rooms.what"),
		kit.Button(s.Say("register.add.room"), theme.ContentAddIcon(), p.addRoom))
}

// roomRows words the rooms.
type roomRows struct{ p *Page }

// Count is how many rows there are.
func (r *roomRows) Count() int { return len(r.p.rooms) }

// At words one row.
func (r *roomRows) At(i int) []kit.Piece {
	h, p := r.p.rooms[i], r.p
	place := app.Place{Unit: h.room.Unit, Door: door(h.room)}
	if p.at.building == 0 {
		place.Block = h.building.Name
	}
	who := kit.Said(p.names(h))
	if who.Text == "" {
		who = kit.SaidQuiet(p.seat.Say("register.nobody"))
	}
	return []kit.Piece{kit.SaidBold(place.Short()), who, p.waiting(h.room.ID)}
}

// names are the people of a room: 張**（自住業主）、李*（家屬）.
func (p *Page) names(h home) string {
	all := make([]string, len(h.people))
	for i, one := range h.people {
		all[i] = p.named(one, h.ties[i].Owner)
	}
	return p.seat.List(all)
}

// named is somebody and what he is, masked unless a reason was given.
func (p *Page) named(one app.Person, owner app.OwnerKind) string {
	return p.seat.Name(app.Reporter{Name: one.Name, Owner: owner}, p.privacy(one.ID))
}

func (p *Page) privacy(id app.PersonID) say.Privacy {
	if p.open[id] {
		return say.Open
	}
	return say.Masked
}

// waiting is how many issues of a room are open.
func (p *Page) waiting(id app.RoomID) kit.Piece {
	if n := p.estate.waiting[id]; n > 0 && id != 0 {
		return kit.ChipOf(kit.Info, p.seat.Number(n))
	}
	return kit.Piece{}
}

// choose shows the card of a row.
func (p *Page) choose(row int) {
	switch {
	case p.found != nil && row < len(p.found):
		p.look(subjectOf(p.found[row]))
	case p.found == nil && row < len(p.rooms):
		p.look(subject{room: p.rooms[row].room.ID})
	}
}
