package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Scan is an input for a number that people type and scanners type too, with Enter
// at its end. No writing in characters goes on in it, so Enter may mean something.
type Scan struct {
	Input
	OnEnter func(typed string)
	OnUp    func() // back to what was scanned before
}

// NewScan is empty.
func NewScan(placeholder string) *Scan {
	e := &Scan{OnEnter: func(string) {}, OnUp: func() {}}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// Value is what was typed in half width, without blanks around it.
func (e *Scan) Value() string { return strings.TrimSpace(strings.Map(halfWidth, e.Text)) }

// Again marks what is there, so that the next number takes its place.
func (e *Scan) Again() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// TypedKey hands the number on with Enter.
func (e *Scan) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		Safely(func() { e.OnEnter(e.Value()) })
	case fyne.KeyUp:
		Safely(e.OnUp)
	case fyne.KeyEscape:
		PassKey(e, k)
	default:
		e.Input.TypedKey(k)
	}
}

// TypedShortcut leaves what is not for editing to the window, which knows this input
// and not the one inside it.
func (e *Scan) TypedShortcut(s fyne.Shortcut) {
	e.edit(func() { e.Entry.TypedShortcut(s) })
	passUnlessEditing(e, s)
}
