package kit

// minder is told of what breaks while something is pressed or typed.
var minder Tasks

// Mind lets t see to it that a mistake in what a press or a key does never ends
// the program: it is told to t.Broken, and the window goes on as it was.
func Mind(t Tasks) { minder = t }

// Safely does f as Mind said; every piece of the kit calls its owner through it.
func Safely(f func()) { minder.Guard(f)() }
