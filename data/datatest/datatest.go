// Package datatest is a small world on a real file, for the tests of every
// room: one office with its staff, one estate with three buildings, a clock
// that stands still. It knows only how to make that world; it checks nothing.
package datatest

import (
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data"
)

// World is the office of the tests, by name.
type World struct {
	Service, Engineering, Property, Marketing app.DeptID
	Fang, Jing                                app.StaffID // clerks at the desk
	Jianguo, Qiang                            app.StaffID // worker and head of engineering
	Min, Wu                                   app.StaffID // head of the desk, manager

	Project   app.ProjectID
	East      app.AreaID
	Buildings map[string]app.BuildingID // "1" to "3"
	Rooms     map[string]app.RoomID     // "3-2-501"
	People    map[string]app.PersonID   // "張小明"

	Clock *Clock
	Path  string
}

// Clock stands still until it is set.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// Now is what the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Set makes the clock show another moment.
func (c *Clock) Set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// Add lets time pass.
func (c *Clock) Add(d time.Duration) { c.Set(c.Now().Add(d)) }

// Zone is the office's time.
var Zone = time.FixedZone("UTC+8", 8*60*60)

// At is a moment of November 2026 on the office's clock; the 23rd is a Monday.
func At(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour, minute, 0, 0, Zone)
}

// Open makes the world on a file of its own, at 09:42 on Monday 23 November 2026.
func Open(t testing.TB) (*data.Store, *app.Desk, World) {
	t.Helper()
	return OpenAt(t, filepath.Join(t.TempDir(), "office.db"))
}

// OpenAt makes the world on a new file at path.
func OpenAt(t testing.TB, path string) (*data.Store, *app.Desk, World) {
	t.Helper()
	return opened(t, path, fresh(t, path))
}

// OpenOther makes another office, which has all the same but the number by which the
// program knows an office from others. All that Open gives in one run are one office.
func OpenOther(t testing.TB) (*data.Store, *app.Desk, World) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "office.db")
	file, w := made(t)
	lay(t, path, file)
	w.Path = path
	return opened(t, path, w)
}

func opened(t testing.TB, path string, w World) (*data.Store, *app.Desk, World) {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Now: w.Clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, &app.Desk{Store: s, Now: w.Clock.Now, Changes: &app.Changes{}}, w
}

