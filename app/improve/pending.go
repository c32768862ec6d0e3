package improve

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
)

// Wait is what a measure waits for.
type Wait string

// What it may wait for: its beginning, a milestone, a look at how far it is, its day,
// somebody who sees that it is done, a look at its effect, its closing.
const (
	WaitBegin     Wait = "begin"
	WaitMilestone Wait = "milestone"
	WaitCheck     Wait = "check"
	WaitDue       Wait = "due"
	WaitAccept    Wait = "accept"
	WaitEvaluate  Wait = "evaluate"
	WaitClose     Wait = "close"
)

// Pending is one thing that a measure waits for, from its day on.
type Pending struct {
	Wait Wait
	N    int // of the milestone
	Text string
	Day  workday.Date
}

// leave is how many days somebody has to look at an effect once it can be told.
const leave = 14

// Late reports whether the day has passed. An effect can be looked at from its day on,
// and is late only when nobody did for a while.
func (p Pending) Late(today workday.Date) bool {
	if p.Wait == WaitEvaluate {
		return today.After(p.Day.AddDays(leave))
	}
	return today.After(p.Day)
}

// Foresight is how far ahead a measure speaks up, by the office's rules.
type Foresight struct {
	Today  workday.Date
	Zone   *time.Location
	Near   int   // days before a milestone, or the day it is due
	Every  int   // days after which somebody looks how far it is
	Judge  int   // days after which the effect on complaints is looked at
	Newest Years // what surveys were reported
}

// Years is the newest survey of an estate that was reported.
type Years map[app.ProjectID]Newest

// Newest is the year of a survey, and when no further answers came in.
type Newest struct {
	Year    int
	Counted time.Time
}

// Foresee is what the office's rules say today.
func Foresee(g app.Ground, at time.Time, newest Years) Foresight {
	r := g.Rules.Whole()
	return Foresight{
		Today: today(g, at), Zone: g.Calendar.Loc, Near: r.Count("measure.near"), Every: r.Count("measure.check"),
		Judge: r.Count("measure.judge"), Newest: newest,
	}
}

// Pending lists what a measure waits for now, the most pressing first; nothing when
// all is well.
func (m Measure) Pending(s Foresight) (all []Pending) {
	soon := s.Today.AddDays(s.Near)
	add := func(p Pending, by workday.Date) {
		if !p.Day.IsZero() && !p.Day.After(by) {
			all = append(all, p)
		}
	}
	switch m.State {
	case Planned:
		add(Pending{Wait: WaitBegin, Day: m.Start}, s.Today)
		add(Pending{Wait: WaitDue, Day: m.Due}, soon)
	case Doing:
		for _, v := range m.Live() {
			if v.Reached.IsZero() {
				add(Pending{WaitMilestone, v.N, v.Text, v.Due}, soon)
			}
		}
		add(Pending{Wait: WaitCheck, Day: m.seen(s.Zone).AddDays(s.Every)}, s.Today)
		add(Pending{Wait: WaitDue, Day: m.Due}, soon)
	case Waiting:
		add(Pending{Wait: WaitAccept, Day: workday.DayOf(m.Finished.In(s.Zone)).AddDays(s.Near)}, s.Today.AddDays(s.Near))
	case Done:
		if e, judged := m.judgedDone(); judged {
			add(Pending{Wait: WaitClose, Day: workday.DayOf(e.At.In(s.Zone)).AddDays(s.Near)}, s.Today.AddDays(s.Near))
			break
		}
		add(Pending{Wait: WaitEvaluate, Day: m.Evaluable(s)}, s.Today)
	}
	slices.SortStableFunc(all, func(a, b Pending) int { return a.Day.Compare(b.Day) })
	return all
}

// seen is the day on which somebody last looked how far a measure is.
func (m Measure) seen(zone *time.Location) workday.Date {
	if n := len(m.Checks); n > 0 {
		return m.Checks[n-1].Day
	}
	return workday.DayOf(m.Begun.In(zone))
}

// Evaluable is the day from which the effect of a measure that was accepted can be
// looked at: the one it was planned for, or when a survey was reported that asked
// after it, or enough complaints could have come in. It is zero while nobody knows.
func (m Measure) Evaluable(s Foresight) workday.Date {
	newest := s.Newest[m.Project]
	switch done := workday.DayOf(m.Accepted.In(s.Zone)); {
	case !m.Judge.IsZero():
		return m.Judge
	case !m.Gauge.Scored():
		return done.AddDays(s.Judge)
	case newest.Year > m.Year && !newest.Counted.Before(m.Accepted):
		return s.Today
	}
	return workday.Date{}
}

// Pressing puts measures in the order in which they are seen to: by what they wait
// for, then by the day they are due; what is over comes last, the newest first.
func Pressing(all []Measure, s Foresight) {
	rank := map[MeasureID]Pending{}
	for _, m := range all {
		if p := m.Pending(s); len(p) > 0 {
			rank[m.ID] = p[0]
		}
	}
	slices.SortStableFunc(all, func(a, b Measure) int {
		if o := cmp.Compare(order(a.State.Over()), order(b.State.Over())); o != 0 {
			return o
		}
		if a.State.Over() {
			return cmp.Or(b.Ended.Compare(a.Ended), cmp.Compare(b.ID, a.ID))
		}
		p, q := rank[a.ID], rank[b.ID]
		return cmp.Or(cmp.Compare(order(p.Day.IsZero()), order(q.Day.IsZero())), p.Day.Compare(q.Day), a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID))
	})
}

func order(last bool) int {
	if last {
		return 1
	}
	return 0
}

// Reported is the newest survey of each estate that was reported.
func Reported(heads []annual.Head) Years {
	y := Years{}
	for _, h := range heads {
		if h.State == annual.Reported && h.Year > y[h.Project].Year {
			y[h.Project] = Newest{h.Year, h.Counted}
		}
	}
	return y
}

// Due are the measures that somebody has to see to, the most pressing first.
func Due(all []Measure, s Foresight) (due []Measure) {
	for _, m := range all {
		if len(m.Pending(s)) > 0 {
			due = append(due, m)
		}
	}
	Pressing(due, s)
	return due
}

// CountDue counts the measures of an estate, 0 for all, that somebody has to see to.
func (d *Desk) CountDue(ctx context.Context, project app.ProjectID, g app.Ground, at time.Time) (int, error) {
	heads, err := d.Surveys.Surveys(ctx, project)
	if err != nil {
		return 0, fmt.Errorf("read surveys: %w", err)
	}
	all, err := d.Store.Measures(ctx, Wanted{Project: project, Open: true})
	if err != nil {
		return 0, fmt.Errorf("read measures: %w", err)
	}
	return len(Due(all, Foresee(g, at, Reported(heads)))), nil
}
