package workday

import "time"

// Left is how a moment stands to a due date: how long is left, or how late it is.
// Lengths are never negative; Late says which way they point.
type Left struct {
	Now, Due    time.Time // in office time
	Late        bool      // now is after due; at the very moment is on time
	WorkMinutes int       // working minutes between, a begun one counted
	Workdays    int       // working days between, today not counted
	Minutes     int       // minutes of the clock between, a begun one counted
	Days        int       // days of the calendar between
	SameDay     bool      // due today
	NextDay     bool      // due tomorrow
}

// Left compares a moment with a due date. Every word on how much time is left or
// how late something is comes from here.
func (c Calendar) Left(now, due time.Time) Left {
	now, due = now.Round(0).In(c.Loc), due.Round(0).In(c.Loc)
	l := Left{Now: now, Due: due, Late: now.After(due)}
	first, last := now, due
	if l.Late {
		first, last = due, now
	}
	worked, days := c.between(first, last)
	l.WorkMinutes = begun(worked)
	l.Workdays = days
	l.Minutes = begun(last.Sub(first))
	l.Days = DayOf(first).DaysTo(DayOf(last))
	l.SameDay = l.Days == 0
	l.NextDay = l.Days == 1 && !l.Late
	return l
}

// begun is the minutes of a length, a begun one counted: one second late is one
// minute late, not none.
func begun(d time.Duration) int {
	return int((d + time.Minute - 1) / time.Minute)
}

// Standing is a due date and how a moment stands to it.
type Standing struct {
	Answer
	Left Left
}

// Stand answers both at once: when it is due, and what is left of that now.
func (c Calendar) Stand(from time.Time, l Limit, now time.Time) Standing {
	a := c.Due(from, l)
	return Standing{a, c.Left(now, a.Due)}
}

// Used is how many percent of the time from receipt to due are gone: more than 100
// when late. Limits of the calendar go by working time, the others by the clock.
func (c Calendar) Used(from, due, now time.Time, l Limit) int {
	gone, all := now.Sub(from), due.Sub(from)
	if l.ByCalendar() {
		gone, all = c.WorkTime(from, now), c.WorkTime(from, due)
	}
	if now.After(due) {
		return max(101, percent(gone, all))
	}
	return max(0, percent(gone, all))
}

func percent(part, whole time.Duration) int {
	if whole < time.Second {
		return 0
	}
	return int(part / time.Second * 100 / (whole / time.Second))
}
