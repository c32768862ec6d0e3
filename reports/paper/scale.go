package paper

import "strconv"

// Scale is a list of things to be judged, each with circles to mark from the best
// mark down to 1, and a box for "don't know". Its head is repeated on each page.
type Scale struct {
	Heads  []string // of the circles, the best first
	Rest   string   // of the box; none when empty
	Groups []ScaleGroup
	Low    float64 // of a row, at least, in mm
	Small  bool    // small print
}

// ScaleGroup is what belongs together, under a title.
type ScaleGroup struct {
	Title string
	Rows  []ScaleRow
}

// ScaleRow is one thing to be judged, with its number.
type ScaleRow struct{ No, Text string }

// Sizes of a scale in mm: the circle, the slimmest column, the column of numbers.
const (
	roundHalf  = 2.35
	slimScale  = 16.4
	scaleNo    = 8.5
	scaleInset = 1.6
)

// scaled is a scale with its measures.
type scaled struct {
	Scale
	*flow
	col, rest, text float64 // widths
	digit, item     style
}

func (b Scale) lay(f *flow) {
	s := scaled{Scale: b, flow: f, digit: style{plain, 9, muted, 4.6}, item: f.text}
	if b.Small {
		s.item = style{plain, 9, black, 4.1}
	}
	head := f.small
	head.tone = black
	s.col, s.rest = slimScale, 0
	for _, h := range b.Heads {
		s.col = max(s.col, f.longest(h, head)-2*side+1.4)
	}
	if b.Rest != "" {
		s.rest = max(slimScale, f.longest(b.Rest, head)-2*side+1.4)
	}
	s.text = f.width() - scaleNo - s.col*float64(len(b.Heads)) - s.rest
	s.heading(head)
	for _, g := range b.Groups {
		s.title(g.Title)
		for _, r := range g.Rows {
			s.row(r)
		}
	}
	f.again = nil
}

// heading waits to be set above the first row, and again on each page.
func (s scaled) heading(st style) {
	f, high := s.flow, 0.0
	heads := append(append([]string{}, s.Heads...), s.Rest)
	lines := make([][]line, len(heads))
	for i, h := range heads {
		lines[i] = f.set(h, s.wide(i)-.4, st)
		high = max(high, float64(len(lines[i]))*st.pitch)
	}
	high += 2
	f.again = &strip{h: high, draw: func(y float64) {
		f.ink().fill(f.left, y, f.width(), high, pale)
		for i, l := range lines {
			f.drawLines(l, s.x(i), y+(high-float64(len(l))*st.pitch)/2, s.wide(i), Centre)
		}
	}}
	f.lead = append(f.lead, &strip{h: f.gap / 2, gap: true}, f.again)
}

func (s scaled) x(i int) float64 { return s.left + scaleNo + s.text + float64(i)*s.col }

// wide is the width of a column.
func (s scaled) wide(i int) float64 {
	if i == len(s.Heads) {
		return s.rest
	}
	return s.col
}

func (s scaled) title(title string) {
	if title == "" {
		return
	}
	st := s.flow.text
	st.face = bold
	lines := s.set(title, s.flow.width()-4, st)
	h := float64(len(lines))*st.pitch + 1.6
	s.lead = append(s.lead, &strip{h: h, draw: func(y float64) {
		s.ink().fill(s.left, y+1.4, 1.2, h-2.2, accent)
		s.drawLines(lines, s.left+3, y+1.2, s.flow.width(), Left)
	}})
}

// row sets one line to be judged: no grid, only a hairline below.
func (s scaled) row(r ScaleRow) {
	no := s.item
	no.tone = muted
	lines := s.set(r.Text, s.text-scaleInset, s.item)
	pad := 1.4
	if s.Small {
		pad = .8
	}
	high := max(s.Low, float64(len(lines))*s.item.pitch+pad)
	y := s.claim(high)
	top := y + (high-float64(len(lines))*s.item.pitch)/2
	s.drawLines(s.set(r.No, scaleNo, no), s.left+scaleInset/2, top, scaleNo, Left)
	s.drawLines(lines, s.left+scaleNo, top, s.text, Left)
	for i := range s.Heads {
		s.round(s.x(i)+s.col/2, y+high/2, strconv.Itoa(len(s.Heads)-i), s.digit)
	}
	if s.Rest != "" {
		side := 1.6 * roundHalf
		s.ink().tick(s.x(len(s.Heads))+(s.rest-side)/2, y+high/2, side, false)
	}
	s.ink().rule(s.left, y+high, s.flow.width(), 0, thin, thread)
}

// round draws a circle to mark, with what it stands for in it.
func (f *flow) round(x, y float64, digit string, st style) {
	f.ink().add(mark{kind: rounded, tone: muted, x: x, y: y, w: roundHalf, size: thin})
	f.write(f.ink(), line{digit, st}, x-5, y-st.pitch/2, 10, Centre)
}

// Ladder is a question answered by one of many numbers, with what both ends mean.
type Ladder struct {
	From, To  int
	Low, High string
}

func (b Ladder) lay(f *flow) {
	n := b.To - b.From + 1
	step := f.width() / float64(n)
	st := style{plain, 9, muted, 4.6}
	low, high := f.set(b.Low, f.width()/2-4, f.small), f.set(b.High, f.width()/2-4, f.small)
	words := float64(max(len(low), len(high))) * f.small.pitch
	y := f.claim(8 + words)
	for i := range n {
		f.round(f.left+(float64(i)+.5)*step, y+4, strconv.Itoa(b.From+i), st)
	}
	f.drawLines(low, f.left+step/2-roundHalf, y+7.4, f.width()/2, Left)
	f.drawLines(high, f.left, y+7.4, f.width()-step/2+roundHalf, Right)
}

// Options are boxes to tick, in so many columns.
type Options struct {
	Items   []string
	Columns int
	On      int     // so many of them, from the first, are ticked
	Low     float64 // of a row, at least, in mm
}

func (b Options) lay(f *flow) {
	w := f.width() / float64(b.Columns)
	side := .84 * f.text.size * point
	for from := 0; from < len(b.Items); from += b.Columns {
		row := b.Items[from:min(from+b.Columns, len(b.Items))]
		lines, high := make([][]line, len(row)), max(b.Low, f.text.pitch+.8)
		for i, o := range row {
			lines[i] = f.set(o, w-side-4, f.text)
			high = max(high, float64(len(lines[i]))*f.text.pitch+.8)
		}
		y := f.claim(high)
		for i, l := range lines {
			x := f.left + float64(i)*w
			f.ink().tick(x, y+.4+f.text.pitch/2, side, from+i < b.On)
			f.drawLines(l, x+side+1.6, y+.4, w, Left)
		}
	}
}

// Ruled is lines to write on.
type Ruled struct {
	Lines int
	High  float64 // of one
}

func (b Ruled) lay(f *flow) {
	for range b.Lines {
		y := f.claim(b.High)
		f.ink().rule(f.left, y+b.High-.6, f.width(), 0, thin, hairline)
	}
}
