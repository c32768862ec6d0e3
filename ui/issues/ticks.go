package issues

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/ui/kit"
)

// ticks is a list from which any number may be chosen.
type ticks[T comparable] struct {
	Root   fyne.CanvasObject
	values []T
	boxes  []*kit.Tick
}

func newTicks[T comparable](values []T, label func(T) string, columns int) *ticks[T] {
	t := &ticks[T]{values: values}
	grid := container.NewGridWithColumns(columns)
	for _, v := range values {
		box := kit.Check(label(v), nil)
		t.boxes = append(t.boxes, box)
		grid.Add(box)
	}
	t.Root = grid
	return t
}

func (t *ticks[T]) chosen() (all []T) {
	for i, box := range t.boxes {
		if box.Checked {
			all = append(all, t.values[i])
		}
	}
	return all
}

func (t *ticks[T]) choose(all []T) {
	for i, box := range t.boxes {
		box.SetChecked(slices.Contains(all, t.values[i]))
	}
}

// without keeps one value from being chosen: a lead does not help itself.
func (t *ticks[T]) without(v T) {
	for i, box := range t.boxes {
		if t.values[i] == v {
			box.SetChecked(false)
		}
		enable(box, t.values[i] != v)
	}
}
