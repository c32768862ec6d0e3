package chart

import (
	"image"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// Image draws the chart as a picture of so many pixels; dpi says how many of them
// make an inch, and with that how large its text is.
func (c Chart) Image(wide, high, dpi int, l Look) (image.Image, error) {
	points := func(px int) float64 { return float64(px) * 72 / float64(dpi) }
	size := func(px int) vg.Length { return vg.Points(points(px)) }
	on := vgimg.NewWith(vgimg.UseWH(size(wide), size(high)), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(l.Ground))
	if err := c.Draw(on, points(wide), points(high), l); err != nil {
		return nil, err
	}
	return on.Image(), nil
}
