package sample

import (
	"sort"
	"time"

	"ownerdesk/app/workday"
)

// hours is the office's working time laid end to end, so that adding two hours
// of work to a Friday afternoon is one look into a table.
type hours struct {
	loc   *time.Location
	open  []stretch
	days  []workday.Date // the working days
	first []int          // of each working day, its first stretch
}

// stretch is one window of work; before counts the seconds worked until then.
type stretch struct{ from, to, before int64 }

func newHours(c workday.Calendar, from, until time.Time) *hours {
	h := &hours{loc: c.Loc}
	sum := int64(0)
	last := workday.DayOf(until.In(c.Loc))
	for d := workday.DayOf(from.In(c.Loc)); !d.After(last); d = d.AddDays(1) {
		day := c.Day(d)
		if day.Shift == workday.Off {
			continue
		}
		h.days = append(h.days, d)
		h.first = append(h.first, len(h.open))
		for i, win := range [2]workday.Window{c.Pattern.Morning, c.Pattern.Afternoon} {
			if day.Shift&(workday.Morning<<i) == 0 || win.To <= win.From {
				continue
			}
			s := stretch{d.At(win.From, c.Loc).Unix(), d.At(win.To, c.Loc).Unix(), sum}
			h.open = append(h.open, s)
			sum += s.to - s.from
		}
	}
	return h
}

// worked is the seconds worked until t.
func (h *hours) worked(t time.Time) int64 {
	at := t.Unix()
	i := sort.Search(len(h.open), func(i int) bool { return h.open[i].from > at }) - 1
	if i < 0 {
		return 0
	}
	s := h.open[i]
	return s.before + min(at, s.to) - s.from
}

// moment is when so many seconds were worked; the end of a stretch counts as
// the beginning of the next, since nobody acts while closing the door.
func (h *hours) moment(worked int64) time.Time {
	i := sort.Search(len(h.open), func(i int) bool { return h.open[i].before > worked }) - 1
	s := h.open[max(i, 0)]
	return time.Unix(s.from+worked-s.before, 0).In(h.loc)
}

// after is t and so many minutes of work, always inside working hours.
func (h *hours) after(t time.Time, minutes int) time.Time {
	return h.moment(h.worked(t) + int64(minutes)*60)
}

// between is the minutes worked from a to b.
func (h *hours) between(a, b time.Time) int { return int(h.worked(b)-h.worked(a)) / 60 }

// day is the number of the working day that t falls on, or of the last before.
func (h *hours) day(t time.Time) int {
	d := workday.DayOf(t.In(h.loc))
	return sort.Search(len(h.days), func(i int) bool { return h.days[i].After(d) }) - 1
}

// on is a moment of a working day, so many minutes after it opened.
func (h *hours) on(day, minutes int) time.Time {
	day = min(max(day, 0), len(h.days)-1)
	s := h.open[h.first[day]]
	return h.moment(s.before + int64(minutes)*60)
}
