package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Figure is a tile: a number to look at first, and the way to its list.
type Figure struct {
	widget.BaseWidget
	Keyed
	// OnTapped opens the list; a tile without it is only to be read.
	OnTapped func()

	card    *Panel
	cover   *canvas.Rectangle
	label   *Cell
	number  *Cell
	note    *Cell
	hovered bool
	focused bool
}

// Tile is a figure with its label above and a note below.
func Tile(t Tone, number, label, note string, onTap func()) *Figure {
	f := &Figure{
		OnTapped: onTap, cover: canvas.NewRectangle(color.Transparent),
		label:  NewCell(label, SizeLabel, Quiet, false),
		number: NewCell(number, SizeFigure, InkOf(t), true),
		note:   NewCell(note, SizeSmall, Quiet, false),
	}
	f.card = Card(container.NewVBox(f.label, f.number, f.note))
	f.ExtendBaseWidget(f)
	return f
}

// Set changes the number, its tone and the note.
func (f *Figure) Set(t Tone, number, note string) {
	f.number.Set(number, InkOf(t), true)
	f.note.SetText(note)
}

// SetLabel changes what the number counts.
func (f *Figure) SetLabel(s string) { f.label.SetText(s) }

// Number is what the tile shows.
func (f *Figure) Number() string { return f.number.Text() }

// Tapped opens the list behind the number.
func (f *Figure) Tapped(*fyne.PointEvent) {
	if f.OnTapped != nil {
		Safely(f.OnTapped)
	}
}

// TypedKey opens the list from the keyboard.
func (f *Figure) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if Presses(e) {
			f.Tapped(nil)
		}
	default:
		PassKey(f, e)
	}
}

// TypedRune is for Fyne.
func (f *Figure) TypedRune(rune) {}

// FocusGained shows that the keyboard is here.
func (f *Figure) FocusGained() { f.focused = true; f.Refresh() }

// FocusLost shows that it is not.
func (f *Figure) FocusLost() { f.focused = false; f.Refresh() }

// MouseIn shows that the tile can be pressed.
func (f *Figure) MouseIn(*desktop.MouseEvent) { f.hovered = true; f.Refresh() }

// MouseMoved is for Fyne.
func (f *Figure) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (f *Figure) MouseOut() { f.hovered = false; f.Refresh() }

// Cursor is a hand where there is something to press.
func (f *Figure) Cursor() desktop.Cursor {
	if f.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Refresh draws the tile in the look worn now.
func (f *Figure) Refresh() {
	p := Pal()
	f.cover.CornerRadius = Px(8)
	f.cover.FillColor, f.cover.StrokeColor, f.cover.StrokeWidth = color.Transparent, color.Transparent, 0
	if f.hovered && f.OnTapped != nil {
		f.cover.FillColor = faint(p.Accent, 0x0C)
	}
	if f.focused {
		f.cover.StrokeColor, f.cover.StrokeWidth = p.Accent, 2
	}
	f.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(f.card, f.cover))
}
