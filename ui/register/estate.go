package register

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// estate is an estate as the pane at the left shows it.
type estate struct {
	projects  []app.Project
	project   app.Project
	areas     []app.Area
	buildings []app.Building
	rooms     map[app.BuildingID][]app.Room
	waiting   map[app.RoomID]int // open issues
}

// load asks for the estate, and then for what was chosen in it.
func (p *Page) load() {
	project, now := p.project, p.seat.Now()
	kit.Latest(p.filling, func(ctx context.Context) (estate, error) {
		e := estate{rooms: map[app.BuildingID][]app.Room{}, waiting: map[app.RoomID]int{}}
		var err error
		if e.projects, err = p.asks.Projects(ctx); err != nil || len(e.projects) == 0 {
			return e, err
		}
		e.project = chosen(e.projects, project)
		if e.areas, err = p.asks.Areas(ctx, e.project.ID); err != nil {
			return e, err
		}
		if e.buildings, err = p.asks.Buildings(ctx, e.project.ID); err != nil {
			return e, err
		}
		for _, b := range e.buildings {
			if e.rooms[b.ID], err = p.asks.Rooms(ctx, b.ID); err != nil {
				return e, err
			}
		}
		for l, err := range p.asks.EachLine(ctx, app.Filter{Project: e.project.ID, OpenOnly: true}, app.Order{}, now) {
			if err != nil {
				return e, err
			}
			e.waiting[l.Place.Room]++
		}
		return e, nil
	}, p.showEstate)
}

// chosen is the estate of that id, or the first.
func chosen(all []app.Project, id app.ProjectID) app.Project {
	for _, one := range all {
		if one.ID == id {
			return one
		}
	}
	return all[0]
}

func (p *Page) showEstate(e estate, err error) {
	if p.wrong(err) {
		return
	}
	p.estate, p.project = e, e.project.ID
	p.estates.SetValues(e.projects)
	kit.SetValue(p.estates, e.project)
	if p.estates.Show(); len(e.projects) < 2 {
		p.estates.Hide()
	}
	p.spots = e.spots()
	if p.index(p.at) < 0 {
		p.at = spot{}
		if i := p.firstBuilding(); i >= 0 {
			p.at = p.spots[i]
		}
	}
	p.places.Refill(&placeRows{p})
	quietly(p.places, p.index(p.at))
	p.count.SetText(p.seat.Say("register.count", p.seat.Number(len(e.buildings)), p.seat.Number(e.size(spot{}))))
	p.fill()
	if p.about != (subject{}) {
		p.look(p.about)
	}
}

// spots are the areas, each with its buildings below it; buildings of no area
// come first.
func (e estate) spots() []spot {
	var all []spot
	of := func(area app.AreaID) {
		for _, b := range e.buildings {
			if b.Area == area {
				all = append(all, spot{area, b.ID})
			}
		}
	}
	of(0)
	for _, a := range e.areas {
		all = append(all, spot{area: a.ID})
		of(a.ID)
	}
	return all
}

// size is how many rooms there are at a spot; the empty spot is the estate.
func (e estate) size(at spot) int {
	n := 0
	for _, b := range e.within(at) {
		n += len(e.rooms[b.ID])
	}
	return n
}

// within are the buildings at a spot.
func (e estate) within(at spot) []app.Building {
	var some []app.Building
	for _, b := range e.buildings {
		if at == (spot{}) || b.ID == at.building || at.building == 0 && b.Area == at.area {
			some = append(some, b)
		}
	}
	return some
}

func (e estate) area(id app.AreaID) app.Area {
	for _, a := range e.areas {
		if a.ID == id {
			return a
		}
	}
	return app.Area{}
}

func (e estate) building(id app.BuildingID) app.Building {
	for _, b := range e.buildings {
		if b.ID == id {
			return b
		}
	}
	return app.Building{}
}

// index is the row of a spot, -1 if there is none.
func (p *Page) index(at spot) int {
	for i, s := range p.spots {
		if s == at {
			return i
		}
	}
	return -1
}

func (p *Page) firstBuilding() int {
	for i, s := range p.spots {
		if s.building != 0 {
			return i
		}
	}
	return -1
}

// placeRows words the pane at the left.
type placeRows struct{ p *Page }

// Count is how many rows there are.
func (r *placeRows) Count() int { return len(r.p.spots) }

// At words one row.
func (r *placeRows) At(i int) []kit.Piece {
	at, e, s := r.p.spots[i], r.p.estate, r.p.seat
	n := kit.SaidQuiet(s.Number(e.size(at)))
	if at.building == 0 {
		return []kit.Piece{kit.SaidBold(e.area(at.area).Name), n}
	}
	name := s.Say("place.block", e.building(at.building).Name)
	if len(e.areas) > 0 {
		name = "    " + name
	}
	return []kit.Piece{kit.Said(name), n}
}

// quietly chooses a row for the person, who need not be answered.
func quietly(t *kit.Table, row int) {
	told := t.OnSelect
	t.OnSelect = nil
	t.Select(row)
	t.OnSelect = told
}

// turn shows another building or area.
func (p *Page) turn(row int) {
	if row >= len(p.spots) || p.spots[row] == p.at && p.search.Value() == "" {
		return
	}
	p.at = p.spots[row]
	p.search.clear()
	p.fill()
}

// change shows another estate.
func (p *Page) change(to app.Project) {
	if to.ID == p.project {
		return
	}
	p.project, p.at, p.about = to.ID, spot{}, subject{}
	p.showNobody()
	p.load()
}
