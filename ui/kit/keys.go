package kit

import "fyne.io/fyne/v2"

// PassKey hands a key that a focused piece has no use for to its window, so
// that Escape closes a sheet wherever the keyboard is.
func PassKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(e)
	}
}

// PassShortcut hands a shortcut that a focused piece has no use for to its
// window; Fyne would let it end there. While a sheet is open it has the only one.
func PassShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if sheet := TopSheet(c); sheet != nil {
		if s.ShortcutName() == Shortcut(fyne.KeyReturn).ShortcutName() && Pressed(fyne.KeyReturn) {
			sheet.Submit()
		}
		return
	}
	if c, takes := c.(fyne.Shortcutable); takes {
		c.TypedShortcut(s)
	}
}
