package app

import (
	"fmt"
	"time"
)

// ClockDoubt is that the computer's clock does not fit what is in the file: it
// stands before the newest entry, or very long after it. Numbers and limits do not
// follow such a clock until somebody said that it is right.
type ClockDoubt struct{ Now, Newest time.Time }

func (d ClockDoubt) Error() string {
	return fmt.Sprintf("the clock says %v, the newest entry is of %v", d.Now, d.Newest)
}

// Back reports whether the clock was set back, rather than ahead.
func (d ClockDoubt) Back() bool { return d.Now.Before(d.Newest) }

// How far a clock may stand from the newest entry without anybody asking: a computer
// corrects itself by minutes, and no office stands still for half a year.
const (
	clockBack  = 10 * time.Minute
	clockAhead = 180 * 24 * time.Hour
)

// Doubt says what speaks against a clock; nil when nothing does, as in a file in
// which there is nothing yet.
func Doubt(now, newest time.Time) error {
	if newest.IsZero() || !now.Before(newest.Add(-clockBack)) && !now.After(newest.Add(clockAhead)) {
		return nil
	}
	return ClockDoubt{now, newest}
}
