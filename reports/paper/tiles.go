package paper

import "strconv"

// Tiles are the few figures to see first, side by side.
type Tiles []Tile

// Tile is one of them: what it is, the figure, and what is to be known about it.
type Tile struct{ Label, Value, Note string }

// Point is what a reader should take away: one sentence, set off from the rest.
type Point string

// Caption says what the table or picture below it shows.
type Caption string

// List is short statements, each with a dot before it.
type List []string

// Between tiles, and within them, in mm.
const tileGap, tilePad = 3, 2.6

func (b Tiles) lay(f *flow) {
	if len(b) == 0 {
		return
	}
	w := (f.width() - tileGap*float64(len(b)-1)) / float64(len(b))
	inner := w - 2*tilePad
	value := style{bold, 20, black, 10.5}
	for _, t := range b {
		for value.size > 11 && f.faces.width(f.gate.pass(t.Value), value) > inner {
			value.size -= .5
		}
	}
	labels, values, notes := make([][]line, len(b)), make([][]line, len(b)), make([][]line, len(b))
	label, figure, note := 0.0, 0.0, 0.0
	for i, t := range b {
		labels[i], values[i], notes[i] = f.set(t.Label, inner, f.small), f.set(t.Value, inner, value), f.set(t.Note, inner, f.small)
		label = max(label, float64(len(labels[i]))*f.small.pitch)
		figure = max(figure, float64(len(values[i]))*value.pitch)
		note = max(note, float64(len(notes[i]))*f.small.pitch)
	}
	h := 2*tilePad + label + figure + note
	y := f.claim(h + f.gap)
	for i := range b {
		x := f.left + float64(i)*(w+tileGap)
		f.ink().fill(x, y, w, h, pale)
		f.ink().fill(x, y, w, .8, accent)
		f.drawLines(labels[i], x+tilePad, y+tilePad, inner, Left)
		f.drawLines(values[i], x+tilePad, y+tilePad+label, inner, Left)
		f.drawLines(notes[i], x+tilePad, y+tilePad+label+figure, inner, Left)
	}
}

func (b Point) lay(f *flow) {
	st := f.text
	st.face, st.size, st.pitch = bold, st.size+.5, st.pitch+.4
	lines := f.set(string(b), f.width()-9, st)
	h := float64(len(lines))*st.pitch + 4
	f.lead = append(f.lead, &strip{h: f.gap / 2, gap: true}, &strip{h: h, draw: func(y float64) {
		f.ink().fill(f.left, y, f.width(), h, pale)
		f.ink().fill(f.left, y, 1.6, h, accent)
		f.drawLines(lines, f.left+5, y+2, f.width(), Left)
	}}, &strip{h: f.gap, gap: true})
}

func (b Caption) lay(f *flow) {
	st := f.small
	st.face, st.tone = bold, black
	lines := f.set(string(b), f.width(), st)
	h := float64(len(lines))*st.pitch + 1
	f.lead = append(f.lead, &strip{h: f.gap, gap: true}, &strip{h: h, draw: func(y float64) {
		f.drawLines(lines, f.left, y, f.width(), Left)
	}})
}

func (b List) lay(f *flow) {
	for _, s := range b {
		lines := f.set(s, f.width()-6, f.text)
		if len(lines) == 0 {
			continue
		}
		h := float64(len(lines))*f.text.pitch + 1.4
		y := f.claim(h)
		f.ink().fill(f.left+1.6, y+f.text.pitch/2-.55, 1.1, 1.1, accent)
		f.drawLines(lines, f.left+6, y, f.width(), Left)
	}
}

func ordinalOf(n int) string { return strconv.Itoa(n) }
