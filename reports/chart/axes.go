package chart

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// frame is the part of a canvas between the words at the left and those below.
type frame struct {
	draw.Canvas
	labels int
	top    float64 // where the scale ends
}

// x is the middle of a label, y the height of a value.
func (f frame) x(label float64) vg.Length {
	return f.Min.X + (f.Max.X-f.Min.X)*vg.Length((label+.5)/float64(max(1, f.labels)))
}

func (f frame) y(value float64) vg.Length {
	return f.Min.Y + (f.Max.Y-f.Min.Y)*vg.Length(value/f.top)
}

// away is how far words stand from the frame.
const away = 4

// frame writes the words at the edges and the faint lines behind the values, and
// tells what is left for these.
func (c Chart) frame(on draw.Canvas, l Look) frame {
	top := c.top()
	left, below := l.style(l.Quiet, draw.XRight, draw.YCenter), l.style(l.Quiet, draw.XCenter, draw.YTop)
	wide, lines := vg.Length(0), 1
	marks := scale{top, c.Percent}.marks()
	for _, m := range marks {
		wide = max(wide, left.Width(m.words))
	}
	wide += vg.Points(away)
	words := c.words(float64(on.Max.X-on.Min.X-wide) / l.Size)
	for _, w := range words {
		lines = max(lines, strings.Count(w, "\n")+1)
	}
	high := vg.Points(l.Size*1.25)*vg.Length(lines) + vg.Points(away)
	f := frame{draw.Crop(on, wide, 0, high, -vg.Points(l.Size)), len(c.Labels), top}
	faint := draw.LineStyle{Color: l.Rule, Width: vg.Points(.5)}
	for _, m := range marks {
		y := f.y(m.value)
		if m.value > 0 {
			f.StrokeLine2(faint, f.Min.X, y, f.Max.X, y)
		}
		f.FillText(left, vg.Point{X: f.Min.X - vg.Points(away), Y: y}, m.words)
	}
	for i, w := range words {
		f.FillText(below, vg.Point{X: f.x(float64(i)), Y: f.Min.Y - vg.Points(away)}, w)
	}
	f.StrokeLine2(draw.LineStyle{Color: l.Quiet, Width: vg.Points(.6)}, f.Min.X, f.Min.Y, f.Max.X, f.Min.Y)
	return f
}

// top is where the scale ends: above the largest value, on a whole mark.
func (c Chart) top() float64 {
	largest := 0.0
	for i := range c.Labels {
		sum := 0.0
		for j, s := range c.Series {
			v := s.Values[i]
			if math.IsNaN(v) || c.Kind == Pareto && j > 0 {
				continue
			}
			if sum += v; c.Kind != Stacked {
				sum = v
			}
			largest = max(largest, sum)
		}
	}
	if c.Percent {
		return 1
	}
	step := stepOf(largest)
	top := math.Ceil(largest*1.08/step) * step
	return max(top, step)
}

// stepOf is how far the marks of a scale lie apart: 1, 2 or 5 times a power of
// ten, at most six of them. Counts have no marks between whole numbers.
func stepOf(largest float64) float64 {
	raw := max(largest/5, 1e-9)
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5, 10} {
		if m*power >= raw {
			return max(1, m*power)
		}
	}
	return 1
}

// scale marks the values at the left.
type scale struct {
	top     float64
	percent bool
}

// mark is one of them.
type mark struct {
	value float64
	words string
}

// marks lists the marks from 0 up.
func (s scale) marks() []mark {
	step := stepOf(s.top)
	if s.percent {
		step = .2
	}
	var all []mark
	for v := 0.0; v <= s.top+step/1000; v += step {
		words := strconv.FormatFloat(v, 'f', -1, 64)
		if s.percent {
			words = strconv.FormatFloat(v*100, 'f', 0, 64) + "%"
		}
		all = append(all, mark{v, words})
	}
	return all
}

// words are the labels, broken so that neighbours do not touch on a chart of so
// many characters' width.
func (c Chart) words(wide float64) []string {
	each := max(2, int(wide*.86/float64(max(1, len(c.Labels)))))
	words := make([]string, len(c.Labels))
	for i, w := range c.Labels {
		words[i] = broken(w, each)
	}
	return words
}

// broken breaks a label into lines of so many Chinese characters; letters take
// half the room. Only so many lines are shown, the rest is "…".
func broken(s string, width int) string {
	const most = 2
	var out []rune
	lines, used := 1, 0
	for _, r := range s {
		w := 2
		if r < 0x2e80 {
			w = 1
		}
		if used+w > 2*width {
			if lines == most {
				return string(out[:len(out)-1]) + "…"
			}
			out, lines, used = append(out, '\n'), lines+1, 0
		}
		out, used = append(out, r), used+w
	}
	return string(out)
}
