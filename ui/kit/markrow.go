package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// The measures of a line of Marks.
const (
	markHigh  = 24 // a line
	markWide  = 28 // a mark that is only its key
	markGap   = 3
	markAside = 30
	markEdge  = 12 // at the right, for the bar of the scroll
)

// markRow is one line: what is asked at the left, its marks at the right; marks of
// which there may be several lie below it.
type markRow struct {
	widget.BaseWidget
	of     *Marks
	row    int
	width  float32
	ground *canvas.Rectangle
	below  *canvas.Rectangle
	aside  *Cell
	words  *Cell
	boxes  []*markBox // the last leaves the line empty
}

func newMarkRow(of *Marks, row int) *markRow {
	a := of.asked[row]
	r := &markRow{of: of, row: row, width: Px(600), ground: &canvas.Rectangle{}, below: &canvas.Rectangle{},
		aside: NewCell(a.Aside, SizeSmall, Quiet, false).AlignRight(), words: NewCell(a.Words, SizeBody, Body, false)}
	for _, m := range a.Marks {
		r.boxes = append(r.boxes, newMarkBox(m.Keys, m.Words))
	}
	r.boxes = append(r.boxes, newMarkBox("–", ""))
	r.ExtendBaseWidget(r)
	return r
}

// Tapped marks what is under the mouse, or goes to the line.
func (r *markRow) Tapped(e *fyne.PointEvent) {
	for i, b := range r.boxes {
		at, size := b.ground.Position(), b.ground.Size()
		if e.Position.X < at.X || e.Position.X > at.X+size.Width || e.Position.Y < at.Y || e.Position.Y > at.Y+size.Height {
			continue
		}
		if i == len(r.boxes)-1 {
			i = -1
		}
		r.of.press(r.row, i)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.of); c != nil {
		c.Focus(r.of)
	}
	r.of.Go(r.row)
}

