package meetings

import (
	"context"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
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
	desk  *meeting.Desk
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
	x := &world{TB: t, World: w, store: store, win: win, desk: &meeting.Desk{Front: desk, Store: store}}
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
func (x *world) order(k meeting.Kind) meeting.PlanOrder {
	o := meeting.PlanOrder{Kind: k, Project: x.World.Project, By: x.Fang, About: workday.Date{Year: 2026, Month: 11, Day: 9},
		Details: meeting.Details{Begins: datatest.At(23, 8, 0), Place: "活動中心", Chair: x.Wu, Recorder: x.Fang}}
	if k == meeting.Weekly {
		o.Dept = x.Engineering
	}
	if !k.Figures() {
		o.Title = "水箱清洗"
	}
	if k == meeting.Gathering {
		o.Subject = "GE-SALES"
	}
	if k == meeting.Notice {
		o.Subject, o.Text = "NT-WATER", "因水箱清洗，週四停水"
	}
	return o
}

// planned plans a record without a window and opens its page.
func (x *world) planned(k meeting.Kind) *Page {
	x.Helper()
	m, err := x.desk.Plan(x.Context(), x.order(k))
	if err != nil {
		x.Fatal(err)
	}
	return x.page(m.Head.ID)
}

func (x *world) page(id meeting.RecordID) *Page {
	x.Helper()
	p := NewPage(x.Seat, x.desk, x.store, id)
	p.Shown()
	x.Cleanup(p.Hidden)
	x.see(p.Root)
	return p
}

// held brings a record to where it took place.
func (x *world) held(k meeting.Kind) *Page {
	x.Helper()
	p := x.planned(k)
	if k.Figures() {
		x.send(p)
	}
	x.send(p)
	if p.seen.r.State != meeting.Held {
		x.Fatalf("%s is %s; said %v", k, p.seen.r.State, x.said)
	}
	return p
}

// send takes the next step as its form is filled in.
func (x *world) send(p *Page) {
	x.Helper()
	p.Next()
	if kit.TopSheet(x.win.Canvas()) == nil {
		x.Fatalf("the next step of %s opens no form", p.seen.r.State)
	}
	p.Next()
	if top := kit.TopSheet(x.win.Canvas()); top != nil {
		x.Fatalf("refused: %s", x.words())
	}
}

// show opens a form and sends it as it was filled in.
func (x *world) filled(f *form, fill func()) {
	x.Helper()
	f.Show()
	fill()
	f.Sheet.Submit()
	if kit.TopSheet(x.win.Canvas()) != nil {
		x.Fatalf("refused: %s", x.words())
	}
}

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

func day(n int) workday.Date { return workday.Date{Year: 2026, Month: time.November, Day: n} }

// received lets the intake that an opinion makes be registered as it is.
func received(p *Page, x *world) *app.Move {
	var m app.Move
	p.Intake = func(o app.ReceiveOrder, receive func(context.Context, app.ReceiveOrder) (app.Move, error)) {
		var err error
		if m, err = receive(x.Context(), o); err != nil {
			x.Fatal(err)
		}
	}
	return &m
}
