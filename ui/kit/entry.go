package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Input is an entry of one line. Enter never saves from it: with Chinese input
// it also ends the choosing of a character.
type Input struct {
	widget.Entry
	touched func() // told of every change by the person's hand
}

func (e *Input) whenTouched(f func()) { e.touched = f }

// edit lets the person's hand change the text.
func (e *Input) edit(do func()) {
	before := e.Text
	if Safely(do); e.Text != before && e.touched != nil {
		e.touched()
	}
}

// Entry is an empty input with a grey example in it.
func Entry(placeholder string) *Input {
	e := &Input{}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// Value is what was typed, without blanks around it.
func (e *Input) Value() string { return strings.TrimSpace(e.Text) }

// TypedKey leaves Escape to the window.
func (e *Input) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		PassKey(e, k)
		return
	}
	e.edit(func() { e.Entry.TypedKey(k) })
}

// KeyDown tells of a key that went down in it.
func (e *Input) KeyDown(k *fyne.KeyEvent) {
	KeyDown(k)
	e.Entry.KeyDown(k)
}

// KeyUp tells of a key that was let go in it.
func (e *Input) KeyUp(k *fyne.KeyEvent) {
	KeyUp(k)
	e.Entry.KeyUp(k)
}

// FocusGained brings it into sight.
func (e *Input) FocusGained() {
	e.Entry.FocusGained()
	intoSight()
}

// TypedRune writes a character.
func (e *Input) TypedRune(r rune) { e.edit(func() { e.Entry.TypedRune(r) }) }

// TypedShortcut leaves what is not for editing to the window.
func (e *Input) TypedShortcut(s fyne.Shortcut) {
	e.edit(func() { e.Entry.TypedShortcut(s) })
	passUnlessEditing(e, s)
}

func passUnlessEditing(o fyne.CanvasObject, s fyne.Shortcut) {
	if _, editing := s.(fyne.KeyboardShortcut); !editing {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll,
		*fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return
	}
	PassShortcut(o, s)
}

// NumberInput is an input for whole numbers.
type NumberInput struct{ Input }

// NumberEntry takes digits only, also those of a full-width keyboard.
func NumberEntry(placeholder string) *NumberInput {
	e := &NumberInput{}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// TypedRune takes digits and a leading minus.
func (e *NumberInput) TypedRune(r rune) {
	r = halfWidth(r)
	if r >= '0' && r <= '9' || r == '-' && e.CursorColumn == 0 {
		e.Input.TypedRune(r)
	}
}

// Number is what was typed, and whether it is a number.
func (e *NumberInput) Number() (int, bool) {
	n, err := strconv.Atoi(strings.Map(halfWidth, e.Value()))
	return n, err == nil
}

// SetNumber writes a number.
func (e *NumberInput) SetNumber(n int) { e.SetText(strconv.Itoa(n)) }

// halfWidth is the ASCII form of a full-width rune.
func halfWidth(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '　':
		return ' '
	}
	return r
}
