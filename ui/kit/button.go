package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Push is a button that the whole keyboard works on: Enter presses it too, and
// keys it has no use for reach the window.
type Push struct {
	widget.Button
	Keyed
	ring ring
}

// Button is a plain button; icon may be nil.
func Button(label string, icon fyne.Resource, tapped func()) *Push {
	b := &Push{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// Primary is the one button of a page that takes the next step.
func Primary(label string, icon fyne.Resource, tapped func()) *Push {
	b := Button(label, icon, tapped)
	b.Importance = widget.HighImportance
	return b
}

// Danger is a button for what cannot be taken back.
func Danger(label string, icon fyne.Resource, tapped func()) *Push {
	b := Button(label, icon, tapped)
	b.Importance = widget.DangerImportance
	return b
}

// Link is a button that looks like a word: "show", "more".
func Link(label string, tapped func()) *Push {
	b := Button(label, nil, tapped)
	b.Importance = widget.LowImportance
	return b
}

// SetChosen marks one of several links as the one that is open.
func (b *Push) SetChosen(on bool) {
	b.Importance = widget.LowImportance
	if on {
		b.Importance = widget.MediumImportance
	}
	b.Refresh()
}

// Tapped presses the button.
func (b *Push) Tapped(e *fyne.PointEvent) { Safely(func() { b.Button.Tapped(e) }) }

// TypedKey presses the button from the keyboard.
func (b *Push) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if Presses(e) && b.mayPress() {
			b.press()
		}
	default:
		PassKey(b, e)
	}
}

// press is Tapped for the keyboard, which stays: Fyne's button gives it away.
func (b *Push) press() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	b.Tapped(nil)
	if c != nil && c.Focused() == nil && TopSheet(c) == nil && Seen(b) {
		c.Focus(b)
	}
}

// mayPress tells whether the keyboard may press it: not while it is busy, and not
// before a person can have read the sheet it stands on.
func (b *Push) mayPress() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	top := TopSheet(c)
	return !b.Disabled() && (top == nil || top.Primary != b || top.ready)
}

// FocusGained shows where the keyboard is.
func (b *Push) FocusGained() {
	b.ring.on = true
	b.ring.inner = b.Importance == widget.HighImportance || b.Importance == widget.DangerImportance
	b.Button.FocusGained()
	intoSight()
}

// FocusLost shows that it is elsewhere.
func (b *Push) FocusLost() {
	b.ring.on = false
	b.Button.FocusLost()
}

// CreateRenderer draws Fyne's button with a ring while the keyboard is there.
func (b *Push) CreateRenderer() fyne.WidgetRenderer { return b.ring.round(b.Button.CreateRenderer()) }
