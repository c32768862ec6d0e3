package kit

import (
	"strconv"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// TextArea is an input of several lines, with a count of what is left.
type TextArea struct {
	widget.BaseWidget
	// OnChanged is told of every change.
	OnChanged func(string)

	entry *areaEntry
	count *Phrase
	limit int
}

// Area shows some rows and takes up to limit characters; the rest stays, so
// that nothing pasted is lost, but Over says so and the count turns red.
func Area(rows, limit int) *TextArea {
	a := &TextArea{entry: &areaEntry{}, count: Text("", SizeSmall, Quiet, false).AlignRight(), limit: limit}
	a.entry.MultiLine, a.entry.Wrapping = true, fyne.TextWrapBreak
	a.entry.ExtendBaseWidget(a.entry)
	a.entry.SetMinRowsVisible(rows)
	a.entry.OnChanged = a.changed
	a.ExtendBaseWidget(a)
	a.say()
	return a
}

func (a *TextArea) changed(s string) {
	a.say()
	if a.OnChanged != nil {
		a.OnChanged(s)
	}
}

func (a *TextArea) say() {
	n := utf8.RuneCountInString(a.entry.Text)
	a.count.Hidden = n < a.limit*4/5
	if a.count.role = Quiet; n > a.limit {
		a.count.role = InkOf(Bad)
	}
	a.count.line.Text = strconv.Itoa(n) + " / " + strconv.Itoa(a.limit)
	a.count.Refresh()
}

// Over tells whether there is more text than is taken.
func (a *TextArea) Over() bool { return utf8.RuneCountInString(a.entry.Text) > a.limit }

// Value is what was typed, without blanks around it.
func (a *TextArea) Value() string { return a.entry.Value() }

// SetText writes s into it.
func (a *TextArea) SetText(s string) { a.entry.SetText(s) }

// SetPlaceHolder writes a grey example into it.
func (a *TextArea) SetPlaceHolder(s string) { a.entry.SetPlaceHolder(s) }

// Disable makes it for reading only.
func (a *TextArea) Disable() { a.entry.Disable() }

// Enable ends Disable.
func (a *TextArea) Enable() { a.entry.Enable() }

// Disabled is for Fyne.
func (a *TextArea) Disabled() bool { return a.entry.Disabled() }

// FocusTarget is the piece in it that takes the keyboard.
func (a *TextArea) FocusTarget() fyne.Focusable { return a.entry }

// CreateRenderer is for Fyne.
func (a *TextArea) CreateRenderer() fyne.WidgetRenderer {
	corner := container.New(lowRight{}, a.count)
	return widget.NewSimpleRenderer(container.NewStack(a.entry, corner))
}

// areaEntry lets Tab go on to the next field.
type areaEntry struct{ Input }

func (e *areaEntry) AcceptsTab() bool { return false }

func (e *areaEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		PassKey(e, k)
		return
	}
	e.edit(func() { e.Entry.TypedKey(k) })
}

// TypedShortcut leaves what is not for editing to the window, which knows this
// entry and not the Input inside it.
func (e *areaEntry) TypedShortcut(s fyne.Shortcut) {
	e.edit(func() { e.Entry.TypedShortcut(s) })
	passUnlessEditing(e, s)
}

// lowRight lays a small thing over the lower right corner.
type lowRight struct{}

func (lowRight) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }

func (lowRight) Layout(os []fyne.CanvasObject, s fyne.Size) {
	min := os[0].MinSize()
	os[0].Resize(min)
	os[0].Move(fyne.NewPos(s.Width-min.Width-Px(10), s.Height-min.Height-Px(4)))
}
