package workday

import "time"

// WorkTime is how long the office works between two moments, by the clock on its
// wall; it is negative when b comes first.
func (c Calendar) WorkTime(a, b time.Time) time.Duration {
	if b.Before(a) {
		return -c.WorkTime(b, a)
	}
	worked, _ := c.between(a, b)
	return worked
}

// WorkMinutes is WorkTime in whole minutes.
func (c Calendar) WorkMinutes(a, b time.Time) int {
	return int(c.WorkTime(a, b) / time.Minute)
}

// between is the time worked from a to b, and the working days after that of a up
// to that of b; a must not come after b.
func (c Calendar) between(a, b time.Time) (worked time.Duration, days int) {
	a, b = a.In(c.Loc), b.In(c.Loc)
	first, last := DayOf(a), DayOf(b)
	for d := first; !d.After(last); d = d.AddDays(1) {
		day := c.Day(d)
		from, to := time.Duration(0), wholeDay
		if d == first {
			from = sinceMidnight(a)
		} else if day.Shift != Off {
			days++
		}
		if d == last {
			to = sinceMidnight(b)
		}
		worked += c.worked(day, from, to)
	}
	return worked, days
}

const wholeDay = 24 * time.Hour

// sinceMidnight is what the clock on the wall shows.
func sinceMidnight(t time.Time) time.Duration {
	h, m, s := t.Clock()
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute +
		time.Duration(s)*time.Second + time.Duration(t.Nanosecond())
}

// since is the clock as the time gone since midnight.
func (c Clock) since() time.Duration { return time.Duration(c) * time.Minute }

// worked is how long a day is worked between two times of day.
func (c Calendar) worked(d Day, from, to time.Duration) time.Duration {
	var sum time.Duration
	for i, w := range [2]Window{c.Pattern.Morning, c.Pattern.Afternoon} {
		if d.Shift&(Morning<<i) != 0 {
			sum += max(0, min(to, w.To.since())-max(from, w.From.since()))
		}
	}
	return sum
}

// after is the moment when a day has been worked for so long since a time of day.
func (c Calendar) after(d Day, from, left time.Duration) time.Time {
	var shut time.Duration
	for _, w := range c.Pattern.windows(d.Shift) {
		open := max(from, w.From.since())
		shut = w.To.since()
		span := max(0, shut-open)
		if span >= left {
			shut = open + left
			break
		}
		left -= span
	}
	day := d.Date
	return time.Date(day.Year, day.Month, day.Day, 0, 0, int(shut/time.Second), int(shut%time.Second), c.Loc)
}

// WorkdaysBetween counts the working days after a, up to and including b; it is
// negative when b comes first.
func (c Calendar) WorkdaysBetween(a, b Date) int {
	if b.Before(a) {
		return -c.WorkdaysBetween(b, a)
	}
	n := 0
	for d := a; d.Before(b); {
		d = d.AddDays(1)
		if c.Works(d) {
			n++
		}
	}
	return n
}

// WorkdaysIn counts the working days of a year.
func (c Calendar) WorkdaysIn(year int) int {
	return c.WorkdaysBetween(Date{year - 1, time.December, 31}, Date{year, time.December, 31})
}

// RemainingInMonth counts the working days of the month that come after d.
func (c Calendar) RemainingInMonth(d Date) int {
	return c.WorkdaysBetween(d, DayOf(time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC)))
}
