package workday

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day of the calendar, without hour or time zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DayOf is the date of a moment, in the moment's own time zone.
func DayOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads 2026-01-07.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, strings.TrimSpace(s))
	if err != nil {
		return Date{}, Problem{Field: "date", Rule: RuleUnreadable, Value: s}
	}
	return DayOf(t), nil
}

// String is the date as 2026-01-07.
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalText writes the date as String does; no date is no text.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads the date as ParseDate does, and no text as no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	read, err := ParseDate(string(text))
	if err == nil {
		*d = read
	}
	return err
}

// IsZero tells whether no date was given at all.
func (d Date) IsZero() bool { return d == Date{} }

// Before tells whether d comes earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After tells whether d comes later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Compare is negative, zero or positive as d is before, on or after e.
func (d Date) Compare(e Date) int {
	switch {
	case d.Year != e.Year:
		return d.Year - e.Year
	case d.Month != e.Month:
		return int(d.Month - e.Month)
	}
	return d.Day - e.Day
}

// AddDays is the date n days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date {
	if day := d.Day + n; n >= 0 && day <= 28 {
		return Date{d.Year, d.Month, day} // no month is shorter
	}
	return DayOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// DaysTo counts the nights from d to e; it is negative when e comes first.
func (d Date) DaysTo(e Date) int {
	return int((e.At(0, time.UTC).Unix() - d.At(0, time.UTC).Unix()) / (24 * 60 * 60))
}

// monthShift is by how many weekdays each month begins later than January, in a
// year that begins in March.
var monthShift = [12]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}

// Weekday is the day of the week, by the rule of Sakamoto: it is asked for every day
// of every limit.
func (d Date) Weekday() time.Weekday {
	if d.Year < 1 || d.Month < time.January || d.Month > time.December {
		return d.At(0, time.UTC).Weekday()
	}
	y := d.Year
	if d.Month < time.March {
		y--
	}
	return time.Weekday((y + y/4 - y/100 + y/400 + monthShift[d.Month-1] + d.Day) % 7)
}

// At is the moment when the clock of loc shows c on this date.
func (d Date) At(c Clock, loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, int(c), 0, 0, loc)
}

// valid tells whether the calendar has such a day.
func (d Date) valid() bool { return DayOf(d.At(0, time.UTC)) == d }
