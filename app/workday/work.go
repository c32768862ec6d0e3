package workday

import "time"

// WorkTime is how long the office works between two moments; it is negative when b
// comes first.
func (c Calendar) WorkTime(a, b time.Time) time.Duration {
	if b.Before(a) {
		return -c.WorkTime(b, a)
	}
	a, b = a.In(c.Loc), b.In(c.Loc)
	var sum time.Duration
	for d, last := DayOf(a), DayOf(b); !d.After(last); d = d.AddDays(1) {
		sum += c.worked(c.Day(d), a, b)
	}
	return sum
}

// WorkMinutes is WorkTime in whole minutes.
func (c Calendar) WorkMinutes(a, b time.Time) int {
	return int(c.WorkTime(a, b) / time.Minute)
}

// worked is how long a day is worked between two moments; no end is the end of the day.
func (c Calendar) worked(d Day, from, to time.Time) time.Duration {
	var sum time.Duration
	for _, w := range c.Pattern.windows(d.Shift) {
		open, shut := d.Date.At(w.From, c.Loc), d.Date.At(w.To, c.Loc)
		if from.After(open) {
			open = from
		}
		if !to.IsZero() && to.Before(shut) {
			shut = to
		}
		sum += max(0, shut.Sub(open))
	}
	return sum
}

// after is the moment when a day has been worked for so long since from.
func (c Calendar) after(d Day, from time.Time, left time.Duration) time.Time {
	var shut time.Time
	for _, w := range c.Pattern.windows(d.Shift) {
		open := d.Date.At(w.From, c.Loc)
		shut = d.Date.At(w.To, c.Loc)
		if from.After(open) {
			open = from
		}
		span := max(0, shut.Sub(open))
		if span >= left {
			return open.Add(left)
		}
		left -= span
	}
	return shut
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
