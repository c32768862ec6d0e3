package meeting

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// The people and departments of the tests' office.
const (
	fang, jianguo, qiang, min, wu, left app.StaffID   = 1, 3, 4, 5, 6, 7
	service, engineering, property      app.DeptID    = 1, 2, 3
	estate                              app.ProjectID = 1
)

var zone = time.FixedZone("UTC+8", 8*60*60)

// at is a moment of November 2026; the 23rd is a Monday.
func at(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, zone) }

func on(month time.Month, day int) workday.Date {
	return workday.Date{Year: 2026, Month: month, Day: day}
}

func ground() app.Ground {
	rules := app.DefaultRules()
	return app.Ground{
		Office:   app.Office{Zone: "Asia/Shanghai"},
		Calendar: workday.New("CN", workday.Five(), zone, nil, []int{2026}),
		Rules:    rules, OldRules: map[int]app.Rules{1: rules},
		Departments: map[app.DeptID]app.Department{
			service: {ID: service, Name: "客戶服務部", Desk: true, Order: 1}, engineering: {ID: engineering, Name: "工程維修部", Order: 2},
			property: {ID: property, Name: "物業管理部", Order: 3}, 9: {ID: 9, Name: "綠化部", Closed: true},
		},
		Staff: map[app.StaffID]app.Staff{
			fang: {ID: fang, Name: "王芳", Dept: service, Role: app.Clerk}, jianguo: {ID: jianguo, Name: "李建國", Dept: engineering, Role: app.Worker},
			qiang: {ID: qiang, Name: "趙強", Dept: engineering, Role: app.Head}, min: {ID: min, Name: "周敏", Dept: service, Role: app.Head},
			wu: {ID: wu, Name: "吳總", Dept: service, Role: app.Manager}, left: {ID: left, Name: "孫蘭", Dept: service, Role: app.Clerk, Closed: true},
		},
		Projects: map[app.ProjectID]app.Project{estate: {ID: estate, Name: "雲棲花園"}},
	}
}

// planning is an order that breaks no rule; tests change what they are about.
func planning(kind Kind) PlanOrder {
	o := PlanOrder{Kind: kind, Project: estate, By: fang, Details: Details{Begins: at(27, 14), Place: "活動中心", Recorder: fang}}
	switch kind {
	case Monthly:
		o.About, o.Chair = on(11, 9), wu
	case Weekly:
		o.About, o.Dept = on(11, 25), engineering
	case Notice:
		o.Subject, o.Text = "NT-WATER", "因水箱清洗，週四停水"
		fallthrough
	default:
		o.Title = "水箱清洗"
	}
	return o
}

// walk strings acts together as the desk does.
type walk struct {
	testing.TB
	g app.Ground
	r Record
}

func planned(t testing.TB, kind Kind) *walk {
	t.Helper()
	w := &walk{TB: t, g: ground()}
	m, err := Plan(planning(kind), Earlier{}, w.g, at(23, 10))
	if err != nil {
		t.Fatal(err)
	}
	w.r = Record{}.After(m)
	w.r.ID, w.r.Number = 5, string(kind)+"-202611-0001"
	return w
}

func (w *walk) did(m Move, err error) *walk {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	w.r = w.r.After(m)
	w.r.Version++
	return w
}

func by(who app.StaffID) Stand { return Stand{By: who} }

// held is a record whose meeting took place, frozen before where it has figures.
func held(t testing.TB, kind Kind) *walk {
	t.Helper()
	w := planned(t, kind)
	if kind.Figures() {
		w.did(w.r.Freeze(FreezeOrder{Stand: by(fang)}, Kept{}, nil, w.g, at(26, 10)))
	}
	return w.did(w.r.Hold(HoldOrder{Stand: by(fang), Ended: at(27, 16)}, w.g, at(27, 17)))
}

func came(t testing.TB, kind Kind) *walk {
	t.Helper()
	w := held(t, kind)
	guests := append(Live(w.r.Guests), Guest{Group: OwnerGuest, Name: "張小明", Presence: Came})
	return w.did(w.r.Change(ChangeOrder{Stand: by(fang), Guests: &guests}, w.g, at(27, 18)))
}

// says spells the rules that were broken.
func says(err error) string {
	var f app.Faults
	if err == nil {
		return ""
	}
	if !errors.As(err, &f) {
		return err.Error()
	}
	var all []string
	for _, one := range f {
		all = append(all, one.Field+" "+one.Rule)
	}
	return strings.Join(all, ", ")
}

func long(n int) string { return strings.Repeat("長", n) }
