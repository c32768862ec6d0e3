package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// A grid is a sheet while it is read.
type grid struct {
	book   *workbook
	part   sheetPart
	rows   [][]Cell
	row    int // from 0, the one being read
	col    int // from 0, the next one
	merges []area
}

// area is a merged cell, from 0, ends included.
type area struct{ top, left, bottom, right int }

func (w *workbook) readSheet(s sheetPart) ([][]Cell, error) {
	r, err := w.open(s.part)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, Problem{Kind: Damaged, Sheet: s.name, Detail: "no part " + s.part}
	}
	defer r.Close()
	g := &grid{book: w, part: s, row: -1}
	if err := g.read(decoder(r)); err != nil {
		return nil, g.say(err)
	}
	if err := g.merge(); err != nil {
		return nil, g.say(err)
	}
	return g.rows, nil
}

// say completes an error with the place up to which the sheet was read.
func (g *grid) say(err error) error {
	var p Problem
	if !errors.As(err, &p) {
		p = broken(err, g.part.part)
	}
	p.Sheet = g.part.name
	p.Row = g.row + 1
	if g.col > 0 {
		p.Column = letter(g.col - 1)
	}
	return p
}

func (g *grid) read(d *xml.Decoder) error {
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			err = g.begin(attr(e, "r"))
		case "c":
			err = g.cell(d, e)
		case "mergeCell":
			err = g.merged(attr(e, "ref"))
		}
		if err != nil {
			return err
		}
	}
}

// begin starts a row; its number may be left out or leap.
func (g *grid) begin(r string) error {
	next := g.row + 1
	if r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n <= g.row || n > maxRows {
			return Problem{Kind: Damaged, Detail: "row " + r}
		}
		next = n - 1
	}
	g.row, g.col = next, 0
	return nil
}

// cell reads one cell and keeps it if anything is in it.
func (g *grid) cell(d *xml.Decoder, e xml.StartElement) error {
	kind, style := "", -1
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "r":
			col, _, ok := reference(a.Value)
			if !ok || col < g.col {
				return Problem{Kind: Damaged, Detail: "cell " + a.Value}
			}
			g.col = col
		case "t":
			kind = a.Value
		case "s":
			if n, err := strconv.Atoi(a.Value); err == nil {
				style = n
			}
		}
	}
	value, formula, err := inside(d)
	if err != nil {
		return err
	}
	c := g.meant(kind, value, style)
	if formula {
		c.Formula = true
		c.NoCache = value == "" && kind != "str" || kind == "e"
	}
	g.col++
	if c == (Cell{}) {
		return nil
	}
	return g.put(g.row, g.col-1, c)
}

// inside reads what a cell holds: its value or inline text, and whether it is
// computed.
func inside(d *xml.Decoder) (value string, formula bool, err error) {
	in := ""
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			err = &xml.SyntaxError{Msg: "unexpected EOF"}
		}
		if err != nil {
			return "", false, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			in = t.Name.Local
			formula = formula || in == "f"
			if in == "is" {
				if value, err = textOf(d); err != nil {
					return "", false, err
				}
				continue
			}
			depth++
		case xml.EndElement:
			depth--
			in = ""
		case xml.CharData:
			if in == "v" {
				value += string(t)
			}
		}
	}
	return value, formula, nil
}

// meant turns a value into what it is meant to say.
func (g *grid) meant(kind, value string, style int) Cell {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(g.book.strings) {
			return Cell{}
		}
		return Cell{Text: g.book.strings[n]}
	case "inlineStr", "d":
		return Cell{Text: value}
	case "str":
		return Cell{Text: unescaped(value)}
	case "b":
		return Cell{Text: map[bool]string{true: "TRUE", false: "FALSE"}[truth(value)]}
	case "e":
		return Cell{} // #N/A says nothing
	}
	if value = strings.TrimSpace(value); value == "" {
		return Cell{}
	}
	return Cell{Text: g.book.shown(value, style)}
}

// put keeps a cell, and the empty ones before it.
func (g *grid) put(row, col int, c Cell) error {
	for len(g.rows) <= row {
		g.rows = append(g.rows, nil)
	}
	cells := g.rows[row]
	if more := col + 1 - len(cells); more > 0 {
		if g.book.cells += more; g.book.cells > maxCells {
			return Problem{Kind: TooLarge, Detail: "cells"}
		}
		if cells == nil && row > 0 {
			cells = make([]Cell, 0, max(col+1, min(len(g.rows[row-1]), 64)))
		}
		cells = append(cells, make([]Cell, more)...)
	}
	cells[col] = c
	g.rows[row] = cells
	return nil
}

// merged notes a merged cell.
func (g *grid) merged(ref string) error {
	from, to, ok := strings.Cut(ref, ":")
	left, top, ok1 := reference(from)
	right, bottom, ok2 := reference(to)
	if !ok || !ok1 || !ok2 || right < left || bottom < top {
		return Problem{Kind: Damaged, Detail: "merged " + ref}
	}
	g.merges = append(g.merges, area{top, left, bottom, right})
	return nil
}

// merge marks what lies under and beside merged cells, as far as the sheet is
// filled.
func (g *grid) merge() error {
	width := 0
	for _, row := range g.rows {
		width = max(width, len(row))
	}
	for _, m := range g.merges {
		if m.top >= len(g.rows) || m.left >= len(g.rows[m.top]) {
			continue
		}
		first := g.rows[m.top][m.left]
		for row := m.top; row <= min(m.bottom, len(g.rows)-1); row++ {
			for col := m.left; col <= min(m.right, width-1); col++ {
				if row == m.top && col == m.left {
					continue
				}
				c := Cell{Text: first.Text, Formula: first.Formula, NoCache: first.NoCache, Down: true}
				if col > m.left {
					c = Cell{Across: true}
				}
				g.book.cells++ // overlapping merges must not cost more than cells do
				if err := g.put(row, col, c); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// reference reads B12 as column 1 and row 11.
func reference(ref string) (col, row int, ok bool) {
	i := 0
	for ; i < len(ref) && (ref[i] >= 'A' && ref[i] <= 'Z' || ref[i] >= 'a' && ref[i] <= 'z'); i++ {
		col = col*26 + int(ref[i]&^0x20-'A') + 1
		if col > maxColumns {
			return 0, 0, false
		}
	}
	row, err := strconv.Atoi(ref[i:])
	if err != nil || col == 0 || row < 1 || row > maxRows {
		return 0, 0, false
	}
	return col - 1, row - 1, true
}
