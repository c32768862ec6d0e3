package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

func widgetIcon(r fyne.Resource) fyne.CanvasObject { return widget.NewIcon(r) }
