package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestTabGoesFromLeftToRightAndThenDown(t *testing.T) {
	w := windowOf(t)
	form := galleryFields()
	s := NewSheet(w.Canvas(), SheetWords{Title: "t", Primary: "ok", Cancel: "no"}, 720, form, func() {})
	s.Open()
	var order []string
	for range 12 {
		order = append(order, nameOf(form, w.Canvas().Focused()))
		w.Canvas().(interface{ FocusNext() }).FocusNext()
	}
	want := "room channel at kind urgent check days what want dept *kit.Push *kit.Push"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("the keyboard went\n%s, want\n%s", got, want)
	}
}

// nameOf is the name of the field that has the keyboard.
func nameOf(f *Form, at fyne.Focusable) string {
	for name, field := range f.fields {
		if field.FocusTarget() == at {
			return name
		}
	}
	return fmt.Sprintf("%T", at)
}
