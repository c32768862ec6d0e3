package chart

import (
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Pad is a page to draw on: points of 1/72 inch from its lower left corner. So a
// chart becomes lines and text on paper, not a picture of them.
type Pad interface {
	Line(points [][2]float64, width float64, dashes []float64, c color.Color)
	Fill(points [][2]float64, c color.Color)
	// Write sets text with its baseline beginning at a point.
	Write(x, y, size float64, text string, c color.Color)
}

// OnPad draws the chart on a page, wide and high points large.
func (c Chart) OnPad(p Pad, wide, high float64, l Look) error {
	return c.Draw(&padded{pad: p, hand: hand{scale: [2]float64{1, 1}, color: color.Black, width: 1}}, wide, high, l)
}

// hand is what a canvas of the library remembers between strokes.
type hand struct {
	move, scale [2]float64
	color       color.Color
	width       float64
	dashes      []float64
}

// padded is a canvas of the library on a Pad. Charts here are never turned.
type padded struct {
	pad Pad
	hand
	kept []hand
}

var _ vg.Canvas = &padded{}

// SetLineWidth is for vg.Canvas.
func (p *padded) SetLineWidth(w vg.Length) { p.width = w.Points() }

// SetLineDash is for vg.Canvas; where a pattern begins makes no difference here.
func (p *padded) SetLineDash(pattern []vg.Length, _ vg.Length) {
	p.dashes = nil
	for _, d := range pattern {
		p.dashes = append(p.dashes, d.Points())
	}
}

// SetColor is for vg.Canvas.
func (p *padded) SetColor(c color.Color) {
	if c == nil {
		c = color.Black
	}
	p.color = c
}

// Rotate is for vg.Canvas; no chart here asks for it.
func (p *padded) Rotate(float64) {}

// Translate is for vg.Canvas.
func (p *padded) Translate(pt vg.Point) {
	p.move[0] += pt.X.Points() * p.scale[0]
	p.move[1] += pt.Y.Points() * p.scale[1]
}

// Scale is for vg.Canvas.
func (p *padded) Scale(x, y float64) { p.scale[0] *= x; p.scale[1] *= y }

// Push is for vg.Canvas.
func (p *padded) Push() { p.kept = append(p.kept, p.hand) }

// Pop is for vg.Canvas.
func (p *padded) Pop() {
	p.hand = p.kept[len(p.kept)-1]
	p.kept = p.kept[:len(p.kept)-1]
}

func (p *padded) at(pt vg.Point) [2]float64 {
	return [2]float64{p.move[0] + pt.X.Points()*p.scale[0], p.move[1] + pt.Y.Points()*p.scale[1]}
}

func seenIn(c color.Color) bool {
	_, _, _, a := c.RGBA()
	return a > 0
}

// Stroke is for vg.Canvas.
func (p *padded) Stroke(path vg.Path) {
	if p.width <= 0 || !seenIn(p.color) {
		return
	}
	for _, points := range p.runs(path) {
		p.pad.Line(points, p.width, p.dashes, p.color)
	}
}

// Fill is for vg.Canvas.
func (p *padded) Fill(path vg.Path) {
	if !seenIn(p.color) {
		return
	}
	for _, points := range p.runs(path) {
		p.pad.Fill(points, p.color)
	}
}

// arcSteps is how many straight lines stand for a whole circle.
const arcSteps = 24

// runs are the lines of a path, arcs as many short ones.
func (p *padded) runs(path vg.Path) [][][2]float64 {
	var all [][][2]float64
	var run [][2]float64
	end := func() {
		if len(run) > 1 {
			all = append(all, run)
		}
		run = nil
	}
	for _, c := range path {
		switch c.Type {
		case vg.MoveComp:
			end()
			run = append(run, p.at(c.Pos))
		case vg.LineComp, vg.CurveComp:
			run = append(run, p.at(c.Pos))
		case vg.ArcComp:
			steps := max(2, int(math.Abs(c.Angle)/(2*math.Pi)*arcSteps))
			for i := 0; i <= steps; i++ {
				sin, cos := math.Sincos(c.Start + c.Angle*float64(i)/float64(steps))
				run = append(run, p.at(vg.Point{X: c.Pos.X + c.Radius*vg.Length(cos), Y: c.Pos.Y + c.Radius*vg.Length(sin)}))
			}
		case vg.CloseComp:
			if len(run) > 0 {
				run = append(run, run[0])
			}
			end()
		}
	}
	end()
	return all
}

// FillString is for vg.Canvas.
func (p *padded) FillString(f font.Face, pt vg.Point, text string) {
	at := p.at(pt)
	p.pad.Write(at[0], at[1], f.Font.Size.Points(), text, p.color)
}

// DrawImage is for vg.Canvas; no chart here has one.
func (p *padded) DrawImage(vg.Rectangle, image.Image) {}
