package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Cell is one line that takes the room it is given and ends in "…" where that ends.
type Cell struct {
	widget.BaseWidget
	full string
	line *canvas.Text
	size float32
	role Role
}

// NewCell is a cell that says s.
func NewCell(s string, size float32, role Role, heavy bool) *Cell {
	c := &Cell{full: s, line: canvas.NewText(s, nil), size: size, role: role}
	c.line.TextStyle.Bold = heavy
	c.ExtendBaseWidget(c)
	c.dress()
	return c
}

// SetText changes what the cell says.
func (c *Cell) SetText(s string) { c.Set(s, c.role, c.line.TextStyle.Bold) }

// Set changes what the cell says and how; it does nothing when nothing changes.
func (c *Cell) Set(s string, role Role, heavy bool) {
	if c.full == s && c.role == role && c.line.TextStyle.Bold == heavy {
		return
	}
	c.full, c.role, c.line.TextStyle.Bold = s, role, heavy
	c.Refresh()
}

// Text is all the cell has to say, shown or not.
func (c *Cell) Text() string { return c.full }

// Shown is what there is room for.
func (c *Cell) Shown() string { return c.line.Text }

// AlignRight lets the text end where its room ends, as numbers do.
func (c *Cell) AlignRight() *Cell {
	c.line.Alignment = fyne.TextAlignTrailing
	return c
}

// MinSize asks for no width: a cell can always say less.
func (c *Cell) MinSize() fyne.Size {
	return fyne.NewSize(0, fyne.MeasureText("國", Px(c.size), c.line.TextStyle).Height)
}

// Resize fits the words into the new room.
func (c *Cell) Resize(s fyne.Size) {
	same := s.Width == c.Size().Width
	c.BaseWidget.Resize(s)
	if !same {
		c.fit()
	}
}

// Refresh draws the cell in the look worn now.
func (c *Cell) Refresh() {
	c.dress()
	c.fit()
	c.BaseWidget.Refresh()
}

func (c *Cell) dress() { c.line.Color, c.line.TextSize = c.role.colour(), Px(c.size) }

func (c *Cell) fit() {
	shown := Fit(c.full, c.line.TextSize, c.line.TextStyle, c.Size().Width)
	if shown != c.line.Text {
		c.line.Text = shown
		c.line.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (c *Cell) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.line) }

// Fit cuts s to a width and ends it in "…" when it had to.
func Fit(s string, size float32, style fyne.TextStyle, width float32) string {
	wide := func(s string) bool { return fyne.MeasureText(s, size, style).Width > width+0.5 }
	if s == "" || !wide(s) {
		return s
	}
	runes := []rune(s)
	keep := sort.Search(len(runes), func(n int) bool { return wide(string(runes[:n+1]) + "…") })
	return string(runes[:keep]) + "…"
}
