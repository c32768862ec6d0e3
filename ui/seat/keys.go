package seat

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// Keys is what the keys of the window do on a page whose forms lie over it. A page
// embeds it.
type Keys struct {
	// Step opens the form of the act that the page waits for.
	Step func()

	seat *Seat
}

// NewKeys is for a page that waits for nothing yet.
func NewKeys(s *Seat) *Keys { return &Keys{Step: func() {}, seat: s} }

// Save sends the form that is open.
func (k *Keys) Save() {
	if sheet := kit.TopSheet(k.seat.Window.Canvas()); sheet != nil {
		sheet.Submit()
	}
}

// Next takes the next step: sends the form that is open, or opens that of the act
// the page waits for.
func (k *Keys) Next() {
	if kit.TopSheet(k.seat.Window.Canvas()) != nil {
		k.Save()
		return
	}
	k.Step()
}

// Escape closes the form that is open, and tells whether one was.
func (k *Keys) Escape() bool {
	sheet := kit.TopSheet(k.seat.Window.Canvas())
	if sheet == nil {
		return false
	}
	sheet.Leave()
	return true
}

// Under shows a menu under a button.
func (s *Seat) Under(b fyne.CanvasObject, items []*fyne.MenuItem) {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), s.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(b.Size().Width-menu.MinSize().Width, b.Size().Height+kit.Px(2)), b)
}
