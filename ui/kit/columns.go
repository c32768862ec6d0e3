package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Columns lays cells out in fixed widths, for container.New or Row. A width of 0
// takes what is left (several share it); below zero it is the width of a column
// whose cells stand at its right end.
type Columns []float32

const columnGap = 10

// Row is one line of cells in columns.
func Row(c Columns, cells ...fyne.CanvasObject) *fyne.Container {
	return container.New(c, cells...)
}

// MinSize is the fixed widths and the highest cell.
func (c Columns) MinSize(os []fyne.CanvasObject) fyne.Size {
	var w, h float32
	for i, o := range os {
		h = fyne.Max(h, o.MinSize().Height)
		w += Px(max(c[i], -c[i]))
	}
	return fyne.NewSize(w, h)
}

// Layout puts each cell into its column, halfway between top and bottom.
func (c Columns) Layout(os []fyne.CanvasObject, s fyne.Size) {
	places := c.places(s.Width)
	for i, o := range os {
		min := o.MinSize()
		x, w := places[i].x, places[i].w
		if c[i] < 0 && min.Width > 0 && min.Width < w {
			x, w = x+w-min.Width, min.Width
		}
		o.Move(fyne.NewPos(x, (s.Height-min.Height)/2))
		o.Resize(fyne.NewSize(w, min.Height))
	}
}

type place struct{ x, w float32 }

// places tells where each column begins and how wide its cells may be.
func (c Columns) places(width float32) []place {
	rest, shares := width, float32(0)
	for _, w := range c {
		rest -= Px(max(w, -w))
		if w == 0 {
			shares++
		}
	}
	found, x := make([]place, len(c)), float32(0)
	for i, w := range c {
		w = Px(max(w, -w))
		if w == 0 {
			w = max(rest/shares, 0)
		}
		found[i] = place{x, max(w-Px(columnGap), 0)}
		x += w
	}
	if n := len(c); n > 0 {
		found[n-1].w = max(width-found[n-1].x, 0) // nothing stands right of the last
	}
	return found
}
