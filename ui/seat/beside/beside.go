// Package beside looks whether the forms of the program say what is wrong beside the
// field that can mend it. Only tests use it.
package beside

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Shows lets a form be refused for one fault after the other, whatever stands in it, and
// tells of each what is amiss in how it is shown: nothing when its words stand beside a
// field on screen that has the keyboard, and all that was typed is still there.
func Shows[M any](w fyne.Window, a *seat.Act[M], faults []app.Invalid) map[app.Invalid]string {
	var now error
	a.Order = func() seat.Doing[M] {
		return func(context.Context) (m M, err error) { return m, now }
	}
	a.Show()
	defer func() { a.Sheet.Close() }()
	return Marks(w, a.Form, faults, func(err error) {
		now = err
		a.Sheet.Submit()
	})
}

// Marks is Shows for a form that stands in the window or in the sheet on top of it;
// refuse shows it what it was refused for.
func Marks(w fyne.Window, form *kit.Form, faults []app.Invalid, refuse func(error)) map[app.Invalid]string {
	amiss, before, sheet := map[app.Invalid]string{}, kit.Written(form), kit.TopSheet(w.Canvas())
	for _, now := range faults {
		w.Canvas().Unfocus()
		form.Clear()
		refuse(app.Faults{now})
		switch field := Field(form); {
		case kit.TopSheet(w.Canvas()) != sheet:
			amiss[now] = "the form is gone"
			return amiss
		case field == nil || !field.Visible():
			amiss[now] = "it stands beside no field on screen"
		case strings.Contains(field.Error(), "fault."):
			amiss[now] = "it has no words: " + field.Error()
		case !maps.Equal(before, kit.Written(form)):
			amiss[now] = "what was typed is gone"
		default:
			amiss[now] = Reached(w, field)
		}
	}
	return amiss
}

// Field is the first field that says something is wrong with it.
func Field(f *kit.Form) *kit.Field {
	for _, name := range f.Failed() {
		return f.Field(name)
	}
	return nil
}

// Reached tells what keeps a field from being mended: the keyboard is elsewhere, or it
// is out of sight.
func Reached(w fyne.Window, field *kit.Field) string {
	if field.FocusTarget() == nil {
		return ""
	}
	has, is := w.Canvas().Focused().(fyne.CanvasObject)
	if !is {
		return "nothing has the keyboard"
	}
	d := fyne.CurrentApp().Driver()
	at, size := d.AbsolutePositionForObject(has), has.Size()
	of, room := d.AbsolutePositionForObject(field), field.Size()
	if at.X < of.X-1 || at.Y < of.Y-1 || at.X+size.Width > of.X+room.Width+1 || at.Y+size.Height > of.Y+room.Height+1 {
		return fmt.Sprintf("the keyboard is elsewhere: %v in %v of %v", at, of, room)
	}
	if at.Y < 0 || at.Y+size.Height > w.Canvas().Size().Height {
		return fmt.Sprintf("it is out of sight, at %v", at)
	}
	return ""
}
