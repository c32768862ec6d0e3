package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// iconButton is a small picture to press inside an input; the keyboard passes
// it by, for the input has a key for the same.
type iconButton struct {
	widget.BaseWidget
	icon   *widget.Icon
	tapped func()
}

func newIconButton(icon fyne.Resource, tapped func()) *iconButton {
	b := &iconButton{icon: widget.NewIcon(icon), tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

func (b *iconButton) Tapped(*fyne.PointEvent) { b.tapped() }

func (b *iconButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (b *iconButton) MinSize() fyne.Size { return fyne.NewSquareSize(Px(24)) }

func (b *iconButton) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Padded(3, 3, b.icon))
}
