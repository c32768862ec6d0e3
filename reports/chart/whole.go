package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// parted are tone and pattern of the parts of a whole, from the best answer to the
// worst.
var parted = [][2]int{{0, 0}, {1, 1}, {4, 2}, {2, 4}, {3, 3}}

// parted is the look of a part: few parts lie far from each other.
func (c Chart) parted(i int) [2]int {
	if n := len(c.Series) - 1; n > 0 && n < len(parted) {
		return parted[i*(len(parted)-1)/n]
	}
	return parted[i%len(parted)]
}

// whole draws one bar in parts; parts with room for it say their share.
func (r rows) whole(i int) {
	sum := 0.0
	for _, s := range r.Series {
		if v := s.Values[i]; !math.IsNaN(v) {
			sum += v
		}
	}
	if sum <= 0 {
		return
	}
	at, half := 0.0, r.thick()/2
	says := r.look.style(r.look.Ink, draw.XCenter, draw.YCenter)
	for j, s := range r.Series {
		share := s.Values[i] / sum
		if math.IsNaN(share) || share <= 0 {
			continue
		}
		look := r.parted(j)
		left, right := r.x(at), r.x(at+share)
		fillBox(r.Canvas, r.look, r.look.tone(look[0]), look[1], left, r.y(i)-half, right, r.y(i)+half)
		words := strconv.FormatFloat(100*share, 'f', 0, 64) + "%"
		if wide := says.Width(words)/2 + vg.Points(2); right-left > 2*wide+vg.Points(3) {
			middle, high := (left+right)/2, vg.Points(r.look.Size*.62)
			r.FillPolygon(r.look.Ground, []vg.Point{{X: middle - wide, Y: r.y(i) - high}, {X: middle + wide, Y: r.y(i) - high}, {X: middle + wide, Y: r.y(i) + high}, {X: middle - wide, Y: r.y(i) + high}})
			r.FillText(says, vg.Point{X: middle, Y: r.y(i)}, words)
		}
		at += share
	}
}
