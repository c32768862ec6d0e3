package annual

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// The people of the tests' office.
const (
	fang, jianguo, qiang, zhou, wu, left, lu app.StaffID   = 1, 3, 4, 5, 6, 7, 8
	estate                                   app.ProjectID = 1
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
		Calendar: workday.New("CN", workday.Five(), zone, nil, []int{2026, 2027}),
		Rules:    rules, OldRules: map[int]app.Rules{1: rules},
		Departments: map[app.DeptID]app.Department{
			1: {ID: 1, Name: "客戶服務部", Desk: true}, 2: {ID: 2, Name: "工程維修部"},
		},
		Staff: map[app.StaffID]app.Staff{
			fang: {ID: fang, Dept: 1, Role: app.Clerk}, jianguo: {ID: jianguo, Dept: 2, Role: app.Worker}, qiang: {ID: qiang, Dept: 2, Role: app.Head},
			zhou: {ID: zhou, Dept: 1, Role: app.Head}, wu: {ID: wu, Dept: 1, Role: app.Manager}, lu: {ID: lu, Dept: 2, Role: app.Worker},
			left: {ID: left, Dept: 1, Role: app.Clerk, Closed: true},
		},
		Projects: map[app.ProjectID]app.Project{estate: {ID: estate, Name: "雲棲花園"}, 2: {ID: 2, Closed: true}},
	}
}

// households is a frame of two areas: homes of owners, let ones and shops in East, homes
// of owners in West.
func households() (frame []FrameUnit) {
	for _, c := range []struct {
		area  app.AreaID
		name  string
		owner app.OwnerKind
		n     int
	}{{1, "東區", "OW-SELF", 60}, {1, "東區", "OW-LET", 30}, {1, "東區", "OW-SHOP", 3}, {2, "西區", "OW-SELF", 40}} {
		for i := range c.n {
			room := app.RoomID(len(frame) + 1)
			frame = append(frame, FrameUnit{Room: room, Area: c.area, AreaName: c.name, Building: app.BuildingID(1 + i%3), Block: strconv.Itoa(9 + i%3),
				Entrance: "1", Floor: strconv.Itoa(1 + i/3), Door: strconv.Itoa(100*(1+i/3) + i%3 + 1), Owner: c.owner})
		}
	}
	return frame
}

// walk strings acts together as the desk does, and keeps what the store would.
type walk struct {
	testing.TB
	g      app.Ground
	v      Survey
	units  map[int]Unit
	links  map[int]int // number to unit
	sheets map[int]Sheet
}

func planned(t testing.TB) *walk {
	t.Helper()
	w := &walk{TB: t, g: ground(), units: map[int]Unit{}, links: map[int]int{}, sheets: map[int]Sheet{}}
	w.did(Propose(PlanOrder{estate, 2026, fang}, nil, w.g, at(2, 10)))
	w.v.ID, w.v.Number = 5, "DC-202611-0001"
	p := w.v.Plan
	p.Precision.Error, p.Interviewers = 0.12, []app.StaffID{jianguo, lu}
	return w.did(w.v.Change(ChangeOrder{Stand: by(fang), Plan: &p}, w.g, at(2, 11)))
}

func (w *walk) did(m Move, err error) *walk {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	w.v = w.v.After(m)
	w.v.Version++
	for _, u := range m.Units {
		w.units[u.N] = u
	}
	for _, l := range m.Links {
		w.links[l.No] = l.Unit
	}
	for _, s := range m.Sheets {
		s.Version++
		w.sheets[s.No] = s
	}
	if m.Unlink {
		clear(w.links)
	}
	return w
}

func approved(t testing.TB) *walk {
	t.Helper()
	w := planned(t)
	return w.did(w.v.Approve(ApproveOrder{Stand: by(wu), Checked: zhou}, households(), nil, w.g, at(3, 10)))
}

// field is a survey whose sample is drawn.
func field(t testing.TB) *walk {
	t.Helper()
	return approved(t).draws()
}

func (w *walk) draws() *walk {
	w.Helper()
	numbers, err := numbers(chance(1), w.v.toIssue(), w.v.toIssue(), free)
	if err != nil {
		w.Fatal(err)
	}
	return w.did(w.v.Draw(DrawOrder{by(fang)}, w.all(), numbers, w.g, at(4, 10)))
}

func chance(seed byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{seed}) }

// all are the units in the order of their numbers.
func (w *walk) all() []Unit {
	var all []Unit
	for n := range len(w.units) {
		all = append(all, w.units[n+1])
	}
	return all
}

// out are the numbers given out in a stratum, as their units were drawn.
func (w *walk) out(stratum int) []int {
	var all []int
	for no, n := range w.links {
		if w.units[n].Stratum == stratum {
			all = append(all, no)
		}
	}
	slices.SortFunc(all, func(a, b int) int { return w.units[w.links[a]].Order - w.units[w.links[b]].Order })
	return all
}

func (w *walk) unitOf(no int) Unit { return w.units[w.links[no]] }

func (w *walk) knows(no int) Number {
	n, given := w.links[no]
	_, there := w.sheets[no]
	return Number{Unit: w.units[n], Given: given, There: there, Next: running(w.came())}
}

// came are the sheets in the order of their numbers.
func (w *walk) came() []Sheet {
	var all []Sheet
	for _, s := range w.sheets {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b Sheet) int { return a.No - b.No })
	return all
}

func (w *walk) enter(s Sheet) *walk {
	w.Helper()
	return w.did(w.v.Enter(EnterOrder{by(fang), s}, w.knows(s.No), w.g, at(10, 10)))
}

// filled is a sheet that breaks no rule.
func (w *walk) filled(no int) Sheet {
	return Sheet{No: no, Mode: Paper, Marks: w.marks("54345"), Recommend: 8, Choices: []string{"CHOICE-LIFT"}, Open: []string{" 電梯常壞 "},
		Since: "SR-3", Filled: on(11, 8), Asked: jianguo}
}

// marks are as many as are asked, out of some that come again and again.
func (w *walk) marks(of string) string {
	n := len(w.v.Questionnaire.Asked())
	return strings.Repeat(of, n)[:n]
}

// counted is a survey of which every third household asked has answered.
func counted(t testing.TB) *walk {
	t.Helper()
	w := field(t)
	for h := range w.v.Strata {
		for i, no := range w.out(h) {
			if i%3 == 0 {
				w.enter(w.filled(no))
			}
		}
	}
	return w.did(w.v.Count(CountOrder{by(fang), "人手不足"}, w.came(), w.g, at(27, 10)))
}

func reported(t testing.TB) *walk {
	t.Helper()
	w := counted(t)
	w.did(w.v.Conclude(ConcludeOrder{by(fang), Findings{Summary: "總體較好"}}, w.g, at(27, 11)))
	return w.did(w.v.Report(ReportOrder{by(wu)}, Results{Year: 2026}, w.g, at(27, 12)))
}

func by(who app.StaffID) Stand { return Stand{By: who} }

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
