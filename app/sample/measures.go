package sample

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// MeasureText is one improvement measure: where it comes from, how far it comes, and
// what is said on the way.
type MeasureText struct {
	Path     string // how far it comes; see paths
	From     improve.Origin
	Category app.Category
	Dept     string // key of the department

	Dimension string // of the report's problem

	Problem, What, Standard, Needs string
	Milestones                     []string
	Checks                         []string // what was done, look by look
	Evidence, Deviation, Result    string
	Reminder, Explanation, Decided string
	Gauge                          string // of a gauge of one's own
	Was, Is, Target                float64
	Why                            string // of an evaluation, or why it is void
	Next                           string // what the next round does differently
}

// Improving is what measures are made with.
type Improving interface {
	improve.Store
	improve.Surveys
	meeting.Store
}

// path is how far a measure comes, in days before the office stands still: when it is
// made, due at first, reported done, accepted, evaluated and closed; 0 is not yet. What
// is due later has a negative day.
type path struct {
	made, due, finished, accepted, evaluated, closed int

	tracked  int // how often somebody looked how far it is
	moved    int // when its day moved
	urged    int // when somebody was urged
	called   int // when somebody was called to account
	begun    bool
	voided   bool
	measured improve.Verdict // instead of what the figures suggest
}

var paths = map[string]path{
	"planned":   {made: 5, due: -40},
	"doing":     {made: 30, due: -12, begun: true, tracked: 2},
	"late":      {made: 78, due: 12, begun: true, tracked: 2, moved: 26, urged: 6, called: 2},
	"waiting":   {made: 33, due: -6, begun: true, tracked: 2, finished: 2},
	"done":      {made: 150, due: 104, begun: true, tracked: 2, finished: 106, accepted: 102},
	"effective": {made: 210, due: 152, begun: true, tracked: 2, finished: 156, accepted: 153, evaluated: 40, closed: 38},
	"partly":    {made: 224, due: 170, begun: true, tracked: 2, finished: 172, accepted: 170, evaluated: 32, closed: 31},
	"again":     {made: 190, due: 141, begun: true, tracked: 1, finished: 142, accepted: 140, evaluated: 36, closed: 34, measured: improve.None},
	"void":      {made: 52, due: -20, voided: true},
}

// Improvements are the measures of the first estate: from complaints, from common
// problems of meetings, from the reports of surveys, and by hand, in every state. They
// ask the same rules as the window does, by a clock of their own.
type Improvements struct{ jobs []*job }

// step is something that is done to a measure at a moment.
type step struct {
	at   time.Time
	take func() error
}

// Improve plans what becomes of the measures; Until does it. The surveys were held
// before.
func (w *World) Improve(ctx context.Context, front app.Store, store Improving) (*Improvements, error) {
	c := &workshop{w: w, ctx: ctx, front: front, store: store}
	c.desk = &improve.Desk{Front: &app.Desk{Store: front, Now: func() time.Time { return c.now }, Changes: &app.Changes{}}, Store: store, Surveys: store}
	all := &Improvements{}
	for i, t := range w.order.Texts.Measures {
		j := &job{workshop: c, t: t, p: paths[t.Path]}
		if err := j.plan(); err != nil {
			return nil, fmt.Errorf("sample measure %d: %w", i+1, err)
		}
		all.jobs = append(all.jobs, j)
	}
	return all, nil
}

// Until does everything up to a moment that was not done yet, in order of time.
func (i *Improvements) Until(at time.Time) error {
	for {
		j := i.next()
		if j == nil || j.steps[0].at.After(at) {
			return nil
		}
		s := j.steps[0]
		j.steps, j.now = j.steps[1:], s.at
		err := j.w.heard(s.take())
		if errors.Is(err, errRefused) { // what comes after it cannot come either
			j.steps, err = nil, nil
		}
		if err != nil {
			return fmt.Errorf("sample measure of %s: %w", s.at.Format(time.DateOnly), err)
		}
	}
}

