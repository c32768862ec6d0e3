package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pill is the button of a row. It does not take the keyboard: the table has it,
// and a key for the same.
type pill struct {
	widget.BaseWidget
	label         string
	high, hovered bool
	pressed       func()
	ground, cover *canvas.Rectangle
	line          *canvas.Text
}

func newPill(pressed func()) *pill {
	p := &pill{pressed: pressed, ground: &canvas.Rectangle{}, cover: &canvas.Rectangle{}, line: canvas.NewText("", nil)}
	p.line.Alignment, p.line.TextStyle.Bold = fyne.TextAlignCenter, true
	p.ExtendBaseWidget(p)
	return p
}

func (p *pill) set(label string, high bool) {
	if p.label != label || p.high != high {
		p.label, p.high = label, high
		p.Refresh()
	}
}

func (p *pill) Tapped(*fyne.PointEvent)        { p.pressed() }
func (p *pill) MouseIn(*desktop.MouseEvent)    { p.hovered = true; p.Refresh() }
func (p *pill) MouseMoved(*desktop.MouseEvent) {}
func (p *pill) MouseOut()                      { p.hovered = false; p.Refresh() }
func (p *pill) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (p *pill) dress() {
	now := Pal()
	p.ground.FillColor, p.ground.CornerRadius = now.Wash[Plain], Px(5)
	p.line.Color, p.line.TextSize = now.Text, Px(SizeBody)
	if p.high {
		p.ground.FillColor, p.line.Color = now.Accent, now.Surface
	}
	p.cover.CornerRadius, p.cover.FillColor = Px(5), faint(now.Text, 0)
	if p.hovered {
		p.cover.FillColor = faint(now.Text, 0x18)
	}
}

func (p *pill) CreateRenderer() fyne.WidgetRenderer {
	p.dress()
	return &pillRenderer{p}
}

type pillRenderer struct{ p *pill }

func (r *pillRenderer) Layout(s fyne.Size) {
	p := r.p
	p.ground.Resize(s)
	p.cover.Resize(s)
	p.line.Text = Fit(p.label, p.line.TextSize, p.line.TextStyle, s.Width-Px(8))
	h := p.line.MinSize().Height
	p.line.Move(fyne.NewPos(0, (s.Height-h)/2))
	p.line.Resize(fyne.NewSize(s.Width, h))
}

func (r *pillRenderer) MinSize() fyne.Size { return fyne.NewSize(Px(24), Px(24)) }

func (r *pillRenderer) Refresh() {
	r.p.dress()
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *pillRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.ground, r.p.cover, r.p.line}
}

func (r *pillRenderer) Destroy() {}
