package kit

import "fyne.io/fyne/v2"

// The room at the two ends of a row, and what a tick takes at its left.
const (
	rowMargin = 6
	barRoom   = 14 // the scroll bar lies over it
	tickSize  = 20
	tickRoom  = 28
)

// plan is the columns of a table as widths.
func (t *Table) plan() Columns {
	c := make(Columns, len(t.columns))
	for i, column := range t.columns {
		c[i] = column.Width
	}
	return c
}

// places tells where the cells of a row stand.
func (t *Table) places(width float32) []place {
	left := Px(rowMargin)
	if t.ticking {
		left += Px(tickRoom)
	}
	found := t.plan().places(width - left - Px(barRoom))
	for i := range found {
		found[i].x += left
	}
	return found
}

// tableCell is one cell of a row in view: words, a chip or a button.
type tableCell struct {
	right bool
	kind  pieceKind
	at    place
	high  float32
	line  *Cell
	chip  *Tag
	pill  *pill
}

func newTableCell(right bool, pressed func()) *tableCell {
	c := &tableCell{right: right, line: NewCell("", SizeBody, Body, false), chip: Chip(Plain, ""), pill: newPill(pressed)}
	if right {
		c.line.AlignRight()
	}
	c.chip.Hidden, c.pill.Hidden = true, true
	return c
}

func (c *tableCell) show(p Piece) {
	moved := c.kind != p.kind || p.kind != wordsPiece
	c.kind = p.kind
	c.line.Hidden = p.kind != wordsPiece
	c.chip.Hidden = p.kind != chipPiece || p.Text == ""
	c.pill.Hidden = p.kind != buttonPiece || p.Text == ""
	switch p.kind {
	case chipPiece:
		c.chip.Set(p.tone, p.Text)
	case buttonPiece:
		c.pill.set(p.Text, p.high)
	default:
		c.line.Set(p.Text, p.Role, p.Bold)
	}
	if moved {
		c.place()
	}
}

func (c *tableCell) lay(at place, high float32) {
	c.at, c.high = at, high
	c.place()
}

// place gives the piece that is shown its room, halfway between top and bottom.
func (c *tableCell) place() {
	switch c.kind {
	case chipPiece:
		size, x := c.chip.MinSize(), c.at.x
		if c.right {
			x += max(c.at.w-size.Width, 0)
		}
		c.put(c.chip, x, min(size.Width, c.at.w), size.Height)
	case buttonPiece:
		c.put(c.pill, c.at.x, c.at.w, min(c.high-Px(6), Px(31)))
	default:
		c.put(c.line, c.at.x, c.at.w, c.line.MinSize().Height)
	}
}

func (c *tableCell) put(o fyne.CanvasObject, x, w, h float32) {
	o.Move(fyne.NewPos(x, (c.high-h)/2))
	o.Resize(fyne.NewSize(w, h))
}

func (c *tableCell) refresh() {
	c.line.Refresh()
	c.chip.Refresh()
	c.pill.Refresh()
}
