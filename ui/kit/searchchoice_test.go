package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestASearchChoiceNarrowsAsItIsTypedOn(t *testing.T) {
	w := windowOf(t)
	rooms := []string{"1-1-101", "1-1-102", "3-2-501", "3-2-502"}
	var asked, told []string
	s := NewSearchChoice(FindWords{"房號", "沒有"}, func(typed string, show func([]string)) {
		asked = append(asked, typed)
		var fit []string
		for _, r := range rooms {
			if strings.HasPrefix(r, typed) {
				fit = append(fit, r)
			}
		}
		show(fit)
	}, func(s string) string { return s }, nil)
	s.OnChanged = func(v string) { told = append(told, v) }
	w.SetContent(NewField("房號", s, ""))
	w.Canvas().Focus(s)

	s.TypedRune('3')
	test.Type(w.Canvas().Focused(), "-2")
	key(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if s.Value() != "3-2-502" || !slices.Equal(told, []string{"3-2-502"}) || !slices.Equal(asked, []string{"3", "3-", "3-2"}) {
		t.Errorf("chosen is %q, told %v, asked %v", s.Value(), told, asked)
	}
	if w.Canvas().Focused() != fyne.Focusable(s) || s.face.Text() != "3-2-502" {
		t.Errorf("the keyboard is at %T, the face says %q", w.Canvas().Focused(), s.face.Text())
	}
	key(s, fyne.KeySpace)
	test.Type(w.Canvas().Focused(), "9")
	key(w.Canvas().Focused(), fyne.KeyReturn, fyne.KeyEscape)
	if s.Value() != "3-2-502" {
		t.Errorf("with nothing found Enter chose %q", s.Value())
	}
	key(s, fyne.KeyDelete)
	if s.Chosen() || len(told) != 2 || told[1] != "" {
		t.Errorf("after clearing: chosen %v, told %v", s.Chosen(), told)
	}
}

func TestAnAnswerThatComesLateIsNotShown(t *testing.T) {
	w := windowOf(t)
	var answers []func([]int)
	s := NewSearchChoice(FindWords{}, func(_ string, show func([]int)) { answers = append(answers, show) }, func(n int) string { return strings.Repeat("I", n) }, nil)
	w.SetContent(s)
	s.open("")
	test.Type(w.Canvas().Focused(), "x")
	answers[1]([]int{2})
	answers[0]([]int{1})
	key(w.Canvas().Focused(), fyne.KeyReturn)
	if s.Value() != 2 {
		t.Errorf("chosen is %d, want the answer to what was typed last", s.Value())
	}
}
