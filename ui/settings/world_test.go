package settings

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

// world is the settings under test: the real desk on a real file, a window that
// draws nothing, and what was said in it.
type world struct {
	testing.TB
	datatest.World
	*seat.Seat
	*Place
	store *data.Store
	win   fyne.Window
	said  []string
	path  string // what the file dialog answers
}

var words = map[lang.Language]lang.Words{}

func sit(t testing.TB, language lang.Language, look kit.Look) *world {
	t.Helper()
	store, desk, w := datatest.Open(t)
	a := test.NewTempApp(t)
	look.Plain = os.Getenv("GALLERY") == ""
	look.Wear(a)
	win := a.NewWindow("")
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1080, 667))
	if words[language] == nil {
		loaded, err := lang.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		words[language] = loaded
	}
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	x := &world{TB: t, World: w, store: store, win: win}
	x.Seat = &seat.Seat{
		Voice: say.Voice{Words: words[language], Ground: g},
		Desk:  desk, Tasks: kit.AtOnce(), Now: w.Clock.Now, Staff: g.Staff[w.Min], Project: w.Project, Paper: words[language],
		Window: win, Outside: x, Says: func(_ kit.Tone, words string) { x.said = append(x.said, words) },
	}
	return x
}

// at opens the settings at a page.
func (x *world) at(n Name) *world {
	x.Place = New(x.Seat, x.store, n)
	x.win.SetContent(kit.Ground(x.Root))
	x.win.Resize(fyne.NewSize(1081, 667)) // what wraps knows its height only now
	x.win.Resize(fyne.NewSize(1080, 667))
	x.Shown()
	return x
}

// begin is the settings in Chinese at a page.
func begin(t testing.TB, n Name) *world {
	t.Helper()
	return sit(t, lang.Traditional, kit.Look{Mode: kit.ModeLight}).at(n)
}

func (x *world) PickFile(_ string, _ []string, picked func(string)) { picked(x.path) }
func (x *world) PickSave(_, _ string, picked func(string))          { picked(x.path) }
func (x *world) Open(string) error                                  { return nil }
func (x *world) Print(string) (string, error)                       { return "", nil }

// last is what was said last.
func (x *world) last() string {
	if len(x.said) == 0 {
		return ""
	}
	return x.said[len(x.said)-1]
}

// submit presses the primary button of the sheet that is open.
func (x *world) submit() {
	x.Helper()
	s := kit.TopSheet(x.win.Canvas())
	if s == nil {
		x.Fatal("no sheet is open")
	}
	s.Submit()
}

// closed tells whether no sheet is open.
func (x *world) closed() bool { return kit.TopSheet(x.win.Canvas()) == nil }

// ground is the office as it is in the file.
func (x *world) ground() app.Ground {
	x.Helper()
	g, err := x.store.Ground(x.Context())
	if err != nil {
		x.Fatal(err)
	}
	return g
}

// sheetForm is the form in the sheet that is open.
func (x *world) form() *kit.Form {
	x.Helper()
	var found *kit.Form
	each(x.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if f, is := o.(*kit.Form); is && found == nil {
			found = f
		}
	})
	if found == nil {
		x.Fatal("there is no form in the sheet")
	}
	return found
}

// typeIn writes into a field of the form in the sheet.
func (x *world) typeIn(field, text string) {
	x.Helper()
	e, is := x.form().Field(field).Input.(*kit.Input)
	if !is {
		x.Fatalf("%s is no input of text", field)
	}
	e.SetText(text)
}

// each walks all pieces that are drawn.
func each(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	f(o)
	switch o := o.(type) {
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			each(inner, f)
		}
	case *fyne.Container:
		for _, inner := range o.Objects {
			each(inner, f)
		}
	}
}
