package paper

// Foot stands at the end of the page it is met on, whatever comes after it; what
// comes after ends above it. High is what it takes at least.
type Foot struct {
	Blocks []Block
	High   float64
}

func (b Foot) lay(f *flow) {
	f.claim(0)
	own := f.highOf(b.Blocks)
	high := max(b.High, own)
	if f.end-high < f.y-hair && !f.atTop() {
		f.turn()
		f.claim(0)
	}
	y, begin, end := f.y, f.begin, f.end
	f.y, f.begin = end-own, end-own
	f.layAll(b.Blocks)
	f.claim(0)
	f.y, f.begin, f.end = y, begin, end-high
}

// highOf is how high blocks are at the top of a page.
func (f *flow) highOf(blocks []Block) float64 {
	was := f.here()
	f.start(f.opens)
	f.layAll(blocks)
	f.claim(0)
	high := f.y - f.opens
	f.back(was)
	return high
}

// Panel is what is to be read first or kept: labels and texts in small print on a
// pale ground.
type Panel [][2]string

func (b Panel) lay(f *flow) {
	label, text := f.small, f.small
	label.face, label.tone, text.tone = bold, black, black
	side, pad := 0.0, 2.2
	for _, r := range b {
		side = max(side, f.faces.width(f.gate.pass(r[0]), label)+3)
	}
	side = min(side, f.width()/3)
	heads, texts, highs, all := make([][]line, len(b)), make([][]line, len(b)), make([]float64, len(b)), 2*pad
	for i, r := range b {
		heads[i], texts[i] = f.set(r[0], side-1, label), f.set(r[1], f.width()-side-2*pad-2, text)
		highs[i] = float64(max(len(heads[i]), len(texts[i])))*text.pitch + .5
		all += highs[i]
	}
	y := f.claim(all)
	f.ink().fill(f.left, y, f.width(), all, pale)
	f.ink().fill(f.left, y, 1.2, all, accent)
	y += pad
	for i := range b {
		f.drawLines(heads[i], f.left+pad+1.6, y, side, Left)
		f.drawLines(texts[i], f.left+pad+1.6+side, y, f.width(), Left)
		y += highs[i]
	}
}

// Labels are small sheets side by side, to be cut apart or peeled off: each has its
// lines, the first in bold.
type Labels struct {
	Across, Down int
	Items        [][]string
}

func (b Labels) lay(f *flow) {
	w, h := f.wide/float64(b.Across), f.high/float64(b.Down)
	for i, item := range b.Items {
		n := i % (b.Across * b.Down)
		if i > 0 && n == 0 {
			f.turn()
		}
		b.label(f, item, float64(n%b.Across)*w, float64(n/b.Across)*h, w, h)
	}
	f.y = f.end
}

// labelPad keeps words clear of the edge, and of a printer that cannot reach it.
const labelPad = 6

func (b Labels) label(f *flow, item []string, x, y, w, h float64) {
	var lines []line
	st := f.text
	for size := st.size + 1; size >= smallest; size -= .5 {
		st.size, st.pitch = size, size*point*1.45
		lines = nil
		for i, s := range item {
			one := st
			if i == 0 {
				one.face = bold
			}
			lines = append(lines, f.set(s, w-2*labelPad, one)...)
		}
		if float64(len(lines))*st.pitch <= h-labelPad {
			break
		}
	}
	for len(lines) > 0 && float64(len(lines))*st.pitch > h-2 {
		lines = lines[:len(lines)-1]
	}
	f.drawLines(lines, x+labelPad, y+(h-float64(len(lines))*st.pitch)/2, w-2*labelPad, Left)
}
