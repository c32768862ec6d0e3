package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func windowOf(t *testing.T) fyne.Window {
	t.Helper()
	Look{}.Wear(test.NewTempApp(t))
	w := test.NewTempWindow(t, Gap(1, 1))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 720))
	return w
}

func TestEscapeClosesASheetFromAnyPiece(t *testing.T) {
	w := windowOf(t)
	below := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { below++ })
	pieces := map[string]fyne.CanvasObject{
		"entry": Entry(""), "area": Area(2, 10), "choice": NewChoice([]int{1}, func(int) string { return "1" }), "check": Check("x", nil),
		"radios": NewRadios([]int{1}, func(int) string { return "1" }), "date": NewDateField(galleryDates()), "number": NumberEntry(""),
		"table": NewTable(RowDense, Column{}), "nothing": Muted("x"),
	}
	for name, piece := range pieces {
		closed := false
		s := NewSheet(w.Canvas(), SheetWords{Title: "t", Primary: "ok", Cancel: "no"}, 500, NewField("x", piece, ""), func() {})
		s.OnClosed = func() { closed = true }
		s.Open()
		key(w.Canvas().Focused(), fyne.KeyEscape)
		if !closed || w.Canvas().Overlays().Top() != nil || TopSheet(w.Canvas()) != nil {
			t.Errorf("Escape in a %s leaves the sheet open", name)
			s.Close()
		}
	}
	if w.Canvas().OnTypedKey()(&fyne.KeyEvent{}); below != 1 {
		t.Errorf("the page got %d keys, want its own alone", below)
	}
}

func TestASheetIsAsHighAsItsContentAndNeverHigherThanTheWindow(t *testing.T) {
	w := windowOf(t)
	s := NewSheet(w.Canvas(), SheetWords{Title: "t", Primary: "ok", Cancel: "no"}, 720, galleryFields(), func() {})
	s.Open()
	form := s.target.(*Form)
	if extra := s.popup.Content.Size().Height - form.MinSize().Height; extra < 60 || extra > 170 {
		t.Errorf("the sheet is %v higher than its form", extra)
	}
	if wide := s.popup.Content.Size().Width; wide != 720 {
		t.Errorf("the sheet is %v wide, want 720", wide)
	}
	s.Close()
	w.Resize(fyne.NewSize(640, 360))
	s.Open()
	if size := s.popup.Content.Size(); size.Width > 640 || size.Height > 360 {
		t.Errorf("the sheet is %v, the window 640x360", size)
	}
}

func TestASheetIsNotSentTwice(t *testing.T) {
	w := windowOf(t)
	sent := 0
	var s *Sheet
	s = NewSheet(w.Canvas(), SheetWords{Title: "t", Primary: "ok", Cancel: "no"}, 400, Muted("x"), func() { sent++; s.SetBusy(true) })
	s.Open()
	s.Submit()
	s.Submit()
	if sent != 1 {
		t.Errorf("sent %d times", sent)
	}
	s.SetBusy(false)
	above := Confirm(w.Canvas(), Question{Title: "?", Text: "?", Yes: "y", No: "n"}, func() {})
	s.Submit()
	if sent != 1 {
		t.Error("a sheet was sent below another")
	}
	above.Close()
	s.Submit()
	if sent != 2 {
		t.Errorf("sent %d times, want 2", sent)
	}
}

func TestADangerousQuestionBeginsAtNo(t *testing.T) {
	w := windowOf(t)
	done := false
	s := Confirm(w.Canvas(), Question{Title: "作廢", Text: "不能恢復", Yes: "作廢", No: "取消", Danger: true}, func() { done = true })
	key(w.Canvas().Focused(), fyne.KeyReturn)
	if done || TopSheet(w.Canvas()) != nil {
		t.Error("Enter did the dangerous thing, or nothing")
	}
	s.Open()
	s.Submit()
	if done {
		t.Error("the key that sends forms did the dangerous thing")
	}
	test.Tap(s.Primary)
	if !done {
		t.Error("the button does nothing")
	}
}

func TestAReasonMustBeGiven(t *testing.T) {
	w := windowOf(t)
	given := ""
	s := AskReason(w.Canvas(), Question{Title: "退回", Yes: "退回", No: "取消"}, ReasonWords{Label: "原因", Missing: "請寫明原因", TooLong: "太長"}, 5, func(s *Sheet, r string) { given = r; s.Close() })
	entry := w.Canvas().Focused().(*areaEntry)
	s.Submit()
	if given != "" || TopSheet(w.Canvas()) != s {
		t.Error("it went without a reason")
	}
	entry.SetText("一二三四五六")
	s.Submit()
	if given != "" {
		t.Error("it went with too long a reason")
	}
	entry.SetText(" 異響 ")
	s.Submit()
	if given != "異響" || TopSheet(w.Canvas()) != nil {
		t.Errorf("the reason is %q", given)
	}
}

func TestAToastIsReplacedAndClosed(t *testing.T) {
	w := windowOf(t)
	toasts := NewToasts(AtOnce())
	w.SetContent(toasts.Root)
	toasts.Say(Good, "已受理")
	undone := false
	toasts.Offer(Bad, "失敗", "重試", func() { undone = true })
	if said, tone := toasts.Said(); said != "失敗" || tone != Bad || len(toasts.Root.Objects) != 1 {
		t.Errorf("it says %q", said)
	}
	toasts.do()
	if said, _ := toasts.Said(); said != "" || !undone || len(toasts.Root.Objects) != 0 {
		t.Errorf("after it was pressed it says %q", said)
	}
}
