// Package chart draws the few charts that reports need, the same for screen,
// paper and pictures: lines over months, bars, bars in parts, bars with their
// running share, rows with intervals, and points between cuts. They are told apart by pattern as well as colour, so that a
// black-and-white printer loses nothing. It is handed labels and numbers; it
// knows no issue, no page and no widget. It is the only place that knows
// gonum/plot, of which it takes canvas, text and pictures: its package of axes
// reads a typeface of its own at every start, which costs 25 MB.
package chart

import (
	"fmt"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"ownerdesk/assets/fonts"
)

// Kind is what sort of chart.
type Kind int

// The kinds of charts.
const (
	Lines     Kind = iota // a line for each series
	Bars                  // groups of bars, one of each series
	Stacked               // one bar for each label, its parts the series
	Pareto                // bars of the first series, and a line of their running share
	Lying                 // bars from left to right with their intervals, a row for each label
	Dots                  // a point and its interval in the row of each label; the scale need not begin at 0
	Whole                 // one bar from left to right for each label, its parts the series, stretched to 100 %
	Quadrants             // named points between two cuts
)

// Chart is labels and numbers. A value that is not known is NaN: a line breaks
// there, a bar is left out.
type Chart struct {
	Kind   Kind
	Labels []string
	Series []Series
	// Percent says that values are shares from 0 to 1.
	Percent bool

	Digits int      // decimals of a value beside its bar or point
	Beside []string // words at the right end of each label's row, in place of the value
	Line   Line     // of Lying and Dots
	Plane  Plane    // of Quadrants
}

// Line is a value that all rows are held against; none without a name.
type Line struct {
	Name  string
	Value float64
}

// Series is one row of values, a value for each label, and the bounds of each
// where there are any.
type Series struct {
	Name      string
	Values    []float64
	Low, High []float64
}

// Empty reports whether there is nothing to draw.
func (c Chart) Empty() bool {
	if c.Kind == Quadrants {
		return len(c.Plane.Points) == 0
	}
	for _, s := range c.Series {
		for _, v := range s.Values {
			if !math.IsNaN(v) && v != 0 {
				return false
			}
		}
	}
	return true
}

// Look is the colours of a chart. Tones are those of the series, in their order.
type Look struct {
	Ink, Quiet, Rule, Ground color.Color
	Tones                    []color.Color
	// Size is that of text, in points.
	Size float64
}

// OnPaper is black ink and few colours, for a white page.
var OnPaper = Look{
	Ink: color.NRGBA{27, 33, 40, 255}, Quiet: color.NRGBA{91, 103, 117, 255}, Rule: color.NRGBA{206, 212, 218, 255}, Ground: color.White,
	Tones: []color.Color{
		color.NRGBA{29, 95, 191, 255}, color.NRGBA{20, 122, 80, 255}, color.NRGBA{166, 90, 8, 255}, color.NRGBA{176, 32, 54, 255}, color.NRGBA{91, 103, 117, 255},
	},
	Size: 8.5,
}

func (l Look) tone(i int) color.Color { return l.Tones[i%len(l.Tones)] }

// typeface is how our font is called among those of the library.
const typeface = "ours"

// once reads our two fonts for the library; its own are not used.
var once = sync.OnceValue(func() error {
	var faces font.Collection
	for weight, raw := range map[int][]byte{0: fonts.Regular, 1: fonts.Bold} {
		f, err := opentype.Parse(raw)
		if err != nil {
			return fmt.Errorf("read the font of charts: %w", err)
		}
		face := font.Face{Font: font.Font{Typeface: typeface}, Face: f}
		if weight == 1 {
			face.Font.Weight = 3 // bold, as package x/image/font counts
		}
		faces = append(faces, face)
	}
	font.DefaultCache.Add(faces)
	return nil
})

func (l Look) style(c color.Color, x draw.XAlignment, y draw.YAlignment) text.Style {
	return text.Style{
		Color: c, Font: font.Font{Typeface: typeface, Size: vg.Points(l.Size)},
		XAlign: x, YAlign: y, Handler: plain{font.DefaultCache},
	}
}

// Draw draws the chart into a canvas of the library, wide and high points large.
func (c Chart) Draw(on vg.Canvas, wide, high float64, l Look) error {
	if err := once(); err != nil {
		return err
	}
	area := draw.NewCanvas(on, vg.Points(wide), vg.Points(high))
	switch c.Kind {
	case Lying, Dots, Whole:
		c.rows(draw.Crop(area, 0, 0, 0, -c.legend(area, l)), l).draw()
		return nil
	case Quadrants:
		c.Plane.draw(area, l)
		return nil
	}
	f := c.frame(draw.Crop(area, 0, -vg.Points(2), 0, -c.legend(area, l)), l)
	for _, d := range c.drawers(l) {
		d.draw(f)
	}
	return nil
}
