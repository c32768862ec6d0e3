package seat

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/ui/kit"
)

// Room is how wide a column of a table must be for any of these words as a chip
// or a button, before the scale of the look.
func Room(words ...string) float32 {
	var width float32
	for _, w := range words {
		width = max(width, fyne.MeasureText(w, kit.SizeSmall, fyne.TextStyle{Bold: true}).Width)
	}
	return width + 26
}

// Numbers are the longest numbers of issues, with the code of each estate.
func (s *Seat) Numbers() []string {
	all := []string{"ZB-202611-0000"}
	for _, p := range s.Ground.Projects {
		if p.Code != "" {
			all = append(all, p.Code+"-ZB-202611-0000")
		}
	}
	return all
}

// Spread keeps a table from becoming narrower than its columns and some text:
// on a page too narrow for it, the page scrolls.
func Spread(t *kit.Table, columns []kit.Column) fyne.CanvasObject {
	return spreadOver(t, columns, 60) // margins and ticks
}

// SpreadBare is Spread for a table without ticks, which needs only its margins.
func SpreadBare(t *kit.Table, columns []kit.Column) fyne.CanvasObject {
	return spreadOver(t, columns, 24)
}

func spreadOver(t *kit.Table, columns []kit.Column, width float32) fyne.CanvasObject {
	for _, c := range columns {
		if c.Width == 0 {
			width += 70
		}
		width += max(c.Width, -c.Width)
	}
	return container.New(spread{width}, t)
}

type spread struct{ width float32 }

// MinSize is as wide as the columns need at the scale that is worn now.
func (w spread) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Px(w.width), os[0].MinSize().Height)
}

// Layout gives the table all the room there is.
func (w spread) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.Position{})
	os[0].Resize(s)
}
