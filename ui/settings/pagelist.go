package settings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// pageList is the names of the pages below each other. It takes the keyboard as
// one: Up and Down go to another page.
type pageList struct {
	widget.BaseWidget
	kit.Keyed
	names  []*pageName
	box    *fyne.Container
	chosen func(int)
	at     int
	focus  bool
}

func newPageList(names []string, chosen func(int)) *pageList {
	l := &pageList{box: container.NewVBox(), chosen: chosen}
	for i, n := range names {
		p := newPageName(n, func() { l.press(i) })
		l.names = append(l.names, p)
		l.box.Add(p)
	}
	l.ExtendBaseWidget(l)
	return l
}

// mark shows which page is open.
func (l *pageList) mark(at int) {
	l.at = at
	l.Refresh()
}

func (l *pageList) press(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.turn(i)
}

func (l *pageList) turn(i int) { kit.Safely(func() { l.chosen(i) }) }

// TypedKey goes to another page.
func (l *pageList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.turn(max(l.at-1, 0))
	case fyne.KeyDown:
		l.turn(min(l.at+1, len(l.names)-1))
	case fyne.KeyHome:
		l.turn(0)
	case fyne.KeyEnd:
		l.turn(len(l.names) - 1)
	default:
		kit.PassKey(l, e)
	}
}

// TypedRune is for Fyne.
func (l *pageList) TypedRune(rune) {}

// FocusGained shows that the keyboard is here.
func (l *pageList) FocusGained() { l.focus = true; l.Refresh() }

// FocusLost shows that it is not.
func (l *pageList) FocusLost() { l.focus = false; l.Refresh() }

// Refresh marks the page that is open.
func (l *pageList) Refresh() {
	for i, n := range l.names {
		n.on, n.ringed = i == l.at, i == l.at && l.focus
		n.Refresh()
	}
	l.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (l *pageList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }

// pageName is one line of the list.
type pageName struct {
	widget.BaseWidget
	ground            *canvas.Rectangle
	line              *kit.Cell
	tapped            func()
	on, ringed, hover bool
}

func newPageName(name string, tapped func()) *pageName {
	p := &pageName{ground: &canvas.Rectangle{}, line: kit.NewCell(name, kit.SizeBody, kit.Body, false), tapped: tapped}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped goes to the page.
func (p *pageName) Tapped(*fyne.PointEvent) { p.tapped() }

// Cursor is a hand.
func (p *pageName) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows which page would be gone to.
func (p *pageName) MouseIn(*desktop.MouseEvent) { p.hover = true; p.Refresh() }

// MouseMoved is for Fyne.
func (p *pageName) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (p *pageName) MouseOut() { p.hover = false; p.Refresh() }

func (p *pageName) dress() {
	pal, role := kit.Pal(), kit.Body
	p.ground.CornerRadius, p.ground.FillColor = kit.Px(6), color.Transparent
	p.ground.StrokeColor, p.ground.StrokeWidth = color.Transparent, 0
	switch {
	case p.on:
		p.ground.FillColor, role = pal.Wash[kit.Info], kit.Accent
	case p.hover:
		p.ground.FillColor = pal.Wash[kit.Plain]
	}
	if p.ringed {
		p.ground.StrokeColor, p.ground.StrokeWidth = pal.Accent, 2
	}
	p.line.Set(p.line.Text(), role, p.on)
}

// Refresh draws the line in the look worn now.
func (p *pageName) Refresh() {
	p.dress()
	p.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (p *pageName) CreateRenderer() fyne.WidgetRenderer {
	p.dress()
	return widget.NewSimpleRenderer(container.NewStack(p.ground, kit.Padded(10, 7, p.line)))
}
