package chart

import (
	"image/color"
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// drawer draws a part of a chart into its frame.
type drawer interface{ draw(frame) }

func (c Chart) drawers(l Look) []drawer {
	switch c.Kind {
	case Lines:
		return []drawer{curves{Chart: c, look: l}}
	case Pareto:
		return []drawer{bars{c, l}, c.running(l)}
	}
	return []drawer{bars{c, l}}
}

// running is the running share of the first series, on the scale of its bars: the
// whole stands at the top.
func (c Chart) running(l Look) curves {
	whole, sum, top := 0.0, 0.0, c.top()
	for _, v := range c.Series[0].Values {
		whole += v
	}
	share := make([]float64, len(c.Labels))
	inside := make([]bool, len(c.Labels))
	for i, v := range c.Series[0].Values {
		sum += v
		share[i] = sum / max(whole, 1e-9)
		inside[i] = share[i] < v/top+.08
	}
	return curves{
		Chart: Chart{Kind: Lines, Labels: c.Labels, Series: []Series{{Values: share}}, Percent: true},
		look:  l, first: 1, hidden: inside,
	}
}

// curves are lines with a mark at each value.
type curves struct {
	Chart
	look  Look
	first int // which tone and pattern comes first

	hidden []bool // values that are not written
}

var dashes = [][]vg.Length{nil, {vg.Points(5), vg.Points(3)}, {vg.Points(1.5), vg.Points(2.5)}, {vg.Points(7), vg.Points(2), vg.Points(1.5), vg.Points(2)}}

var dots = []draw.GlyphDrawer{draw.CircleGlyph{}, draw.SquareGlyph{}, draw.TriangleGlyph{}, draw.PlusGlyph{}}

// draw draws the lines, the first on top.
func (c curves) draw(f frame) {
	on, x := f.Canvas, f.x
	at := func(v float64) vg.Length {
		if c.Percent {
			v *= f.top // a running share may stand beside counts
		}
		return f.y(v)
	}
	for i := len(c.Series) - 1; i >= 0; i-- {
		n := i + c.first
		style := draw.LineStyle{Color: c.look.tone(n), Width: vg.Points(1.4), Dashes: dashes[n%len(dashes)]}
		var run []vg.Point
		flush := func() {
			if len(run) > 1 {
				on.StrokeLines(style, run)
			}
			for _, pt := range run {
				on.DrawGlyph(draw.GlyphStyle{Color: c.look.tone(n), Radius: vg.Points(2), Shape: dots[n%len(dots)]}, pt)
			}
			run = nil
		}
		for j, v := range c.Series[i].Values {
			if math.IsNaN(v) {
				flush()
				continue
			}
			run = append(run, vg.Point{X: x(float64(j)), Y: at(v)})
		}
		flush()
		if i == 0 {
			c.label(on, x, at)
		}
	}
}

// label writes the values of the first line beside their marks: above, or below
// where another line runs above it. A running share is left unsaid inside a bar.
func (c curves) label(on draw.Canvas, x func(float64) vg.Length, y func(float64) vg.Length) {
	for j, v := range c.Series[0].Values {
		if math.IsNaN(v) || j < len(c.hidden) && c.hidden[j] {
			continue
		}
		align, gap := draw.YBottom, vg.Points(4)
		for _, other := range c.Series[1:] {
			if w := other.Values[j]; w > v && w-v < .3*largest(c.Series) {
				align, gap = draw.YTop, -vg.Points(3)
			}
		}
		on.FillText(c.look.style(c.look.Quiet, draw.XCenter, align), vg.Point{X: x(float64(j)), Y: y(v) + gap}, c.says(v))
	}
}

func largest(all []Series) float64 {
	most := 0.0
	for _, s := range all {
		for _, v := range s.Values {
			if v > most {
				most = v
			}
		}
	}
	return most
}

// says is a value beside its mark.
func (c Chart) says(v float64) string {
	if c.Percent {
		return strconv.FormatFloat(v*100, 'f', 0, 64) + "%"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// bars are groups of bars, or bars in parts.
type bars struct {
	Chart
	look Look
}

// draw draws them with their values.
func (b bars) draw(f frame) {
	on, x, y := f.Canvas, f.x, f.y
	series := b.Series
	if b.Kind != Bars {
		series = series[:1]
	}
	share := vg.Length(.62)
	if len(series) > 1 {
		share = .84 // each bar needs room for its value
	}
	wide := min((x(1)-x(0))*share, vg.Points(46)*vg.Length(len(series)))
	for i := range b.Labels {
		if b.Kind == Stacked {
			b.stack(on, x(float64(i)), wide, i, y)
			continue
		}
		each := wide / vg.Length(len(series))
		for j, s := range series {
			left := x(float64(i)) - wide/2 + vg.Length(j)*each
			if v := s.Values[i]; !math.IsNaN(v) && v > 0 {
				box(on, b.look, j, left, y(0), left+each*.94, y(v))
				on.FillText(b.look.style(b.look.Ink, draw.XCenter, draw.YBottom), vg.Point{X: left + each*.47, Y: y(v) + vg.Points(2.5)}, b.says(v))
			}
		}
	}
}

// stack draws one bar in parts, with the whole above it.
func (b bars) stack(on draw.Canvas, middle, wide vg.Length, i int, y func(float64) vg.Length) {
	sum := 0.0
	for j, s := range b.Series {
		v := s.Values[i]
		if math.IsNaN(v) || v <= 0 {
			continue
		}
		box(on, b.look, j, middle-wide/2, y(sum), middle+wide/2, y(sum+v))
		sum += v
	}
	if sum > 0 {
		on.FillText(b.look.style(b.look.Ink, draw.XCenter, draw.YBottom), vg.Point{X: middle, Y: y(sum) + vg.Points(2.5)}, b.says(sum))
	}
}

// box draws one part of a bar: each series has its own pattern, full, slanted,
// empty, crossed, dotted with lines the other way.
func box(on draw.Canvas, l Look, n int, left, bottom, right, top vg.Length) {
	fillBox(on, l, l.tone(n), n, left, bottom, right, top)
}

// fillBox is box with a tone of its own.
func fillBox(on draw.Canvas, l Look, tone color.Color, n int, left, bottom, right, top vg.Length) {
	corners := []vg.Point{{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top}, {X: left, Y: bottom}}
	fill := tone
	if n%5 != 0 {
		fill = l.wash(tone)
	}
	on.FillPolygon(fill, corners[:4])
	line := draw.LineStyle{Color: tone, Width: vg.Points(.7)}
	switch n % 5 {
	case 1:
		hatch(on, line, left, bottom, right, top, 1)
	case 3:
		hatch(on, line, left, bottom, right, top, 1)
		hatch(on, line, left, bottom, right, top, -1)
	case 4:
		hatch(on, line, left, bottom, right, top, -1)
	}
	on.StrokeLines(line, corners)
}

// wash is a tone thinned with the ground.
func (l Look) wash(tone color.Color) color.Color {
	r, g, b, _ := tone.RGBA()
	R, G, B, _ := l.Ground.RGBA()
	mix := func(a, b uint32) uint8 { return uint8((a*18 + b*82) / 100 >> 8) }
	return color.NRGBA{mix(r, R), mix(g, G), mix(b, B), 255}
}

// hatch fills a box with slanted lines, cut at its edges.
func hatch(on draw.Canvas, style draw.LineStyle, left, bottom, right, top vg.Length, slope float64) {
	const gap = 4.0
	wide, high := float64(right-left), float64(top-bottom)
	for d := gap; d < wide+high; d += gap {
		// The line x + y = d, from its lower right end to its upper left one.
		x1, y1 := min(d, wide), max(0, d-wide)
		x2, y2 := max(0, d-high), min(d, high)
		if slope > 0 {
			x1, x2 = wide-x1, wide-x2
		}
		on.StrokeLine2(style, left+vg.Length(x1), bottom+vg.Length(y1), left+vg.Length(x2), bottom+vg.Length(y2))
	}
}

// legend names the series above the chart and tells how high it is; one series
// needs none.
func (c Chart) legend(on draw.Canvas, l Look) vg.Length {
	if len(c.Series) < 2 {
		return vg.Points(6)
	}
	size := vg.Points(l.Size)
	style := l.style(l.Ink, draw.XLeft, draw.YCenter)
	x, y := on.Min.X+vg.Points(4), on.Max.Y-size*.8
	for i, s := range c.Series {
		wide := size * 1.5
		if c.Kind == Lines || c.Kind == Pareto && i > 0 {
			line := draw.LineStyle{Color: l.tone(i), Width: vg.Points(1.4), Dashes: dashes[i%len(dashes)]}
			on.StrokeLine2(line, x, y, x+wide, y)
			on.DrawGlyph(draw.GlyphStyle{Color: l.tone(i), Radius: vg.Points(2), Shape: dots[i%len(dots)]}, vg.Point{X: x + wide/2, Y: y})
		} else {
			c.sign(on, l, i, x, y, wide)
		}
		x += wide + vg.Points(4)
		on.FillText(style, vg.Point{X: x, Y: y}, s.Name)
		x += style.Width(s.Name) + vg.Points(12)
	}
	return size * 1.9
}
