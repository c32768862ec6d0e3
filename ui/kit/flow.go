package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow lays pieces beside each other and goes on in a further row where there is
// no room; the last piece stands at the right. What is hidden takes no room.
func Flow(os ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{width: Px(1e6)}, os...)
}

const flowGap = 8

type flow struct{ width float32 }

// MinSize is as wide as the widest piece, and as high as the rows are now.
func (f *flow) MinSize(os []fyne.CanvasObject) fyne.Size {
	var w float32
	for _, o := range os {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, f.place(os, f.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Layout puts each piece halfway between top and bottom of its row.
func (f *flow) Layout(os []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.place(os, s.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// place tells where each piece goes, and returns how high all are.
func (f *flow) place(os []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	os = slices.DeleteFunc(slices.Clone(os), func(o fyne.CanvasObject) bool { return !o.Visible() })
	gap, y := Px(flowGap), float32(0)
	for first := 0; first < len(os); {
		end, used, high := first, float32(0), float32(0)
		for ; end < len(os); end++ {
			min := os[end].MinSize()
			if end > first && used+gap+min.Width > width {
				break
			}
			if end > first {
				used += gap
			}
			used, high = used+min.Width, max(high, min.Height)
		}
		x := float32(0)
		for i, o := range os[first:end] {
			min := o.MinSize()
			if first+i == len(os)-1 {
				x = max(x, width-min.Width)
			}
			put(o, fyne.NewPos(x, y+(high-min.Height)/2), min)
			x += min.Width + gap
		}
		y += high + gap
		first = end
	}
	return max(y-gap, 0)
}
