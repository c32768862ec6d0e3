package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Panel is a rectangle of the look with something on it.
type Panel struct {
	widget.BaseWidget
	content fyne.CanvasObject
	ground  *canvas.Rectangle
	fill    func(Palette) color.Color
	edge    func(Palette) color.Color
	radius  float32
	round   inset
}

func newPanel(content fyne.CanvasObject, radius, x, y float32, fill, edge func(Palette) color.Color) *Panel {
	p := &Panel{content: content, ground: &canvas.Rectangle{}, fill: fill, edge: edge, radius: radius, round: inset{x, y}}
	p.ExtendBaseWidget(p)
	p.dress()
	return p
}

// Card is a sheet on the background: where content lives.
func Card(o fyne.CanvasObject) *Panel { return newPanel(o, 8, 14, 12, surface, hairline) }

// CardTitled is a card with a heading; what comes after it stands right of the heading.
func CardTitled(title string, o fyne.CanvasObject, beside ...fyne.CanvasObject) *Panel {
	head := container.NewBorder(nil, nil, nil, container.NewHBox(beside...), NewCell(title, SizeSection, Body, true))
	return Card(container.NewBorder(container.NewVBox(head, Gap(1, 2)), nil, nil, nil, o))
}

// Framed draws the border of an input round something that lacks one.
func Framed(o fyne.CanvasObject) *Panel {
	return newPanel(o, 6, 0, 0, surface, edge)
}

// Note is a card on the wash of a tone, for what must not be missed.
func Note(t Tone, o fyne.CanvasObject) *Panel { return newPanel(o, 8, 14, 10, wash(t), nil) }

// Ground is the page's background under something.
func Ground(o fyne.CanvasObject) *Panel {
	return newPanel(o, 0, 0, 0, func(p Palette) color.Color { return p.Back }, nil)
}

// Surface is a plain surface under something, without border or margin: a bar, a side.
func Surface(o fyne.CanvasObject) *Panel { return newPanel(o, 0, 0, 0, surface, nil) }

func surface(p Palette) color.Color  { return p.Surface }
func hairline(p Palette) color.Color { return p.Line }
func edge(p Palette) color.Color     { return p.Edge }
func accent(p Palette) color.Color   { return p.Accent }
func wash(t Tone) func(Palette) color.Color {
	return func(p Palette) color.Color { return p.Wash[t] }
}

// SetTone changes the wash the panel stands on.
func (p *Panel) SetTone(t Tone) {
	p.fill = wash(t)
	p.Refresh()
}

func (p *Panel) dress() {
	now := Pal()
	p.ground.FillColor, p.ground.CornerRadius = p.fill(now), Px(p.radius)
	if p.edge != nil {
		p.ground.StrokeColor, p.ground.StrokeWidth = p.edge(now), 1
	}
}

// Refresh draws the panel and what is on it in the look worn now.
func (p *Panel) Refresh() {
	p.dress()
	p.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(p.ground, container.New(p.round, p.content)))
}

func ink(t Tone) func(Palette) color.Color {
	return func(p Palette) color.Color { return p.Ink[t] }
}
