package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ring is drawn round a widget of Fyne's: the edge of an input where that lacks
// one, and in the accent while the keyboard is there. Fyne only tints what has
// the keyboard, which on a button in the accent cannot be seen.
type ring struct {
	edged bool // whether it is drawn also while the keyboard is elsewhere
	inner bool // whether it stands inside, on a ground in the accent
	on    bool
	line  *canvas.Rectangle
}

// round adds the ring to what is drawn.
func (r *ring) round(inner fyne.WidgetRenderer) fyne.WidgetRenderer {
	r.line = &canvas.Rectangle{FillColor: color.Transparent}
	r.dress()
	return &ringRenderer{inner, r}
}

func (r *ring) dress() {
	p := Pal()
	r.line.CornerRadius = Px(6)
	switch {
	case r.on && r.inner:
		r.line.StrokeColor, r.line.StrokeWidth = p.Surface, 2
	case r.on:
		r.line.StrokeColor, r.line.StrokeWidth = p.Accent, 2
	case r.edged:
		r.line.StrokeColor, r.line.StrokeWidth = p.Edge, 1
	default:
		r.line.StrokeColor, r.line.StrokeWidth = color.Transparent, 0
	}
}

type ringRenderer struct {
	fyne.WidgetRenderer
	ring *ring
}

func (r *ringRenderer) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	at := float32(1) // where Fyne draws the edge of an entry
	if r.ring.inner {
		at = 2
	}
	r.ring.line.Move(fyne.NewPos(at, at))
	r.ring.line.Resize(s.SubtractWidthHeight(2*at, 2*at))
}

func (r *ringRenderer) Refresh() {
	r.ring.dress()
	r.WidgetRenderer.Refresh()
	r.ring.line.Refresh()
}

func (r *ringRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.ring.line)
}
