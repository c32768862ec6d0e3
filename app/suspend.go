package app

import (
	"context"
	"strings"
	"time"

	"ownerdesk/app/workday"
)

// SuspendCode is what a suspended issue waits for.
type SuspendCode string

// The reasons; for another one it is said which.
const (
	WaitsParts     SuspendCode = "SP-01"
	WaitsOwner     SuspendCode = "SP-02"
	WaitsAuthority SuspendCode = "SP-03"
	WaitsOther     SuspendCode = "SP-99"
)

// SuspendCodes lists the reasons as they are offered.
var SuspendCodes = []SuspendCode{WaitsParts, WaitsOwner, WaitsAuthority, WaitsOther}

// Suspension is one time in which the work on an issue waited for what the office
// cannot hasten: why, and when somebody looks at it again.
type Suspension struct {
	N        int
	Round    int
	At       time.Time
	By       StaffID
	Code     SuspendCode
	Text     string
	Review   time.Time // when somebody looks whether it still waits
	Looks    int       // how often somebody did and let it wait on
	Late     bool      // nobody looked by then
	Ended    time.Time // zero while it lasts
	EndedBy  StaffID
	Why      string    // why the work goes on
	From, To time.Time // the limit before, and where the time waited moved it; zero where the clock ran on
}

// On reports whether the issue still waits.
func (s Suspension) On() bool { return s.Ended.IsZero() }

// Suspended is the suspension that lasts; false when none does.
func (c Case) Suspended() (Suspension, bool) {
	if n := len(c.Suspensions); n > 0 && c.Suspensions[n-1].On() {
		return c.Suspensions[n-1], true
	}
	return Suspension{}, false
}

// StopsClock reports whether the time that an issue is suspended does not count, by
// the rules it came in under; the regulation lets it count.
func (g Ground) StopsClock(i Issue) bool { return g.RulesOf(i.Rules).Duty("suspend.stops") > 0 }

// SuspendUntil is the furthest day of review that the rules of an issue allow.
func (g Ground) SuspendUntil(i Issue, at time.Time) time.Time {
	return at.AddDate(0, 0, g.RulesOf(i.Rules).Duty("suspend.days"))
}

// SuspendOrder lets an issue wait, or wait on, until a day of review.
type SuspendOrder struct {
	Stand
	Code   SuspendCode // when it begins
	Text   string
	Review time.Time
}

// Suspend notes that the work waits for parts, the owner, an authority.
func (d *Desk) Suspend(ctx context.Context, o SuspendOrder) (Move, error) {
	return d.act(ctx, "suspend", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Suspend(o, g, at)
	})
}

// Suspend decides Desk.Suspend. Work that nobody has taken yet, or that is reported
// done, does not wait.
func (c Case) Suspend(o SuspendOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	_, on := c.Suspended()
	text := strings.TrimSpace(o.Text)
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(!on && !r.Refused, "issue", "not-now")
	f.unless(oneOf(o.Code, SuspendCodes), "code", "missing")
	f.text(text, "reason", o.Code == WaitsOther, LongestText)
	f.reviewed(o.Review, c, g, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActSuspended, o.By, at, text)
	m.Act.Diffs = []Difference{{"code", "", string(o.Code)}, {"review", "", moment(o.Review)}}
	m.Suspension = &Suspension{
		N: len(c.Suspensions) + 1, Round: r.N, At: at, By: o.By, Code: o.Code, Text: text, Review: o.Review,
	}
	return c.settle(m, g), nil
}

// reviewed checks the day on which somebody looks again: one on which somebody is
// there, ahead, and not so far that the issue is forgotten.
func (f *Faults) reviewed(review time.Time, c Case, g Ground, at time.Time) {
	f.unless(!review.IsZero(), "review", "missing")
	if review.IsZero() {
		return
	}
	f.unless(review.After(at), "review", "past")
	f.unless(!review.After(g.SuspendUntil(c.Issue, at)), "review", "too-far")
	f.unless(g.Calendar.Works(workday.DayOf(review.In(g.Office.Location()))), "review", "rest-day")
}

// WaitOn notes that somebody looked and the issue still waits, until a later day.
func (d *Desk) WaitOn(ctx context.Context, o SuspendOrder) (Move, error) {
	return d.act(ctx, "wait on", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.WaitOn(o, g, at)
	})
}

