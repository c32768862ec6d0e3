package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Focus brings the keyboard to o, or to the first piece inside it that takes it.
func Focus(o fyne.CanvasObject) {
	target := focusTarget(o)
	if target == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(target)
	}
}

// FocusIn is Focus on a canvas that is known: the window's own learns only when
// it first draws o that o stands on it.
func FocusIn(c fyne.Canvas, o fyne.CanvasObject) {
	if target := focusTarget(o); target != nil {
		c.Focus(target)
	}
}

// Enter brings the keyboard into a page that is shown now: to its table, where
// people work, or else to its first piece that takes it. A page without any takes
// the keyboard away from the page that was left.
func Enter(c fyne.Canvas, page fyne.CanvasObject) {
	target := focusTarget(page)
	if t := tableIn(page); t != nil {
		target = t
	}
	if target == nil {
		c.Unfocus()
		return
	}
	c.Focus(target)
}

// tableIn is the first table of a page that can be seen, or nil.
func tableIn(o fyne.CanvasObject) *Table {
	if t, is := o.(*Table); is {
		return t
	}
	for _, inner := range within(o) {
		if inner.Visible() {
			if t := tableIn(inner); t != nil {
				return t
			}
		}
	}
	return nil
}

// Seen tells whether a piece lies in a window, on a page that is shown. What is
// not there has no place; nothing that takes the keyboard lies at the window's
// very corner.
func Seen(o fyne.CanvasObject) bool {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != fyne.Position{}
}

func focusTarget(o fyne.CanvasObject) fyne.Focusable {
	if inner, has := o.(interface{ FocusTarget() fyne.Focusable }); has {
		return inner.FocusTarget()
	}
	if off, can := o.(fyne.Disableable); can && off.Disabled() {
		return nil
	}
	if f, takes := o.(fyne.Focusable); takes {
		return f
	}
	switch o := o.(type) {
	case *Panel:
		return focusTarget(o.content)
	case *writtenList:
		return focusTarget(o.root)
	case *container.Scroll:
		return focusTarget(o.Content)
	case *fyne.Container:
		for _, inner := range o.Objects {
			if f := focusTarget(inner); f != nil && inner.Visible() {
				return f
			}
		}
	}
	return nil
}