// Cursor is a hand.
func (r *markRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (r *markRow) dress() {
	p, a := Pal(), r.of.answers[r.row]
	here := r.of.at == r.row && !r.of.off
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = color.Transparent, color.Transparent, 0, Px(4)
	if here {
		r.ground.FillColor = p.Wash[Info]
		if r.of.focused {
			r.ground.StrokeColor, r.ground.StrokeWidth = p.Accent, 1.5
		}
	}
	r.below.FillColor = p.Line
	done := len(a.marks) > 0 || a.blank
	role := Body
	if done && !here {
		role = Quiet
	}
	r.words.Set(r.of.asked[r.row].Words, role, here)
	for i, b := range r.boxes {
		on := slices.Contains(a.marks, i)
		if i == len(r.boxes)-1 {
			on = a.blank
		}
		b.dress(on, r.of.off)
	}
}

// CreateRenderer is for Fyne.
func (r *markRow) CreateRenderer() fyne.WidgetRenderer {
	r.dress()
	return &markRowRenderer{r}
}

type markRowRenderer struct{ r *markRow }

// several tells whether the marks lie below what is asked.
func (w *markRowRenderer) several() bool { return w.r.of.most(w.r.row) > 1 }

// MinSize is as high as the marks need in the width the line has.
func (w *markRowRenderer) MinSize() fyne.Size {
	if !w.several() {
		return fyne.NewSize(Px(300), Px(markHigh))
	}
	return fyne.NewSize(Px(300), w.flow(w.r.width)+Px(markGap))
}

func (w *markRowRenderer) Layout(s fyne.Size) {
	r := w.r
	changed := r.width != s.Width
	r.width = s.Width
	wide := s.Width - Px(markEdge)
	r.ground.Move(fyne.NewPos(1, 1))
	r.ground.Resize(fyne.NewSize(wide-1, s.Height-2))
	r.below.Move(fyne.NewPos(0, s.Height-1))
	r.below.Resize(fyne.NewSize(wide, 1))
	room := wide - Px(8)
	if w.several() {
		w.flow(s.Width)
	} else {
		room = w.line(s)
	}
	left, high := Px(markAside), r.words.MinSize().Height
	top := (Px(markHigh) - high) / 2
	r.aside.Move(fyne.NewPos(0, top+1))
	r.aside.Resize(fyne.NewSize(left-Px(8), high))
	r.words.Move(fyne.NewPos(left, top))
	r.words.Resize(fyne.NewSize(max(room-left, 0), high))
	if changed && w.several() {
		r.of.box.Refresh() // how high it is depends on how wide
	}
}

// line puts the marks beside what is asked, and tells how much room that has.
func (w *markRowRenderer) line(s fyne.Size) float32 {
	x := s.Width - Px(markEdge+6)
	for i := len(w.r.boxes) - 1; i >= 0; i-- {
		b := w.r.boxes[i]
		wide := b.wide()
		x -= wide
		b.lay(fyne.NewPos(x, Px(3)), fyne.NewSize(wide, Px(markHigh)-Px(6)))
		x -= Px(markGap)
	}
	return x - Px(6)
}

// flow puts the marks below what is asked, in as many rows as they need, and tells
// how high all is.
func (w *markRowRenderer) flow(width float32) float32 {
	left := Px(markAside)
	x, y, high := left, Px(markHigh), Px(markHigh)-Px(6)
	for _, b := range w.r.boxes {
		wide := b.wide()
		if x > left && x+wide > width-Px(markEdge+6) {
			x, y = left, y+high+Px(markGap)
		}
		b.lay(fyne.NewPos(x, y), fyne.NewSize(wide, high))
		x += wide + Px(markGap)
	}
	return y + high + Px(markGap)
}

func (w *markRowRenderer) Refresh() {
	w.r.dress()
	w.r.aside.Refresh()
	w.r.words.Refresh()
	w.Layout(w.r.Size())
	canvas.Refresh(w.r)
}

func (w *markRowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{w.r.ground, w.r.below, w.r.aside, w.r.words}
	for _, b := range w.r.boxes {
		objects = append(objects, b.ground, b.key, b.words)
	}
	return objects
}

func (w *markRowRenderer) Destroy() {}

// markBox is one mark: its key, and words beside it.
type markBox struct {
	ground     *canvas.Rectangle
	key, words *canvas.Text
}

func newMarkBox(key, words string) *markBox {
	b := &markBox{ground: &canvas.Rectangle{}, key: canvas.NewText(key, nil), words: canvas.NewText(words, nil)}
	b.key.TextStyle.Bold = true
	b.key.Alignment = fyne.TextAlignCenter
	b.dress(false, false)
	return b
}

func (b *markBox) dress(on, off bool) {
	p := Pal()
	b.ground.CornerRadius, b.ground.FillColor, b.ground.StrokeColor, b.ground.StrokeWidth = Px(4), p.Surface, p.Edge, 1
	b.key.Color, b.key.TextSize, b.words.Color, b.words.TextSize = p.Muted, Px(SizeLabel), p.Text, Px(SizeLabel)
	switch {
	case on:
		b.ground.FillColor, b.ground.StrokeColor = p.Accent, p.Accent
		b.key.Color, b.words.Color = p.Surface, p.Surface
	case off:
		b.ground.StrokeColor, b.words.Color = p.Line, p.Muted
	}
}

func (b *markBox) wide() float32 {
	if b.words.Text == "" {
		return Px(markWide)
	}
	return Px(markWide) + fyne.MeasureText(b.words.Text, Px(SizeLabel), fyne.TextStyle{}).Width + Px(4)
}

func (b *markBox) lay(at fyne.Position, size fyne.Size) {
	b.ground.Move(at)
	b.ground.Resize(size)
	key, high := size.Width, b.key.MinSize().Height
	if b.words.Text != "" {
		key = Px(markWide) - Px(4)
	}
	b.key.Move(at.AddXY(0, (size.Height-high)/2))
	b.key.Resize(fyne.NewSize(key, high))
	b.words.Move(at.AddXY(key, (size.Height-high)/2))
	b.words.Resize(fyne.NewSize(max(size.Width-key, 0), high))
}

// markEnd is what comes after the last line.
type markEnd struct {
	widget.BaseWidget
	of     *Marks
	words  string
	ground *canvas.Rectangle
	line   *Cell
}

func newMarkEnd(of *Marks, words string) *markEnd {
	e := &markEnd{of: of, words: words, ground: &canvas.Rectangle{}, line: NewCell(words, SizeBody, Quiet, false)}
	e.ExtendBaseWidget(e)
	return e
}

// Tapped ends the list once it is chosen.
func (e *markEnd) Tapped(*fyne.PointEvent) {
	if e.of.at == len(e.of.asked) {
		e.of.enter()
		return
	}
	e.of.press(len(e.of.asked), -1)
}

func (e *markEnd) dress() {
	p, here := Pal(), e.of.at == len(e.of.asked)
	e.ground.CornerRadius, e.ground.FillColor, e.ground.StrokeColor, e.ground.StrokeWidth = Px(4), color.Transparent, color.Transparent, 0
	role := Quiet
	if here {
		e.ground.FillColor, role = p.Wash[Good], InkOf(Good)
		if e.of.focused {
			e.ground.StrokeColor, e.ground.StrokeWidth = p.Ink[Good], 1.5
		}
	}
	e.line.Set(e.words, role, here)
}

// CreateRenderer is for Fyne.
func (e *markEnd) CreateRenderer() fyne.WidgetRenderer {
	e.dress()
	return &markEndRenderer{e}
}

type markEndRenderer struct{ e *markEnd }

func (w *markEndRenderer) MinSize() fyne.Size { return fyne.NewSize(Px(200), Px(markHigh+5)) }

func (w *markEndRenderer) Layout(s fyne.Size) {
	w.e.ground.Move(fyne.NewPos(1, 2))
	w.e.ground.Resize(fyne.NewSize(s.Width-Px(markEdge)-1, s.Height-4))
	high := w.e.line.MinSize().Height
	w.e.line.Move(fyne.NewPos(Px(markAside), (s.Height-high)/2))
	w.e.line.Resize(fyne.NewSize(max(s.Width-Px(markAside+8), 0), high))
}

func (w *markEndRenderer) Refresh() {
	w.e.dress()
	w.e.line.Refresh()
	w.Layout(w.e.Size())
	canvas.Refresh(w.e)
}

func (w *markEndRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.e.ground, w.e.line}
}

func (w *markEndRenderer) Destroy() {}
