package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// tableView shows the rows in view. It keeps only so many row widgets as have
// room, and places them by their distance from the first row in view: places in
// a list of a million rows are too large for a float32 to tell apart.
type tableView struct {
	widget.BaseWidget
	table  *Table
	scroll *container.Scroll
	length *fyne.Container // as high as all rows would be
	layer  *fyne.Container // holds the row widgets
	clip   *container.Clip
	slots  []tableSlot
}

// tableSlot is a row widget, whichever way it opens.
type tableSlot interface {
	fyne.CanvasObject
	body() *tableRow
}

func newTableView(t *Table) *tableView {
	v := &tableView{table: t, layer: container.NewWithoutLayout()}
	v.length = container.New(&lengthLayout{t})
	v.scroll = container.NewVScroll(v.length)
	v.scroll.OnScrolled = func(fyne.Position) { v.place(false) }
	v.clip = container.NewClip(v.layer)
	v.ExtendBaseWidget(v)
	return v
}

type lengthLayout struct{ table *Table }

func (l *lengthLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, float32(l.table.rows.Count())*Px(l.table.height))
}

func (l *lengthLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (v *tableView) MinSize() fyne.Size {
	return fyne.NewSize(v.table.plan().MinSize(nil).Width, 2*Px(v.table.height))
}

func (v *tableView) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{v} }

type viewRenderer struct{ v *tableView }

func (r *viewRenderer) Layout(s fyne.Size) {
	r.v.clip.Resize(s)
	r.v.scroll.Resize(s)
	r.v.place(false)
}

func (r *viewRenderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *viewRenderer) Refresh() {
	r.v.scroll.Refresh()
	r.v.place(true)
}

// The scroll bar lies above the rows; apart from it the scroll lets taps through.
func (r *viewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.clip, r.v.scroll}
}

func (r *viewRenderer) Destroy() {}

// whole is how many rows are to be seen whole.
func (v *tableView) whole() int { return int(v.Size().Height / Px(v.table.height)) }

// forget throws the row widgets away, after their kind changed.
func (v *tableView) forget() {
	v.slots = nil
	v.layer.RemoveAll()
	v.place(true)
}

func (v *tableView) top() { v.scroll.Offset = fyne.Position{} }

func (v *tableView) refill() {
	v.scroll.Refresh()
	v.place(true)
}

// grow makes row widgets until the view is full of them.
func (v *tableView) grow() {
	need := int(math.Ceil(float64(v.Size().Height/Px(v.table.height)))) + 1
	for len(v.slots) < need {
		slot := newTableSlot(v.table)
		v.slots = append(v.slots, slot)
		v.layer.Objects = append(v.layer.Objects, slot)
	}
}

// place puts the row widgets where the scroll stands; anew fills all of them.
func (v *tableView) place(anew bool) {
	if v.Size().Height <= 0 {
		return
	}
	had := len(v.slots)
	v.grow()
	anew = anew || had != len(v.slots)
	high, offset := float64(Px(v.table.height)), float64(v.scroll.Offset.Y)
	first := int(offset / high)
	above := offset - float64(first)*high
	size := fyne.NewSize(v.Size().Width, float32(high))
	for n := range v.slots {
		i := first + n
		// A row keeps its widget while it is in view: scrolling by one fills one.
		slot := v.slots[i%len(v.slots)]
		slot.Resize(size)
		slot.Move(fyne.NewPos(0, float32(float64(n)*high-above)))
		slot.body().show(i, anew)
	}
}

// mark redraws which rows are chosen and ticked.
func (v *tableView) mark() {
	for _, slot := range v.slots {
		slot.body().mark()
	}
}

// reveal scrolls so that a row is seen whole.
func (v *tableView) reveal(row int) {
	if row < 0 || v.Size().Height <= 0 {
		return
	}
	high := Px(v.table.height)
	top, room := float32(row)*high, v.Size().Height
	switch offset := v.scroll.Offset.Y; {
	case top < offset:
		v.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+high > offset+room:
		v.scroll.ScrollToOffset(fyne.NewPos(0, top+high-room))
	default:
		return
	}
	v.place(false)
}
