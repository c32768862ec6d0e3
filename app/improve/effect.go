package improve

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// Reading is a gauge read once.
type Reading struct {
	Value     float64
	Low, High float64 // its interval; both 0 where there is none
	N         int     // answers, or complaints
	Year      int     // of the survey
	From, To  workday.Date
	Issues    []app.IssueID // the complaints that were counted
}

// Effect is a gauge before a measure and after it, and what may be said of that.
type Effect struct {
	Gauge  Gauge
	Code   string // of the item or the dimension; a name of one's own
	Less   bool   // the less the better
	Before Reading
	After  Reading
	Aimed  bool
	Target float64
	Tested bool
	P      float64
}

// Better reports whether the gauge moved the right way at all.
func (e Effect) Better() bool {
	if e.Less {
		return e.After.Value < e.Before.Value
	}
	return e.After.Value > e.Before.Value
}

// Worse reports whether it moved the wrong way.
func (e Effect) Worse() bool { return !e.Better() && e.After.Value != e.Before.Value }

// Reached reports whether the target was reached.
func (e Effect) Reached() bool {
	return e.Aimed && (e.Less && e.After.Value <= e.Target || !e.Less && e.After.Value >= e.Target)
}

// Significant reports whether a change may be spoken of at all.
func (e Effect) Significant() bool { return e.Tested && e.P < 1-survey.Level }

// Carries reports whether the figures carry it to call a measure effective: the
// change is the right one and significant or, where no test could be had, it is the
// right one and the target was reached. A target reached by chance carries nothing.
func (e Effect) Carries() bool { return e.Better() && (e.Significant() || !e.Tested && e.Reached()) }

// Suggests is the verdict that the figures come to.
func (e Effect) Suggests() Verdict {
	switch {
	case e.Carries():
		return Good
	case e.Better():
		return Some
	}
	return None
}

// Span says what a gauge is read from: a survey's year, the days on which complaints
// came in, or a value that somebody measured.
type Span struct {
	Year     int
	From, To workday.Date
	Value    float64
	Known    bool // a value was given
}

// Days is how many days a span has.
func (s Span) Days() int {
	if s.From.IsZero() || s.To.IsZero() {
		return 0
	}
	return int(math.Round(s.To.At(0, time.UTC).Sub(s.From.At(0, time.UTC)).Hours()/24)) + 1
}

// LookOrder asks for an effect. A zero gauge is the plan's, zero spans are Spans'.
type LookOrder struct {
	Measure       MeasureID
	Gauge         Gauge
	Before, After Span
}

// Effect reads a gauge before a measure and after it.
func (d *Desk) Effect(ctx context.Context, o LookOrder) (Effect, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Effect{}, err
	}
	m, err := d.Store.Measure(ctx, o.Measure)
	if err != nil {
		return Effect{}, fmt.Errorf("read measure %d: %w", o.Measure, err)
	}
	return d.effect(ctx, m, o, g, d.moment())
}

func (d *Desk) effect(ctx context.Context, m Measure, o LookOrder, g app.Ground, at time.Time) (Effect, error) {
	if o.Gauge == "" {
		o.Gauge = m.Gauge
	}
	e := Effect{Gauge: o.Gauge, Less: o.Gauge == Complaints}
	if o.Gauge == m.Gauge {
		e.Aimed, e.Target, e.Less = m.Aimed, m.Target, m.Less || e.Less
	}
	switch {
	case o.Gauge == Complaints:
		return d.complained(ctx, m, e, o, g, at)
	case o.Gauge.Scored():
		found, err := d.Found(ctx, m.Project)
		if err != nil {
			return e, err
		}
		return m.scored(e, found.Scores, o.Before.Year, o.After.Year)
	}
	return m.measured(e, o)
}

// measured is an effect that somebody measured.
func (m Measure) measured(e Effect, o LookOrder) (Effect, error) {
	var f faults
	f.unless(e.Gauge == OwnGauge && m.GaugeName != "", "gauge", "missing")
	f.unless(o.Before.Known, "before-value", "missing")
	f.unless(o.After.Known, "after-value", "missing")
	f.unless(!math.IsNaN(o.Before.Value), "before-value", "unreadable")
	f.unless(!math.IsNaN(o.After.Value), "after-value", "unreadable")
	e.Code, e.Before.Value, e.After.Value = m.GaugeName, o.Before.Value, o.After.Value
	return e, f.err()
}

