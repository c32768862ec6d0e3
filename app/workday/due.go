package workday

import "time"

// Step is one day of an explanation.
type Step struct {
	Date    Date
	Kind    Kind
	Name    string // of the holiday, if any
	Shift   Shift  // how much of the day is worked
	Counted bool
	Minutes int // working minutes counted on it, for limits in working hours
}

// Answer is a due date and how it came about.
type Answer struct {
	From        time.Time // of receipt, in office time
	Limit       Limit
	Due         time.Time // in office time
	Provisional bool      // a year was needed whose calendar is not loaded
	OK          bool      // false when the calendar has no such working day; Due is then the day the search ended
	Rolled      int       // days added because the last calendar day was a rest day
	Steps       []Step    // the receipt date first, the due date last
}

// A search ends after this many days without work, or this many days in all: a
// calendar of one's own may have no working day at all.
const (
	maxIdle = 800
	maxDays = 200_000
)

// Due says when something received at from is due, and why.
func (c Calendar) Due(from time.Time, l Limit) Answer {
	return c.reckon(from, l, true)
}

// Sooner is Due, or the longest it may take where that ends sooner; a cap of none
// cuts nothing. Calendar days run through holidays, working days do not.
func (c Calendar) Sooner(from time.Time, l, most Limit) Answer {
	a := c.Due(from, l)
	if most.IsZero() {
		return a
	}
	if end := c.Due(from, most); end.Due.Before(a.Due) {
		return end
	}
	return a
}

// When is Due without the explanation, for many at once.
func (c Calendar) When(from time.Time, l Limit) (due time.Time, provisional bool) {
	a := c.reckon(from, l, false)
	return a.Due, a.Provisional
}

// After is the moment by which so much more has been worked since from; from itself
// for none.
func (c Calendar) After(from time.Time, worked time.Duration) time.Time {
	w := walk{c: c, Answer: Answer{From: from.Round(0).In(c.Loc), OK: true}}
	w.workHours(worked)
	return w.Due
}

func (c Calendar) reckon(from time.Time, l Limit, explain bool) Answer {
	from = from.Round(0).In(c.Loc)
	l.N = min(max(l.N, 0), MaxLimit)
	w := walk{c: c, explain: explain, Answer: Answer{From: from, Limit: l, OK: true}}
	switch l.Unit {
	case Hours:
		w.clock(time.Duration(l.N) * time.Hour)
	case Minutes:
		w.clock(time.Duration(l.N) * time.Minute)
	case WorkHours:
		w.workHours(time.Duration(l.N) * time.Hour)
	case Days:
		w.days(l.N)
	default:
		w.workdays(l.N)
	}
	return w.Answer
}

// walk goes through the days from receipt to due, one by one.
type walk struct {
	Answer
	c       Calendar
	explain bool
	idle    int // days without work in a row
	gone    int // days in all
}

// note keeps a day for the explanation.
func (w *walk) note(d Day, counted bool, minutes int) {
	if !w.explain {
		return
	}
	if len(w.Steps) == 0 {
		d.Kind = Start
	}
	w.Steps = append(w.Steps, Step{d.Date, d.Kind, d.Name, d.Shift, counted, minutes})
}

// ask looks a day up where the answer hangs on it.
func (w *walk) ask(d Date) Day {
	w.Provisional = w.Provisional || !w.c.Loaded(d.Year)
	return w.c.Day(d)
}

// tired ends a search that leads nowhere.
func (w *walk) tired(d Day, worked bool) bool {
	w.gone++
	w.idle++
	if worked {
		w.idle = 0
	}
	if w.idle < maxIdle && w.gone < maxDays {
		return false
	}
	w.OK, w.Provisional = false, true
	w.Due = w.c.closes(d)
	return true
}

// workdays ends at the close of the n-th working day strictly after receipt. No
// days at all means the same day, or the next working day once that is over.
func (w *walk) workdays(n int) {
	d := DayOf(w.From)
	start := w.c.Day(d)
	w.note(start, false, 0)
	if n == 0 {
		if w.ask(d); w.endsOn(start) {
			return
		}
		n = 1
	}
	for n > 0 {
		d = d.AddDays(1)
		day := w.ask(d)
		worked := day.Shift != Off
		w.note(day, worked, 0)
		if worked {
			n--
			w.Due = w.c.closes(day)
		}
		if n > 0 && w.tired(day, worked) {
			return
		}
	}
}

// days ends at the close of the n-th day after receipt, or of the first working day
// after that.
func (w *walk) days(n int) {
	d := DayOf(w.From)
	w.note(w.c.Day(d), false, 0)
	for range n {
		d = d.AddDays(1)
		if w.explain {
			w.note(w.c.Day(d), true, 0)
		}
	}
	for day := w.ask(d); !w.endsOn(day); w.Rolled++ {
		if w.tired(day, day.Shift != Off) {
			return
		}
		d = d.AddDays(1)
		day = w.ask(d)
		w.note(day, false, 0)
	}
}

// endsOn makes the close of a day the due moment, if it is worked and not over.
func (w *walk) endsOn(d Day) bool {
	w.Due = w.c.closes(d)
	return d.Shift != Off && w.Due.After(w.From)
}

// clock runs day and night, whatever the calendar says.
func (w *walk) clock(length time.Duration) {
	w.Due = w.From.Add(length)
	if !w.explain {
		return
	}
	d, last := DayOf(w.From), DayOf(w.Due)
	w.note(w.c.Day(d), true, 0)
	for d.Before(last) {
		d = d.AddDays(1)
		w.note(w.c.Day(d), true, 0)
	}
}

// workHours begins at once and runs while the office works.
func (w *walk) workHours(left time.Duration) {
	w.Due = w.From
	if left == 0 {
		w.note(w.c.Day(DayOf(w.From)), false, 0)
		return
	}
	from := sinceMidnight(w.From)
	for d := DayOf(w.From); ; d = d.AddDays(1) {
		day := w.ask(d)
		worked := w.c.worked(day, from, wholeDay)
		if worked >= left {
			w.note(day, true, int(left/time.Minute))
			w.Due = w.c.after(day, from, left)
			return
		}
		left -= worked
		from = 0
		w.note(day, worked > 0, int(worked/time.Minute))
		if w.tired(day, worked > 0) {
			return
		}
	}
}
