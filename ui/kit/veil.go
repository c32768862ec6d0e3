package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// veil greys what is under it while it is not true any more.
type veil struct {
	widget.BaseWidget
	sheet *canvas.Rectangle
}

func newVeil() *veil {
	v := &veil{sheet: &canvas.Rectangle{}}
	v.ExtendBaseWidget(v)
	v.Hidden = true
	return v
}

func (v *veil) Refresh() {
	v.sheet.FillColor = faint(Pal().Surface, 0xA0)
	v.BaseWidget.Refresh()
}

func (v *veil) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.sheet) }
