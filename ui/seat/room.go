package seat

import (
	"fyne.io/fyne/v2"

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
