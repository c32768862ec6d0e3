package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/ui/kit"
)

// answers is the list under a search: one line each, one of them marked. It
// lies over what stands below, so that nothing jumps, and leaves the keyboard
// where it is.
type answers struct {
	layer  *fyne.Container
	card   *kit.Panel
	box    *fyne.Container
	rows   []*answer
	marked int
	choose func(int)
}

func newAnswers(choose func(int)) *answers {
	a := &answers{box: container.NewVBox(), choose: choose}
	a.card = kit.Framed(kit.Padded(4, 4, a.box))
	a.layer = container.NewWithoutLayout(a.card)
	a.close()
	return a
}

// show lists lines under an object of the same layer.
func (a *answers) show(lines []string, under fyne.CanvasObject) {
	a.box.RemoveAll()
	a.rows, a.marked = nil, 0
	for i, line := range lines {
		row := newAnswer(line, func() { a.take(i) })
		a.rows = append(a.rows, row)
		a.box.Add(row)
	}
	if len(lines) == 0 {
		a.close()
		return
	}
	a.mark(0)
	a.place(under)
	a.card.Show()
	a.layer.Refresh()
}

// say shows a line that cannot be chosen.
func (a *answers) say(line string, under fyne.CanvasObject) {
	a.rows = nil
	a.box.RemoveAll()
	a.box.Add(kit.Padded(8, 6, kit.Muted(line)))
	a.place(under)
	a.card.Show()
	a.layer.Refresh()
}

func (a *answers) place(under fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(under).Subtract(driver.AbsolutePositionForObject(a.layer))
	a.card.Move(at.AddXY(0, under.Size().Height+kit.Px(2)))
	a.card.Resize(fyne.NewSize(max(under.Size().Width, kit.Px(240)), a.card.MinSize().Height))
}

func (a *answers) close() {
	a.rows = nil
	a.card.Hide()
}

func (a *answers) open() bool { return len(a.rows) > 0 }

// key uses the keys that move in the list and choose from it.
func (a *answers) key(name fyne.KeyName) bool {
	if !a.card.Visible() {
		return false
	}
	switch name {
	case fyne.KeyDown:
		a.mark(a.marked + 1)
	case fyne.KeyUp:
		a.mark(a.marked - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		a.take(a.marked)
	case fyne.KeyEscape:
		a.close()
	default:
		return false
	}
	return true
}

func (a *answers) mark(i int) {
	if i < 0 || i >= len(a.rows) {
		return
	}
	a.marked = i
	for n, row := range a.rows {
		row.setMarked(n == i)
	}
}

func (a *answers) take(i int) {
	if i >= 0 && i < len(a.rows) {
		a.close()
		a.choose(i)
	}
}
