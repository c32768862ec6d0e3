package app

import (
	"context"
	"time"

	"ownerdesk/app/workday"
)

// Promised is that an owner was told until when he will hear: a fact of its own,
// for a promise that nobody heard is none (clause 5.2.1).
type Promised struct {
	At    time.Time // zero: not told, or not known
	How   Method
	By    StaffID
	Until time.Time // what he was told then; a correction may have moved it since
}

// Holds reports whether the owner was told the promise as it is now.
func (p Promised) Holds(promise time.Time) bool { return !p.At.IsZero() && p.Until.Equal(promise) }

// PromiseFor is when an owner will hear, as intake tells the clerk.
func (g Ground) PromiseFor(i Issue, received time.Time) workday.Answer {
	return g.promise(g.RulesOf(i.Rules), i, received)
}

// promise follows kind and urgency, and is never later than the limit until which
// the issue is to be handled: nobody hears of the answer after it is due.
func (g Ground) promise(r Rules, i Issue, received time.Time) workday.Answer {
	answer, _ := g.capped(received, r, i.Kind, "reply", string(i.Kind), string(i.Urgency))
	if most, _ := g.capped(received, r, i.Kind, i.handleKey()...); most.Due.Before(answer.Due) {
		return most
	}
	return answer
}

// within keeps the promise from outlasting the limit of the first round, which
// may have been set by hand.
func (i Issue) within(limit time.Time) Issue {
	if i.Round <= 1 && !limit.IsZero() && i.Promise.After(limit) {
		i.Promise = limit
	}
	return i
}

// PromiseOrder is how and when an owner was told until when he will hear.
type PromiseOrder struct {
	Stand
	How Method
	At  time.Time
}

// TellPromise records that the owner was told the promise.
func (d *Desk) TellPromise(ctx context.Context, o PromiseOrder) (Move, error) {
	return d.act(ctx, "tell promise", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.TellPromise(o, g, at)
	})
}

// TellPromise decides Desk.TellPromise. It may be told anew when a correction
// moved it. It is no answer to the owner's matter, so it is not counted as one.
func (c Case) TellPromise(o PromiseOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	var f Faults
	f.open(c)
	f.unless(!c.Promise.IsZero() && !c.Promised.Holds(c.Promise), "issue", "not-now")
	f.unless(oneOf(o.How, Methods), "how", "missing")
	f.past(o.At, "told-at", at)
	f.toldAt(o.At, c)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActPromised, o.By, at, "")
	m.Issue.Promised = Promised{At: o.At, How: o.How, By: o.By, Until: c.Promise}
	m.Act.Diffs = m.Issue.Promised.differences()
	return c.settle(m, g), nil
}

// differences are how the telling stands in the timeline.
func (p Promised) differences() []Difference {
	if p.At.IsZero() {
		return nil
	}
	return append([]Difference{{"promise", "", moment(p.Until)}}, toldHow(p.How, p.At, "")...)
}