// next is the measure to which something happens first; nil when nothing more does.
func (i *Improvements) next() (first *job) {
	for _, j := range i.jobs {
		if len(j.steps) > 0 && (first == nil || j.steps[0].at.Before(first.steps[0].at)) {
			first = j
		}
	}
	return first
}

// workshop is where measures are followed.
type workshop struct {
	w     *World
	ctx   context.Context
	front app.Store
	store Improving
	desk  *improve.Desk
	now   time.Time
}

// job is one measure on its way.
type job struct {
	*workshop
	t     MeasureText
	p     path
	m     improve.Measure
	steps []step // that are still to come
}

// day is so many days ago.
func (c *workshop) day(back int) workday.Date { return workday.DayOf(c.w.order.Until).AddDays(-back) }

// clerk is who acts for the desk; person is who is responsible.
func (c *workshop) clerk() app.StaffID { return c.w.teams[desk][1].ID }
func (c *job) person() app.StaffID     { return c.w.teams[c.t.Dept][len(c.w.teams[c.t.Dept])-1].ID }

func (c *job) stand(by app.StaffID) improve.Stand { return improve.Stand{Measure: c.m.ID, By: by} }

// kept takes the measure up as it was kept.
func (c *job) kept(v improve.Move, err error) error {
	if err != nil {
		return err
	}
	c.m, err = c.store.Measure(c.ctx, v.Head.ID)
	return err
}

// then adds a step on the last working day before so many days ago: never before the
// step that leads to it, whatever rest days lie between.
func (c *job) then(back, hour int, take func() error) {
	works := c.w.order.Calendar.Works
	day := c.day(back)
	for !works(day) {
		day = day.AddDays(-1)
	}
	if n := len(c.steps); n > 0 {
		for last := c.steps[n-1].at; !works(day) || !c.at(day, hour).After(last); {
			day = day.AddDays(1)
		}
	}
	c.steps = append(c.steps, step{c.at(day, hour), take})
}

func (c *job) at(day workday.Date, hour int) time.Time {
	return day.At(workday.Clock(hour*60+10), c.w.order.Until.Location())
}

// plan lays out what is done to the measure, step by step; those that lie after the
// moment at which the office stands still do not happen.
func (c *job) plan() error {
	if c.t.From == improve.FromReport {
		if err := c.afterReport(); err != nil {
			return err
		}
	}
	p := c.p
	add := func(back, hour int, take func() error) {
		if back != 0 {
			c.then(back, hour, take)
		}
	}
	add(p.made, 9, c.make)
	if p.voided {
		add(p.made-1, 15, c.void)
	}
	if p.begun {
		add(p.made-2, 9, c.begin)
	}
	for i := range min(p.tracked, len(c.t.Checks)) {
		add(p.made-(p.made-max(p.due, 1))*(i+1)/(p.tracked+1), 15, func() error { return c.look(i) })
	}
	add(p.moved, 16, c.move)
	add(p.urged, 10, c.urge)
	add(p.called, 14, c.call)
	add(p.finished, 16, c.finish)
	add(p.accepted, 10, c.accept)
	add(p.evaluated, 11, c.evaluate)
	add(p.closed, 15, c.close)
	return nil
}

// source is what a measure comes from; false where nothing leads to it.
func (c *job) source() (o improve.NewOrder, led bool, err error) {
	f, err := c.desk.Found(c.ctx, c.w.Projects[0].ID)
	if err != nil {
		return o, false, err
	}
	switch c.t.From {
	case improve.FromComplaint:
		o, led, err = c.complaint(f)
	case improve.FromMeeting:
		o, led, err = c.problem(f)
	case improve.FromReport:
		return c.finding(f)
	}
	if led || err != nil {
		return o, led, err
	}
	// A small office may have had no such complaint; somebody thought of it all the same.
	return improve.NewOrder{Project: c.w.Projects[0].ID, By: c.clerk()}.About(f, c.t.Category), true, nil
}

