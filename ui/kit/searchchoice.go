package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchChoice is a choice from more values than a drop-down can show: typing
// on it opens a list that narrows with every character.
type SearchChoice[T any] struct {
	widget.BaseWidget
	Keyed
	// OnChanged is told of the value chosen, the zero T when it was cleared.
	OnChanged func(T)

	words  FindWords
	search func(typed string, show func([]T))
	label  func(T) string
	note   func(T) string

	value   T
	chosen  bool
	focused bool
	off     bool
	face    *Cell
	frame   *Panel
}

// FindWords are the words of a search: what can be typed, and that nothing fits.
type FindWords struct {
	Hint string
	None string
}

// NewSearchChoice chooses from what search finds. search may answer at once or
// later, by a Lane; note is what stands right of a label, or nil.
func NewSearchChoice[T any](w FindWords, search func(typed string, show func([]T)), label, note func(T) string) *SearchChoice[T] {
	s := &SearchChoice[T]{words: w, search: search, label: label, note: note, face: NewCell(w.Hint, SizeBody, Quiet, false)}
	if note == nil {
		s.note = func(T) string { return "" }
	}
	icon := container.NewCenter(newIconButton(theme.SearchIcon(), func() { s.open("") }))
	s.frame = Framed(container.NewBorder(nil, nil, nil, icon, Padded(6, 6, s.face)))
	s.ExtendBaseWidget(s)
	return s
}

// Value is what is chosen, the zero T before anything is.
func (s *SearchChoice[T]) Value() T { return s.value }

// Chosen tells whether anything is.
func (s *SearchChoice[T]) Chosen() bool { return s.chosen }

// SetValue chooses v; OnChanged is not called.
func (s *SearchChoice[T]) SetValue(v T) {
	s.value, s.chosen = v, true
	s.face.Set(s.label(v), Body, false)
}

// Clear chooses nothing; OnChanged is not called.
func (s *SearchChoice[T]) Clear() {
	var none T
	s.value, s.chosen = none, false
	s.face.Set(s.words.Hint, Quiet, false)
}

// Disable makes it for reading only.
func (s *SearchChoice[T]) Disable() { s.off = true; s.Refresh() }

// Enable ends Disable.
func (s *SearchChoice[T]) Enable() { s.off = false; s.Refresh() }

// Disabled is for Fyne.
func (s *SearchChoice[T]) Disabled() bool { return s.off }

// Tapped opens the list.
func (s *SearchChoice[T]) Tapped(*fyne.PointEvent) { s.open("") }

// Cursor is a hand.
func (s *SearchChoice[T]) Cursor() desktop.Cursor { return desktop.PointerCursor }

// TypedRune opens the list with what was typed.
func (s *SearchChoice[T]) TypedRune(r rune) {
	if r != ' ' {
		s.open(string(r))
	}
}

// TypedKey opens the list, or clears the choice.
func (s *SearchChoice[T]) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if Presses(e) {
			s.open("")
		}
	case fyne.KeyDown:
		s.open("")
	case fyne.KeyBackspace, fyne.KeyDelete:
		if s.chosen && !s.off {
			s.Clear()
			s.tell()
		}
	default:
		PassKey(s, e)
	}
}

// FocusGained shows where the keyboard is.
func (s *SearchChoice[T]) FocusGained() {
	s.focused = true
	s.Refresh()
	intoSight()
}

// FocusLost shows that it is elsewhere.
func (s *SearchChoice[T]) FocusLost() { s.focused = false; s.Refresh() }

func (s *SearchChoice[T]) pick(v T) {
	s.SetValue(v)
	s.tell()
}

func (s *SearchChoice[T]) tell() {
	if s.OnChanged != nil {
		Safely(func() { s.OnChanged(s.value) })
	}
}

func (s *SearchChoice[T]) open(typed string) {
	if !s.off {
		Safely(func() { openFinder(s, typed) })
	}
}

// Refresh draws the frame in the look worn now.
func (s *SearchChoice[T]) Refresh() {
	s.frame.edge = edge
	if s.focused {
		s.frame.edge = accent
	}
	s.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (s *SearchChoice[T]) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.frame)
}
