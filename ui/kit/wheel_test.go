package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestTheWheelMovesThePageWhereACardIsShownWhole(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	inner := Scroll(Gap(100, 300))
	page := container.NewScroll(container.NewVBox(CardTitled("card", container.NewStack(Gap(1, 300), inner)), Gap(1, 900)))
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(400, 400))
	test.Scroll(w.Canvas(), fyne.NewPos(200, 200), 0, -50)
	if inner.Offset.Y != 0 || page.Offset.Y != 50 {
		t.Errorf("the card moved by %v, the page by %v", inner.Offset.Y, page.Offset.Y)
	}
	page.ScrollToTop()
	inner.Content.(*wheel).content.Objects[0] = Gap(100, 2000)
	inner.Content.Refresh()
	inner.Refresh()
	test.Scroll(w.Canvas(), fyne.NewPos(200, 200), 0, -50)
	if inner.Offset.Y != 50 || page.Offset.Y != 0 {
		t.Errorf("with more in it the card moved by %v, the page by %v", inner.Offset.Y, page.Offset.Y)
	}
}
