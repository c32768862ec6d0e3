package meeting

import (
	"context"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// minutesWithin is until when the minutes must be there.
var minutesWithin = workday.Limit{N: 2, Unit: workday.Workdays}

// HoldOrder says that a meeting took place, or a notice was given out.
type HoldOrder struct {
	Stand
	Began, Ended time.Time // zero: as planned
}

// Hold notes that a meeting took place. From its end the time for the minutes runs.
func (d *Desk) Hold(ctx context.Context, o HoldOrder) (Move, error) {
	return d.act(ctx, "hold", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Hold(o, g, at) })
}

// Hold decides Desk.Hold.
func (r Record) Hold(o HoldOrder, g app.Ground, at time.Time) (Move, error) {
	if o.Began.IsZero() {
		o.Began = r.Begins
	}
	if o.Ended.IsZero() && r.Ends.After(o.Began) && !r.Ends.After(at) {
		o.Ended = r.Ends
	}
	ended := o.Ended
	if ended.IsZero() {
		ended = o.Began
	}
	var f faults
	f.may(g, o.By, r.Head)
	f.unless(!r.Kind.Figures() || r.State != Planned, "meeting", "not-frozen")
	f.open(r, Planned, Frozen)
	if r.Kind == Notice { // given out; what it announces may be still ahead
		m := r.begin(ActHeld, o.By, at, "")
		m.Head.State, m.Head.Held = Held, at
		return r.settle(m), f.err()
	}
	f.past(o.Began, "begins", at)
	f.unless(!ended.Before(o.Began), "ended", "before-began")
	f.unless(!ended.After(at), "ended", "future")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := r.begin(ActHeld, o.By, at, "")
	m.Head.State, m.Head.Held, m.Head.Begins, m.Head.Ends = Held, at, o.Began, o.Ended
	m.Head.MinutesDue, _ = g.Calendar.When(ended, minutesWithin)
	if r.Kind == Gathering {
		m.Head.MinutesDue = m.Head.answerDue(g)
	}
	return r.settle(m), nil
}

// MinuteOrder finishes the minutes.
type MinuteOrder struct {
	Stand
	Next      time.Time // next meeting
	NextPlace string
	Unsettled string
	Goes      string // whom the minutes go to
}

// Minute finishes the minutes. What stands in the record stays from then on.
func (d *Desk) Minute(ctx context.Context, o MinuteOrder) (Move, error) {
	return d.act(ctx, "minute", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Minute(o, g, at) })
}

// Minute decides Desk.Minute.
func (r Record) Minute(o MinuteOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, Held)
	f.unless(r.Kind != Notice, "meeting", "not-now")
	f.unless(o.Next.IsZero() || o.Next.After(r.Begins), "next", "past")
	f.unless(len(r.Unanswered()) == 0 || r.Kind != Gathering, "meeting", "unanswered")
	f.unless(r.Kind == Activity || r.Kind == Gathering || slices.ContainsFunc(r.Guests, func(v Guest) bool { return !v.Gone && v.Presence == Came }), "guests", "missing")
	f.unless(r.Kind != Weekly || r.Contact != 0, "owner-contact", "missing")
	m := r.begin(ActMinuted, o.By, at, "")
	h := &m.Head
	h.State = Minuted
	if h.Minuted.IsZero() {
		h.Minuted = at
	}
	if !o.Next.IsZero() {
		h.Next = o.Next
	}
	for _, one := range []struct {
		into *string
		said string
	}{{&h.NextPlace, o.NextPlace}, {&h.Unsettled, o.Unsettled}, {&h.Goes, o.Goes}} {
		if said := strings.TrimSpace(one.said); said != "" {
			*one.into = said
		}
	}
	f.text(h.NextPlace, "next-place", false, app.LongestLine)
	f.text(h.Unsettled, "unsettled", false, app.LongestText)
	f.text(h.Goes, "goes", false, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	return r.settle(m), nil
}

// WhyOrder is an act that needs nothing but its reason.
type WhyOrder struct {
	Stand
	Why string
}

// Reopen takes the minutes back for a correction, with a reason.
func (d *Desk) Reopen(ctx context.Context, o WhyOrder) (Move, error) {
	return d.act(ctx, "reopen", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Reopen(o, g, at) })
}

// Reopen decides Desk.Reopen.
func (r Record) Reopen(o WhyOrder, g app.Ground, at time.Time) (Move, error) {
	m, err := r.because(ActReopened, o, g, at, Minuted)
	m.Head.State = Held
	return r.settle(m), err
}

// Cancel calls a meeting off, with a reason. Its number stays listed.
func (d *Desk) Cancel(ctx context.Context, o WhyOrder) (Move, error) {
	return d.act(ctx, "cancel", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Cancel(o, g, at) })
}

// Cancel decides Desk.Cancel.
func (r Record) Cancel(o WhyOrder, g app.Ground, at time.Time) (Move, error) {
	from := []State{Planned, Frozen}
	if r.Kind == Gathering && len(r.Brought()) == 0 { // written down by mistake
		from = append(from, Held)
	}
	m, err := r.because(ActCancelled, o, g, at, from...)
	m.Head.State, m.Head.Why = Cancelled, m.Act.Note
	return r.settle(m), err
}

func (r Record) because(kind ActKind, o WhyOrder, g app.Ground, at time.Time, from ...State) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, from...)
	f.text(strings.TrimSpace(o.Why), "reason", true, app.LongestText)
	return r.begin(kind, o.By, at, strings.TrimSpace(o.Why)), f.err()
}

// AttachOrder puts files into a record: photos of a place, a signed paper.
type AttachOrder struct {
	Stand
	Files []app.Attachment // as the store took them in
}

// Attach puts files into a record, after the minutes, too: then they are signed.
func (d *Desk) Attach(ctx context.Context, o AttachOrder) (Move, error) {
	return d.act(ctx, "attach", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Attach(o, g, at) })
}

// Attach decides Desk.Attach.
func (r Record) Attach(o AttachOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, Planned, Frozen, Held, Minuted)
	f.unless(len(o.Files) > 0, "files", "missing")
	m := r.begin(ActAttached, o.By, at, "")
	for i, a := range o.Files {
		f.unless(len(a.Hash) == 64 && a.Name != "", "files", "incomplete")
		f.text(a.Note, "note", false, app.LongestText)
		a.N, a.At, a.By = len(r.Files)+i+1, at, o.By
		m.Files = append(m.Files, a)
		m.Act.Diffs = append(m.Act.Diffs, app.Difference{Field: "files", New: a.Name})
	}
	return m, f.err()
}
