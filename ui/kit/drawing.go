package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Drawing is a picture that is drawn anew for the size and look it is shown in.
type Drawing struct {
	widget.BaseWidget
	raster *canvas.Raster
	least  fyne.Size
	draw   func(wide, high int, unit float32) image.Image
}

// NewDrawing asks draw for a picture of so many pixels; unit is how many of them
// one unit of the look takes. It is at least so wide and high.
func NewDrawing(wide, high float32, draw func(wide, high int, unit float32) image.Image) *Drawing {
	d := &Drawing{least: fyne.NewSize(wide, high), draw: draw}
	d.raster = canvas.NewRaster(d.picture)
	d.ExtendBaseWidget(d)
	return d
}

func (d *Drawing) picture(wide, high int) image.Image {
	unit := Px(1)
	if across := d.raster.Size().Width; across > 0 {
		unit *= float32(wide) / across
	}
	if wide < 1 || high < 1 {
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	return d.draw(wide, high, unit)
}

// MinSize is the least size at the scale worn now.
func (d *Drawing) MinSize() fyne.Size {
	return fyne.NewSize(Px(d.least.Width), Px(d.least.Height))
}

// CreateRenderer is for Fyne.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.raster) }
