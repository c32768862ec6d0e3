package app

import (
	"context"
	"strings"
	"time"
)

// DelayOrder asks for a later limit.
type DelayOrder struct {
	Stand
	To       time.Time
	Code     DelayCode
	Text     string
	Progress string
	Interim  string
	Told     time.Time // when the owner was told
	ToldHow  Method
	Answer   string
	Later    bool // the owner was not told yet: that stays owed
}

// AskDelay asks for a later limit. It should come before the limit has passed;
// a late request is kept and marked late, and the original limit stays for ever.
func (d *Desk) AskDelay(ctx context.Context, o DelayOrder) (Move, error) {
	return d.act(ctx, "ask delay", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.AskDelay(o, g, at)
	})
}

// AskDelay decides Desk.AskDelay.
func (c Case) AskDelay(o DelayOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	_, waiting := c.Waiting()
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(!r.Refused, "issue", "not-now")
	f.unless(!waiting, "issue", "delay-asked")
	f.unless(c.Issue.Delays < g.RulesOf(c.Rules).Count("delays"), "issue", "no-more-delays")
	f.unless(o.To.After(r.Effect), "to", "not-later")
	f.unless(o.To.After(at), "to", "past")
	f.unless(!o.To.After(c.latestDelay(g)), "to", "too-far")
	f.unless(oneOf(o.Code, DelayCodes), "code", "missing")
	f.text(strings.TrimSpace(o.Text), "reason", true, LongestText)
	f.text(o.Progress, "progress", false, LongestText)
	f.text(o.Interim, "interim", false, LongestText)
	f.text(o.Answer, "answer", false, LongestText)
	f.unless(o.Later || !o.Told.IsZero(), "told", "missing")
	f.unless(!o.Told.After(at), "told-at", "future")
	f.toldAt(o.Told, c)
	listed(&f, o.ToldHow, "", Methods, "how")
	f.unless(o.Told.IsZero() || oneOf(o.ToldHow, Methods), "how", "missing")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActDelayAsked, o.By, at, strings.TrimSpace(o.Text))
	m.Act.Diffs = []Difference{{"asked-due", moment(r.Effect), moment(o.To)}}
	if !o.Told.IsZero() {
		m.Act.Diffs = append(m.Act.Diffs, toldHow(o.ToldHow, o.Told, o.Answer)...)
	}
	m.Delay = &Delay{
		N: len(c.Delays) + 1, Round: r.N, Asked: at, AskedBy: o.By, From: r.Effect, To: o.To,
		Code: o.Code, Text: m.Act.Note, Progress: o.Progress, Interim: o.Interim,
		Told: o.Told, ToldHow: o.ToldHow, Answer: o.Answer,
		Late: at.After(r.Effect) || o.Told.After(r.Effect),
	}
	m.Draw = PrefixDelay
	m.Issue = m.Issue.heard(!o.Told.IsZero(), o.Told, time.Time{})
	return c.settle(m, g), nil
}

// Untold is the delay of this round of which the owner was not told yet; false
// when there is none. Of what was declined there is nothing to tell, and what an
// older ledger says nothing of is not owed.
func (c Case) Untold() (Delay, bool) {
	for i := len(c.Delays) - 1; i >= 0; i-- {
		if d := c.Delays[i]; d.Round == c.Issue.Round && d.Told.IsZero() && (d.Waiting() || d.Approved && d.DecidedBy != 0) {
			return d, true
		}
	}
	return Delay{}, false
}

// owes is the approved delay that the owner was not told of while the work goes
// on (regulation 3.3.2): once it is done, he is told of the outcome.
func (c Case) owes() (Delay, bool) {
	d, untold := c.Untold()
	return d, untold && d.Approved && oneOf(c.State, []State{Handling, Rework})
}

// told is the delay with when and how the owner was told of it: late, where the
// limit had passed by then.
func (d Delay) told(how Method, at time.Time, answer string) *Delay {
	d.Told, d.ToldHow, d.Answer = at, how, answer
	d.Late = d.Late || at.After(d.From)
	return &d
}

