package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// option is one of several: a ring, filled when it holds, and its words.
type option struct {
	widget.BaseWidget
	label                string
	tapped               func()
	chosen, focused, off bool
	ring, dot            *canvas.Circle
	around               *canvas.Rectangle // where the keyboard is
	line                 *canvas.Text
}

func newOption(label string, tapped func()) *option {
	o := &option{label: label, tapped: tapped, ring: &canvas.Circle{}, dot: &canvas.Circle{}, around: &canvas.Rectangle{}, line: canvas.NewText(label, nil)}
	o.ExtendBaseWidget(o)
	return o
}

func (o *option) Tapped(*fyne.PointEvent) { o.tapped() }

func (o *option) MinSize() fyne.Size {
	words := fyne.MeasureText(o.label, Px(SizeBody), fyne.TextStyle{})
	return fyne.NewSize(words.Width+Px(32), words.Height+Px(10))
}

func (o *option) CreateRenderer() fyne.WidgetRenderer {
	r := &optionRenderer{o}
	r.dress()
	return r
}

type optionRenderer struct{ o *option }

func (r *optionRenderer) dress() {
	o, p := r.o, Pal()
	o.ring.FillColor, o.ring.StrokeColor, o.ring.StrokeWidth = p.Surface, p.Muted, 1.5
	if o.chosen {
		o.ring.StrokeColor = p.Accent
	}
	o.around.FillColor, o.around.StrokeColor, o.around.CornerRadius = color.Transparent, color.Transparent, Px(6)
	if o.focused {
		o.around.StrokeColor, o.around.StrokeWidth = p.Accent, 2
	}
	o.dot.FillColor = color.Transparent
	if o.chosen {
		o.dot.FillColor = p.Accent
	}
	o.line.Color, o.line.TextSize = p.Text, Px(SizeBody)
	if o.off {
		o.line.Color = p.Muted
	}
}

func (r *optionRenderer) Layout(s fyne.Size) {
	o, d := r.o, Px(16)
	o.around.Move(fyne.NewPos(-Px(2), Px(2)))
	o.around.Resize(fyne.NewSize(s.Width, s.Height-Px(4)))
	o.ring.Move(fyne.NewPos(Px(2), (s.Height-d)/2))
	o.ring.Resize(fyne.NewSquareSize(d))
	o.dot.Move(fyne.NewPos(Px(6), (s.Height-d)/2+Px(4)))
	o.dot.Resize(fyne.NewSquareSize(Px(8)))
	h := o.line.MinSize().Height
	o.line.Move(fyne.NewPos(Px(24), (s.Height-h)/2))
	o.line.Resize(fyne.NewSize(s.Width-Px(24), h))
}

func (r *optionRenderer) MinSize() fyne.Size { return r.o.MinSize() }

func (r *optionRenderer) Refresh() {
	r.dress()
	r.Layout(r.o.Size())
	canvas.Refresh(r.o)
}

func (r *optionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.o.around, r.o.ring, r.o.dot, r.o.line}
}

func (r *optionRenderer) Destroy() {}
