package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Split puts a and b beside each other, b as wide as side says: a share of the
// whole up to 1, a length above it. In a room narrower than under, b comes below a,
// both as high as all that is in them: what is round them scrolls.
func Split(a, b fyne.CanvasObject, side, under float32) *fyne.Container {
	return container.New(&split{side: side, under: under}, a, b)
}

const splitGap = 8

type split struct {
	side, under float32
	narrow      bool
}

// MinSize is narrow enough for one column, and as high as the columns are now.
func (l *split) MinSize(os []fyne.CanvasObject) fyne.Size {
	a, b := os[0].MinSize(), os[1].MinSize()
	w := max(a.Width, b.Width)
	switch {
	case l.narrow:
		return fyne.NewSize(w, whole(os[0])+Px(splitGap)+whole(os[1]))
	case l.side > 1:
		w = max(w, min(Px(l.under), a.Width+Px(splitGap+l.side)))
	}
	return fyne.NewSize(w, max(a.Height, b.Height))
}

// Layout puts both where there is room for them.
func (l *split) Layout(os []fyne.CanvasObject, s fyne.Size) {
	a, b, gap := os[0], os[1], Px(splitGap)
	l.narrow = s.Width < Px(l.under)
	a.Move(fyne.Position{})
	if l.narrow {
		h := whole(a)
		a.Resize(fyne.NewSize(s.Width, h))
		b.Move(fyne.NewPos(0, h+gap))
		b.Resize(fyne.NewSize(s.Width, max(s.Height-h-gap, whole(b))))
		return
	}
	w := Px(l.side)
	if l.side <= 1 {
		w = (s.Width - gap) * l.side
	}
	a.Resize(fyne.NewSize(s.Width-gap-w, s.Height))
	b.Move(fyne.NewPos(s.Width-w, 0))
	b.Resize(fyne.NewSize(w, s.Height))
}
