package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// TypedKey moves the choice, opens, ticks or does the next step.
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	page := max(t.view.whole()-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		t.move(-1)
	case fyne.KeyDown:
		t.move(1)
	case fyne.KeyPageUp:
		t.move(-page)
	case fyne.KeyPageDown:
		t.move(page)
	case fyne.KeyHome:
		t.move(-t.rows.Count())
	case fyne.KeyEnd:
		t.move(t.rows.Count())
	case fyne.KeyReturn, fyne.KeyEnter:
		if Presses(e) {
			t.open(t.chosen)
		}
	case fyne.KeySpace:
		if Presses(e) {
			t.space()
		}
	default:
		PassKey(t, e)
	}
}

func (t *Table) move(by int) {
	if n := t.rows.Count(); n > 0 {
		t.Select(min(max(t.chosen+by, 0), n-1))
	}
}

func (t *Table) space() {
	if t.chosen < 0 {
		return
	}
	if t.ticking {
		t.tick(t.chosen)
		return
	}
	for column, p := range t.rows.At(t.chosen) {
		if p.kind == buttonPiece && p.Text != "" {
			t.act(t.chosen, column)
			return
		}
	}
}

// Ticked are the rows ticked, from above.
func (t *Table) Ticked() []int {
	rows := make([]int, 0, len(t.ticks))
	for row := range t.ticks {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	return rows
}

// TickAll ticks all rows, or none.
func (t *Table) TickAll(on bool) {
	t.ticks = map[int]bool{}
	for row := range t.rows.Count() {
		if !on {
			break
		}
		t.ticks[row] = true
	}
	t.ticked()
}

func (t *Table) tick(row int) {
	if t.ticks[row] {
		delete(t.ticks, row)
	} else {
		t.ticks[row] = true
	}
	t.ticked()
}

func (t *Table) forgetTicks() {
	if len(t.ticks) > 0 {
		t.ticks = map[int]bool{}
		t.ticked()
	}
}

func (t *Table) ticked() {
	t.head.say()
	t.view.mark()
	if t.OnTicks != nil {
		Safely(t.OnTicks)
	}
}
