package kit

import "time"

// minder is told of what breaks while something is pressed or typed.
var minder Tasks

// Mind lets t see to it that a mistake in what a press or a key does never ends
// the program: it is told to t.Broken, and the window goes on as it was.
func Mind(t Tasks) { minder = t }

// pause does f once d has passed, or at once before Mind was called.
func (t Tasks) pause(d time.Duration, f func()) (stop func()) {
	if t.later == nil {
		f()
		return func() {}
	}
	return t.After(d, f)
}

// often does f each time d has passed, until stopped; never before Mind was called.
func (t Tasks) often(d time.Duration, f func()) (stop func()) {
	if t.every == nil {
		return func() {}
	}
	return t.Every(d, f)
}

// Safely does f as Mind said; every piece of the kit calls its owner through it.
func Safely(f func()) {
	minder.Guard(f)()
	minder.settle()
}
