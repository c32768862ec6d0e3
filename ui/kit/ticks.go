package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Ticks is a list from which any number may be chosen.
type Ticks[T comparable] struct {
	Root   fyne.CanvasObject
	values []T
	boxes  []*Tick
}

// NewTicks offers values, each under its label, in columns.
func NewTicks[T comparable](values []T, label func(T) string, columns int) *Ticks[T] {
	t := &Ticks[T]{values: values}
	grid := container.NewGridWithColumns(columns)
	for _, v := range values {
		box := Check(label(v), nil)
		t.boxes = append(t.boxes, box)
		grid.Add(box)
	}
	t.Root = grid
	return t
}

// Chosen are the values ticked, in their order.
func (t *Ticks[T]) Chosen() (all []T) {
	for i, box := range t.boxes {
		if box.Checked {
			all = append(all, t.values[i])
		}
	}
	return all
}

// Choose ticks exactly these.
func (t *Ticks[T]) Choose(all []T) {
	for i, box := range t.boxes {
		box.SetChecked(slices.Contains(all, t.values[i]))
	}
}

// Without keeps one value from being chosen: a lead does not help itself.
func (t *Ticks[T]) Without(v T) {
	for i, box := range t.boxes {
		if t.values[i] == v {
			box.SetChecked(false)
			box.Disable()
		} else {
			box.Enable()
		}
	}
}
