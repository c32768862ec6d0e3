package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
)

// arrival is when an issue comes in, and what is to become of it.
type arrival struct {
	received, at time.Time // at is when it is registered
	stage        *stage    // where it must stand at the end
	far          bool      // agreed to take long: still open at the end
	slow         time.Time // done far too late: not before this
	kind         app.Kind  // empty: any
}

// open for long are three of a hundred.
const farPercent = 3

// arrivals are the moments at which issues come in, in order: those that stand
// on today's list at the end, those that were late when a month's figures were
// taken, those that take long, and all the others.
func (w *World) arrivals() []arrival {
	all := append(w.staged(), w.overran()...)
	far := (w.order.Issues - len(all)) * farPercent / 100
	for len(all) < w.order.Issues {
		a := w.anyDay()
		if far > 0 {
			far--
			a = w.longAgo()
		}
		all = append(all, a)
	}
	slices.SortStableFunc(all, func(a, b arrival) int { return a.at.Compare(b.at) })
	return all
}

// overran are a few issues of each of the last months that had a meeting, which were
// not done by then though they should have been: what the meeting speaks of.
func (w *World) overran() (all []arrival) {
	until := w.order.Until
	for back := w.months(); back > 0; back-- {
		next := time.Date(until.Year(), until.Month()-time.Month(back)+1, 1, 0, 0, 0, 0, until.Location())
		last := w.hours.day(next.Add(-time.Second)) // the month's last working day; its meeting is on the sixth after it
		most := min(1, w.order.Issues/500)
		if back <= 2 {
			most = min(3, w.order.Issues/150)
		}
		for range most {
			a := w.inHours(last - w.chance.between(4, 8))
			a.kind = drawn(w.chance, []share[app.Kind]{{2, app.Repair}, {1, app.Complaint}})
			if a.slow = w.hours.on(last+w.chance.between(7, 10), w.chance.between(0, 440)); a.slow.Before(until) {
				all = append(all, a)
			}
		}
	}
	return all
}

// anyDay is an arrival of the last thirteen months, so that the last month can be
// compared with the same a year ago: mostly while the desk is
// staffed, more in the morning than in the afternoon, and most on the day
// after a rest.
func (w *World) anyDay() arrival {
	last := w.hours.day(w.order.Until)
	first := w.hours.day(w.began().Add(-time.Second)) + 1
	for {
		day := w.chance.between(first, last)
		if day > 0 && w.hours.days[day-1].DaysTo(w.hours.days[day]) == 1 && w.chance.of(22) {
			continue
		}
		a := w.inHours(day)
		if w.chance.of(9) {
			a = w.outOfHours(day)
		}
		if !a.at.After(w.order.Until) {
			return a
		}
		if day == first && first == last {
			return w.inHours(day - 1)
		}
	}
}

// began is when the office began to write here: thirteen whole months ago, so that each
// of the last two can be compared with the same a year before.
func (w *World) began() time.Time {
	until := w.order.Until
	return time.Date(until.Year(), until.Month()-13, 1, 0, 0, 0, 0, until.Location())
}

func (w *World) inHours(day int) arrival {
	m := min(w.chance.between(0, 445), w.chance.between(0, 600))
	received := w.hours.on(day, min(m, 445))
	return arrival{received: received, at: received.Add(time.Duration(w.chance.between(1, 9)) * time.Minute)}
}

// outOfHours is an arrival the evening or the rest day before, registered when
// the desk opens.
func (w *World) outOfHours(day int) arrival {
	open := w.hours.on(day, 0)
	back := w.chance.between(3*60, 14*60)
	return arrival{
		received: open.Add(-time.Duration(back) * time.Minute),
		at:       open.Add(time.Duration(w.chance.between(3, 50)) * time.Minute),
	}
}

// longAgo is an arrival of which everybody agreed that it takes its time.
func (w *World) longAgo() arrival {
	last := w.hours.day(w.order.Until) - 22
	a := w.inHours(w.chance.between(last-210, last))
	a.far = true
	a.kind = drawn(w.chance, []share[app.Kind]{{7, app.Repair}, {2, app.Suggestion}, {1, app.Complaint}})
	return a
}
