package improve

import (
	"context"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
	"ownerdesk/app/workday"
)

// Begin notes that the work has begun.
func (d *Desk) Begin(ctx context.Context, s Stand) (Move, error) {
	return d.act(ctx, "begin", s, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Begin(s, g, at) })
}

// Begin decides Desk.Begin.
func (m Measure) Begin(s Stand, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.works(g, s.By, m.Head)
	f.state(m.Head, Planned)
	v := m.begin(ActBegun, s.By, at, "")
	v.Head.State, v.Head.Begun = Doing, at
	return m.settle(v), f.err()
}

// doing makes a measure that nobody began one that is being done.
func (v *Move) doing(at time.Time) {
	if v.Head.State == Planned {
		v.Head.State, v.Head.Begun = Doing, at
	}
}

// ReachOrder says that a milestone was reached.
type ReachOrder struct {
	Stand
	N    int
	Day  workday.Date // zero: today
	Note string
}

// Reach notes that a milestone was reached, and by whom.
func (d *Desk) Reach(ctx context.Context, o ReachOrder) (Move, error) {
	return d.act(ctx, "reach", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Reach(o, g, at) })
}

// Reach decides Desk.Reach.
func (m Measure) Reach(o ReachOrder, g app.Ground, at time.Time) (Move, error) {
	if o.Day.IsZero() {
		o.Day = today(g, at)
	}
	var f faults
	f.works(g, o.By, m.Head)
	f.state(m.Head, Planned, Doing)
	f.upTo(o.Day, today(g, at), "day")
	f.text(strings.TrimSpace(o.Note), "note", false, app.LongestText)
	there := o.N > 0 && o.N <= len(m.Milestones) && !m.Milestones[o.N-1].Gone
	f.unless(there, "milestones", "unknown")
	f.unless(!there || m.Milestones[o.N-1].Reached.IsZero(), "milestones", "reached")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	was := m.Milestones[o.N-1]
	now := was
	now.Reached, now.By, now.Note = o.Day, o.By, strings.TrimSpace(o.Note)
	v := m.begin(ActReached, o.By, at, was.Text)
	v.doing(at)
	v = m.settle(v)
	v.Milestones = []Milestone{now}
	v.Act.Diffs = append(v.Act.Diffs, trace.Differences(rowKey("milestones", o.N), was, now)...)
	return v, nil
}

// TrackOrder is one look at how far a measure has come. A new day needs the reason
// for it and somebody who agreed.
type TrackOrder struct {
	Stand
	Day       workday.Date // zero: today
	Percent   int
	What      string
	Evidence  string
	Deviation string
	Due       workday.Date // zero: the day stays
	Approver  app.StaffID  // of the new day
}

// Track notes how far a measure has come.
func (d *Desk) Track(ctx context.Context, o TrackOrder) (Move, error) {
	return d.act(ctx, "track", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Track(o, g, at) })
}

// Track decides Desk.Track. What is overdue, or less than it was, wants a reason.
func (m Measure) Track(o TrackOrder, g app.Ground, at time.Time) (Move, error) {
	now := today(g, at)
	if o.Day.IsZero() {
		o.Day = now
	}
	moves := !o.Due.IsZero() && o.Due != m.Due
	c := Check{
		N: len(m.Checks) + 1, Day: o.Day, Percent: o.Percent, What: strings.TrimSpace(o.What), Evidence: strings.TrimSpace(o.Evidence),
		Deviation: strings.TrimSpace(o.Deviation), By: o.By,
	}
	var f faults
	f.works(g, o.By, m.Head)
	f.state(m.Head, Planned, Doing)
	f.upTo(o.Day, now, "day")
	f.unless(len(m.Checks) == 0 || !o.Day.Before(m.Checks[len(m.Checks)-1].Day), "day", "before-last")
	f.unless(o.Percent >= 0 && o.Percent <= 100, "percent", "out-of-range")
	f.text(c.What, "done-what", true, app.LongestText)
	f.text(c.Evidence, "evidence", false, app.LongestText)
	behind := m.Late(o.Day) || o.Percent < m.Percent()
	f.text(c.Deviation, "deviation", moves || behind, app.LongestText)
	v := m.begin(ActChecked, o.By, at, c.What)
	v.doing(at)
	if moves {
		v = v.traced(f.moved(m, o.Due, o.Approver, g, now))
		c.Due, c.Approver, v.Head.Due = o.Due, o.Approver, o.Due
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	v.Check = &c
	v = m.settle(v)
	fresh := c // what happened stands beside the differences
	fresh.What, fresh.Due, fresh.By, fresh.N, fresh.Day = "", workday.Date{}, 0, 0, workday.Date{}
	v.Act.Diffs = append(v.Act.Diffs, trace.Differences("", Check{Percent: m.Percent()}, fresh)...)
	return v, nil
}

// moved checks a new day: not past, not before a milestone that is still open, and
// agreed to by a head or the manager who is not responsible for the measure.
func (f *faults) moved(m Measure, due workday.Date, approver app.StaffID, g app.Ground, today workday.Date) (alone bool) {
	f.unless(!due.Before(today), "new-due", "past")
	for _, v := range m.Live() {
		f.unless(!v.Reached.IsZero() || !v.Due.After(due), "new-due", "before-milestone")
	}
	return f.approves(g, approver, m.Person, "approver")
}

// DeferOrder moves the day on which a measure is due.
type DeferOrder struct {
	Stand
	Due      workday.Date
	Why      string
	Approver app.StaffID
}

// Defer moves the day on which a measure is due, with a reason and somebody who
// agreed to it.
func (d *Desk) Defer(ctx context.Context, o DeferOrder) (Move, error) {
	return d.act(ctx, "defer", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Defer(o, g, at) })
}

// Defer decides Desk.Defer.
func (m Measure) Defer(o DeferOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.works(g, o.By, m.Head)
	f.state(m.Head, Planned, Doing)
	f.unless(!o.Due.IsZero(), "new-due", "missing")
	f.unless(o.Due.IsZero() || o.Due != m.Due, "new-due", "same")
	alone := f.moved(m, o.Due, o.Approver, g, today(g, at))
	f.text(strings.TrimSpace(o.Why), "reason", true, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	v := m.begin(ActMoved, o.By, at, strings.TrimSpace(o.Why)).traced(alone)
	v.Head.Due = o.Due
	v = m.settle(v)
	v.Act.Diffs = append(v.Act.Diffs, app.Difference{Field: "approver", New: staff(o.Approver)})
	return v, nil
}
