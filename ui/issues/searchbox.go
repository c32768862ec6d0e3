package issues

import (
	"fyne.io/fyne/v2"

	"ownerdesk/ui/kit"
)

// searchBox is an input over a list of answers: the arrow keys and Enter work
// in the list, Escape closes it.
type searchBox struct {
	kit.Input
	onKey func(fyne.KeyName) bool // whether the list had a use for the key
}

func newSearchBox(placeholder string, onKey func(fyne.KeyName) bool) *searchBox {
	b := &searchBox{onKey: onKey}
	b.ExtendBaseWidget(b)
	b.SetPlaceHolder(placeholder)
	return b
}

// TypedKey gives the list its keys.
func (b *searchBox) TypedKey(e *fyne.KeyEvent) {
	switch {
	case b.onKey(e.Name):
	case e.Name == fyne.KeyEscape:
		kit.PassKey(b, e)
	default:
		b.Input.TypedKey(e)
	}
}
