package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Plane is points between two cuts that make four quadrants. Corners are what these
// are called: upper left, upper right, lower left, lower right.
type Plane struct {
	Points  []Point
	Cut     [2]float64
	Axes    [2]string // to the right, and up
	Corners [4]string
}

// Point is one of them. In which corner it stands is handed in, so that what lies
// on a cut is drawn as it was counted.
type Point struct {
	Name   string
	X, Y   float64
	Corner int
}

// plane is a Plane on a canvas.
type plane struct {
	Plane
	draw.Canvas
	look     Look
	from, to [2]float64
	taken    []vg.Rectangle
}

// draw draws the axes, the quadrants, the points and their names.
func (p Plane) draw(on draw.Canvas, l Look) {
	v := p.on(on, l)
	v.ground(on)
	v.names()
	for i, pt := range p.Points {
		v.DrawGlyph(draw.GlyphStyle{Color: l.Ground, Radius: vg.Points(4.2), Shape: corners[pt.Corner%4]}, v.at(i))
		v.DrawGlyph(draw.GlyphStyle{Color: l.tone(cornerTones[pt.Corner%4]), Radius: vg.Points(3.2), Shape: corners[pt.Corner%4]}, v.at(i))
	}
}

// on parts a canvas.
func (p Plane) on(on draw.Canvas, l Look) plane {
	size := vg.Points(l.Size)
	v := plane{Plane: p, look: l, Canvas: draw.Crop(on, size*3.2, -vg.Points(4), size*3.4, -size*1.8)}
	for axis := range 2 {
		v.from[axis], v.to[axis] = p.reach(axis)
	}
	return v
}

// names keeps points and cuts free, then writes name after name.
func (v *plane) names() {
	a, b, thin, r := v.x(v.Cut[0]), v.y(v.Cut[1]), vg.Points(1), vg.Points(4)
	v.taken = append(v.taken,
		vg.Rectangle{Min: vg.Point{X: a - thin, Y: v.Min.Y}, Max: vg.Point{X: a + thin, Y: v.Max.Y}},
		vg.Rectangle{Min: vg.Point{X: v.Min.X, Y: b - thin}, Max: vg.Point{X: v.Max.X, Y: b + thin}})
	for i := range v.Points {
		at := v.at(i)
		v.taken = append(v.taken, vg.Rectangle{Min: vg.Point{X: at.X - r, Y: at.Y - r}, Max: vg.Point{X: at.X + r, Y: at.Y + r}})
	}
	for i := range v.Points {
		v.name(i)
	}
}

// corners are the marks of the four quadrants, and cornerTones their tones: what to
// mend first is red.
var (
	corners     = []draw.GlyphDrawer{draw.TriangleGlyph{}, draw.CircleGlyph{}, draw.PlusGlyph{}, draw.SquareGlyph{}}
	cornerTones = []int{3, 0, 2, 1}
)

// reach is how far an axis goes, with room around the points.
func (p Plane) reach(axis int) (from, to float64) {
	from, to = p.Cut[axis], p.Cut[axis]
	for _, pt := range p.Points {
		v := [2]float64{pt.X, pt.Y}[axis]
		from, to = min(from, v), max(to, v)
	}
	room := max((to-from)*.16, 1e-3)
	return from - room, to + room
}

func (v plane) x(value float64) vg.Length {
	return v.Min.X + (v.Max.X-v.Min.X)*vg.Length((value-v.from[0])/(v.to[0]-v.from[0]))
}

func (v plane) y(value float64) vg.Length {
	return v.Min.Y + (v.Max.Y-v.Min.Y)*vg.Length((value-v.from[1])/(v.to[1]-v.from[1]))
}

func (v plane) at(i int) vg.Point { return vg.Point{X: v.x(v.Points[i].X), Y: v.y(v.Points[i].Y)} }

// ground draws the frame, the cuts, the scales and what the quadrants are called.
func (v *plane) ground(on draw.Canvas) {
	l, a, b := v.look, v.x(v.Cut[0]), v.y(v.Cut[1])
	first := draw.LineStyle{Color: l.Rule, Width: vg.Points(.6)}
	v.FillPolygon(l.wash(l.Rule), []vg.Point{{X: v.Min.X, Y: b}, {X: a, Y: b}, {X: a, Y: v.Max.Y}, {X: v.Min.X, Y: v.Max.Y}})
	v.StrokeLines(first, []vg.Point{v.Min, {X: v.Max.X, Y: v.Min.Y}, v.Max, {X: v.Min.X, Y: v.Max.Y}, v.Min})
	cut := draw.LineStyle{Color: l.Quiet, Width: vg.Points(.8), Dashes: dashes[1]}
	v.StrokeLine2(cut, a, v.Min.Y, a, v.Max.Y)
	v.StrokeLine2(cut, v.Min.X, b, v.Max.X, b)
	for n, corner := range []struct {
		at vg.Point
		x  draw.XAlignment
		y  draw.YAlignment
	}{
		{vg.Point{X: v.Min.X, Y: v.Max.Y}, draw.XLeft, draw.YTop}, {v.Max, draw.XRight, draw.YTop},
		{v.Min, draw.XLeft, draw.YBottom}, {vg.Point{X: v.Max.X, Y: v.Min.Y}, draw.XRight, draw.YBottom},
	} {
		in, up := vg.Points(5), vg.Points(4)
		if corner.x == draw.XRight {
			in = -in
		}
		if corner.y == draw.YTop {
			up = -up
		}
		style := l.style(l.Quiet, corner.x, corner.y)
		at := vg.Point{X: corner.at.X + in, Y: corner.at.Y + up}
		v.FillText(style, at, v.Corners[n])
		v.taken = append(v.taken, spot(at, style.Width(v.Corners[n]), vg.Points(l.Size*1.2), int(math.Round(float64(corner.x))), up < 0))
	}
	v.scales(on)
}

