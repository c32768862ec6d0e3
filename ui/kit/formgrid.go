package kit

import "fyne.io/fyne/v2"

// formGrid lays fields out in rows of equal columns. Each row is as high as its
// highest field.
type formGrid struct {
	columns int
	spans   []int
	narrow  bool
}

const (
	formGapX   = 12
	formGapY   = 3
	formNarrow = 170 // a column narrower than this is no use
)

// MinSize is one column wide and as high as the rows are now.
func (g *formGrid) MinSize(os []fyne.CanvasObject) fyne.Size {
	var w, h float32
	for _, row := range g.rows(os) {
		high := float32(0)
		for _, i := range row {
			min := os[i].MinSize()
			w, high = max(w, min.Width), max(high, min.Height)
		}
		h += high + Px(formGapY)
	}
	return fyne.NewSize(w, max(h-Px(formGapY), 0))
}

// Layout puts each field into its columns.
func (g *formGrid) Layout(os []fyne.CanvasObject, s fyne.Size) {
	g.narrow = s.Width < Px(formNarrow)*float32(g.columns)
	n := g.width()
	one := (s.Width - Px(formGapX)*float32(n-1)) / float32(n)
	y := float32(0)
	for _, row := range g.rows(os) {
		high, at := float32(0), 0
		for _, i := range row {
			high = max(high, os[i].MinSize().Height)
		}
		for _, i := range row {
			span := min(g.spans[i], n)
			os[i].Move(fyne.NewPos(float32(at)*(one+Px(formGapX)), y))
			os[i].Resize(fyne.NewSize(float32(span)*(one+Px(formGapX))-Px(formGapX), high))
			at += span
		}
		y += high + Px(formGapY)
	}
}

func (g *formGrid) width() int {
	if g.narrow {
		return 1
	}
	return g.columns
}

// rows tells which fields stand beside each other.
func (g *formGrid) rows(os []fyne.CanvasObject) [][]int {
	var rows [][]int
	n := g.width()
	left := 0
	for i, o := range os {
		if !o.Visible() {
			continue
		}
		span := min(g.spans[i], n)
		if left < span {
			rows, left = append(rows, nil), n
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], i)
		left -= span
	}
	return rows
}
