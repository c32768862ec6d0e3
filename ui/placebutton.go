package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// placeButton leads to a place: a picture, a name, and how many wait there. It
// shows where one is.
type placeButton struct {
	widget.BaseWidget
	kit.Keyed
	icon             fyne.Resource
	tapped           func()
	on, hover, focus bool

	ground  *canvas.Rectangle
	picture *widget.Icon
	name    *kit.Cell
	count   *kit.Tag
}

func newPlaceButton(icon fyne.Resource, name string, tapped func()) *placeButton {
	b := &placeButton{
		icon: icon, tapped: tapped, ground: &canvas.Rectangle{}, picture: widget.NewIcon(icon),
		name: kit.NewCell(name, kit.SizeBody, kit.Body, false), count: kit.Chip(kit.Plain, ""),
	}
	b.ExtendBaseWidget(b)
	b.dress()
	return b
}

// say shows how many wait; nothing for none.
func (b *placeButton) say(count string) { b.count.SetText(count) }

func (b *placeButton) set(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

func (b *placeButton) dress() {
	p := kit.Pal()
	b.ground.CornerRadius = kit.Px(6)
	b.ground.FillColor, b.ground.StrokeColor, b.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	switch {
	case b.on:
		b.ground.FillColor = p.Wash[kit.Info]
	case b.hover:
		b.ground.FillColor = p.Wash[kit.Plain]
	}
	if b.focus {
		b.ground.StrokeColor, b.ground.StrokeWidth = p.Accent, 2
	}
	role := kit.Body
	b.picture.SetResource(b.icon)
	if b.on {
		role = kit.Accent
		b.picture.SetResource(theme.NewPrimaryThemedResource(b.icon))
	}
	b.name.Set(b.name.Text(), role, b.on)
}

// Refresh draws the button in the look worn now.
func (b *placeButton) Refresh() {
	b.dress()
	b.BaseWidget.Refresh()
}

// Tapped leads to the place.
func (b *placeButton) Tapped(*fyne.PointEvent) { kit.Safely(b.tapped) }

// TypedKey leads to the place from the keyboard.
func (b *placeButton) TypedKey(e *fyne.KeyEvent) {
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
func (b *placeButton) TypedRune(rune) {}

// FocusGained shows that the keyboard is here.
func (b *placeButton) FocusGained() { b.focus = true; b.Refresh() }

// FocusLost shows that it is not.
func (b *placeButton) FocusLost() { b.focus = false; b.Refresh() }

// MouseIn shows that the button can be pressed.
func (b *placeButton) MouseIn(*desktop.MouseEvent) { b.hover = true; b.Refresh() }

// MouseMoved is for Fyne.
func (b *placeButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (b *placeButton) MouseOut() { b.hover = false; b.Refresh() }

// Cursor is a hand.
func (b *placeButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (b *placeButton) CreateRenderer() fyne.WidgetRenderer {
	row := container.NewBorder(nil, nil,
		container.NewHBox(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(kit.Px(18)), b.picture)), kit.Gap(6, 1)),
		b.count, kit.Middle(b.name))
	return widget.NewSimpleRenderer(container.NewStack(b.ground, kit.Padded(10, 8, row)))
}
