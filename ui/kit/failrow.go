package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// FailRow says what is wrong with a row of a list, the first of those that say
// something being 1, and brings the keyboard into its cell of that name. It tells
// whether there is such a row: otherwise the text must be shown elsewhere.
func (f *Form) FailRow(list string, n int, cell, text string) bool {
	field := f.fields[list]
	if field == nil || field.Hidden || !field.failRow(n, cell, text) {
		return false
	}
	f.reveal(field)
	field.Focus()
	return true
}

func (f *Field) failRow(n int, cell, text string) bool {
	list, is := f.Input.(*writtenList)
	if !is {
		return false
	}
	at := list.failRow(n, cell, text, f.touched)
	if at == nil {
		return false
	}
	if f.wrong == "" { // the keyboard goes to the topmost
		f.wrong, f.at = text, at
	}
	return true
}

// failRow says what is wrong below a row, and is where it is mended; nil where there is
// no such row.
func (e *Editor[T]) failRow(n int, cell, text string, touched func()) fyne.CanvasObject {
	row := e.said(n)
	if row == nil {
		return nil
	}
	if row.note.Text() == "" { // what was found first stays
		row.note.Set(text, InkOf(Bad), false)
		row.note.Show()
		e.box.Refresh()
	}
	at := e.cell(row, cell)
	if t, tells := focusTarget(at).(interface{ whenTouched(func()) }); tells {
		t.whenTouched(touched)
	}
	return at
}

// said is the nth row that says something.
func (e *Editor[T]) said(n int) *EditorRow[T] {
	for _, row := range e.all {
		if _, said := row.Read(); said {
			if n--; n == 0 {
				return row
			}
		}
	}
	return nil
}

// cell is the cell of that name, or else the first that can be written in.
func (e *Editor[T]) cell(row *EditorRow[T], name string) fyne.CanvasObject {
	if i := slices.Index(e.fields, name); i >= 0 && i < len(row.Cells) && focusTarget(row.Cells[i]) != nil {
		return row.Cells[i]
	}
	for _, cell := range row.Cells {
		if focusTarget(cell) != nil {
			return cell
		}
	}
	return nil
}

func (e *Editor[T]) clearRows() {
	for _, row := range e.all {
		row.note.SetText("")
		row.note.Hide()
	}
}
