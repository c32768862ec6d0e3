package workday

import (
	"fmt"
	"strconv"
	"strings"
)

// Clock is a time of day in minutes after midnight; 24:00 closes a day.
type Clock int

// Midnight is the end of a day.
const Midnight Clock = 24 * 60

// ParseClock reads 09:00 or 9:00, up to 24:00.
func ParseClock(s string) (Clock, error) {
	wrong := Problem{Field: "clock", Rule: RuleUnreadable, Value: s}
	hour, minute, ok := strings.Cut(strings.TrimSpace(s), ":")
	if !ok || len(hour) < 1 || len(hour) > 2 || len(minute) != 2 {
		return 0, wrong
	}
	h, errH := strconv.ParseUint(hour, 10, 8)
	m, errM := strconv.ParseUint(minute, 10, 8)
	c := Clock(h*60 + m)
	if errH != nil || errM != nil || m > 59 || c > Midnight {
		return 0, wrong
	}
	return c, nil
}

// String is the clock as 09:00.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }

// Window is a stretch of the day in which the office works.
type Window struct{ From, To Clock }

// String is the window as 09:00-12:00.
func (w Window) String() string { return w.From.String() + "-" + w.To.String() }

// ParseWindow reads 09:00-12:00.
func ParseWindow(s string) (Window, error) {
	from, to, ok := strings.Cut(s, "-")
	if !ok {
		return Window{}, Problem{Field: "window", Rule: RuleUnreadable, Value: s}
	}
	f, err := ParseClock(from)
	if err != nil {
		return Window{}, err
	}
	t, err := ParseClock(to)
	return Window{f, t}, err
}

// empty tells whether nobody works in this window.
func (w Window) empty() bool { return w.To <= w.From }

func equalFold(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}
