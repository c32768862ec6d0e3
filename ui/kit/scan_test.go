package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestANumberIsHandedOnWithEnterAndTheNextTakesItsPlace(t *testing.T) {
	test.NewTempApp(t)
	e, ups := NewScan(""), 0
	var got []string
	e.OnEnter = func(s string) { got = append(got, s); e.Again() }
	e.OnUp = func() { ups++ }
	test.NewTempWindow(t, e).Canvas().Focus(e)
	for _, typed := range []string{"12 ", "３4"} {
		for _, r := range typed {
			e.TypedRune(r)
		}
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if len(got) != 2 || got[0] != "12" || got[1] != "34" || ups != 1 {
		t.Errorf("handed on %q, up %d times", got, ups)
	}
}

func TestANumberLeavesEscapeToTheWindow(t *testing.T) {
	test.NewTempApp(t)
	e := NewScan("")
	w := test.NewTempWindow(t, e)
	w.Canvas().Focus(e)
	var got fyne.KeyName
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { got = k.Name })
	if e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); got != fyne.KeyEscape {
		t.Errorf("the window is told %q", got)
	}
}