// complaint is the last one about the subject before the measure was made.
func (c *job) complaint(f improve.Found) (o improve.NewOrder, led bool, err error) {
	to := workday.DayOf(c.now)
	ids, err := c.store.Complained(c.ctx, c.w.Projects[0].ID, []app.Category{c.t.Category.Subject()}, to.AddDays(-120), to.AddDays(-1))
	if err != nil || len(ids) == 0 {
		return o, false, err
	}
	issue, err := c.front.Case(c.ctx, ids[len(ids)-1])
	if err != nil {
		return o, false, err
	}
	o = improve.FromIssue(issue, f, c.clerk())
	o.Categories = []app.Category{c.t.Category.Subject()}
	return o, true, nil
}

// problem is the common problem about the subject of the newest meeting that had one.
func (c *job) problem(f improve.Found) (o improve.NewOrder, led bool, err error) {
	heads, err := c.store.Records(c.ctx, meeting.Wanted{Project: c.w.Projects[0].ID, Kind: meeting.Monthly})
	if err != nil {
		return o, false, err
	}
	for _, h := range heads {
		if h.Held.IsZero() || h.Held.After(c.now) {
			continue
		}
		r, err := c.store.Record(c.ctx, h.ID)
		if err != nil {
			return o, false, err
		}
		g, err := c.desk.Front.Ground(c.ctx)
		if err != nil {
			return o, false, err
		}
		live := meeting.Live(r.Problems)
		for _, near := range []func(app.Category) app.Category{func(c app.Category) app.Category { return c }, app.Category.Subject} {
			at := slices.IndexFunc(live, func(p meeting.Problem) bool { return near(p.Category) == near(c.t.Category) })
			if at >= 0 {
				return r.Measure(live[at].N, f, g, c.clerk()), true, nil
			}
		}
	}
	return o, false, nil
}

// finding is the problem about the dimension in the first report that has one.
func (c *job) finding(f improve.Found) (o improve.NewOrder, led bool, err error) {
	h, p, _, err := c.reported()
	if err != nil || h.ID == 0 {
		return o, false, err
	}
	return improve.FromFinding(h, p.N, f, c.clerk()), true, nil
}

// reported is the first report with a problem about the dimension, and when the next
// one was out.
func (c *job) reported() (h annual.Head, p annual.Problem, next time.Time, err error) {
	heads, err := c.store.Surveys(c.ctx, c.w.Projects[0].ID)
	if err != nil {
		return h, p, next, err
	}
	for i, h := range slices.Backward(heads) {
		for _, p := range h.Findings.Problems {
			if h.State == annual.Reported && p.Dimension == c.t.Dimension && !p.Gone {
				return h, p, reportedAfter(heads[:i]), nil
			}
		}
	}
	return h, p, next, nil
}

// afterReport lets the measure's path begin once the report was out.
func (c *job) afterReport() error {
	h, _, next, err := c.reported()
	if err == nil && h.ID != 0 {
		c.p = c.p.after(h.Reported, c.w.order.Until, next)
	}
	return err
}

// reportedAfter is when the next survey was reported; zero before it is.
func reportedAfter(newer []annual.Head) time.Time {
	for _, h := range slices.Backward(newer) {
		if h.State == annual.Reported {
			return h.Reported
		}
	}
	return time.Time{}
}

// after is a path that begins once a report was out, and is evaluated after the next.
// What is not due yet is not done yet.
func (p path) after(reported, until, next time.Time) path {
	ago := func(t time.Time) int { return int(until.Sub(t).Hours() / 24) }
	long := p.made - p.due
	p.made = ago(reported) - 12
	p.due = p.made - long
	p.finished, p.accepted, p.evaluated, p.closed = 0, 0, 0, 0
	if p.made <= 0 {
		return path{}
	}
	if p.due > 0 {
		p.finished, p.accepted = p.due+4, p.due+1
	}
	if p.due > 0 && !next.IsZero() && ago(next) > 8 {
		p.evaluated, p.closed = ago(next)-3, ago(next)-6
	}
	return p
}
