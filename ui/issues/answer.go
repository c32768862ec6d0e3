package issues

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// answer is one line of a list that is chosen from.
type answer struct {
	widget.BaseWidget
	ground  *canvas.Rectangle
	line    *kit.Cell
	marked  bool
	hovered bool
	tapped  func()
}

func newAnswer(line string, tapped func()) *answer {
	a := &answer{ground: &canvas.Rectangle{}, line: kit.NewCell(line, kit.SizeBody, kit.Body, false), tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

func (a *answer) setMarked(on bool) {
	if a.marked != on {
		a.marked = on
		a.Refresh()
	}
}

// Tapped chooses the line.
func (a *answer) Tapped(*fyne.PointEvent) { kit.Safely(a.tapped) }

// Cursor says that there is something to press.
func (a *answer) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows which line would be chosen.
func (a *answer) MouseIn(*desktop.MouseEvent) { a.hovered = true; a.Refresh() }

// MouseMoved is for Fyne.
func (a *answer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (a *answer) MouseOut() { a.hovered = false; a.Refresh() }

func (a *answer) dress() {
	a.ground.CornerRadius, a.ground.FillColor = kit.Px(4), color.Transparent
	if a.marked || a.hovered {
		a.ground.FillColor = kit.Pal().Wash[kit.Info]
	}
}

// Refresh draws the line in the look worn now.
func (a *answer) Refresh() {
	a.dress()
	a.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (a *answer) CreateRenderer() fyne.WidgetRenderer {
	a.dress()
	return widget.NewSimpleRenderer(container.NewStack(a.ground, kit.Padded(8, 6, a.line)))
}
