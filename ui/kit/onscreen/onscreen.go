// Package onscreen reads a window as the person before it does: its words, and the
// pieces of a kind in it. Tests of screens use it; the program does not.
package onscreen

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ownerdesk/ui/kit"
)

// Words is everything that can be read in a window and over it, a piece a line.
func Words(w fyne.Window) string {
	var all []string
	read := func(o fyne.CanvasObject) {
		for _, inner := range test.LaidOutObjects(o) {
			if s := Said(inner); s != "" {
				all = append(all, s)
			}
		}
	}
	for _, over := range w.Canvas().Overlays().List() {
		read(over)
	}
	read(w.Content())
	return strings.Join(all, "\n")
}

// Said is what one piece says by itself; nothing for one without words.
func Said(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *kit.Cell:
		return o.Text()
	case *kit.Phrase:
		return o.Text()
	case *kit.Tag:
		return o.Text()
	case *kit.Push:
		return o.Text
	case *kit.Tick:
		return o.Text
	case *kit.Prose:
		return o.Text()
	case *canvas.Text:
		return o.Text
	}
	return ""
}

// All are the pieces of a kind over a window, then those in it.
func All[T fyne.CanvasObject](w fyne.Window) (all []T) {
	look := func(o fyne.CanvasObject) {
		for _, inner := range test.LaidOutObjects(o) {
			if piece, is := inner.(T); is {
				all = append(all, piece)
			}
		}
	}
	if top := w.Canvas().Overlays().Top(); top != nil {
		look(top)
	}
	look(w.Content())
	return all
}
