package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func benchTable(b *testing.B) *Table {
	b.Helper()
	Look{Mode: ModeLight}.Wear(test.NewTempApp(b))
	table := NewTable(RowDense, galleryColumns()[:3]...)
	test.NewTempWindow(b, table).Resize(fyne.NewSize(1280, 720))
	table.SetRows(manyRows{1_000_000, new(int)})
	return table
}

// BenchmarkRefillAMillionRows is what a change of the list costs the screen.
func BenchmarkRefillAMillionRows(b *testing.B) {
	table := benchTable(b)
	for b.Loop() {
		table.Redraw()
	}
}

// BenchmarkScrollAMillionRows is what one notch of the wheel costs.
func BenchmarkScrollAMillionRows(b *testing.B) {
	table := benchTable(b)
	notch := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)}
	for b.Loop() {
		table.view.scroll.Scrolled(notch)
	}
}