// TellDelayOrder is how the owner was told of a delay after it was asked for.
type TellDelayOrder struct {
	Stand
	How    Method
	At     time.Time
	Answer string
}

// TellDelay records that the owner was told of a later limit.
func (d *Desk) TellDelay(ctx context.Context, o TellDelayOrder) (Move, error) {
	return d.act(ctx, "tell delay", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.TellDelay(o, g, at)
	})
}

// TellDelay decides Desk.TellDelay. The notice then says when and how.
func (c Case) TellDelay(o TellDelayOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	d, untold := c.Untold()
	var f Faults
	f.open(c)
	f.unless(untold, "issue", "not-now")
	f.unless(oneOf(o.How, Methods), "how", "missing")
	f.past(o.At, "told-at", at)
	f.toldAt(o.At, c)
	f.text(o.Answer, "answer", false, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActDelayTold, o.By, at, "")
	m.Delay = d.told(o.How, o.At, o.Answer)
	m.Act.Diffs = append(toldHow(o.How, o.At, o.Answer), lateTold(*m.Delay)...)
	m.Issue = m.Issue.heard(true, o.At, time.Time{})
	return c.settle(m, g), nil
}

// lateTold notes in the timeline that the owner heard after the limit.
func lateTold(d Delay) []Difference {
	if !d.Told.After(d.From) {
		return nil
	}
	return []Difference{{"told-late", "", tick(true)}}
}

// latestDelay is the furthest limit that may be asked for: a delay is at most
// as long as the original limit.
func (c Case) latestDelay(g Ground) time.Time {
	r, _ := c.Current()
	return g.Calendar.Due(r.Effect, r.Limit).Due
}

// DecideOrder approves or declines something that somebody else asked for.
type DecideOrder struct {
	Stand
	Approve bool
	Note    string
}

// DecideDelay approves or declines the delay that waits.
func (d *Desk) DecideDelay(ctx context.Context, o DecideOrder) (Move, error) {
	return d.act(ctx, "decide delay", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.DecideDelay(o, g, at)
	})
}

// mayDelay reports whether somebody is high enough to decide the next delay.
func (c Case) mayDelay(g Ground, s StaffID) bool {
	switch {
	case c.Restricted():
		return c.judges(g, s)
	case c.Level == Critical:
		return g.Staff[s].Role == Manager
	case c.Issue.Delays > 0:
		return g.leads(s)
	}
	return g.heads(s, c.Lead) || g.leads(s)
}

// DecideDelay decides Desk.DecideDelay. The first delay is approved by the
// department's head, the second by the head of customer service, any delay of
// a critical complaint by the manager; never by whoever asked, or handles it
// while somebody else typed the request. Where there is nobody else, the rules
// may allow it to whoever did.
func (c Case) DecideDelay(o DecideOrder, g Ground, at time.Time) (Move, error) {
	delay, waiting := c.Waiting()
	r, _ := c.Current()
	apart := func(s StaffID) bool { return s != delay.AskedBy && (r.Handler == 0 || s != r.Handler) }
	alone := !apart(o.By) && g.Alone(o.By, func(s StaffID) bool { return apart(s) && c.mayDelay(g, s) })
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(waiting, "issue", "not-now")
	f.unless(alone || o.By != delay.AskedBy, "by", "same")
	f.unless(alone || r.Handler == 0 || o.By != r.Handler, "by", "handler")
	f.unless(c.mayDelay(g, o.By), "by", "not-allowed")
	f.text(strings.TrimSpace(o.Note), "note", !o.Approve, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	kind := ActNotDelayed
	delay.Decided, delay.DecidedBy, delay.Approved, delay.Decision = at, o.By, o.Approve, strings.TrimSpace(o.Note)
	if o.Approve {
		kind = ActDelayed
	}
	m := c.begin(kind, o.By, at, delay.Decision).traced(alone)
	m.Delay = &delay
	if o.Approve {
		r.Effect, m.Issue.Due, m.Issue.Delays = delay.To, delay.To, m.Issue.Delays+1
		m.Round = &r
	}
	return c.settle(m, g), nil
}