// WaitOn decides Desk.WaitOn; it asks why.
func (c Case) WaitOn(o SuspendOrder, g Ground, at time.Time) (Move, error) {
	s, on := c.Suspended()
	text := strings.TrimSpace(o.Text)
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(on, "issue", "not-now")
	f.text(text, "reason", true, LongestText)
	f.reviewed(o.Review, c, g, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActWaitsOn, o.By, at, text)
	m.Act.Diffs = []Difference{{"review", moment(s.Review), moment(o.Review)}}
	s.Late = s.Late || at.After(s.Review)
	s.Review, s.Looks = o.Review, s.Looks+1
	m.Suspension = &s
	return c.settle(m, g), nil
}

// ResumeOrder ends a suspension.
type ResumeOrder struct {
	Stand
	Note string
}

// Resume notes that the work goes on.
func (d *Desk) Resume(ctx context.Context, o ResumeOrder) (Move, error) {
	return d.act(ctx, "resume", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Resume(o, g, at)
	})
}

// Resume decides Desk.Resume.
func (c Case) Resume(o ResumeOrder, g Ground, at time.Time) (Move, error) {
	s, on := c.Suspended()
	note := strings.TrimSpace(o.Note)
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(on, "issue", "not-now")
	f.text(note, "note", false, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActResumed, o.By, at, note)
	c.goOn(&m, s, g, note)
	return c.settle(m, g), nil
}

// overtaken ends a suspension by itself where there is nothing left that could
// wait: the round is reported done, refused, or the issue is over.
func (c Case) overtaken(m *Move, g Ground) {
	after := c.After(*m)
	s, on := after.Suspended()
	if r, _ := after.Current(); !on || oneOf(after.State, []State{Handling, Rework}) && s.Round == r.N && !r.Refused {
		return
	}
	after.goOn(m, s, g, "")
}

// goOn writes the end of a suspension into a move, and the limit that follows.
func (c Case) goOn(m *Move, s Suspension, g Ground, why string) {
	s.Ended, s.EndedBy, s.Why = m.Act.At, m.Act.By, why
	s.Late = s.Late || m.Act.At.After(s.Review)
	m.Act.Diffs = append(m.Act.Diffs, Difference{"suspended", moment(s.At), ""})
	if r, there := c.Current(); there && g.StopsClock(c.Issue) && r.N == s.Round {
		s.From, s.To = r.Effect, c.waited(r, s, g, s.Ended)
		r.Effect, m.Issue.Due = s.To, s.To
		m.Round = &r
	}
	m.Suspension = &s
}

// waited is the limit of a round with the time suspended added to it: working time,
// or for a limit by the clock the time of the clock. A later limit that was granted
// meanwhile has that time in it already.
func (c Case) waited(r Round, s Suspension, g Ground, until time.Time) time.Time {
	base := r.Effect
	for _, d := range c.Delays {
		if d.Round == r.N && d.Approved && !d.Decided.Before(s.At) {
			base = earlier(d.From, base)
		}
	}
	return later(r.Effect, g.later(base, r.Limit, s.At, until))
}

// later is a limit with the time between two moments added to it.
func (g Ground) later(limit time.Time, l workday.Limit, from, until time.Time) time.Time {
	if !l.ByCalendar() {
		return limit.Add(max(0, until.Sub(from)))
	}
	return g.Calendar.After(limit, max(0, g.Calendar.WorkTime(from, until)))
}

// standing is the limit of a round as it presses now: while the clock stands still,
// the one it will have if the work goes on at the day of review.
func (c Case) standing(r Round, g Ground) time.Time {
	if s, held := c.held(g); held && s.Round == r.N {
		return c.waited(r, s, g, s.Review)
	}
	return r.Effect
}

// held is the suspension that keeps the clock still; false when the clock runs.
func (c Case) held(g Ground) (Suspension, bool) {
	s, on := c.Suspended()
	return s, on && g.StopsClock(c.Issue)
}

// Waits is what lists say of a suspension: since when, what for, and when somebody
// looks again; empty when the issue is not suspended.
type Waits struct {
	Since  time.Time
	Code   SuspendCode
	Review time.Time
}

// Over reports whether the day of review has passed.
func (w Waits) Over(now time.Time) bool { return !w.Review.IsZero() && now.After(w.Review) }

func (c Case) waits() Waits {
	s, on := c.Suspended()
	if !on {
		return Waits{}
	}
	return Waits{s.At, s.Code, s.Review}
}
