package paper

import "strings"

// Table is rows under a head that is repeated on each page.
type Table struct {
	Columns []Column
	Rows    [][]string
	Blank   int     // empty rows after them, high enough to write in
	Small   bool    // small print and low rows, for long lists
	Tight   bool    // with Small: rows as low as their text, for lists that would fill a page
	High    float64 // of each row, at least, in mm
	Sum     bool    // the last row adds up the others: it is set bold
}

// Column is one column of a table.
type Column struct {
	Title string
	Width float64 // in mm; columns with 0 share what is left
	Align Align
}

func (t Table) lay(f *flow) {
	if len(t.Columns) == 0 {
		return
	}
	xs, ws := t.grid(f)
	head := make([]cell, len(t.Columns))
	high := f.low - 1
	for i, c := range t.Columns {
		head[i] = f.tableCell(t, c.Title, xs[i], ws[i])
		head[i].grey, head[i].align = true, c.Align
	}
	t.pad(f, head, high)
	for _, c := range head {
		high = max(high, c.height())
	}
	again := &strip{h: high, draw: func(y float64) {
		for _, c := range head {
			f.drawCell(c, y, high)
		}
	}}
	if t.Tight && f.room() < high+fewest*t.low(f) && !f.atTop() {
		f.turn()
	}
	f.again = again
	f.lead = append(f.lead, f.again)
	t.rows(f, xs, ws)
	f.again = nil
}

func (t Table) rows(f *flow, xs, ws []float64) {
	low := t.low(f)
	for n := range len(t.Rows) + t.Blank {
		cells := make([]cell, len(t.Columns))
		for i, c := range t.Columns {
			text := ""
			if n < len(t.Rows) && i < len(t.Rows[n]) {
				text = t.Rows[n][i]
			}
			cells[i] = f.tableCell(t, text, xs[i], ws[i])
			cells[i].align = c.Align
			if t.Sum && n == len(t.Rows)-1 {
				cells[i].strengthen()
			}
		}
		// Where a row goes on on another page, its first cell says whose it is.
		cells[0].again = len(cells[0].lines) < 3
		t.pad(f, cells, low)
		if t.Sum && n == len(t.Rows)-2 {
			f.together(cells, max(low, t.High))
		}
		if n < len(t.Rows) {
			f.row(cells, max(low, t.High))
		} else {
			f.row(cells, max(f.hand, t.High))
		}
	}
	if len(t.Rows)+t.Blank == 0 {
		f.claim(0)
	}
}

// together turns the page before a row that would leave the sum after it, which is as
// high, alone on the next.
func (f *flow) together(cells []cell, low float64) {
	h := low
	for _, c := range cells {
		h = max(h, c.height())
	}
	if room := f.room() + hair; h <= room && 2*h > room && !f.atTop() {
		f.turn()
	}
}

// fewest is how many low rows of a long table must stand below its head.
const fewest = 4

func (t Table) low(f *flow) float64 {
	switch {
	case t.Small && t.Tight:
		return 5.5
	case t.Small:
		return 6.2
	}
	return f.low
}

func (t Table) pad(f *flow, cells []cell, low float64) {
	for i := range cells {
		cells[i].pad = max(.5, (low-t.style(f).pitch)/2)
	}
}

func (t Table) style(f *flow) style {
	st := f.text
	if t.Small {
		st = f.small
		st.tone = black
	}
	return st
}

func (f *flow) tableCell(t Table, text string, x, w float64) cell {
	return cell{x: x, w: w, lines: f.set(text, w-2*side, t.style(f))}
}

// grid gives the left edge and the width of each column.
func (t Table) grid(f *flow) (xs, ws []float64) {
	rest, open := f.width(), 0.0
	for _, c := range t.Columns {
		rest -= c.Width
		if c.Width == 0 {
			open++
		}
	}
	for _, c := range t.Columns {
		w := c.Width
		if w == 0 {
			w = rest / open
		}
		ws = append(ws, w)
	}
	t.widen(f, ws)
	x := f.left
	for _, w := range ws {
		xs, x = append(xs, x), x+w
	}
	return xs, ws
}

// widen gives columns with a word that is too long for them what the others can
// spare.
func (t Table) widen(f *flow, ws []float64) {
	needs, lacks, spare := make([]float64, len(ws)), 0.0, 0.0
	for i, c := range t.Columns {
		needs[i] = f.longest(c.Title, t.style(f))
		for _, r := range t.Rows[:min(len(t.Rows), looked)] {
			if i < len(r) {
				needs[i] = max(needs[i], f.longest(r[i], t.style(f)))
			}
		}
		lacks += max(0, needs[i]-ws[i])
		spare += max(0, ws[i]-max(needs[i], slimmest))
	}
	if lacks == 0 || lacks > spare {
		return
	}
	for i := range ws {
		ws[i] = max(ws[i]-max(0, ws[i]-max(needs[i], slimmest))*lacks/spare, needs[i])
	}
}

// looked is at how many rows the width of a column is measured.
const looked = 200

// longest is how much room the longest word of a text takes that would not be
// broken by a reader: a Latin one, or a number.
func (f *flow) longest(text string, st style) (w float64) {
	for _, word := range strings.Fields(text) {
		if len(word) <= 16 && strings.IndexFunc(word, func(r rune) bool { return r > 'z' || r < ' ' }) < 0 {
			w = max(w, f.faces.width(word, st)+2*side+hair)
		}
	}
	return w
}

// slimmest is how slim a column may become that gives some of its width away.
const slimmest = 18
