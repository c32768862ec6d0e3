package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Choice is a drop-down that shows labels and yields values, so that what is
// stored never depends on the language shown.
type Choice[T any] struct {
	widget.Select
	Keyed
	// OnChanged is told of the value chosen.
	OnChanged func(T)

	values  []T
	label   func(T) string
	ring    ring
	touched func()
}

// NewChoice offers values, each under its label.
func NewChoice[T any](values []T, label func(T) string) *Choice[T] {
	c := &Choice[T]{label: label, ring: ring{edged: true}}
	c.Select.OnChanged = func(string) { c.changed() }
	c.PlaceHolder = " "
	c.ExtendBaseWidget(c)
	c.SetValues(values)
	return c
}

// SetValues offers other values; what was chosen is forgotten.
func (c *Choice[T]) SetValues(values []T) {
	c.values = values
	labels, seen := make([]string, len(values)), map[string]int{}
	for i, v := range values {
		labels[i] = c.label(v)
		// Two people may have one name: Fyne tells options apart by their words.
		if seen[c.label(v)]++; seen[c.label(v)] > 1 {
			labels[i] += " (" + strconv.Itoa(seen[c.label(v)]) + ")"
		}
	}
	c.Selected = ""
	c.SetOptions(labels)
}

// Values are those on offer.
func (c *Choice[T]) Values() []T { return c.values }

// Value is what is chosen, the zero T before anything is.
func (c *Choice[T]) Value() (v T) {
	if i := c.SelectedIndex(); i >= 0 {
		v = c.values[i]
	}
	return v
}

// Chosen tells whether anything is.
func (c *Choice[T]) Chosen() bool { return c.SelectedIndex() >= 0 }

// Pick chooses the first value that fits, and tells whether there is one. It
// does not call OnChanged: the program chose, not the person.
func (c *Choice[T]) Pick(fits func(T) bool) bool {
	for i, v := range c.values {
		if fits(v) {
			c.Selected = c.Options[i]
			c.Refresh()
			return true
		}
	}
	return false
}

// Clear chooses nothing.
func (c *Choice[T]) Clear() {
	c.Selected = ""
	c.Refresh()
}

// SetValue chooses v among the values of c, and tells whether it is one of them.
func SetValue[T comparable](c *Choice[T], v T) bool {
	return c.Pick(func(have T) bool { return have == v })
}

// Hold chooses what was written down before, and offers it though it is offered
// no longer: somebody who left, a code the office took off its list. Else to open
// a form and send it would lose it.
func Hold[T comparable](c *Choice[T], v T) {
	var none T
	if SetValue(c, v) || v == none {
		return
	}
	c.SetValues(append(slices.Clone(c.Values()), v))
	SetValue(c, v)
}

func (c *Choice[T]) whenTouched(f func()) { c.touched = f }

func (c *Choice[T]) changed() {
	if c.touched != nil {
		c.touched()
	}
	if c.OnChanged != nil && c.Chosen() {
		Safely(func() { c.OnChanged(c.Value()) })
	}
}

// TypedKey opens the list with Enter too, and leaves other keys to the window.
func (c *Choice[T]) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(e)
	default:
		PassKey(c, e)
	}
}

// FocusGained shows where the keyboard is.
func (c *Choice[T]) FocusGained() {
	c.ring.on = true
	c.Select.FocusGained()
	intoSight()
}

// FocusLost shows that it is elsewhere.
func (c *Choice[T]) FocusLost() {
	c.ring.on = false
	c.Select.FocusLost()
}

// CreateRenderer draws Fyne's Select with the frame of an input.
func (c *Choice[T]) CreateRenderer() fyne.WidgetRenderer {
	return c.ring.round(c.Select.CreateRenderer())
}
