package improve

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
	fang, jianguo, qiang, min1, wu, left app.StaffID   = 1, 3, 4, 5, 6, 7
	service, engineering, property       app.DeptID    = 1, 2, 3
	estate                               app.ProjectID = 1
)

var zone = time.FixedZone("UTC+8", 8*60*60)

// at is a moment of 2026.
func at(month time.Month, day int) time.Time { return time.Date(2026, month, day, 10, 0, 0, 0, zone) }

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
			qiang: {ID: qiang, Name: "趙強", Dept: engineering, Role: app.Head}, min1: {ID: min1, Name: "周敏", Dept: service, Role: app.Head},
			wu: {ID: wu, Name: "吳總", Dept: service, Role: app.Manager}, left: {ID: left, Name: "孫蘭", Dept: service, Role: app.Clerk, Closed: true},
			8: {ID: 8, Name: "何師傅", Dept: property, Role: app.Worker},
		},
		Projects: map[app.ProjectID]app.Project{estate: {ID: estate, Name: "雲棲花園"}, 2: {ID: 2, Name: "舊項目", Closed: true}},
	}
}

// ordered is an order that breaks no rule; tests change what they are about.
func ordered() NewOrder {
	return NewOrder{
		Project: estate, By: fang,
		Plan: Plan{
			Dimension: "DM-REPAIR", Item: "REPAIR-2", Categories: []app.Category{"LK"}, Problem: "滲漏水報修後拖延", What: "三日內上門，七日內修畢",
			Standard: "及時率不低於 95%", Dept: engineering, Person: jianguo, Start: on(3, 2), Gauge: Complaints, Aimed: true, Target: 2,
		},
		Due:        on(4, 30),
		Milestones: []Milestone{{Text: "定出時限", Due: on(3, 10)}, {Text: "備足材料", Due: on(3, 31)}},
	}
}

// walk strings acts together as the desk does.
type walk struct {
	testing.TB
	g app.Ground
	m Measure
}

func made(t testing.TB, change ...func(*NewOrder)) *walk {
	t.Helper()
	o := ordered()
	for _, c := range change {
		c(&o)
	}
	w := &walk{TB: t, g: ground()}
	v, err := Make(o, w.g, at(3, 1))
	if err != nil {
		t.Fatal(err)
	}
	w.m = Measure{}.Then(v)
	w.m.ID, w.m.Number = 5, "GJ-202603-0001"
	return w
}

func (w *walk) did(v Move, err error) *walk {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	w.m = w.m.Then(v)
	w.m.Version++
	return w
}

func by(who app.StaffID) Stand { return Stand{By: who} }

// finished is a measure that waits to be accepted, done one that was.
func finished(t testing.TB, change ...func(*NewOrder)) *walk {
	t.Helper()
	w := made(t, change...)
	w.did(w.m.Begin(by(jianguo), w.g, at(3, 2)))
	for n := range len(w.m.Milestones) {
		w.did(w.m.Reach(ReachOrder{Stand: by(jianguo), N: n + 1}, w.g, at(3, 20)))
	}
	return w.did(w.m.Finish(FinishOrder{by(jianguo), "時限已上牆"}, w.g, at(4, 20)))
}

func done(t testing.TB, change ...func(*NewOrder)) *walk {
	t.Helper()
	w := finished(t, change...)
	return w.did(w.m.Accept(AcceptOrder{by(fang), true, ""}, w.g, at(4, 22)))
}

// fell is an effect whose complaints became fewer, significantly or not.
func fell(p float64) Effect {
	return Effect{Gauge: Complaints, Less: true, Before: Reading{Value: 8, N: 24}, After: Reading{Value: 3.5, N: 11}, Tested: true, P: p}
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