// Call is an intake that breaks no rule; tests change what they are about.
func (w World) Call(kind app.Kind) app.ReceiveOrder {
	o := app.ReceiveOrder{Project: w.Project, By: w.Fang, Intake: app.Intake{
		Received: w.Clock.Now(), Channel: "CH-TEL", Kind: kind, Category: "EQ1", Urgency: app.Normal,
		Reporter:    app.Reporter{Person: w.People["張小明"], Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"},
		Place:       app.Place{Area: w.East, Building: w.Buildings["3"], Room: w.Rooms["3-2-501"], Block: "3", Unit: "2", Door: "501"},
		Description: "三樓電梯近一週多次異響，關門時有撞擊聲",
		Wish:        "請儘快檢修並回覆",
	}}
	if kind == app.Complaint {
		o.Level = app.Major
	}
	return o
}

type builder struct {
	testing.TB
	s *data.Store
}

func must[T any](b builder, v T, err error) T {
	b.Helper()
	b.none(err)
	return v
}

func (b builder) none(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b builder) office() {
	b.none(b.s.KeepOffice(b.Context(), app.Office{
		Company: "雲棲物業服務有限公司", Address: "杭州市西湖區雲棲路 8 號", Phone: "0571-88000000",
		Region: workday.CN, Zone: "Asia/Shanghai", Pattern: workday.Five(), Screen: "zh-Hant", Paper: "zh-Hant",
		KeepYears: 3, Configured: true,
	}, 0, At(23, 9, 0)))
	b.none(b.s.SeedCalendar(b.Context(), workday.CN, specials(), []int{2025, 2026}))
}

// specials are the days of late 2026 that tests meet.
func specials() (all []workday.Special) {
	holiday := func(month time.Month, from, to int, name string) {
		for d := from; d <= to; d++ {
			all = append(all, workday.Special{Date: workday.Date{Year: 2026, Month: month, Day: d}, Kind: workday.Holiday, Name: name})
		}
	}
	holiday(1, 1, 3, "元旦")
	holiday(5, 1, 5, "勞動節")
	holiday(9, 25, 27, "中秋節")
	holiday(10, 1, 7, "國慶節")
	for _, d := range []workday.Date{{Year: 2026, Month: 1, Day: 4}, {Year: 2026, Month: 9, Day: 20}, {Year: 2026, Month: 10, Day: 10}} {
		all = append(all, workday.Special{Date: d, Kind: workday.Makeup, Name: "調休上班"})
	}
	return all
}

func (b builder) staff(w *World) {
	dept := func(name string, desk bool, order int) app.DeptID {
		id, err := b.s.KeepDepartment(b.Context(), app.Department{Name: name, Desk: desk, Order: order})
		return must(b, id, err)
	}
	w.Service, w.Engineering = dept("客戶服務部", true, 1), dept("工程維修部", false, 2)
	w.Property, w.Marketing = dept("物業管理部", false, 3), dept("市場營銷部", false, 4)
	staff := func(name string, dept app.DeptID, role app.Role) app.StaffID {
		id, err := b.s.KeepStaff(b.Context(), app.Staff{Name: name, Dept: dept, Role: role})
		return must(b, id, err)
	}
	w.Fang, w.Jing = staff("王芳", w.Service, app.Clerk), staff("陳靜", w.Service, app.Clerk)
	w.Jianguo, w.Qiang = staff("李建國", w.Engineering, app.Worker), staff("趙強", w.Engineering, app.Head)
	w.Min, w.Wu = staff("周敏", w.Service, app.Head), staff("吳總", w.Service, app.Manager)
}

func (b builder) estate(w *World) {
	ctx := b.Context()
	id, err := b.s.KeepProject(ctx, app.Project{Name: "雲棲花園"})
	w.Project = must(b, id, err)
	area, err := b.s.KeepArea(ctx, app.Area{Project: w.Project, Name: "東區"})
	w.East = must(b, area, err)
	w.Buildings, w.Rooms = map[string]app.BuildingID{}, map[string]app.RoomID{}
	for _, name := range []string{"1", "2", "3"} {
		building := app.Building{Project: w.Project, Area: w.East, Name: name}
		if name == "3" {
			building.Note = "電梯本月大修"
		}
		id, err := b.s.KeepBuilding(ctx, building)
		w.Buildings[name] = must(b, id, err)
		for _, unit := range []string{"1", "2"} {
			for _, door := range []string{"101", "102", "501", "502", "1201"} {
				room, err := b.s.KeepRoom(ctx, app.Room{Building: w.Buildings[name], Unit: unit, Door: door, Floor: door[:len(door)-2], Size: 89.5})
				w.Rooms[name+"-"+unit+"-"+door] = must(b, room, err)
			}
		}
	}
}

func (b builder) people(w *World) {
	w.People = map[string]app.PersonID{}
	for _, one := range []struct {
		name, room, phone string
		owner             app.OwnerKind
	}{
		{"張小明", "3-2-501", "13812345678", "OW-SELF"}, {"李娜", "3-2-501", "13900001424", "OW-FAM"},
		{"單志強", "2-1-1201", "13700005678", "OW-LET"}, {"欧阳娜娜", "2-1-1201", "18600000088", "OW-TEN"},
		{"陳大文", "1-1-101", "0571-88007667", "OW-SHOP"},
	} {
		id, err := b.s.KeepPerson(b.Context(), app.Person{Name: one.name, Phones: []string{one.phone}})
		w.People[one.name] = must(b, id, err)
		b.none(b.s.KeepTie(b.Context(), app.Tie{Person: id, Room: w.Rooms[one.room], Owner: one.owner}))
	}
}
