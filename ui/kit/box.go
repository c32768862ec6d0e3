package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// inset keeps a margin round what it holds.
type inset struct{ x, y float32 }

func (i inset) MinSize(os []fyne.CanvasObject) fyne.Size {
	return os[0].MinSize().AddWidthHeight(2*Px(i.x), 2*Px(i.y))
}

func (i inset) Layout(os []fyne.CanvasObject, s fyne.Size) {
	x, y := Px(i.x), Px(i.y)
	os[0].Move(fyne.NewPos(x, y))
	os[0].Resize(s.SubtractWidthHeight(2*x, 2*y))
}

// Padded keeps a margin left and right, and above and below.
func Padded(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(inset{x, y}, o)
}

// Page is the margin round a whole page.
func Page(o fyne.CanvasObject) *fyne.Container { return Padded(18, 14, o) }

type fixed struct{ width float32 }

func (f fixed) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Px(f.width), os[0].MinSize().Height)
}

func (f fixed) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.Position{})
	os[0].Resize(s)
}

// FixedWidth is o in exactly that width.
func FixedWidth(w float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{w}, o)
}

type empty struct{ w, h float32 }

func (e empty) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Px(e.w), Px(e.h)) }
func (e empty) Layout([]fyne.CanvasObject, fyne.Size) {}

// Gap is a distance; those of the look are steps of 4.
func Gap(w, h float32) *fyne.Container { return container.New(empty{w, h}) }

// Line is a hairline; it lies or stands as its box has room.
func Line() fyne.CanvasObject {
	p := newPanel(Gap(0, 0), 0, 0, 0, func(p Palette) color.Color { return p.Line }, nil)
	p.ground.SetMinSize(fyne.NewSize(1, 1))
	return p
}

// Left keeps o at its own width, at the left.
func Left(o fyne.CanvasObject) *fyne.Container { return container.NewHBox(o, layout.NewSpacer()) }

// Right keeps o at its own width, at the right.
func Right(o fyne.CanvasObject) *fyne.Container { return container.NewHBox(layout.NewSpacer(), o) }

// Middle puts o halfway between top and bottom, over the whole width.
func Middle(o fyne.CanvasObject) *fyne.Container { return container.New(middle{}, o) }

type middle struct{}

func (middle) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }

func (middle) Layout(os []fyne.CanvasObject, s fyne.Size) {
	h := os[0].MinSize().Height
	os[0].Move(fyne.NewPos(0, (s.Height-h)/2))
	os[0].Resize(fyne.NewSize(s.Width, h))
}

// Over puts what is given on top of each other; the first is lowest.
func Over(os ...fyne.CanvasObject) *fyne.Container { return container.NewStack(os...) }

// slim asks for no width, so that what it holds can never widen the window.
type slim struct{}

func (slim) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, os[0].MinSize().Height)
}

func (slim) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.Position{})
	os[0].Resize(s)
}

// Scroll lets something be higher than its room; it never scrolls sideways.
func Scroll(o fyne.CanvasObject) *container.Scroll {
	w := newWheel(container.New(slim{}, o))
	w.scroll = container.NewVScroll(w)
	return w.scroll
}
