package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// intoSight scrolls what has the keyboard into sight, with its label and what is
// said below it: Fyne lets Tab lead to where nobody sees it.
func intoSight() {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		c := w.Canvas()
		target, there := c.Focused().(fyne.CanvasObject)
		if !there {
			continue
		}
		if s := TopSheet(c); s != nil {
			bring(s.popup.Content, target)
		} else {
			bring(c.Content(), target)
		}
	}
}

// bring scrolls all that lies round target, from the inside out, and tells where
// in o target then is.
func bring(o, target fyne.CanvasObject) (at fyne.Position, size fyne.Size, found bool) {
	if o == target {
		return fyne.Position{}, o.Size(), true
	}
	for _, inner := range within(o) {
		if !inner.Visible() {
			continue
		}
		if at, size, found = bring(inner, target); !found {
			continue
		}
		if s, scrolls := o.(*container.Scroll); scrolls {
			to := s.Offset
			to.X += beyond(at.X+inner.Position().X, size.Width, s.Size().Width)
			to.Y += beyond(at.Y+inner.Position().Y, size.Height, s.Size().Height)
			if to != s.Offset {
				s.ScrollToOffset(to)
			}
		}
		if f, is := o.(*Field); is && !isList(f.Input) {
			return fyne.Position{}, f.Size(), true
		}
		if line, is := o.(*fyne.Container); is && isLine(line) {
			return fyne.Position{}, line.Size(), true
		}
		return at.Add(inner.Position()), size, true
	}
	return fyne.Position{}, fyne.Size{}, false
}

// isLine tells whether it is a row of a list.
func isLine(c *fyne.Container) bool {
	_, is := c.Layout.(lineLayout)
	return is
}

// isList tells whether an input is a list: a row of it comes into sight, and not all.
func isList(o fyne.CanvasObject) bool {
	_, is := o.(*writtenList)
	return is
}

// beyond is how far a thing lies outside a room of that length: below zero before it.
func beyond(at, length, room float32) float32 {
	if at < 0 || length > room {
		return at
	}
	return max(at+length-room, 0)
}

// within is what lies in o, as far as this package knows.
func within(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *wheel:
		return []fyne.CanvasObject{o.content}
	case *Panel:
		return []fyne.CanvasObject{o.content}
	case *Form:
		return []fyne.CanvasObject{o.box}
	case *Field:
		return []fyne.CanvasObject{o.Input}
	case *writtenList:
		return []fyne.CanvasObject{o.root}
	case *TextArea:
		return []fyne.CanvasObject{o.entry}
	}
	return nil
}

// whole is how high o would be if nothing in it had to scroll.
func whole(o fyne.CanvasObject) float32 {
	high := o.MinSize().Height
	if s, scrolls := o.(*container.Scroll); scrolls {
		return max(high, s.Content.MinSize().Height)
	}
	for _, inner := range within(o) {
		if inner.Visible() {
			high += whole(inner) - inner.MinSize().Height
		}
	}
	return high
}
