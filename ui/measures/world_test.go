package measures

import (
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
	"ownerdesk/ui/seat"
)

// world is the seat of a screen under test: the real desk on a real file, a window
// that draws nothing, and what was said in it.
type world struct {
	testing.TB
	datatest.World
	*seat.Seat
	desk  *improve.Desk
	store *data.Store
	win   fyne.Window
	said  []string
	path  string // what the file dialog answers
}

// sit puts Wang Fang at the desk.
func sit(t testing.TB, language lang.Language) *world {
	t.Helper()
	store, desk, w := datatest.Open(t)
	a := test.NewTempApp(t)
	kit.Look{Mode: kit.ModeLight, Plain: os.Getenv("GALLERY") == ""}.Wear(a)
	win := a.NewWindow("")
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1075, 667))
	words, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	x := &world{TB: t, World: w, store: store, win: win, desk: &improve.Desk{Front: desk, Store: store, Surveys: store}}
	x.Seat = &seat.Seat{
		Voice: say.Voice{Words: words, Ground: g}, Desk: desk, Tasks: kit.AtOnce(), Now: w.Clock.Now, Staff: g.Staff[w.Fang], Project: w.Project,
		Paper: words, Window: win, Outside: x, Says: func(_ kit.Tone, words string) { x.said = append(x.said, words) },
	}
	return x
}

func (x *world) PickFile(_ string, _ []string, picked func(string)) { picked(x.path) }
func (x *world) PickSave(_, _ string, picked func(string))          { picked(x.path) }
func (x *world) Open(string) error                                  { return nil }
func (x *world) Print(string) (string, error)                       { return "", nil }

// see puts something into the window.
func (x *world) see(o fyne.CanvasObject) {
	x.win.SetContent(kit.Ground(o))
	x.win.Resize(fyne.NewSize(1076, 667)) // what wraps knows its height only now
	x.win.Resize(fyne.NewSize(1075, 667))
}

// order is one that breaks no rule.
func (x *world) order() improve.NewOrder {
	return improve.NewOrder{
		Project: x.World.Project, By: x.Fang,
		Plan: improve.Plan{
			Dimension: "DM-FACILITY", Categories: []app.Category{"EQ1"}, Problem: "電梯反覆異響", What: "每半月保養一次", Standard: "連續三個月無異響",
			Dept: x.Engineering, Person: x.Jianguo, Gauge: improve.Complaints, Aimed: true, Target: 1,
		},
		Due:        day(12, 18),
		Milestones: []improve.Milestone{{Text: "簽維保合同", Due: day(12, 1)}},
	}
}

// made makes a measure without a window and opens its page.
func (x *world) made(change ...func(*improve.NewOrder)) *Page {
	x.Helper()
	o := x.order()
	for _, c := range change {
		c(&o)
	}
	m, err := x.desk.Make(x.Context(), o)
	if err != nil {
		x.Fatal(err)
	}
	return x.page(m.Head.ID)
}

func (x *world) page(id improve.MeasureID) *Page {
	x.Helper()
	p := NewPage(x.Seat, x.desk, x.store, id)
	p.Shown()
	x.Cleanup(p.Hidden)
	x.see(p.Root)
	return p
}

// send opens the form of the next act, fills it in and sends it.
func (x *world) send(p *Page, fill func(*form)) {
	x.Helper()
	v, known := verbNamed(nextVerb(p.seen.m))
	if !known {
		x.Fatalf("%s waits for nothing", p.seen.m.State)
	}
	if b := bar(v.try(p.trial())); b != nil {
		x.Fatalf("%s may not be done: %s", v.name, x.Fault(*b))
	}
	f := v.form(p)
	x.filled(f, func() { fill(f) })
}

// filled opens a form, fills it in and sends it.
func (x *world) filled(f *form, fill func()) {
	x.Helper()
	f.Show()
	fill()
	f.Sheet.Submit()
	if kit.TopSheet(x.win.Canvas()) != nil {
		x.Fatalf("refused: %s", x.words())
	}
}

// seat puts somebody else at the desk.
func (x *world) seatOf(who app.StaffID) { x.Staff = x.Ground.Staff[who] }

// words is everything that can be read in the window and over it.
func (x *world) words() string { return onscreen.Words(x.win) }

// last is what was said last.
func (x *world) last() string {
	if len(x.said) == 0 {
		return ""
	}
	return x.said[len(x.said)-1]
}

// field finds a field of a form.
func field[T fyne.CanvasObject](x *world, f *form, name string) (input T) {
	x.Helper()
	found := f.Form.Field(name)
	if found == nil {
		x.Fatalf("there is no field %s", name)
	}
	input, is := found.Input.(T)
	if !is {
		x.Fatalf("%s is a %T", name, found.Input)
	}
	return input
}

func day(month time.Month, n int) workday.Date { return workday.Date{Year: 2026, Month: month, Day: n} }
