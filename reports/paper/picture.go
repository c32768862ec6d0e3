package paper

import (
	"image/color"
	"strings"
)

// Picture is a drawing over the whole width, so many mm high. Draw is given a
// canvas and its size in points.
type Picture struct {
	High float64
	Draw func(on *Canvas, wide, high float64) error
}

func (b Picture) lay(f *flow) {
	y := f.claim(b.High)
	c := &Canvas{flow: f, x: f.left, y: y + b.High}
	if err := b.Draw(c, f.width()/point, b.High/point); err != nil && f.broken == nil {
		f.broken = err
	}
}

// Canvas is a part of a page to draw on, in points from its lower left corner.
type Canvas struct {
	flow *flow
	x, y float64 // the corner, in mm from the upper left of the page
}

func (c *Canvas) at(p [2]float64) [2]float64 { return [2]float64{c.x + p[0]*point, c.y - p[1]*point} }

func (c *Canvas) all(points [][2]float64) [][2]float64 {
	on := make([][2]float64, len(points))
	for i, p := range points {
		on[i] = c.at(p)
	}
	return on
}

// Line draws lines from point to point.
func (c *Canvas) Line(points [][2]float64, width float64, dashes []float64, in color.Color) {
	m := mark{kind: drawn, tone: coloured, points: c.all(points), size: width * point, hue: hueOf(in)}
	for _, d := range dashes {
		m.dashes = append(m.dashes, d*point)
	}
	c.flow.ink().add(m)
}

// Fill fills the area between points.
func (c *Canvas) Fill(points [][2]float64, in color.Color) {
	c.flow.ink().add(mark{kind: shaded, tone: coloured, points: c.all(points), hue: hueOf(in)})
}

// Write sets one line of text with its baseline beginning at a point. Like all
// text it passes the gate.
func (c *Canvas) Write(x, y, size float64, text string, in color.Color) {
	at := c.at([2]float64{x, y})
	text = strings.ReplaceAll(c.flow.gate.pass(text), string(joiner), "")
	c.flow.ink().add(mark{kind: written, tone: coloured, hue: hueOf(in), x: at[0], y: at[1], text: text, face: plain, size: size})
}

func hueOf(c color.Color) [3]int {
	r, g, b, _ := c.RGBA()
	return [3]int{int(r >> 8), int(g >> 8), int(b >> 8)}
}
