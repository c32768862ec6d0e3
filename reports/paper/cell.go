package paper

import "strings"

// Align is where text stands in a column.
type Align int

// The three ways to align.
const (
	Left Align = iota
	Centre
	Right
)

// side is the room left and right of the text in a cell, in mm.
const side = 1.6

// A line is one line of text, ready to be drawn.
type line struct {
	text string
	style
}

// A cell is one box of the grid with the lines in it.
type cell struct {
	x, w  float64
	pad   float64 // above and below the lines
	grey  bool
	again bool // said again where the row goes on on another page
	align Align
	lines []line
}

func (c cell) height() float64 {
	h := 2 * c.pad
	for _, l := range c.lines {
		h += l.pitch
	}
	return h
}

// strengthen sets a cell's lines in bold; they were measured in plain, which is a
// little slimmer.
func (c *cell) strengthen() {
	for i := range c.lines {
		c.lines[i].face = bold
	}
}

// split parts the lines into those that fit into h and the rest.
func (c cell) split(h float64) (now, later cell) {
	now, later = c, c
	if c.again && c.height() <= h {
		return now, later
	}
	h -= 2 * c.pad
	n := 0
	for n < len(c.lines) && c.lines[n].pitch <= h+.01 {
		h -= c.lines[n].pitch
		n++
	}
	now.lines, later.lines = c.lines[:n], c.lines[n:]
	return now, later
}

// set breaks a text into lines of a style that fit between the sides of a cell.
func (f *flow) set(s string, width float64, st style) []line {
	return f.fit(f.gate.pass(s), width, st)
}

// fit breaks a text that has passed the gate.
func (f *flow) fit(s string, width float64, st style) []line {
	if s == "" {
		return nil
	}
	var lines []line
	for _, text := range f.faces.wrap(s, width, st) {
		lines = append(lines, line{text, st})
	}
	return lines
}

// drawCell draws a box h high with its lines in it.
func (f *flow) drawCell(c cell, y, h float64) {
	if c.grey {
		f.ink().fill(c.x, y, c.w, h, pale)
	}
	f.ink().frame(c.x, y, c.w, h, hairline)
	f.drawLines(c.lines, c.x+side, y+c.pad, c.w-2*side, c.align)
}

func (f *flow) drawLines(lines []line, x, y, width float64, a Align) {
	for _, l := range lines {
		f.write(f.ink(), l, x, y, width, a)
		y += l.pitch
	}
}

// write draws one line into the box from x, y, width wide. Boxes to tick become
// shapes, since the font has none.
func (f *flow) write(on *ink, l line, x, y, width float64, a Align) {
	text := strings.TrimRightFunc(l.text, blank)
	switch a {
	case Right:
		x += width - f.faces.width(text, l.style)
	case Centre:
		x += (width - f.faces.width(text, l.style)) / 2
	}
	base := y + l.ascent()
	for text != "" {
		n := strings.IndexAny(text, string(openBox)+string(tickBox))
		if n < 0 {
			n = len(text)
		}
		x += f.pen(on, text[:n], x, base, l.style)
		if text = text[n:]; text == "" {
			return
		}
		r := []rune(text[:len(string(openBox))])[0]
		size := l.size * point
		on.tick(x+.03*size, base-.36*size, .84*size, r == tickBox)
		x += boxAdvance * size / 1000
		text = text[len(string(openBox)):]
	}
}

// pen puts a text without boxes on its baseline and gives the width it took.
func (f *flow) pen(on *ink, text string, x, base float64, st style) float64 {
	text = strings.ReplaceAll(text, string(joiner), "")
	if strings.TrimSpace(text) != "" {
		on.add(mark{kind: written, tone: st.tone, x: x, y: base, text: text, face: st.face, size: st.size})
	}
	return f.faces.width(text, st)
}
