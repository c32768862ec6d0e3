package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app/workday"
)

// dayCell is one day of a month: its number, and a small mark beside it.
type dayCell struct {
	widget.BaseWidget
	date                       workday.Date
	kind                       DayKind
	mark                       string
	other, today, chosen, here bool
	hovered                    bool

	tapped       func(workday.Date)
	ground       *canvas.Rectangle
	number, note *canvas.Text
}

func newDayCell(tapped func(workday.Date)) *dayCell {
	d := &dayCell{tapped: tapped, ground: &canvas.Rectangle{}, number: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	d.number.Alignment, d.note.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	d.ExtendBaseWidget(d)
	return d
}

func (d *dayCell) Tapped(*fyne.PointEvent)        { d.tapped(d.date) }
func (d *dayCell) MouseIn(*desktop.MouseEvent)    { d.hovered = true; d.Refresh() }
func (d *dayCell) MouseMoved(*desktop.MouseEvent) {}
func (d *dayCell) MouseOut()                      { d.hovered = false; d.Refresh() }
func (d *dayCell) MinSize() fyne.Size             { return fyne.NewSize(Px(38), Px(36)) }

func (d *dayCell) dress() {
	p := Pal()
	d.number.Text, d.number.TextSize = strconv.Itoa(d.date.Day), Px(SizeBody)
	d.note.Text, d.note.TextSize = d.mark, Px(9.5)
	d.number.TextStyle.Bold = d.today || d.chosen
	d.number.Color, d.note.Color = p.Text, p.Muted
	switch d.kind {
	case DayOff:
		d.number.Color = p.Muted
	case DayHoliday:
		d.number.Color, d.note.Color = p.Ink[Bad], p.Ink[Bad]
	case DayMadeUp:
		d.note.Color = p.Ink[Warn]
	}
	d.ground.CornerRadius, d.ground.FillColor = Px(6), color.Transparent
	d.ground.StrokeColor, d.ground.StrokeWidth = color.Transparent, 0
	switch {
	case d.chosen:
		d.ground.FillColor = p.Accent
		d.number.Color, d.note.Color = p.Surface, p.Surface
	case d.hovered:
		d.ground.FillColor = p.Wash[Info]
	case d.other:
		d.number.Color, d.note.Color = faint(p.Muted, 0x90), faint(p.Muted, 0x90)
	}
	if d.here || d.today {
		d.ground.StrokeColor, d.ground.StrokeWidth = p.Accent, 1
	}
	if d.here && !d.chosen {
		d.ground.StrokeWidth = 2
	}
}

func (d *dayCell) CreateRenderer() fyne.WidgetRenderer {
	d.dress()
	return &dayRenderer{d}
}

type dayRenderer struct{ d *dayCell }

func (r *dayRenderer) Layout(s fyne.Size) {
	d := r.d
	d.ground.Move(fyne.NewPos(1, 1))
	d.ground.Resize(s.SubtractWidthHeight(2, 2))
	top := Px(2)
	if d.mark == "" {
		top = (s.Height - d.number.MinSize().Height) / 2
	}
	d.number.Move(fyne.NewPos(0, top))
	d.number.Resize(fyne.NewSize(s.Width, d.number.MinSize().Height))
	d.note.Move(fyne.NewPos(0, s.Height-d.note.MinSize().Height-Px(1)))
	d.note.Resize(fyne.NewSize(s.Width, d.note.MinSize().Height))
}

func (r *dayRenderer) MinSize() fyne.Size { return r.d.MinSize() }

func (r *dayRenderer) Refresh() {
	r.d.dress()
	r.Layout(r.d.Size())
	canvas.Refresh(r.d)
}

func (r *dayRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.d.ground, r.d.number, r.d.note}
}

func (r *dayRenderer) Destroy() {}
