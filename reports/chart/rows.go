package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// rows is a chart that lies: its labels at the left, one below the other, words at
// the right end, and between them the values on a scale from left to right.
type rows struct {
	Chart
	draw.Canvas // between labels and words
	look        Look
	from, to    float64 // of the scale
	step        float64 // between its marks
	right       vg.Length
}

// mostLabel is how much of a chart's width its labels may take.
const mostLabel = .36

// rows parts a canvas.
func (c Chart) rows(on draw.Canvas, l Look) rows {
	r := rows{Chart: c, look: l, right: on.Max.X}
	r.from, r.to, r.step = c.bounds()
	left, beside := r.label(), r.label()
	wide, words := vg.Length(0), vg.Length(0)
	for i, label := range c.Labels {
		wide = max(wide, left.Width(label))
		words = max(words, beside.Width(r.words(i)))
	}
	wide = min(wide, (on.Max.X-on.Min.X)*mostLabel) + vg.Points(away+3)
	size := vg.Points(l.Size)
	above := vg.Length(0)
	if c.Line.Name != "" {
		above = size * 1.7
	}
	r.Canvas = draw.Crop(on, wide, -words-vg.Points(2*away), size*1.8, -above)
	return r
}

func (r rows) label() text.Style { return r.look.style(r.look.Ink, draw.XRight, draw.YCenter) }

// words are what stands at the right end of a row.
func (r rows) words(i int) string {
	if i < len(r.Beside) {
		return r.Beside[i]
	}
	if r.Kind == Whole || len(r.Series) == 0 || math.IsNaN(r.Series[0].Values[i]) {
		return ""
	}
	return r.exact(r.Series[0].Values[i])
}

func (c Chart) exact(v float64) string {
	if c.Percent {
		return c.says(v)
	}
	return strconv.FormatFloat(v, 'f', c.Digits, 64)
}

