// Package sample makes up a believable office: its people, its estates, and the
// issues of a year through every state and path. It does so by asking the very
// rules that hold at the desk, so that no invented issue can break one. The same
// order gives the same office, to the last second. It knows no file, no window
// and no language: what people say comes in as Texts.
package sample

import (
	"math/rand/v2"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// Order says which office is wanted.
type Order struct {
	Seed     uint64
	Issues   int
	Until    time.Time // the moment at which the office stands still
	Calendar workday.Calendar
	Rules    app.Rules
	Texts    Texts
	Screen   string // language of the screen and of paper, zh-Hant
	Zone     string // of the office's clock, as Calendar has it

	Exhibits []Exhibit // files that people bring as evidence; none: nobody brings any

	Refused func(error) // hears of every act that the rules refused; there should be none
}

// World is a made-up office. What is listed is in the order in which a store
// has to keep it, with the ids it will get in an empty one.
type World struct {
	Ground      app.Ground
	Departments []app.Department
	Staff       []app.Staff
	Projects    []app.Project
	Areas       []app.Area
	Buildings   []app.Building
	Rooms       []app.Room
	People      []app.Person
	Ties        []app.Tie

	order  Order
	chance chance
	hours  *hours
	teams  map[string][]app.Staff // by key of department, heads first
	depts  map[string]app.DeptID
	house  map[app.RoomID]home
	blocks map[app.BuildingID]app.Building
	doors  map[app.ProjectID][]app.RoomID // of dwellings that somebody lives in
	shops  map[app.ProjectID][]app.RoomID
	people map[app.PersonID]app.Person

	files   []app.Attachment // what the exhibits are known by
	spoken  []spoken
	looked  []look
	events  []*event // at which opinions are gathered
	talks   map[season][]share[*Talk]
	serials map[counterKey]int
}

// New makes the office up, without its issues; Cases goes on from there.
func New(o Order) *World {
	o.Until = o.Until.In(o.Calendar.Loc).Truncate(time.Second)
	w := &World{
		order:  o,
		chance: chance{rand.New(rand.NewPCG(o.Seed, 0x0ddba11))},
		hours:  newHours(o.Calendar, o.Until.AddDate(-1, -4, 0), o.Until.AddDate(0, 8, 0)),
		teams:  map[string][]app.Staff{}, depts: map[string]app.DeptID{},
		house: map[app.RoomID]home{}, blocks: map[app.BuildingID]app.Building{},
		doors: map[app.ProjectID][]app.RoomID{}, shops: map[app.ProjectID][]app.RoomID{},
		people: map[app.PersonID]app.Person{}, serials: map[counterKey]int{}, talks: map[season][]share[*Talk]{},
	}
	for _, e := range o.Exhibits {
		w.files = append(w.files, e.attachment())
	}
	w.Ground = app.Ground{
		Office:   w.office(),
		Calendar: o.Calendar, Rules: o.Rules, OldRules: map[int]app.Rules{o.Rules.Version: o.Rules},
		Departments: map[app.DeptID]app.Department{}, Staff: map[app.StaffID]app.Staff{},
		Projects: map[app.ProjectID]app.Project{},
	}
	w.schedule()
	w.hire()
	w.build()
	w.moveIn()
	return w
}

func (w *World) office() app.Office {
	t := w.order.Texts
	return app.Office{
		Company: t.Company, Address: t.Address, Phone: t.Phone,
		Region: w.order.Calendar.Region, Zone: w.order.Zone, Pattern: w.order.Calendar.Pattern,
		Screen: w.order.Screen, Paper: w.order.Screen, Scale: 100, KeepYears: 3, Sample: true, Configured: true,
	}
}

// hire fills the departments.
func (w *World) hire() {
	for i, d := range w.order.Texts.Departments {
		dept := app.Department{ID: app.DeptID(i + 1), Name: d.Name, Desk: d.Key == desk, Order: i + 1, Subjects: app.UsualSubjects[d.Key]}
		w.Departments = append(w.Departments, dept)
		w.Ground.Departments[dept.ID] = dept
		w.depts[d.Key] = dept.ID
	}
	for i, s := range w.order.Texts.Staff {
		one := app.Staff{ID: app.StaffID(i + 1), Name: s.Name, Dept: w.depts[s.Dept], Role: s.Role, Phone: w.phone()}
		w.Staff = append(w.Staff, one)
		w.Ground.Staff[one.ID] = one
		key := s.Dept
		if s.Role == app.Manager {
			key = manager
		}
		if s.Role == app.Head {
			w.teams[key] = append([]app.Staff{one}, w.teams[key]...)
			continue
		}
		w.teams[key] = append(w.teams[key], one)
	}
}

// The keys by which texts and code call the departments; the manager is a team
// of one.
const (
	desk        = "desk"
	engineering = "engineering"
	property    = "property"
	marketing   = "marketing"
	finance     = "finance"
	manager     = "manager"
)

// head leads a department.
func (w *World) head(key string) app.Staff { return w.teams[key][0] }

// worker is somebody of a department below its head, or the head alone.
func (w *World) worker(key string) app.Staff {
	team := w.teams[key]
	if len(team) == 1 {
		return team[0]
	}
	return one(w.chance, team[1:])
}

// other is a clerk at the desk who is none of those.
func (w *World) other(not ...app.StaffID) app.StaffID {
	clerks := w.teams[desk][1:]
	at := w.chance.IntN(len(clerks))
	for i := range clerks {
		c := clerks[(at+i)%len(clerks)].ID
		if !among(c, not) {
			return c
		}
	}
	return w.head(desk).ID
}
