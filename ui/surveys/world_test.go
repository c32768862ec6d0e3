package surveys

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app/annual"
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
	desk  *annual.Desk
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
	x := &world{TB: t, World: w, store: store, win: win, desk: &annual.Desk{Front: desk, Store: store}}
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

// planned plans the survey of this year without a window and opens its page.
func (x *world) planned() *Page {
	x.Helper()
	m, err := x.desk.Plan(x.Context(), annual.PlanOrder{Project: x.World.Project, Year: 2026, By: x.Fang})
	if err != nil {
		x.Fatal(err)
	}
	return x.page(m.Head.ID)
}

func (x *world) page(id annual.SurveyID) *Page {
	x.Helper()
	p := NewPage(x.Seat, x.desk, x.store, id)
	p.Shown()
	x.Cleanup(p.Hidden)
	x.see(p.Root)
	return p
}

// approved brings a survey to where its plan stands; as is somebody else's deed.
func (x *world) approved() *Page {
	x.Helper()
	p := x.planned()
	if _, err := x.desk.Approve(x.Context(), annual.ApproveOrder{Stand: annual.Stand{Survey: p.id, By: x.Wu}, Checked: x.Min}); err != nil {
		x.Fatal(err)
	}
	return p
}

// drawn brings a survey into the field.
func (x *world) drawn() *Page {
	x.Helper()
	p := x.approved()
	if _, err := x.desk.Draw(x.Context(), annual.DrawOrder{Stand: p.stand()}); err != nil {
		x.Fatal(err)
	}
	return p
}

// filled opens a form and sends it as it was filled in.
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

// find gathers every piece of a kind that is in the window or over it.
func find[T fyne.CanvasObject](x *world) []T { return onscreen.All[T](x.win) }

func button(x *world, words string) *kit.Push {
	x.Helper()
	for _, b := range find[*kit.Push](x) {
		if b.Text == words {
			return b
		}
	}
	x.Fatalf("no button says %s in %s", words, x.words())
	return nil
}
