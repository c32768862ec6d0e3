package app

import (
	"context"
	"slices"
	"strings"
	"time"
)

// AmendCallerOrder corrects what was written down of somebody who brought the same
// later; the timeline keeps what stood there before.
type AmendCallerOrder struct {
	Stand
	N        int // which of them
	Reporter Reporter
	Place    Place
	Said     string
	Why      string
}

// AmendCaller corrects a further reporter.
func (d *Desk) AmendCaller(ctx context.Context, o AmendCallerOrder) (Move, error) {
	return d.act(ctx, "amend caller", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.AmendCaller(o, g, at)
	})
}

// AmendCaller decides Desk.AmendCaller. By what way and when somebody came stays, and
// so does whether he was told.
func (c Case) AmendCaller(o AmendCallerOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.open(c)
	f.unless(len(c.Others()) > 0, "issue", "not-now")
	k, there := c.other(o.N)
	f.unless(o.N != 0, "caller", "missing")
	f.unless(o.N == 0 || there, "caller", "unknown")
	f.text(strings.TrimSpace(o.Why), "why", true, LongestText)
	if there {
		f.correction(k, o)
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActCallerAmended, o.By, at, strings.TrimSpace(o.Why))
	was := k
	k.Reporter, k.Place, k.Said = o.Reporter, o.Place, strings.TrimSpace(o.Said)
	m.Callers = []Caller{k}
	m.Act.Diffs = append([]Difference{{"callers", "", itoa(k.N)}}, callerDifferences(was, k)...)
	more := c.After(m).homes() - c.homes()
	c.crowd(&m, g, max(1, c.Households+more))
	return c.settle(m, g), nil
}

// correction checks what is written down anew of a further reporter. What came with an
// issue that was merged is longer than a form takes, or has no place: it may stay so.
func (f *Faults) correction(was Caller, o AmendCallerOrder) {
	f.reporter(o.Reporter, was.Reporter.Owner)
	if o.Place != was.Place {
		f.place(o.Place)
	}
	if said := strings.TrimSpace(o.Said); said != was.Said {
		f.text(said, "description", true, LongestText)
	}
}

// other is one of those who belong here still.
func (c Case) other(n int) (Caller, bool) {
	all := c.Others()
	i := slices.IndexFunc(all, func(k Caller) bool { return k.N == n })
	if i < 0 {
		return Caller{}, false
	}
	return all[i], true
}

func callerDifferences(a, b Caller) []Difference {
	d := reporterDifferences(a.Reporter, b.Reporter)
	if old, new := a.Place.Short(), b.Place.Short(); old != new {
		d = append(d, Difference{"place", old, new})
	}
	if a.Said != b.Said {
		d = append(d, Difference{"description", a.Said, b.Said})
	}
	return d
}

// asCame is a further reporter as he was before any correction: by that he is known
// to the issue with which he came.
func (c Case) asCame(k Caller) Reporter {
	r := k.Reporter
	for _, a := range slices.Backward(c.Acts) {
		if a.Kind == ActCallerAmended && slices.Contains(a.Diffs, Difference{"callers", "", itoa(k.N)}) {
			for _, d := range a.Diffs {
				r = r.before(d)
			}
		}
	}
	return r
}

// before undoes one change.
func (r Reporter) before(d Difference) Reporter {
	switch d.Field {
	case "owner":
		r.Owner = OwnerKind(d.Old)
	case "anonymous":
		r.Anonymous = d.Old != ""
	case "name":
		r.Name = d.Old
	case "phone":
		r.Phone = d.Old
	case "email":
		r.Email = d.Old
	case "wechat":
		r.WeChat = d.Old
	case "no-contact":
		r.Refused = d.Old != ""
	}
	return r
}

// sameReporter tells whether two are written down alike, whomever of the register
// each was found to be.
func sameReporter(a, b Reporter) bool {
	a.Person, b.Person = 0, 0
	return a == b
}
