package figures

import (
	"cmp"
	"slices"
	"time"

	"ownerdesk/app"
)

// Pause is one time in which an issue was suspended.
type Pause struct {
	Round       int
	From, Until time.Time // Until is zero while it lasts
	Review      time.Time
	Stops       bool // by the office's rule the time does not count
}

// Waits is what was suspended, and the figures without that time beside those with it.
type Waits struct {
	Known   bool          // false where a freeze did not know of suspensions yet
	Now     []app.IssueID // suspended
	Late    []app.IssueID // of these, past their day of review
	Without Handling      // how long handling took, less the time suspended
	Counted Rate          // overdue where the time suspended counts
	LeftOut Rate          // overdue where it does not
}

// Waits counts what was suspended in a scope.
func (s Scope) Waits(all []Fact) Waits { return s.waits(s.cohort(all)) }

func (s Scope) waits(these []seen) Waits {
	w := Waits{Known: true, Counted: Rate{Key: Overdue, Times: 1}, LeftOut: Rate{Key: Overdue, Times: 1}}
	var working, clock measured
	for _, v := range these {
		if p, on := v.suspended(); on && v.open() {
			w.Now = append(w.Now, v.ID)
			if v.passed(p.Review) {
				w.Late = append(w.Late, v.ID)
			}
		}
		if v.open() {
			w.Counted.add(v.ID, metIf(v.lateBy(v.running(none))))
			w.LeftOut.add(v.ID, metIf(v.lateBy(v.running(every))))
		}
		switch {
		case !v.accepted || !v.complete():
		case v.Urgency == app.Emergency:
			clock.add(v.ID, v.last.Done.Sub(v.Received)-v.waited())
		default:
			working.add(v.ID, s.Calendar.WorkTime(v.Received, v.last.Done)-v.waited())
		}
	}
	w.Without = Handling{working.spread(), clock.spread()}
	for _, r := range []*Rate{&w.Counted, &w.LeftOut} {
		r.Num, r.Den = len(r.Above), len(r.Below)
	}
	return w
}

// Which suspensions move a limit: none, every one, or those of which the office's
// rules say so.
func none(Pause) bool     { return false }
func every(Pause) bool    { return true }
func byRule(p Pause) bool { return p.Stops }

// suspended is the pause that lasts at the cut-off.
func (v seen) suspended() (Pause, bool) {
	for _, p := range v.Pauses {
		if v.happened(p.From) && !v.happened(p.Until) {
			return p, true
		}
	}
	return Pause{}, false
}

// ends is when a pause had ended, or the cut-off while it lasts.
func (v seen) ends(p Pause) time.Time {
	if v.happened(p.Until) {
		return p.Until
	}
	return v.at
}

// pause is how long was waited between two moments: working time, of an emergency by
// the clock.
func (v seen) pause(from, until time.Time) time.Duration {
	if v.Urgency == app.Emergency {
		return max(0, until.Sub(from))
	}
	return max(0, v.scope.Calendar.WorkTime(from, until))
}

// waited is how long the issue was suspended up to its completion.
func (v seen) waited() (sum time.Duration) {
	for _, p := range v.Pauses {
		if v.happened(p.From) {
			sum += v.pause(p.From, earlier(v.ends(p), v.last.Done))
		}
	}
	return sum
}

// after is a limit with the time of a pause added to it.
func (v seen) after(limit time.Time, p Pause) time.Time {
	d := v.pause(p.From, v.ends(p))
	if v.Urgency == app.Emergency || d == 0 {
		return limit.Add(d)
	}
	return v.scope.Calendar.After(limit, d)
}

// limit is that of a round, with the extensions approved before it passed and the
// suspensions that move it. A later limit granted during one has its time in it.
func (v seen) limit(round int, limit time.Time, moves func(Pause) bool) time.Time {
	if limit.IsZero() {
		return limit
	}
	pauses := slices.DeleteFunc(slices.Clone(v.Pauses), func(p Pause) bool { return p.Round != round || !v.happened(p.From) || !moves(p) })
	slices.SortFunc(pauses, func(a, b Pause) int { return cmp.Compare(a.From.Unix(), b.From.Unix()) })
	due := limit
	extend := func(until time.Time) {
		for _, e := range v.Extensions {
			if e.Round == round && v.happened(e.Approved) && !e.Approved.After(limit) && (until.IsZero() || e.Approved.Before(until)) {
				due = later(due, e.To)
			}
		}
	}
	for _, p := range pauses {
		extend(p.From)
		moved := v.after(due, p)
		limit = later(limit, moved)
		extend(v.ends(p))
		due = later(due, moved)
	}
	extend(time.Time{})
	return due
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
