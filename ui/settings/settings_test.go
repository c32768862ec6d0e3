package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

func TestThePagesAreGoneThroughWithTheKeyboard(t *testing.T) {
	x := begin(t, Office)
	var moved []Name
	x.Place.Moved = func(n Name) { moved = append(moved, n) }
	if x.win.Canvas().Focused() != x.names {
		t.Fatal("the keyboard is not at the list of pages")
	}
	x.names.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	for range len(Names) + 1 {
		x.names.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if x.At() != Access || len(moved) != len(Names)-1 {
		t.Errorf("at %s after %v, want at %s after each page once", x.At(), moved, Access)
	}
	for _, said := range x.said {
		t.Errorf("said %q on the way", said)
	}
}

func TestTabGoesFromTheListThroughThePage(t *testing.T) {
	x := begin(t, Rules)
	p := x.here().(*rulesPage)
	c := x.win.Canvas()
	first := p.fields["transfer"]
	for _, want := range []fyne.Focusable{first.number, first.unit, p.fields["transfer.UR2"].number} {
		if c.FocusNext(); c.Focused() != want {
			t.Errorf("Tab leads to %T, want %T", c.Focused(), want)
		}
	}
}

func TestAPageMadeAnewOpensWhereItWas(t *testing.T) {
	if x := begin(t, Language); x.At() != Language {
		t.Errorf("at %s, want %s", x.At(), Language)
	}
}

func TestHiddenSettingsDoNotReload(t *testing.T) {
	x := begin(t, Departments)
	x.Hidden()
	if _, err := x.Seat.Desk.ChangeDepartment(t.Context(), app.Department{Name: "財務部", Order: 9}); err != nil {
		t.Fatal(err)
	}
	p := x.here().(*departmentsPage)
	if n := p.table.Count(); n != 4 {
		t.Errorf("%d departments are shown while the place is hidden, want the 4 of before", n)
	}
	if x.Shown(); p.table.Count() != 5 {
		t.Errorf("%d departments are shown, want 5", p.table.Count())
	}
}

func TestLanguageAndLookAreKeptAtOnce(t *testing.T) {
	x := begin(t, Language)
	p := x.here().(*languagePage)
	right := &fyne.KeyEvent{Name: fyne.KeyRight}
	p.screen.TypedKey(right) // to Simplified
	p.paper.TypedKey(right)
	p.paper.TypedKey(right) // to English
	p.look.TypedKey(right)  // to light
	p.scale.TypedKey(right) // to 110 %
	o := x.ground().Office
	if o.Screen != string(lang.Simplified) || o.Paper != string(lang.English) || o.Look != string(kit.ModeLight) || o.Scale != 110 {
		t.Errorf("screen %q, paper %q, look %q, scale %d", o.Screen, o.Paper, o.Look, o.Scale)
	}
	if o.Company != "雲棲物業服務有限公司" {
		t.Errorf("the company is %q now", o.Company)
	}
}
