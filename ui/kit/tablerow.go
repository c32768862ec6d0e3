package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tableRow is one row in view.
type tableRow struct {
	widget.BaseWidget
	table   *Table
	row     int
	shown   bool
	hovered bool

	ground *canvas.Rectangle
	below  *canvas.Rectangle
	box    *tickBox
	cells  []*tableCell
}

// clickRow opens at one click; a row that also waits for a second one would be
// slow to open.
type clickRow struct{ tableRow }

func (r *clickRow) body() *tableRow { return &r.tableRow }

// Tapped chooses and opens.
func (r *clickRow) Tapped(*fyne.PointEvent) {
	r.choose()
	r.table.open(r.row)
}

// doubleRow opens at two clicks.
type doubleRow struct{ tableRow }

func (r *doubleRow) body() *tableRow { return &r.tableRow }

// Tapped chooses.
func (r *doubleRow) Tapped(*fyne.PointEvent) { r.choose() }

// DoubleTapped opens.
func (r *doubleRow) DoubleTapped(*fyne.PointEvent) { r.table.open(r.row) }

func newTableSlot(t *Table) tableSlot {
	if t.oneClick {
		r := &clickRow{}
		r.build(t)
		r.ExtendBaseWidget(r)
		return r
	}
	r := &doubleRow{}
	r.build(t)
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) build(t *Table) {
	r.table, r.row = t, -1
	r.ground, r.below = &canvas.Rectangle{}, &canvas.Rectangle{}
	r.box = newTickBox(func() { t.tick(r.row) })
	for i := range t.columns {
		r.cells = append(r.cells, newTableCell(t.columns[i].Right, func() { t.act(r.row, i) }))
	}
}

// show fills the row; the same row again is filled only anew.
func (r *tableRow) show(row int, anew bool) {
	if r.row == row && !anew {
		return
	}
	r.row = row
	r.shown = row < r.table.rows.Count()
	var pieces []Piece
	if r.shown {
		pieces = r.table.rows.At(row)
	}
	for i, cell := range r.cells {
		if i < len(pieces) {
			cell.show(pieces[i])
		} else {
			cell.show(Piece{})
		}
	}
	r.mark()
}

// mark redraws whether the row is chosen, ticked or under the mouse.
func (r *tableRow) mark() {
	p := Pal()
	r.ground.FillColor, r.ground.CornerRadius = color.Transparent, Px(4)
	r.ground.StrokeColor, r.ground.StrokeWidth = color.Transparent, 0
	r.below.FillColor = color.Transparent
	if r.shown {
		r.below.FillColor = p.Line
		switch chosen := r.row == r.table.chosen; {
		case chosen:
			r.ground.FillColor = p.Wash[Info]
			if r.table.focused {
				r.ground.StrokeColor, r.ground.StrokeWidth = p.Accent, 1
			}
		case r.hovered:
			r.ground.FillColor = faint(p.Accent, 0x0C)
		}
	}
	r.box.set(r.shown && r.table.ticking, r.table.ticks[r.row])
	r.ground.Refresh()
	r.below.Refresh()
}

func (r *tableRow) choose() {
	if !r.shown {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.table); c != nil {
		c.Focus(r.table)
	}
	r.table.Select(r.row)
}

// MouseDown chooses at once, without waiting whether a second click comes.
func (r *tableRow) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		r.choose()
	}
}

// MouseUp is for Fyne.
func (r *tableRow) MouseUp(*desktop.MouseEvent) {}

// TappedSecondary chooses and asks for a menu.
func (r *tableRow) TappedSecondary(e *fyne.PointEvent) {
	r.choose()
	if r.shown && r.table.OnMenu != nil {
		Safely(func() { r.table.OnMenu(r.row, e.AbsolutePosition) })
	}
}

// MouseIn marks the row under the mouse.
func (r *tableRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.mark() }

// MouseMoved is for Fyne.
func (r *tableRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (r *tableRow) MouseOut() { r.hovered = false; r.mark() }

// CreateRenderer is for Fyne.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *tableRow }

func (w *rowRenderer) Layout(s fyne.Size) {
	r := w.r
	r.ground.Move(fyne.NewPos(0, 1))
	r.ground.Resize(s.SubtractWidthHeight(0, 2))
	r.below.Move(fyne.NewPos(0, s.Height-1))
	r.below.Resize(fyne.NewSize(s.Width, 1))
	r.box.Move(fyne.NewPos(Px(rowMargin), (s.Height-Px(tickSize))/2))
	r.box.Resize(fyne.NewSquareSize(Px(tickSize)))
	for i, p := range r.table.places(s.Width) {
		r.cells[i].lay(p, s.Height)
	}
}

func (w *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(1, Px(w.r.table.height)) }

func (w *rowRenderer) Refresh() {
	w.r.mark()
	for _, cell := range w.r.cells {
		cell.refresh()
	}
	w.Layout(w.r.Size())
	canvas.Refresh(w.r)
}

func (w *rowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{w.r.ground, w.r.below, w.r.box}
	for _, cell := range w.r.cells {
		objects = append(objects, cell.line, cell.chip, cell.pill)
	}
	return objects
}

func (w *rowRenderer) Destroy() {}
