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
