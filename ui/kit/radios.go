package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Radios is a row of values of which one holds; it takes the keyboard as one.
type Radios[T comparable] struct {
	widget.BaseWidget
	Keyed
	// OnChanged is told of the value chosen.
	OnChanged func(T)

	values  []T
	options []*option
	box     *fyne.Container
	chosen  int
	focused bool
	off     bool
	touched func()
}

// NewRadios offers values beside each other, each under its label; none is
// chosen yet.
func NewRadios[T comparable](values []T, label func(T) string) *Radios[T] {
	r := &Radios[T]{values: values, box: container.NewHBox(), chosen: -1}
	for i, v := range values {
		o := newOption(label(v), func() { r.tapped(i) })
		r.options = append(r.options, o)
		r.box.Add(o)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Upright puts the options below each other.
func (r *Radios[T]) Upright() *Radios[T] {
	r.box.Layout = container.NewVBox().Layout
	return r
}

// Value is what is chosen, the zero T before anything is.
func (r *Radios[T]) Value() (v T) {
	if r.Chosen() {
		v = r.values[r.chosen]
	}
	return v
}

// Chosen tells whether anything is.
func (r *Radios[T]) Chosen() bool { return r.chosen >= 0 }

// SetValue chooses v without calling OnChanged, and tells whether it is one of the values.
func (r *Radios[T]) SetValue(v T) bool {
	for i, have := range r.values {
		if have == v {
			r.chosen = i
			r.Refresh()
			return true
		}
	}
	return false
}

// Disable makes it for reading only.
func (r *Radios[T]) Disable() { r.off = true; r.Refresh() }

// Enable ends Disable.
func (r *Radios[T]) Enable() { r.off = false; r.Refresh() }

// Disabled is for Fyne.
func (r *Radios[T]) Disabled() bool { return r.off }

func (r *Radios[T]) tapped(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && !r.off {
		c.Focus(r)
	}
	r.choose(i)
}

func (r *Radios[T]) choose(i int) {
	if r.off || i < 0 || i >= len(r.values) || i == r.chosen {
		return
	}
	r.chosen = i
	r.Refresh()
	if r.touched != nil {
		r.touched()
	}
	if r.OnChanged != nil {
		Safely(func() { r.OnChanged(r.Value()) })
	}
}

func (r *Radios[T]) whenTouched(f func()) { r.touched = f }

// TypedKey moves the choice.
func (r *Radios[T]) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		r.choose(r.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		r.choose(r.chosen - 1)
	case fyne.KeySpace:
		r.choose(max(r.chosen, 0))
	default:
		PassKey(r, e)
	}
}

// TypedRune chooses by number, the first of them 1.
func (r *Radios[T]) TypedRune(typed rune) { r.choose(int(halfWidth(typed)-'0') - 1) }

// FocusGained shows that the keyboard is here.
func (r *Radios[T]) FocusGained() {
	r.focused = true
	r.Refresh()
	intoSight()
}

// FocusLost shows that it is not.
func (r *Radios[T]) FocusLost() { r.focused = false; r.Refresh() }

// Refresh marks the option that holds.
func (r *Radios[T]) Refresh() {
	for i, o := range r.options {
		o.chosen = i == r.chosen
		o.focused = r.focused && (o.chosen || i == 0 && r.chosen < 0)
		o.off = r.off
		o.Refresh()
	}
	r.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (r *Radios[T]) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
