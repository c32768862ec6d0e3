package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Column is one column of a table.
type Column struct {
	Title string
	Width float32 // 0 takes what is left
	Right bool    // numbers and dates that are compared stand right
	Sort  string  // what OnSort is told; "" cannot be sorted by
}

// Rows are what a table shows. At is asked for the rows in view only, while
// drawing: it must answer from memory. It may answer nil for a row that is
// still on its way; Table.Redraw shows it once it came.
type Rows interface {
	Count() int
	At(i int) []Piece
}

// Heights of rows: the working list, and tables with much in them.
const (
	RowWorking float32 = 46
	RowDense   float32 = 32
)

// Table is a list of any length in columns. Mouse and keyboard can do the same
// in it: choose a row, open it, tick it for a step with many, do its next step.
type Table struct {
	widget.BaseWidget
	Keyed

	OnOpen   func(row int)                   // double click or Enter; one click after OneClick
	OnSelect func(row int)                   // another row was chosen
	OnAction func(row, column int)           // a row's button, or Space where nothing is ticked
	OnSort   func(key string, down bool)     // a head was pressed
	OnTicks  func()                          // a tick was set or taken away
	OnMenu   func(row int, at fyne.Position) // the other mouse button
	OnRune   func(row int, typed rune)       // a character was typed on a row, in half width

	columns  []Column
	rows     Rows
	height   float32
	ticking  bool
	oneClick bool
	bare     bool

	chosen int
	ticks  map[int]bool
	sorted string
	down   bool

	focused bool
	head    *tableHead
	view    *tableView
	none    *fyne.Container
	veil    *veil
}

// NewTable is empty; height is RowWorking or RowDense.
func NewTable(height float32, columns ...Column) *Table {
	t := &Table{columns: columns, rows: noRows{}, height: height, chosen: -1, ticks: map[int]bool{}}
	t.head = newTableHead(t)
	t.view = newTableView(t)
	t.none = container.NewStack()
	t.veil = newVeil()
	t.ExtendBaseWidget(t)
	return t
}

// OneClick lets a row open at the first click. It waits for no second one.
func (t *Table) OneClick() *Table {
	t.oneClick = true
	t.view.forget()
	return t
}

// Ticking puts boxes before the rows, for a step with many of them.
func (t *Table) Ticking() *Table {
	t.ticking = true
	t.head.build()
	t.view.forget()
	return t
}

// Bare leaves the titles of the columns away.
func (t *Table) Bare() *Table {
	t.bare = true
	return t
}

// WhenEmpty is shown in place of no rows.
func (t *Table) WhenEmpty(o fyne.CanvasObject) *Table {
	t.none.Objects = []fyne.CanvasObject{o}
	t.none.Refresh()
	return t
}

// SetRows shows other rows, from the top. Ticks and choice are forgotten: they
// are about places in the list, and another row may stand there now.
func (t *Table) SetRows(r Rows) {
	t.rows = r
	t.chosen = -1
	t.forgetTicks()
	t.view.top()
	t.settle()
}

// Refill shows the same list after it changed: it stays where it is, the
// choice too if there still is such a place. Ticks are forgotten.
func (t *Table) Refill(r Rows) {
	t.rows = r
	t.chosen = min(t.chosen, r.Count()-1)
	t.forgetTicks()
	t.settle()
}

// Redraw asks for the rows in view again.
func (t *Table) Redraw() { t.settle() }

func (t *Table) settle() {
	if t.focused && t.chosen < 0 && t.rows.Count() > 0 {
		t.chosen = 0 // the keyboard came before the rows did
	}
	t.none.Hidden = t.rows.Count() > 0
	t.head.say()
	t.view.refill()
	t.Refresh()
}

// SetBusy greys the rows while others are fetched.
func (t *Table) SetBusy(busy bool) {
	if t.veil.Hidden == busy {
		t.veil.Hidden = !busy
		t.veil.Refresh()
	}
}

// Count is how many rows there are.
func (t *Table) Count() int { return t.rows.Count() }

// Selected is the row chosen, -1 if none is.
func (t *Table) Selected() int { return t.chosen }

// Select chooses a row and brings it into view; -1 chooses none.
func (t *Table) Select(row int) {
	if row < -1 || row >= t.rows.Count() {
		return
	}
	changed := t.chosen != row
	t.chosen = row
	t.view.reveal(row)
	t.view.mark()
	if changed && row >= 0 && t.OnSelect != nil {
		Safely(func() { t.OnSelect(row) })
	}
}

// SortedBy shows by which column the rows are sorted; it does not call OnSort.
func (t *Table) SortedBy(key string, down bool) {
	t.sorted, t.down = key, down
	t.head.say()
}

// sort is what pressing a head does: first that column, then the other way round.
func (t *Table) sort(key string) {
	down := t.sorted == key && !t.down
	t.SortedBy(key, down)
	if t.OnSort != nil {
		Safely(func() { t.OnSort(key, down) })
	}
}

func (t *Table) open(row int) {
	if row >= 0 && row < t.rows.Count() && t.OnOpen != nil {
		Safely(func() { t.OnOpen(row) })
	}
}

func (t *Table) act(row, column int) {
	t.Select(row)
	if t.OnAction != nil {
		Safely(func() { t.OnAction(row, column) })
	}
}

// FocusGained shows where the keyboard is.
func (t *Table) FocusGained() {
	t.focused = true
	if t.chosen < 0 && t.rows.Count() > 0 {
		t.chosen = 0
	}
	t.view.mark()
}

// FocusLost shows that the keyboard is elsewhere.
func (t *Table) FocusLost() {
	t.focused = false
	t.view.mark()
}

// TypedRune tells what was typed on the row that is chosen.
func (t *Table) TypedRune(typed rune) {
	if t.chosen >= 0 && t.OnRune != nil {
		Safely(func() { t.OnRune(t.chosen, halfWidth(typed)) })
	}
}

// CreateRenderer is for Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	top := container.NewVBox(t.head, Line())
	top.Hidden = t.bare
	return widget.NewSimpleRenderer(container.NewBorder(top, nil, nil, nil, container.NewStack(t.view, t.veil, t.none)))
}

type noRows struct{}

func (noRows) Count() int     { return 0 }
func (noRows) At(int) []Piece { return nil }
