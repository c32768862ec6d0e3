package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel is what lies in a Scroll. It lets the wheel of the mouse move what is round
// the Scroll where that is shown whole: Fyne lets the movement end there.
type wheel struct {
	widget.BaseWidget
	content *fyne.Container
	scroll  *container.Scroll
}

func newWheel(content *fyne.Container) *wheel {
	w := &wheel{content: content}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled moves the innermost that has somewhere to go.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if moves(w.scroll) {
		w.scroll.Scrolled(e)
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(w.scroll)
	if c == nil {
		return
	}
	root := c.Content()
	if over := c.Overlays().Top(); over != nil {
		root = over
	}
	round, _ := scrollsRound(root, w.scroll)
	for _, s := range round {
		if moves(s) {
			s.Scrolled(e)
			return
		}
	}
}

// moves tells whether a Scroll shows less than there is in it.
func moves(s *container.Scroll) bool {
	all, seen := s.Content.MinSize(), s.Size()
	return all.Height > seen.Height || all.Width > seen.Width && s.Direction != container.ScrollVerticalOnly
}

// scrollsRound are those that lie in o round target, the innermost first, and whether
// target does.
func scrollsRound(o, target fyne.CanvasObject) (round []*container.Scroll, found bool) {
	if o == target {
		return nil, true
	}
	for _, inner := range within(o) {
		if round, found = scrollsRound(inner, target); found {
			if s, scrolls := o.(*container.Scroll); scrolls {
				round = append(round, s)
			}
			return round, true
		}
	}
	return nil, false
}

// FocusTarget is the first piece in it that takes the keyboard.
func (w *wheel) FocusTarget() fyne.Focusable { return focusTarget(w.content) }

// CreateRenderer is for Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.content) }
