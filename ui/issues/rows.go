package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/ui/kit"
)

// rowOf is one row of a list that is written in: its fields, and what they say;
// false when nothing does.
type rowOf[T any] struct {
	cells []fyne.CanvasObject
	read  func() (T, bool)
}

// rows is a list that grows by a button.
type rows[T any] struct {
	Root    fyne.CanvasObject
	columns kit.Columns
	box     *fyne.Container
	all     []rowOf[T]
	fresh   func(T) rowOf[T]
}

// newRows shows what there is, and one empty row where there is nothing.
func newRows[T any](columns kit.Columns, heads []string, add string, fresh func(T) rowOf[T], have []T) *rows[T] {
	r := &rows[T]{columns: columns, box: container.NewVBox(), fresh: fresh}
	head := make([]fyne.CanvasObject, len(heads))
	for i, h := range heads {
		head[i] = kit.NewCell(h, kit.SizeLabel, kit.Quiet, false)
	}
	more := kit.Button(add, theme.ContentAddIcon(), func() { r.more() })
	r.Root = container.NewVBox(kit.Row(columns, head...), r.box, kit.Left(more))
	for _, one := range have {
		r.put(one)
	}
	if len(have) == 0 {
		var none T
		r.put(none)
	}
	return r
}

func (r *rows[T]) more() {
	var none T
	r.put(none)
	// The new row is not drawn yet; the list stands in its window.
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.Root); c != nil {
		kit.FocusIn(c, r.all[len(r.all)-1].cells[0])
	}
}

func (r *rows[T]) put(one T) {
	row := r.fresh(one)
	r.all = append(r.all, row)
	r.box.Add(kit.Row(r.columns, row.cells...))
}

// values are the rows that say something.
func (r *rows[T]) values() (all []T) {
	for _, row := range r.all {
		if v, said := row.read(); said {
			all = append(all, v)
		}
	}
	return all
}

// text is an input that holds something already.
func text(s string) *kit.Input {
	e := kit.Entry("")
	e.SetText(s)
	return e
}
