package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// finder is the open list of a search choice. The keyboard stays in the entry
// above it, which hands the list what moves in it.
type finder[T any] struct {
	choice *SearchChoice[T]
	entry  *finderEntry
	list   *Table
	found  []T
	popup  *widget.PopUp
	turn   int
}

// finderRows are how many rows of the list are seen.
const finderRows = 8

func openFinder[T any](s *SearchChoice[T], typed string) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(s)
	if c == nil {
		return
	}
	f := &finder[T]{choice: s, entry: &finderEntry{}}
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.SetPlaceHolder(s.words.Hint)
	f.entry.OnChanged = f.ask
	f.entry.keys = f.typed
	f.list = NewTable(RowDense, Column{}, Column{Width: 150, Right: true}).OneClick().Bare().WhenEmpty(container.NewCenter(Muted(s.words.None)))
	f.list.OnOpen = f.choose

	width, pos := max(s.Size().Width, Px(340)), driver.AbsolutePositionForObject(s)
	size := fyne.NewSize(width, f.entry.MinSize().Height+Px(finderRows*RowDense+16))
	at := fyne.NewPos(min(pos.X, max(c.Size().Width-size.Width, 0)), min(pos.Y, max(c.Size().Height-size.Height, 0)))
	f.popup = widget.NewPopUp(Padded(6, 4, container.NewBorder(f.entry, nil, nil, nil, f.list)), c)
	f.popup.ShowAtPosition(at)
	f.popup.Resize(size)
	c.Focus(f.entry)
	f.entry.SetText(typed)
	f.entry.CursorColumn = len([]rune(typed))
	if typed == "" {
		f.ask("")
	}
}

func (f *finder[T]) ask(typed string) {
	f.turn++
	turn := f.turn
	f.choice.search(typed, func(found []T) {
		if turn == f.turn {
			f.show(found)
		}
	})
}

func (f *finder[T]) show(found []T) {
	f.found = found
	f.list.SetRows(foundRows[T]{f.choice, found})
	if len(found) > 0 {
		f.list.Select(0)
	}
}

func (f *finder[T]) choose(row int) {
	f.close()
	f.choice.pick(f.found[row])
}

func (f *finder[T]) close() {
	f.popup.Hide()
	Focus(f.choice)
}

func (f *finder[T]) typed(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		f.close()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		f.list.TypedKey(e)
	default:
		return false
	}
	return true
}

type foundRows[T any] struct {
	choice *SearchChoice[T]
	found  []T
}

func (r foundRows[T]) Count() int { return len(r.found) }

func (r foundRows[T]) At(i int) []Piece {
	return []Piece{Said(r.choice.label(r.found[i])), SaidQuiet(r.choice.note(r.found[i]))}
}

// finderEntry hands the keys that move in the list to it.
type finderEntry struct {
	Input
	keys func(*fyne.KeyEvent) bool
}

func (e *finderEntry) TypedKey(k *fyne.KeyEvent) {
	if !e.keys(k) {
		e.Input.TypedKey(k)
	}
}
