package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestACellEndsWhereItsRoomEnds(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	c := NewCell("三樓電梯近一週多次異響並有頓挫", SizeBody, Body, false)
	c.Resize(fyne.NewSize(100, 20))
	if !strings.HasSuffix(c.Shown(), "…") || c.line.MinSize().Width > 101 {
		t.Errorf("%q is %v wide, want at most 100 with …", c.Shown(), c.line.MinSize().Width)
	}
	longer := Fit(c.Text(), c.line.TextSize, c.line.TextStyle, 100+13)
	if len([]rune(longer)) != len([]rune(c.Shown()))+1 {
		t.Errorf("one character more of room shows %q after %q", longer, c.Shown())
	}
	c.Resize(fyne.NewSize(1000, 20))
	if c.Shown() != c.Text() {
		t.Errorf("with room for all it shows %q", c.Shown())
	}
	c.SetText("短")
	if c.Shown() != "短" {
		t.Errorf("after a change it shows %q", c.Shown())
	}
}

func TestAChipInARoomTooSmallEndsToo(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	c := Chip(Warn, "已反饋，待審核")
	c.Resize(fyne.NewSize(60, 30))
	test.WidgetRenderer(c).Layout(c.Size())
	if !strings.HasSuffix(c.line.Text, "…") || c.ground.Size().Width > 60 {
		t.Errorf("it shows %q, %v wide", c.line.Text, c.ground.Size().Width)
	}
}
