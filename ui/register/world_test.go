package register

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// world is the seat of a screen under test: the real desk on a real file, a
// window that draws nothing, and what was said in it.
type world struct {
	testing.TB
	datatest.World
	*seat.Seat
	store *data.Store
	win   fyne.Window
	said  []string
	path  string // what the file dialog answers
	shown string // what was opened outside
}

// sit puts a member of staff at the desk.
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
	x := &world{TB: t, World: w, store: store, win: win}
	x.Seat = &seat.Seat{
		Desk: desk, Tasks: kit.AtOnce(), Now: w.Clock.Now, Project: w.Project, Paper: words, Window: win, Outside: x,
		Says: func(_ kit.Tone, words string) { x.said = append(x.said, words) },
	}
	x.Voice = say.Voice{Words: words}
	x.at(w.Fang)
	return x
}

// at lets somebody else sit down.
func (x *world) at(who app.StaffID) {
	x.Helper()
	g, err := x.Seat.Desk.Ground(x.Context())
	if err != nil {
		x.Fatal(err)
	}
	x.Ground, x.Staff = g, g.Staff[who]
}

func (x *world) PickFile(_ string, _ []string, picked func(string)) { picked(x.path) }
func (x *world) PickSave(_, _ string, picked func(string))          { picked(x.path) }
func (x *world) Open(path string) error                             { x.shown = path; return nil }
func (x *world) Print(path string) (string, error)                  { x.shown = path; return "", nil }

// see puts something into the window.
func (x *world) see(o fyne.CanvasObject) {
	x.win.SetContent(kit.Ground(o))
	x.win.Resize(fyne.NewSize(1076, 667)) // what wraps knows its height only now
	x.win.Resize(fyne.NewSize(1075, 667))
}

// last is what was said last.
func (x *world) last() string {
	if len(x.said) == 0 {
		return ""
	}
	return x.said[len(x.said)-1]
}

// call registers an issue without a window.
func (x *world) call(kind app.Kind) app.IssueID {
	x.Helper()
	m, err := x.Seat.Desk.Receive(x.Context(), x.Call(kind))
	if err != nil {
		x.Fatal(err)
	}
	return m.Issue.ID
}

// page is the place as it is seen.
func (x *world) page() *Page {
	p := NewPage(x.Seat, x.store)
	x.see(p.Root)
	p.Shown()
	return p
}
