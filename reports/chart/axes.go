package chart

import (
	"image/color"
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// axes sets the range, the marks and the words at the edges.
func (c Chart) axes(p *plot.Plot, l Look, wide float64) {
	top := c.top()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -.5, float64(len(c.Labels))-.5, 0, top
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Padding, a.LineStyle.Width, a.Label.Text = 0, 0, ""
		// Marks that are not seen keep their words away from the chart.
		a.Tick.LineStyle.Width, a.Tick.LineStyle.Color, a.Tick.Length = vg.Points(.1), color.Transparent, vg.Points(3)
	}
	p.X.LineStyle.Width, p.X.LineStyle.Color = vg.Points(.6), l.Quiet
	p.X.Tick.Label = l.style(l.Quiet, draw.XCenter, draw.YTop)
	p.Y.Tick.Label = l.style(l.Quiet, draw.XRight, draw.YCenter)
	p.X.Tick.Marker = marks(c.words(wide / l.Size))
	p.Y.Tick.Marker = scale{top, c.Percent}
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

// Ticks lists the marks.
func (s scale) Ticks(_, _ float64) []plot.Tick {
	step := stepOf(s.top)
	if s.percent {
		step = .2
	}
	var all []plot.Tick
	for v := 0.0; v <= s.top+step/1000; v += step {
		label := strconv.FormatFloat(v, 'f', -1, 64)
		if s.percent {
			label = strconv.FormatFloat(v*100, 'f', 0, 64) + "%"
		}
		all = append(all, plot.Tick{Value: v, Label: label})
	}
	return all
}

// marks are the words below.
type marks []string

// Ticks lists them.
func (m marks) Ticks(_, _ float64) []plot.Tick {
	all := make([]plot.Tick, len(m))
	for i, w := range m {
		all[i] = plot.Tick{Value: float64(i), Label: w}
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
