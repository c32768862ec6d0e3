package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Empty says what would be here and offers the first step; button may be nil.
func Empty(icon fyne.Resource, title, what string, button fyne.CanvasObject) fyne.CanvasObject {
	box := container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(36), widget.NewIcon(icon))),
		Gap(1, 4), container.NewCenter(Section(title)), container.NewCenter(Muted(what)),
	)
	if button != nil {
		box.Add(Gap(1, 8))
		box.Add(container.NewCenter(button))
	}
	return container.NewCenter(box)
}
