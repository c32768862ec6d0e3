package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHead is the titles of the columns, above the rows.
type tableHead struct {
	widget.BaseWidget
	table *Table
	box   *tickBox
	cells []*headCell
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t}
	h.box = newTickBox(func() { t.TickAll(len(t.ticks) < t.rows.Count()) })
	for i := range t.columns {
		h.cells = append(h.cells, newHeadCell(t, &t.columns[i]))
	}
	h.ExtendBaseWidget(h)
	return h
}

func (h *tableHead) build() {
	h.say()
	h.Refresh()
}

// say shows what is sorted by and whether all rows are ticked.
func (h *tableHead) say() {
	n := h.table.rows.Count()
	h.box.set(h.table.ticking, n > 0 && len(h.table.ticks) == n)
	for _, cell := range h.cells {
		cell.say()
	}
}

func (h *tableHead) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{h} }

type headRenderer struct{ h *tableHead }

func (r *headRenderer) Layout(s fyne.Size) {
	r.h.box.Move(fyne.NewPos(Px(rowMargin), (s.Height-Px(tickSize))/2))
	r.h.box.Resize(fyne.NewSquareSize(Px(tickSize)))
	for i, p := range r.h.table.places(s.Width) {
		r.h.cells[i].Move(fyne.NewPos(p.x, 0))
		r.h.cells[i].Resize(fyne.NewSize(p.w, s.Height))
	}
}

func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(1, Px(30)) }

func (r *headRenderer) Refresh() {
	r.h.say()
	for _, cell := range r.h.cells {
		cell.Refresh()
	}
	r.Layout(r.h.Size())
}

func (r *headRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.h.box}
	for _, cell := range r.h.cells {
		objects = append(objects, cell)
	}
	return objects
}

func (r *headRenderer) Destroy() {}

// headCell is the title of one column; pressing it sorts.
type headCell struct {
	widget.BaseWidget
	table  *Table
	column *Column
	title  *Cell
	arrow  *widget.Icon
}

func newHeadCell(t *Table, c *Column) *headCell {
	h := &headCell{table: t, column: c, title: NewCell(c.Title, SizeLabel, Quiet, false), arrow: widget.NewIcon(nil)}
	if c.Right {
		h.title.AlignRight()
	}
	h.arrow.Hidden = true
	h.ExtendBaseWidget(h)
	return h
}

func (h *headCell) sorted() bool {
	return h.column.Sort != "" && h.table.sorted == h.column.Sort
}

func (h *headCell) say() {
	h.arrow.Hidden = !h.sorted()
	if h.sorted() {
		h.arrow.SetResource(theme.NewPrimaryThemedResource(theme.MenuDropUpIcon()))
		if h.table.down {
			h.arrow.SetResource(theme.NewPrimaryThemedResource(theme.MenuDropDownIcon()))
		}
		h.title.Set(h.column.Title, Accent, true)
	} else {
		h.title.Set(h.column.Title, Quiet, false)
	}
	h.Refresh()
}

// Tapped sorts by the column.
func (h *headCell) Tapped(*fyne.PointEvent) {
	if h.column.Sort != "" {
		h.table.sort(h.column.Sort)
	}
}

// Cursor is a hand where pressing sorts.
func (h *headCell) Cursor() desktop.Cursor {
	if h.column.Sort != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (h *headCell) CreateRenderer() fyne.WidgetRenderer { return &headCellRenderer{h} }

type headCellRenderer struct{ h *headCell }

// Layout puts the arrow right after the title.
func (r *headCellRenderer) Layout(s fyne.Size) {
	h, arrow := r.h, float32(0)
	if h.sorted() {
		arrow = Px(16)
	}
	words := min(fyne.MeasureText(h.column.Title, Px(SizeLabel), h.title.line.TextStyle).Width+1, s.Width-arrow)
	x := float32(0)
	if h.column.Right {
		x = s.Width - words - arrow
	}
	high := h.title.MinSize().Height
	h.title.Move(fyne.NewPos(x, (s.Height-high)/2))
	h.title.Resize(fyne.NewSize(words, high))
	h.arrow.Move(fyne.NewPos(x+words, (s.Height-Px(16))/2))
	h.arrow.Resize(fyne.NewSquareSize(Px(16)))
}

func (r *headCellRenderer) MinSize() fyne.Size { return fyne.NewSize(1, Px(30)) }

func (r *headCellRenderer) Refresh() {
	r.h.title.Refresh()
	r.Layout(r.h.Size())
}

func (r *headCellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.h.title, r.h.arrow}
}

func (r *headCellRenderer) Destroy() {}
