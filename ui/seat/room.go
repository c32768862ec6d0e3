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