// scored is an effect that two surveys tell.
func (m Measure) scored(e Effect, all []Score, before, after int) (Effect, error) {
	e.Code = m.code(e.Gauge)
	all = slices.DeleteFunc(slices.Clone(all), func(s Score) bool { return s.Gauge != e.Gauge || s.Code != e.Code })
	if before == 0 {
		before = m.Year
	}
	if after == 0 && len(all) > 0 {
		after = all[len(all)-1].Year
	}
	was, hadBefore := ofYear(all, before)
	is, hadAfter := ofYear(all, after)
	var f faults
	f.unless(hadBefore, "before", "no-score")
	f.unless(hadAfter && after > before, "after", "no-score")
	f.unless(!hadAfter || !is.Counted.Before(m.worked()), "after", "before-done")
	f.unless(!was.Hidden, "before", "hidden")
	f.unless(!is.Hidden, "after", "hidden")
	f.unless(!hadBefore || !hadAfter || was.Scale == is.Scale, "after", "other-scale")
	f.unless(!hadBefore || !hadAfter || was.Text == is.Text, "after", "other-text")
	f.unless(!hadBefore || !hadAfter || was.Asks == is.Asks, "after", "other-items")
	if err := f.err(); err != nil {
		return e, err
	}
	e.Before, e.After = was.reading(), is.reading()
	if was.Bare || is.Bare {
		return e, nil
	}
	if c, err := is.Since(was.Estimate); err == nil {
		e.Tested, e.P = true, c.P
	}
	return e, nil
}

// worked is from when on a measure can have had an effect: since it was accepted, or
// begun as long as it is not.
func (h Head) worked() time.Time {
	switch {
	case !h.Accepted.IsZero():
		return h.Accepted
	case !h.Begun.IsZero():
		return h.Begun
	}
	return h.Made
}

// code is what a survey knows a gauge by.
func (p Plan) code(g Gauge) string {
	switch g {
	case ItemScore:
		return p.Item
	case DimensionScore:
		return p.Dimension
	}
	return ""
}

// per is the time over which complaints are told: 30 days.
const per = 30

// complained is an effect that complaints of two times tell.
func (d *Desk) complained(ctx context.Context, m Measure, e Effect, o LookOrder, g app.Ground, at time.Time) (Effect, error) {
	before, after := m.Spans(today(g, at), g.Calendar.Loc)
	if !o.Before.From.IsZero() || !o.Before.To.IsZero() {
		before = o.Before
	}
	if !o.After.From.IsZero() || !o.After.To.IsZero() {
		after = o.After
	}
	var f faults
	f.unless(len(m.Categories) > 0, "gauge", "no-categories")
	f.unless(before.Days() > 0, "before", "no-days")
	f.unless(after.Days() > 0, "after", "no-days")
	f.unless(!after.To.After(today(g, at)), "after", "future")
	f.unless(before.Days() <= 0 || after.Days() <= 0 || before.To.Before(after.From), "after", "overlaps")
	if err := f.err(); err != nil {
		return e, err
	}
	var err error
	if e.Before, err = d.counted(ctx, m, before); err == nil {
		e.After, err = d.counted(ctx, m, after)
	}
	if err != nil {
		return e, err
	}
	v, err := survey.Count{N: e.After.N, Days: float64(after.Days())}.Since(survey.Count{N: e.Before.N, Days: float64(before.Days())})
	if errors.Is(err, survey.ErrFlat) { // there was none at either time
		return e, nil
	}
	e.Tested, e.P = err == nil, v.P
	return e, err
}

func (d *Desk) counted(ctx context.Context, m Measure, s Span) (r Reading, err error) {
	if r.Issues, err = d.Store.Complained(ctx, m.Project, m.Categories, s.From, s.To); err != nil {
		return r, fmt.Errorf("count complaints: %w", err)
	}
	r.N, r.From, r.To = len(r.Issues), s.From, s.To
	r.Value, r.Low, r.High, err = survey.Count{N: r.N, Days: float64(s.Days())}.Rate(per)
	return r, err
}

// longest and shortest are how many days of complaints are compared unless a person
// says otherwise.
const longest, shortest = 365, 90

// Spans are the days whose complaints are compared unless a person says otherwise:
// from when the measure was accepted until yesterday or the day of the evaluation,
// and as many before it was begun.
func (m Measure) Spans(today workday.Date, zone *time.Location) (before, after Span) {
	began := m.Start
	if began.IsZero() {
		began = workday.DayOf(m.Made.In(zone))
	}
	done := m.Due
	if !m.Accepted.IsZero() {
		done = workday.DayOf(m.Accepted.In(zone))
	}
	after = Span{From: done.AddDays(1), To: today.AddDays(-1)}
	if !m.Judge.IsZero() && m.Judge.Before(after.To) {
		after.To = m.Judge
	}
	if after.Days() > longest {
		after.To = after.From.AddDays(longest - 1)
	}
	days := after.Days()
	if days <= 0 {
		days = shortest
	}
	return Span{From: began.AddDays(-days), To: began.AddDays(-1)}, after
}