// bounds are where the scale begins and ends, and how far its marks lie apart.
// Points may stand on a part of the scale, bars begin at 0.
func (c Chart) bounds() (from, to, step float64) {
	if c.Kind == Whole {
		return 0, 1, .2
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range c.Series {
		for _, list := range [][]float64{s.Values, s.Low, s.High} {
			for _, v := range list {
				if !math.IsNaN(v) {
					low, high = min(low, v), max(high, v)
				}
			}
		}
	}
	if c.Line.Name != "" && !math.IsNaN(c.Line.Value) {
		low, high = min(low, c.Line.Value), max(high, c.Line.Value)
	}
	switch {
	case low > high:
		return 0, 100, 20
	case c.Percent:
		to = max(.1, math.Ceil(high*10-1e-9)/10)
		return 0, to, max(.1, math.Ceil(to*2-1e-9)/10)
	case c.Kind == Lying && high > 50 && high <= 100: // scores: bars of several charts can be compared
		return 0, 100, 20
	case c.Kind == Lying:
		step = stepOf(high)
		return 0, math.Ceil(high/step) * step, step
	}
	step = stepOf(high - low)
	return math.Floor(low/step) * step, math.Ceil(high/step) * step, step
}

func (r rows) x(v float64) vg.Length {
	return r.Min.X + (r.Max.X-r.Min.X)*vg.Length((min(max(v, r.from), r.to)-r.from)/(r.to-r.from))
}

// each is how high a row is, and y the middle of one; the first is on top.
func (r rows) each() vg.Length { return (r.Max.Y - r.Min.Y) / vg.Length(max(1, len(r.Labels))) }

func (r rows) y(i int) vg.Length { return r.Max.Y - r.each()*(vg.Length(i)+.5) }

// draw draws the scale, then row by row.
func (r rows) draw() {
	r.marks()
	label, beside := r.label(), r.look.style(r.look.Ink, draw.XRight, draw.YCenter)
	wide := float64((r.right - r.Min.X) / (1 - mostLabel) * mostLabel)
	for i, name := range r.Labels {
		room := min(vg.Length(wide), r.Min.X)
		r.FillText(label, vg.Point{X: r.Min.X - vg.Points(away+1), Y: r.y(i)}, fitted(name, room, label, r.lines()))
		switch r.Kind {
		case Whole:
			r.whole(i)
		case Dots:
			r.dot(i)
		default:
			r.lie(i)
		}
		if words := r.words(i); words != "" {
			r.FillText(beside, vg.Point{X: r.right - vg.Points(1), Y: r.valueY(i)}, words)
		}
	}
	r.held()
}

// marks are the faint lines of the scale with their figures below.
func (r rows) marks() {
	faint := draw.LineStyle{Color: r.look.Rule, Width: vg.Points(.5)}
	below := r.look.style(r.look.Quiet, draw.XCenter, draw.YTop)
	for v := r.from; v <= r.to+r.step/1000; v += r.step {
		r.StrokeLine2(faint, r.x(v), r.Min.Y, r.x(v), r.Max.Y)
		words := strconv.FormatFloat(v, 'f', -1, 64)
		if r.Kind == Whole || r.Percent {
			words = strconv.FormatFloat(v*100, 'f', 0, 64) + "%"
		}
		r.FillText(below, vg.Point{X: r.x(v), Y: r.Min.Y - vg.Points(away-1)}, words)
	}
	if r.Kind != Dots {
		r.StrokeLine2(draw.LineStyle{Color: r.look.Quiet, Width: vg.Points(.6)}, r.Min.X, r.Min.Y, r.Min.X, r.Max.Y)
	}
}

// thick is how high a bar is.
func (r rows) thick() vg.Length { return min(r.each()*.62, vg.Points(18)) }

// valueY is where the words of a row stand: beside its first bar.
func (r rows) valueY(i int) vg.Length {
	if r.Kind != Lying || len(r.Series) < 2 {
		return r.y(i)
	}
	return r.y(i) + r.thick()/2 - r.thick()*.62/2
}

// lie draws the bars of a row: that of the first series is the thickest and has
// its interval, the others lie below it.
func (r rows) lie(i int) {
	top := r.y(i) + r.thick()/2
	for j, s := range r.Series {
		high := r.thick()
		if len(r.Series) > 1 {
			high *= .62
			if j > 0 {
				high = r.thick() * .34 / vg.Length(len(r.Series)-1)
			}
		}
		v := s.Values[i]
		if !math.IsNaN(v) && v > r.from {
			box(r.Canvas, r.look, j, r.Min.X, top-high, r.x(v), top)
		}
		if j == 0 {
			r.whisker(s, i, top-high/2, high*.42)
		}
		top -= high + r.thick()*.04
	}
}

// whisker is an interval: a line between its bounds, set off from what is below it.
func (r rows) whisker(s Series, i int, y, end vg.Length) {
	if i >= len(s.Low) || math.IsNaN(s.Low[i]) || math.IsNaN(s.High[i]) {
		return
	}
	end = min(end, vg.Points(4))
	low, high := r.x(s.Low[i]), r.x(s.High[i])
	for _, style := range []draw.LineStyle{{Color: r.look.Ground, Width: vg.Points(2.6)}, {Color: r.look.Ink, Width: vg.Points(1)}} {
		r.StrokeLine2(style, low, y, high, y)
		r.StrokeLine2(style, low, y-end, low, y+end)
		r.StrokeLine2(style, high, y-end, high, y+end)
	}
}

// dot draws the points of a row, those of later series smaller and below.
func (r rows) dot(i int) {
	gap := r.thick() * .5
	for j := len(r.Series) - 1; j >= 0; j-- {
		s := r.Series[j]
		if math.IsNaN(s.Values[i]) {
			continue
		}
		y := r.y(i)
		if len(r.Series) > 1 {
			y += gap/2 - gap*vg.Length(j)
		}
		r.whisker(s, i, y, vg.Points(3))
		at := vg.Point{X: r.x(s.Values[i]), Y: y}
		r.DrawGlyph(draw.GlyphStyle{Color: r.look.Ground, Radius: vg.Points(4.4), Shape: dots[j%len(dots)]}, at)
		r.DrawGlyph(draw.GlyphStyle{Color: r.look.tone(j), Radius: vg.Points(3.4), Shape: dots[j%len(dots)]}, at)
	}
}

// held draws the line that all rows are held against, with its name above.
func (r rows) held() {
	if r.Line.Name == "" || math.IsNaN(r.Line.Value) {
		return
	}
	x := r.x(r.Line.Value)
	r.StrokeLine2(draw.LineStyle{Color: r.look.Ink, Width: vg.Points(.8), Dashes: dashes[1]}, x, r.Min.Y, x, r.Max.Y)
	style, words := r.look.style(r.look.Quiet, draw.XCenter, draw.YBottom), r.Line.Name+" "+r.exact(r.Line.Value)
	half := style.Width(words) / 2
	x = min(max(x, r.Min.X+half), r.Max.X-half)
	r.FillText(style, vg.Point{X: x, Y: r.Max.Y + vg.Points(away)}, words)
}

// sign is a bar's pattern in the legend.
func (c Chart) sign(on draw.Canvas, l Look, i int, x, y, wide vg.Length) {
	size := vg.Points(l.Size)
	switch c.Kind {
	case Whole:
		look := c.parted(i)
		fillBox(on, l, l.tone(look[0]), look[1], x, y-size*.4, x+wide, y+size*.4)
	case Dots:
		on.DrawGlyph(draw.GlyphStyle{Color: l.tone(i), Radius: vg.Points(3.4), Shape: dots[i%len(dots)]}, vg.Point{X: x + wide/2, Y: y})
	default:
		box(on, l, i, x, y-size*.4, x+wide, y+size*.4)
	}
}
