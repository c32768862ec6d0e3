package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// personButton says who sits here and where; pressed, somebody else may.
type personButton struct {
	widget.BaseWidget
	kit.Keyed
	tapped       func()
	hover, focus bool

	ground *canvas.Rectangle
	where  *kit.Cell
	name   *kit.Cell
	change *kit.Phrase
}

func newPersonButton(where, name, change string, tapped func()) *personButton {
	b := &personButton{
		tapped: tapped, ground: &canvas.Rectangle{},
		where:  kit.NewCell(where, kit.SizeLabel, kit.Quiet, false),
		name:   kit.NewCell(name, kit.SizeBody, kit.Body, true),
		change: kit.Text(change, kit.SizeSmall, kit.Accent, false),
	}
	b.ExtendBaseWidget(b)
	return b
}

// Refresh draws the button in the look worn now.
func (b *personButton) Refresh() {
	p := kit.Pal()
	b.ground.CornerRadius = kit.Px(6)
	b.ground.FillColor, b.ground.StrokeColor, b.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	if b.hover {
		b.ground.FillColor = p.Wash[kit.Plain]
	}
	if b.focus {
		b.ground.StrokeColor, b.ground.StrokeWidth = p.Accent, 2
	}
	b.BaseWidget.Refresh()
}

// Tapped asks who sits here now.
func (b *personButton) Tapped(*fyne.PointEvent) { kit.Safely(b.tapped) }

// TypedKey asks from the keyboard.
func (b *personButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if kit.Presses(e) {
			kit.Safely(b.tapped)
		}
	default:
		kit.PassKey(b, e)
	}
}

// TypedRune is for Fyne.
func (b *personButton) TypedRune(rune) {}

// FocusGained shows that the keyboard is here.
func (b *personButton) FocusGained() { b.focus = true; b.Refresh() }

// FocusLost shows that it is not.
func (b *personButton) FocusLost() { b.focus = false; b.Refresh() }

// MouseIn shows that the button can be pressed.
func (b *personButton) MouseIn(*desktop.MouseEvent) { b.hover = true; b.Refresh() }

// MouseMoved is for Fyne.
func (b *personButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (b *personButton) MouseOut() { b.hover = false; b.Refresh() }

// Cursor is a hand.
func (b *personButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (b *personButton) CreateRenderer() fyne.WidgetRenderer {
	words := container.NewVBox(b.where, container.NewBorder(nil, nil, nil, b.change, b.name))
	return widget.NewSimpleRenderer(container.NewStack(b.ground, kit.Padded(6, 6, words)))
}
