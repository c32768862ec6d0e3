package ui

import (
	"fyne.io/fyne/v2"
)

func (s *shell) showWelcome() { s.fill(themed(nil)) }

func themed(r fyne.Resource) fyne.CanvasObject { return widgetIcon(r) }
