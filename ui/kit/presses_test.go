package kit_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// hand presses keys as a window's driver does: it tells what has the keyboard
// that a key went down, and again and again that it was typed while it is held.
type hand struct{ canvas fyne.Canvas }

func (h hand) down(key fyne.KeyName) {
	e := &fyne.KeyEvent{Name: key}
	if k, keyed := h.canvas.Focused().(desktop.Keyable); keyed {
		k.KeyDown(e)
	} else if h.canvas.Focused() == nil {
		kit.KeyDown(e) // as the window does where nothing has the keyboard
	}
	h.typed(key)
}

func (h hand) typed(key fyne.KeyName) {
	if f := h.canvas.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (h hand) up(key fyne.KeyName) {
	e := &fyne.KeyEvent{Name: key}
	if k, keyed := h.canvas.Focused().(desktop.Keyable); keyed {
		k.KeyUp(e)
	} else {
		kit.KeyUp(e)
	}
}

func TestAKeyThatIsHeldPressesOnce(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		w := test.NewTempWindow(t, nil)
		pressed := 0
		b := kit.Button("go", nil, func() { pressed++ })
		w.SetContent(b)
		w.Canvas().Focus(b)
		h := hand{w.Canvas()}
		h.down(key)
		for range 60 {
			h.typed(key)
		}
		if pressed != 1 {
			t.Errorf("%s held presses %d times", key, pressed)
		}
		h.up(key)
		h.down(key)
		h.up(key)
		if pressed != 2 {
			t.Errorf("%s pressed again presses %d times in all, want 2", key, pressed)
		}
	}
}

func TestAKeyHeldWhileASheetOpensDoesNotSendIt(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	c := w.Canvas()
	sent := 0
	var s *kit.Sheet
	open := kit.Button("open", nil, func() {
		s = kit.NewSheet(c, kit.SheetWords{Title: "t", Primary: "send", Cancel: "no"}, 300, widget.NewLabel("sure"), func() { sent++ })
		s.Open()
	})
	w.SetContent(open)
	c.Focus(open)
	h := hand{c}
	h.down(fyne.KeyReturn) // the sheet has no field: its primary button has the keyboard
	for range 60 {
		h.typed(fyne.KeyReturn)
	}
	if sent != 0 {
		t.Fatalf("holding the key sent the sheet %d times", sent)
	}
	h.up(fyne.KeyReturn)
	h.down(fyne.KeyReturn)
	if sent != 1 {
		t.Errorf("pressed anew, it was sent %d times, want 1", sent)
	}
	s.Close()
}

func TestASheetTakesNoKeyBeforeItWasSeen(t *testing.T) {
	// What is to happen later happens when the test says so.
	var later []func()
	tasks := kit.Delayed(func(_ time.Duration, f func()) { later = append(later, f) })
	kit.Mind(tasks)
	t.Cleanup(func() { kit.Mind(kit.Tasks{}) })
	c := test.NewTempWindow(t, widget.NewLabel("")).Canvas()
	sent := 0
	s := kit.NewSheet(c, kit.SheetWords{Primary: "send", Cancel: "no"}, 300, widget.NewLabel("sure"), func() { sent++ })
	s.Open()
	defer s.Close()
	s.Submit()
	s.Primary.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if sent != 0 {
		t.Fatalf("a sheet that came up this moment was sent %d times by a key", sent)
	}
	for _, f := range later {
		f()
	}
	s.Submit()
	if sent != 1 {
		t.Errorf("after a while it was sent %d times, want 1", sent)
	}
}

func TestAKeyOfWhichNothingIsKnownIsPressedOnceInAWhile(t *testing.T) {
	var later []func()
	kit.Mind(kit.Delayed(func(_ time.Duration, f func()) { later = append(later, f) }))
	t.Cleanup(func() { kit.Mind(kit.Tasks{}) })
	pressed := 0
	again := func(n int) {
		for range n {
			if kit.Pressed("F9") {
				pressed++
			}
		}
	}
	again(50)
	if pressed != 1 {
		t.Fatalf("held, it counts as %d presses", pressed)
	}
	for _, f := range later {
		f()
	}
	again(3)
	if pressed != 2 {
		t.Errorf("after a rest it counts as %d presses in all, want 2", pressed)
	}
}
