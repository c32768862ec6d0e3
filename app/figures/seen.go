package figures

import (
	"slices"
	"time"

	"ownerdesk/app"
)

// seen is a fact as it stood at the cut-off of a scope. What happened later has
// not happened.
type seen struct {
	*Fact
	at       time.Time
	scope    *Scope
	accepted bool
	last     *Completion // the newest that was not sent back; nil when none
	begun    bool        // said to be done at least once
}

func (s *Scope) see(f *Fact) seen {
	v := seen{Fact: f, at: s.At, scope: s}
	v.accepted = !v.is(app.Rejected)
	for i := range f.Completions {
		c := &f.Completions[i]
		if !v.happened(c.Said) || !v.happened(c.Done) {
			continue
		}
		v.begun, v.last = true, c
		if v.happened(c.SentBack) {
			v.last = nil
		}
	}
	return v
}

// happened reports whether a moment is known and not after the cut-off.
func (v seen) happened(t time.Time) bool { return !t.IsZero() && !t.After(v.at) }

// passed reports whether a limit lies before the cut-off; at the very moment it
// has not passed.
func (v seen) passed(t time.Time) bool { return !t.IsZero() && t.Before(v.at) }

// is reports whether the issue was over in a state at the cut-off. An ending
// without a moment, from an older ledger, was always so.
func (v seen) is(s app.State) bool {
	for _, o := range v.Over {
		if o.State == s && !o.From.After(v.at) && (o.Until.IsZero() || o.Until.After(v.at)) {
			return true
		}
	}
	return false
}

// endedBy reports whether the issue was closed at the cut-off, and no later than t.
func (v seen) endedBy(t time.Time) bool {
	return v.is(app.Closed) && !slices.ContainsFunc(v.Over, func(o Over) bool { return o.State == app.Closed && o.From.After(t) })
}

func (v seen) open() bool { return v.accepted && !v.is(app.Closed) }

// undone reports whether the issue was opened again after a completion.
func (v seen) undone(c Completion) bool {
	for _, t := range v.Reopened {
		if v.happened(t) && !t.Before(c.Said) {
			return true
		}
	}
	return false
}

// complete reports whether the handling was accepted in review and not opened
// again since.
func (v seen) complete() bool {
	return v.last != nil && v.happened(v.last.Accepted) && !v.undone(*v.last)
}

// effective is the limit that counts: the one of the first round, an extension that
// was approved before that passed, and where the rules say so the time suspended.
func (v seen) effective() time.Time { return v.first(byRule) }

func (v seen) first(moves func(Pause) bool) time.Time {
	if !v.Moved.IsZero() {
		return v.limit(1, v.Moved, moves)
	}
	return v.limit(1, v.Due, moves)
}

// running is the limit of the round that was under way.
func (v seen) running(moves func(Pause) bool) time.Time {
	for i := len(v.Further) - 1; i >= 0; i-- {
		if r := v.Further[i]; v.happened(r.Issued) {
			return v.limit(i+2, r.Due, moves)
		}
	}
	return v.first(moves)
}

// late reports whether work was still to be done when its limit had passed.
func (v seen) late() bool { return v.lateBy(v.running(byRule)) }

func (v seen) lateBy(limit time.Time) bool {
	return v.open() && v.passed(limit) && (v.last == nil || v.undone(*v.last))
}

// asked are the attempts up to the cut-off.
func (v seen) asked() []Asked {
	var these []Asked
	for _, a := range v.Asked {
		if v.happened(a.At) {
			these = append(these, a)
		}
	}
	return these
}

// reached is the first attempt in which the owner was spoken to.
func (v seen) reached() (Asked, bool) {
	for _, a := range v.asked() {
		if a.Reached {
			return a, true
		}
	}
	return Asked{}, false
}

// askedFor is the completion that an attempt at t asks about: the newest by then
// that was not sent back. Moments are written down to the minute.
func (v seen) askedFor(t time.Time) (about Completion, there bool) {
	for _, c := range v.Completions {
		if v.happened(c.Said) && !v.happened(c.SentBack) && (!there || !c.Done.Truncate(time.Minute).After(t)) {
			about, there = c, true
		}
	}
	return about, there
}

// followUpDue is until when the owner must have been asked about a completion.
func (v seen) followUpDue(c Completion) time.Time {
	due, _ := v.scope.Calendar.When(c.Done, v.FollowUpLimit)
	return due
}

// ratings are the first and the newest answer; 0 when there is none.
func (v seen) ratings() (first, final app.Rating) {
	for _, a := range v.asked() {
		if a.Rating == 0 {
			continue
		}
		if first == 0 {
			first = a.Rating
		}
		final = a.Rating
	}
	return first, final
}