// spot is the place of words beside a point.
func spot(at vg.Point, wide, high vg.Length, align int, below bool) vg.Rectangle {
	r := vg.Rectangle{Min: vg.Point{X: at.X + wide*vg.Length(align), Y: at.Y}}
	if below {
		r.Min.Y -= high
	}
	r.Max = vg.Point{X: r.Min.X + wide, Y: r.Min.Y + high}
	return r
}

// scales writes a few figures and the names of both axes.
func (v plane) scales(on draw.Canvas) {
	l := v.look
	below, left := l.style(l.Quiet, draw.XCenter, draw.YTop), l.style(l.Quiet, draw.XRight, draw.YCenter)
	for _, m := range fine(v.from[0], v.to[0]) {
		v.FillText(below, vg.Point{X: v.x(m.value), Y: v.Min.Y - vg.Points(away-1)}, m.words)
	}
	for _, m := range fine(v.from[1], v.to[1]) {
		v.FillText(left, vg.Point{X: v.Min.X - vg.Points(away), Y: v.y(m.value)}, m.words)
	}
	v.FillText(l.style(l.Ink, draw.XRight, draw.YBottom), vg.Point{X: v.Max.X, Y: on.Min.Y + vg.Points(2)}, v.Axes[0])
	v.FillText(l.style(l.Ink, draw.XLeft, draw.YBottom), vg.Point{X: on.Min.X, Y: v.Max.Y + vg.Points(away)}, v.Axes[1])
}

// fine are marks at 1, 2 or 5 times a power of ten, below 1 too.
func fine(from, to float64) []mark {
	raw := (to - from) / 5
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * power
	for _, m := range []float64{5, 2, 1} {
		if m*power >= raw {
			step = m * power
		}
	}
	digits := max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	var all []mark
	for n := math.Ceil(from / step); n*step <= to; n++ {
		all = append(all, mark{n * step, strconv.FormatFloat(n*step, 'f', digits, 64)})
	}
	return all
}

// name writes a point's name at the nearest place that is free, with a thin line to
// it where that is far.
func (v *plane) name(i int) {
	at, style := v.at(i), v.look.style(v.look.Ink, draw.XLeft, draw.YBottom)
	wide, high := style.Width(v.Points[i].Name), vg.Points(v.look.Size*1.1)
	best, cost := vg.Rectangle{}, math.Inf(1)
	for _, far := range []float64{5.5, 11, 18, 26, 36, 48, 62} {
		for _, way := range ways {
			min := vg.Point{
				X: at.X + vg.Points(far*way[0]) - wide*vg.Length((1-way[0])/2),
				Y: at.Y + vg.Points(far*way[1]) - high*vg.Length((1-way[1])/2),
			}
			r := vg.Rectangle{Min: min, Max: vg.Point{X: min.X + wide, Y: min.Y + high}}
			if c := v.crowd(r)*1000 + far; c < cost {
				best, cost = r, c
			}
		}
		if cost < 2*far {
			break
		}
	}
	v.taken = append(v.taken, best)
	if end, far := nearest(best, at); far > vg.Points(8) {
		v.StrokeLine2(draw.LineStyle{Color: v.look.Quiet, Width: vg.Points(.4)}, at.X, at.Y, end.X, end.Y)
	}
	v.FillText(style, vg.Point{X: best.Min.X, Y: best.Min.Y + high*.2}, v.Points[i].Name)
}

// ways are where a name may stand from its point: right and left of it first.
var ways = [][2]float64{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}

// crowd is how much of a place is taken or out of the frame, in parts of it.
func (v plane) crowd(r vg.Rectangle) float64 {
	whole := float64((r.Max.X - r.Min.X) * (r.Max.Y - r.Min.Y))
	lost := whole - shared(r, v.Rectangle)
	for _, t := range v.taken {
		lost += shared(r, t)
	}
	return lost / max(whole, 1e-9)
}

// shared is the area that two rectangles share.
func shared(a, b vg.Rectangle) float64 {
	wide := min(a.Max.X, b.Max.X) - max(a.Min.X, b.Min.X)
	high := min(a.Max.Y, b.Max.Y) - max(a.Min.Y, b.Min.Y)
	if wide <= 0 || high <= 0 {
		return 0
	}
	return float64(wide * high)
}

// nearest is the point of a rectangle that is nearest to another, and how far it is.
func nearest(r vg.Rectangle, to vg.Point) (vg.Point, vg.Length) {
	at := vg.Point{X: min(max(to.X, r.Min.X), r.Max.X), Y: min(max(to.Y, r.Min.Y), r.Max.Y)}
	return at, vg.Length(math.Hypot(float64(at.X-to.X), float64(at.Y-to.Y)))
}
