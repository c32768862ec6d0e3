package surveys

import (
	"context"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
	"ownerdesk/ui/statistics"
)

// fieldwork is a survey in the field on a real file: every room of three buildings
// has its owner, and each was given a number.
type fieldwork struct {
	testing.TB
	datatest.World
	*seat.Seat
	desk  *annual.Desk
	store *data.Store
	win   fyne.Window
	id    annual.SurveyID
	nos   []int
	said  []string
	path  string // what the file dialog answers
}

// inTheField plans, approves and draws a survey, with Wang Fang at the desk.
func inTheField(t testing.TB, l lang.Language, change ...func(*annual.Plan)) *fieldwork {
	t.Helper()
	store, desk, w := datatest.Open(t)
	a := test.NewTempApp(t)
	kit.Look{Mode: kit.ModeLight, Plain: os.Getenv("GALLERY") == ""}.Wear(a)
	win := a.NewWindow("")
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1075, 667))
	x := &fieldwork{TB: t, World: w, desk: &annual.Desk{Front: desk, Store: store}, store: store, win: win}
	x.live()
	words, err := lang.Load(l)
	x.none(err)
	g, err := desk.Ground(t.Context())
	x.none(err)
	x.Seat = &seat.Seat{
		Voice: say.Voice{Words: words, Ground: g}, Desk: desk, Tasks: kit.AtOnce(), Now: w.Clock.Now, Staff: g.Staff[w.Fang], Project: w.Project,
		Paper: words, Window: win, Outside: x, Says: func(_ kit.Tone, words string) { x.said = append(x.said, words) },
	}
	x.draw(change...)
	return x
}

// live lets an owner live in every room.
func (x *fieldwork) live() {
	x.Helper()
	kinds := []app.OwnerKind{"OW-SELF", "OW-LET"}
	n := 0
	for _, name := range slices.Sorted(maps.Keys(x.Rooms)) {
		if name == "3-2-501" || name == "2-1-1201" || name == "1-1-101" {
			continue
		}
		id, err := x.store.KeepPerson(x.Context(), app.Person{Name: "業主" + strconv.Itoa(n), Phones: []string{"1390000" + strconv.Itoa(1000+n)}})
		x.none(err)
		x.none(x.store.KeepTie(x.Context(), app.Tie{Person: id, Room: x.Rooms[name], Owner: kinds[n%2]}))
		n++
	}
}

func (x *fieldwork) draw(change ...func(*annual.Plan)) {
	x.Helper()
	m, err := x.desk.Plan(x.Context(), annual.PlanOrder{Project: x.World.Project, Year: 2026, By: x.Fang})
	x.none(err)
	x.id = m.Head.ID
	plan := m.Head.Plan
	plan.Second, plan.BackCheck = 0.5, 0.1
	for _, f := range change {
		f(&plan)
	}
	_, err = x.desk.Change(x.Context(), annual.ChangeOrder{Stand: x.stand(x.Fang), Plan: &plan})
	x.none(err)
	_, err = x.desk.Approve(x.Context(), annual.ApproveOrder{Stand: x.stand(x.Wu)})
	x.none(err)
	_, err = x.desk.Draw(x.Context(), annual.DrawOrder{Stand: x.stand(x.Fang)})
	x.none(err)
	all, err := x.store.Addresses(x.Context(), annual.WantedUnits{Survey: x.id, Called: true})
	x.none(err)
	for _, a := range all {
		x.nos = append(x.nos, a.No)
	}
}

func (x *fieldwork) stand(by app.StaffID) annual.Stand { return annual.Stand{Survey: x.id, By: by} }

func (x *fieldwork) none(err error) {
	x.Helper()
	if err != nil {
		x.Fatal(err)
	}
}

func (x *fieldwork) PickFile(_ string, _ []string, picked func(string)) { picked(x.path) }
func (x *fieldwork) PickSave(_, _ string, picked func(string))          { picked(x.path) }
func (x *fieldwork) Open(string) error                                  { return nil }
func (x *fieldwork) Print(string) (string, error)                       { return "", nil }

// see puts something into the window.
func (x *fieldwork) see(o fyne.CanvasObject) {
	x.win.SetContent(kit.Ground(o))
	x.win.Resize(fyne.NewSize(1076, 667)) // what wraps knows its height only now
	x.win.Resize(fyne.NewSize(1075, 667))
}

// sit lets somebody else sit down.
func (x *fieldwork) sit(who app.StaffID) { x.Seat.Staff = x.Ground.Staff[who] }

// sheet reads one from the file.
func (x *fieldwork) sheet(no int) annual.Sheet {
	x.Helper()
	one, err := x.store.Sheet(x.Context(), x.id, no)
	x.none(err)
	return one
}

// enter keys a sheet in without a window.
func (x *fieldwork) enter(no int, marks string, change ...func(*annual.Sheet)) {
	x.Helper()
	one := annual.Sheet{No: no, Mode: annual.Paper, Marks: marks, Recommend: 8}
	for _, f := range change {
		f(&one)
	}
	_, err := x.desk.Enter(x.Context(), annual.EnterOrder{Stand: x.stand(x.Fang), Sheet: one})
	x.none(err)
}

// poll reads what the report is made from.
func (x *fieldwork) poll(ctx context.Context) (reports.Polled, error) {
	return statistics.Poll(ctx, x.store, x.desk, reports.Facts{Voice: x.Voice, By: x.Staff, At: x.Now()}, x.id)
}
