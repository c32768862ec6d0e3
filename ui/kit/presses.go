package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// Fyne hands on a key that repeats itself as if it had been pressed again; only
// that no KeyDown comes before it tells the two apart. So every piece that takes
// the keyboard tells of keys that go down and up, wherever the keyboard is then.

// presses are the keys that are down, and whether their press was used already.
var presses = map[fyne.KeyName]bool{}

// lately are keys that were used and of which it is not known whether they are
// still down.
var lately = map[fyne.KeyName]func(){}

// heldPause is how long a key must rest before it is taken for pressed anew where
// nobody tells when it is let go, as with the menu of a Mac: longer than any
// keyboard waits before it repeats a key.
const heldPause = 1100 * time.Millisecond

// KeyDown is told of every key that goes down.
func KeyDown(e *fyne.KeyEvent) { presses[e.Name] = false }

// KeyUp is told of every key that is let go.
func KeyUp(e *fyne.KeyEvent) { delete(presses, e.Name) }

// Keyed is for pieces that take the keyboard: it tells of their keys going down
// and up.
type Keyed struct{}

// KeyDown is for Fyne.
func (Keyed) KeyDown(e *fyne.KeyEvent) { KeyDown(e) }

// KeyUp is for Fyne.
func (Keyed) KeyUp(e *fyne.KeyEvent) { KeyUp(e) }

// Pressed tells, once for each press, whether a key was pressed and is not merely
// held. What is to happen once however long a key is held asks it.
func Pressed(key fyne.KeyName) bool {
	used, down := presses[key]
	if down {
		presses[key] = true
		return !used
	}
	end, used := lately[key]
	if used {
		end()
	}
	lately[key] = func() {}
	stop := minder.pause(heldPause, func() { delete(lately, key) })
	if _, waits := lately[key]; waits {
		lately[key] = stop
	}
	return !used
}

// Presses tells whether a key presses what has the keyboard, as Enter and Space do.
func Presses(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		return Pressed(e.Name)
	}
	return false
}
