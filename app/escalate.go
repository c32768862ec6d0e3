package app

import (
	"slices"
	"time"
)

// Alarm is what a limit calls for at a moment.
type Alarm string

// From a first reminder to whoever is above; NoAlarm calls for nothing.
const (
	NoAlarm   Alarm = ""
	HalfGone  Alarm = "half"
	MostGone  Alarm = "most"
	Overdue   Alarm = "late"
	ToHead    Alarm = "head"
	ToManager Alarm = "manager"
)

// Alarm says what the issue's limits call for: reminders while the time of a
// round runs out, and who is to hear of it once a step is late.
func (c Case) Alarm(g Ground, now time.Time) Alarm {
	rules := g.RulesOf(c.Rules)
	if c.Late(now) {
		return g.late(c.StepDue, rules, now)
	}
	r, there := c.Current()
	if _, held := c.held(g); held || !there || !oneOf(c.State, []State{Handling, Rework}) {
		return NoAlarm
	}
	used := g.Calendar.Used(c.runsFrom(r), r.Effect, now, r.Limit)
	gone := func(key string) bool { n := rules.Count(key); return n > 0 && used >= n }
	switch {
	case gone("remind.most"):
		return MostGone
	case gone("remind.half"):
		return HalfGone
	}
	return NoAlarm
}

// LineAlarm says which line of a list somebody above is to hear of.
func (g Ground) LineAlarm(l Line, now time.Time) Alarm {
	if !l.Late(now) {
		return NoAlarm
	}
	return g.late(l.StepDue, g.Rules, now)
}

// late says who is to hear of a limit that has passed. A time of none leaves
// that out.
func (g Ground) late(due time.Time, r Rules, now time.Time) Alarm {
	passed := func(key string) bool {
		l := r.Limit("escalate", key)
		return l.N > 0 && !now.Before(g.until(due, r, "escalate", key))
	}
	switch {
	case passed("manager"):
		return ToManager
	case passed("head"):
		return ToHead
	}
	return Overdue
}

// runsFrom is from when the limit that counts now runs: a rework's from the
// verdict.
func (c Case) runsFrom(r Round) time.Time {
	if f, there := c.LastFeedback(); there && c.State == Rework {
		return f.Reviewed
	}
	return c.LimitFrom(r)
}

// raise puts a complaint up one level once the same has gone wrong as often as
// the rules allow: it was sent back, or its owner was not satisfied, for the
// second time. Nothing stands above a critical one.
func (c Case) raise(m *Move, g Ground, times int) {
	at := slices.Index(Levels, m.Issue.Level)
	if c.Kind != Complaint || times != g.RulesOf(c.Rules).Count("escalate.times") || at < 0 || at+1 == len(Levels) {
		return
	}
	c.rise(m, g, Levels[at+1])
}

// rise puts a complaint up to a level, unless it stands there; what belongs to
// the level follows.
func (c Case) rise(m *Move, g Ground, to Level) {
	if slices.Index(Levels, m.Issue.Level) >= slices.Index(Levels, to) {
		return
	}
	m.Issue.Level = to
	if q := c.Inquiry; q != nil {
		kept := *q
		kept.KeepYears = max(kept.KeepYears, g.keepYears(c.Rules, m.Issue.Level))
		m.Inquiry = &kept
		m.Act.Diffs = append(m.Act.Diffs, inquiryDifferences(*q, kept)...)
	}
}

// keepYears is how long a complaint of a level is kept.
func (g Ground) keepYears(rules int, l Level) int {
	return g.RulesOf(rules).Count("keep.years", string(l))
}

// dissatisfied counts how often the owner was not satisfied, all rounds.
func (c Case) dissatisfied() (n int) {
	for _, f := range c.FollowUps {
		if f.Disposal == NewRound {
			n++
		}
	}
	return n
}
