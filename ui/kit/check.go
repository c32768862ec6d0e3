package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tick is a check box.
type Tick struct {
	widget.Check
	Keyed
}

// Check is a box with words beside it.
func Check(label string, changed func(bool)) *Tick {
	t := &Tick{}
	t.Text = label
	if changed != nil {
		t.OnChanged = func(on bool) { Safely(func() { changed(on) }) }
	}
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained brings it into sight.
func (t *Tick) FocusGained() {
	t.Check.FocusGained()
	intoSight()
}

// TypedKey leaves what is not a tick to the window.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		t.Check.TypedKey(e)
		return
	}
	PassKey(t, e)
}
