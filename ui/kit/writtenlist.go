package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// writtenList is what an Editor looks like, for whoever writes down what stands in
// a form.
type writtenList struct {
	widget.BaseWidget
	of   listed
	root *fyne.Container
}

// listed is an Editor whatever it is of.
type listed interface {
	names() []string
	cells(name string) []fyne.CanvasObject
	setNames([]string)
	failRow(n int, cell, text string, touched func()) fyne.CanvasObject
	clearRows()
}

func newWrittenList(root *fyne.Container, of listed) *writtenList {
	l := &writtenList{of: of, root: root}
	l.ExtendBaseWidget(l)
	return l
}

func (l *writtenList) names() []string                       { return l.of.names() }
func (l *writtenList) cells(name string) []fyne.CanvasObject { return l.of.cells(name) }
func (l *writtenList) setNames(names []string)               { l.of.setNames(names) }

func (l *writtenList) failRow(n int, cell, text string, touched func()) fyne.CanvasObject {
	return l.of.failRow(n, cell, text, touched)
}

func (l *writtenList) clearRows() { l.of.clearRows() }

// CreateRenderer is for Fyne.
func (l *writtenList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.root)
}

func (e *Editor[T]) names() []string {
	names := make([]string, len(e.all))
	for i, row := range e.all {
		names[i] = row.name
	}
	return names
}

func (e *Editor[T]) find(name string) int {
	return slices.IndexFunc(e.all, func(r *EditorRow[T]) bool { return r.name == name })
}

func (e *Editor[T]) cells(name string) []fyne.CanvasObject { return e.all[e.find(name)].Cells }

// setNames has rows of these names, in this order. One that is no longer there
// comes as a new one: what was written in it is not lost.
func (e *Editor[T]) setNames(names []string) {
	var none T
	rows := make([]*EditorRow[T], len(names))
	for i, name := range names {
		if at := e.find(name); at >= 0 {
			rows[i] = e.all[at]
			continue
		}
		rows[i] = e.row(none, name)
	}
	e.all = rows
	e.added = max(e.added, len(names)) + len(names) // a name is never given twice
	e.arranged()
}
