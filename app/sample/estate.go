package sample

import (
	"fmt"
	"strconv"
	"strings"

	"ownerdesk/app"
)

// home is who can be met behind one door.
type home struct {
	room   app.Room
	place  app.Place
	estate app.ProjectID
	who    []app.Tie
}

// build puts up the estates.
func (w *World) build() {
	for _, e := range w.order.Texts.Estates {
		p := app.Project{ID: app.ProjectID(len(w.Projects) + 1), Name: e.Name, Code: e.Code}
		w.Projects = append(w.Projects, p)
		w.Ground.Projects[p.ID] = p
		for _, a := range e.Areas {
			area := app.Area{ID: app.AreaID(len(w.Areas) + 1), Project: p.ID, Name: a.Name}
			w.Areas = append(w.Areas, area)
			for _, b := range a.Buildings {
				w.raise(b, area)
			}
		}
	}
}

// raise puts up one building and numbers its doors.
func (w *World) raise(t BuildingText, area app.Area) {
	b := app.Building{ID: app.BuildingID(len(w.Buildings) + 1), Project: area.Project, Area: area.ID, Name: t.Name, Note: t.Note}
	w.Buildings = append(w.Buildings, b)
	w.blocks[b.ID] = b
	for unit := 1; unit <= t.Units; unit++ {
		for floor := 1; floor <= t.Floors; floor++ {
			for door := 1; door <= t.Doors; door++ {
				r := app.Room{
					ID: app.RoomID(len(w.Rooms) + 1), Building: b.ID, Floor: strconv.Itoa(floor),
					Door: fmt.Sprintf("%d%02d", floor, door), Size: float64(w.chance.between(780, 1430)) / 10,
				}
				if t.Units > 1 {
					r.Unit = strconv.Itoa(unit)
				}
				if w.chance.of(2) {
					r.Note = w.phrase("room-note")
				}
				w.Rooms = append(w.Rooms, r)
				w.house[r.ID] = home{room: r, estate: b.Project, place: app.Place{
					Area: area.ID, Building: b.ID, Room: r.ID, Block: b.Name, Unit: r.Unit, Door: r.Door}}
				if t.Shops {
					w.shops[b.Project] = append(w.shops[b.Project], r.ID)
				}
			}
		}
	}
}

// moveIn gives every room its people: most live in what they own, some let it,
// some own a second flat, a few flats stand empty.
func (w *World) moveIn() {
	shop := map[app.RoomID]bool{}
	for _, p := range w.Projects {
		for _, r := range w.shops[p.ID] {
			shop[r] = true
		}
	}
	for _, r := range w.Rooms {
		switch {
		case shop[r.ID]:
			w.tie(w.newPerson(), r.ID, "OW-SHOP")
		case w.chance.of(70):
			owner := w.newPerson()
			w.tie(owner, r.ID, "OW-SELF")
			if w.chance.of(38) {
				w.tie(w.newPerson(), r.ID, "OW-FAM")
			}
		case w.chance.of(80):
			w.tie(w.landlord(), r.ID, "OW-LET")
			w.tie(w.newPerson(), r.ID, "OW-TEN")
			if w.chance.of(20) {
				w.tie(w.newPerson(), r.ID, "OW-TEN")
			}
		default:
			w.tie(w.landlord(), r.ID, "OW-LET")
		}
		if h := w.house[r.ID]; !shop[r.ID] && len(h.who) > 0 {
			w.doors[h.estate] = append(w.doors[h.estate], r.ID)
		}
	}
	w.elect()
}

// elect sends owners of each estate to its committee, and lets some tenants of
// former days stay in the record.
func (w *World) elect() {
	for _, p := range w.Projects {
		for range 3 {
			r := one(w.chance, w.doors[p.ID])
			w.tie(w.house[r].who[0].Person, r, "OW-COM")
		}
		for range 4 {
			w.Ties = append(w.Ties, app.Tie{Person: w.newPerson(), Room: one(w.chance, w.doors[p.ID]), Owner: "OW-TEN", Ended: true})
		}
	}
}

// landlord is somebody new, or one who owns a flat already.
func (w *World) landlord() app.PersonID {
	if len(w.Ties) > 20 && w.chance.of(30) {
		if t := one(w.chance, w.Ties); t.Owner == "OW-SELF" || t.Owner == "OW-LET" {
			return t.Person
		}
	}
	return w.newPerson()
}

func (w *World) tie(p app.PersonID, r app.RoomID, kind app.OwnerKind) {
	h := w.house[r]
	for _, t := range h.who {
		if t.Person == p && t.Owner == kind {
			return
		}
	}
	t := app.Tie{Person: p, Room: r, Owner: kind}
	w.Ties = append(w.Ties, t)
	h.who = append(h.who, t)
	w.house[r] = h
}

func (w *World) newPerson() app.PersonID {
	p := app.Person{ID: app.PersonID(len(w.People) + 1), Name: w.name(), Phones: []string{w.phone()}}
	if w.chance.of(12) {
		p.Phones = append(p.Phones, w.phone())
	}
	if w.chance.of(45) {
		p.WeChat = "wx_" + w.letters(6) + strconv.Itoa(w.chance.between(10, 999))
	}
	if w.chance.of(18) {
		p.Email = w.letters(w.chance.between(5, 8)) + strconv.Itoa(w.chance.between(1, 99)) + "@example.com"
	}
	if w.chance.of(3) {
		p.Note = w.phrase("person-note")
	}
	w.People = append(w.People, p)
	w.people[p.ID] = p
	return p.ID
}

func (w *World) name() string {
	surnames := []rune(w.order.Texts.Surnames)
	return string(one(w.chance, surnames)) + one(w.chance, w.order.Texts.Given)
}

// phone is a mainland mobile number.
func (w *World) phone() string {
	return one(w.chance, []string{"138", "139", "136", "135", "137", "150", "159", "158", "186", "188", "133", "189"}) +
		fmt.Sprintf("%08d", w.chance.IntN(100_000_000))
}

func (w *World) letters(n int) string {
	const easy = "abcdefghijklmnopqrstuvwxyz"
	var b strings.Builder
	for range n {
		b.WriteByte(easy[w.chance.IntN(len(easy))])
	}
	return b.String()
}
