package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestASplitIsOneColumnUnderItsWidth(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	a, b := Gap(200, 100), Gap(150, 50)
	s := Split(a, b, 320, 700)
	s.Resize(fyne.NewSize(1000, 500))
	if b.Position() != fyne.NewPos(680, 0) || b.Size() != fyne.NewSize(320, 500) || a.Size().Width != 672 {
		t.Errorf("wide: a is %v, b is %v at %v", a.Size(), b.Size(), b.Position())
	}
	s.Resize(fyne.NewSize(600, 500))
	if b.Position() != fyne.NewPos(0, 108) || b.Size().Width != 600 || s.MinSize().Height != 158 {
		t.Errorf("narrow: b is %v at %v, the whole %v", b.Size(), b.Position(), s.MinSize())
	}
}

func TestColumnsLineUp(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	cells := []fyne.CanvasObject{Gap(10, 10), Gap(10, 20), Gap(30, 10), Gap(10, 10)}
	Row(Columns{100, 0, -80, 60}, cells...).Resize(fyne.NewSize(500, 40))
	for i, want := range []struct{ x, w float32 }{{0, 90}, {100, 250}, {400, 30}, {440, 60}} {
		if x, w := cells[i].Position().X, cells[i].Size().Width; x != want.x || w != want.w {
			t.Errorf("column %d is at %v, %v wide; want %v, %v", i, x, w, want.x, want.w)
		}
	}
	if cells[1].Position().Y != 10 {
		t.Errorf("a cell 20 high in a row 40 high is at %v", cells[1].Position().Y)
	}
}

func TestATileOpensItsListByMouseAndKeyboard(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	opened := 0
	tile := Tile(Bad, "2", "逾期", "", func() { opened++ })
	test.Tap(tile)
	key(tile, fyne.KeyReturn, fyne.KeySpace, fyne.KeyLeft)
	if opened != 3 {
		t.Errorf("opened %d times, want 3", opened)
	}
	tile.Set(Plain, "0", "")
	if tile.Number() != "0" || tile.number.role != InkOf(Plain) {
		t.Errorf("it shows %q", tile.Number())
	}
}

func TestAShortcutIsWrittenAsThePlatformDoes(t *testing.T) {
	for _, c := range []struct {
		shortcut *desktop.CustomShortcut
		pc, mac  string
	}{
		{Shortcut(fyne.KeyN), "Ctrl N", "⌘N"}, {Shortcut(fyne.KeyReturn), "Ctrl Enter", "⌘↩"}, {ShiftShortcut(fyne.KeyP), "Ctrl Shift P", "⇧⌘P"},
	} {
		if pc, mac := shortcutText(c.shortcut, false), shortcutText(c.shortcut, true); pc != c.pc || mac != c.mac {
			t.Errorf("%v is written %q and %q", c.shortcut, pc, mac)
		}
	}
}
