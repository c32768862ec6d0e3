package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// EditorRow is one row of a list that is written in: its fields, and what they
// say; false when nothing does.
type EditorRow[T any] struct {
	Cells []fyne.CanvasObject
	Read  func() (T, bool)

	name string // stays with the row, whatever place it has
	note *Cell  // what is wrong with it, below it
}

// Editor is a list that is written in and grows by a button. A row that says
// nothing any more is none.
type Editor[T any] struct {
	Root fyne.CanvasObject
	// OnArranged is told after rows came, went or changed places.
	OnArranged func()

	columns Columns
	head    *fyne.Container
	heads   []fyne.CanvasObject
	box     *fyne.Container
	all     []*EditorRow[T]
	fields  []string
	fresh   func(T) EditorRow[T]
	had     int // rows that were there from the first
	added   int // rows that came since
	movable bool
	byHand  bool
}

// editorTools is how wide the buttons are that move a row up and take it out.
const editorTools = 66

// NewEditor shows what there is, and one empty row where there is nothing.
func NewEditor[T any](columns Columns, heads []string, add string, fresh func(T) EditorRow[T], have []T) *Editor[T] {
	e := &Editor[T]{OnArranged: func() {}, columns: columns, head: container.NewStack(), box: container.NewVBox(), fresh: fresh}
	for _, h := range heads {
		e.heads = append(e.heads, NewCell(h, SizeLabel, Quiet, false))
	}
	e.head.Add(Row(columns, e.heads...))
	root := container.NewVBox(e.head, e.box)
	if add != "" {
		root.Add(Left(Button(add, theme.ContentAddIcon(), e.more)))
	}
	e.Root = newWrittenList(root, e)
	for _, one := range have {
		e.put(one, "had"+strconv.Itoa(e.had))
		e.had++
	}
	if len(have) == 0 && add != "" {
		e.putEmpty()
	}
	return e
}

// Named gives the cells of a row the names by which a fault would call them.
func (e *Editor[T]) Named(fields ...string) *Editor[T] {
	e.fields = fields
	return e
}

// Movable lets rows change places and be taken out, by buttons at their ends.
func (e *Editor[T]) Movable() *Editor[T] {
	e.movable = true
	e.columns = append(slices.Clip(e.columns), editorTools)
	e.heads = append(e.heads, Gap(0, 0))
	e.head.Objects = []fyne.CanvasObject{Row(e.columns, e.heads...)}
	e.arrange()
	return e
}

// Add puts a row at the end.
func (e *Editor[T]) Add(one T) {
	e.byHand = true
	e.put(one, e.newName())
	e.OnArranged()
}

// Len is how many rows there are, empty ones among them.
func (e *Editor[T]) Len() int { return len(e.all) }

// Row is one of them.
func (e *Editor[T]) Row(i int) EditorRow[T] { return *e.all[i] }

// Values are the rows that say something.
func (e *Editor[T]) Values() (all []T) {
	for _, row := range e.all {
		if v, said := row.Read(); said {
			all = append(all, v)
		}
	}
	return all
}

// Each is what every row says, empty ones too, in their order.
func (e *Editor[T]) Each() (all []T) {
	for _, row := range e.all {
		v, _ := row.Read()
		all = append(all, v)
	}
	return all
}

// Arranged tells whether a person added, moved or took out a row.
func (e *Editor[T]) Arranged() bool { return e.byHand }

func (e *Editor[T]) more() {
	var none T
	e.Add(none)
	// The new row is not drawn yet; the list stands in its window.
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.Root); c != nil {
		FocusIn(c, container.NewHBox(e.all[len(e.all)-1].Cells...))
	}
}

func (e *Editor[T]) putEmpty() {
	var none T
	e.put(none, e.newName())
}

// newName is for a row that was not there from the first.
func (e *Editor[T]) newName() string {
	e.added++
	return "new" + strconv.Itoa(e.added)
}

func (e *Editor[T]) put(one T, name string) {
	row := e.row(one, name)
	e.all = append(e.all, row)
	e.box.Add(e.line(row))
}

func (e *Editor[T]) row(one T, name string) *EditorRow[T] {
	row := e.fresh(one)
	row.name, row.note = name, NewCell("", SizeSmall, Accent, false)
	row.note.Hide()
	return &row
}

func (e *Editor[T]) arrange() {
	e.box.RemoveAll()
	for _, row := range e.all {
		e.box.Add(e.line(row))
	}
}

func (e *Editor[T]) line(row *EditorRow[T]) fyne.CanvasObject {
	return container.New(lineLayout{}, e.fieldsOf(row), row.note)
}

// lineLayout is that of a row and what is said below it: they come into sight together.
type lineLayout struct{}

func (lineLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	return layout.NewVBoxLayout().MinSize(os)
}

func (lineLayout) Layout(os []fyne.CanvasObject, s fyne.Size) { layout.NewVBoxLayout().Layout(os, s) }

func (e *Editor[T]) fieldsOf(row *EditorRow[T]) *fyne.Container {
	if !e.movable {
		return Row(e.columns, row.Cells...)
	}
	up := Button("", theme.MoveUpIcon(), func() {
		e.up(row)
		e.focusUp(row)
	})
	out := Button("", theme.ContentRemoveIcon(), func() { e.out(row) })
	up.Importance, out.Importance = widget.LowImportance, widget.LowImportance
	return Row(e.columns, append(slices.Clip(row.Cells), container.NewHBox(up, out))...)
}

// focusUp leaves the keyboard on the button that moves a row up, so that it can be
// pressed again: the row is laid out anew.
func (e *Editor[T]) focusUp(row *EditorRow[T]) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e.Root)
	if c == nil {
		return
	}
	if line, is := e.box.Objects[slices.Index(e.all, row)].(*fyne.Container); is {
		FocusIn(c, toolsOf(line))
	}
}

// toolsOf are the buttons of a line.
func toolsOf(line *fyne.Container) fyne.CanvasObject {
	cells, _ := line.Objects[0].(*fyne.Container)
	return cells.Objects[len(cells.Objects)-1]
}

func (e *Editor[T]) up(row *EditorRow[T]) {
	if i := slices.Index(e.all, row); i > 0 {
		e.all[i-1], e.all[i] = e.all[i], e.all[i-1]
		e.arranged()
	}
}

func (e *Editor[T]) out(row *EditorRow[T]) {
	e.all = slices.DeleteFunc(e.all, func(r *EditorRow[T]) bool { return r == row })
	e.arranged()
}

func (e *Editor[T]) arranged() {
	e.byHand = true
	e.arrange()
	e.OnArranged()
}

// Filled is an input that holds something already.
func Filled(s string) *Input {
	e := Entry("")
	e.SetText(s)
	return e
}
