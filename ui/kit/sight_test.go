package kit

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestTheKeyboardIsNeverOutOfSight(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	f := NewForm(1)
	inputs := []fyne.CanvasObject{Entry(""), Area(3, 100), NewChoice([]int{1}, strconv.Itoa), NewRadios([]int{1}, strconv.Itoa), Check("x", nil), Button("x", nil, func() {}), Entry("")}
	for i, input := range inputs {
		f.Add(strconv.Itoa(i), NewField("label", input, ""), 1)
	}
	scroll := Scroll(f)
	w := test.NewTempWindow(t, container.NewScroll(container.NewVBox(Gap(1, 50), Card(container.NewGridWrap(fyne.NewSize(300, 130), scroll)))))
	w.Resize(fyne.NewSize(400, 150))
	for i, input := range inputs {
		c := w.Canvas()
		c.Focus(focusTarget(input))
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Field(strconv.Itoa(i)))
		high := f.Field(strconv.Itoa(i)).Size().Height
		if at.Y < 0 || at.Y+high > c.Size().Height+1 {
			t.Errorf("%T stands from %.0f to %.0f in a window %.0f high", input, at.Y, at.Y+high, c.Size().Height)
		}
	}
	w.Canvas().Focus(inputs[0].(fyne.Focusable))
	if scroll.Offset.Y > 1 {
		t.Errorf("back at the top it is scrolled by %v", scroll.Offset)
	}
}

func TestInASheetTheKeyboardIsNeverOutOfSightEither(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	f := NewForm(1)
	for i := range 12 {
		f.Add(strconv.Itoa(i), NewField("label", Entry(""), ""), 1)
	}
	w := test.NewTempWindow(t, Gap(1, 1))
	w.Resize(fyne.NewSize(500, 400))
	s := NewSheet(w.Canvas(), SheetWords{Title: "form"}, 300, f, func() {})
	s.Open()
	defer s.Close()
	for i := range 12 {
		field := f.Field(strconv.Itoa(i))
		field.Focus()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
		if at.Y < 0 || at.Y+field.Size().Height > w.Canvas().Size().Height {
			t.Errorf("field %d stands at %.0f in a window %.0f high", i, at.Y, w.Canvas().Size().Height)
		}
	}
}
