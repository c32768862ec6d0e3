package app

import (
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"ownerdesk/app/workday"
)

// Longest texts, in characters. Longer ones are refused with a sentence rather
// than cut.
const (
	LongestText = 2000
	LongestLine = 200
)

// begin starts a move on the case: the issue as it is, and who did what.
func (c Case) begin(kind ActKind, by StaffID, at time.Time, note string) Move {
	return Move{
		Issue: c.Issue,
		Act:   Act{N: len(c.Acts) + 1, Round: c.Issue.Round, Kind: kind, At: at, By: by, Note: note},
	}
}

// settle ends a move: it derives what waits next and by when, and notes in the
// act what became different.
func (c Case) settle(m Move, g Ground) Move {
	c.worsen(&m, g)
	c.overtaken(&m, g)
	after := c.After(m)
	m.Issue.Step, m.Issue.StepDue, m.Issue.Holder = after.next(g)
	after.Issue = m.Issue
	m.Issue.Scene, m.Issue.SceneDue = after.Waits()
	m.Issue.Wait = after.waits()
	m.Act.Round = m.Issue.Round
	m.Act.Diffs = append(m.Act.Diffs, differences(c.Issue, m.Issue)...)
	return m
}

// next says what the case waits for, until when, and whose turn it is.
func (c Case) next(g Ground) (Step, time.Time, DeptID) {
	rules, desk := g.RulesOf(c.Rules), g.DeskDept()
	from := func(t time.Time, parts ...string) time.Time { return g.until(t, rules, parts...) }
	if k, asking := c.Asking(); asking && c.Open() {
		return StepApprove, from(k.Asked, "decide"), desk
	}
	round, _ := c.Current()
	limit := c.standing(round, g)
	switch c.State {
	case Accepted:
		return StepRoute, c.RouteDue, desk
	case Retransferred:
		return StepAgain, from(c.lastAsked(), "again"), desk
	case Handling, Rework:
		if d, waiting := c.Waiting(); waiting {
			whose := c.Lead
			if c.Issue.Delays > 0 || c.Level == Critical { // the department's head may not decide it alone
				whose = desk
			}
			return StepDelay, earlier(from(d.Asked, "decide"), limit), whose
		}
		if d, owed := c.owes(); owed {
			return StepOwed, earlier(from(d.Decided, "tell"), d.From), desk
		}
		if round.Refused {
			return StepReassign, earlier(from(c.lastAct(ActRefused), "again"), limit), desk
		}
		if round.Signed.IsZero() && round.Slip != NoSlip && !(c.Taken && round.N == 1) {
			return StepSign, earlier(from(round.Issued, "refuse", string(c.Urgency)), limit), c.Lead
		}
		if c.owesNotice(round) {
			return StepNotice, limit, desk
		}
		return StepHandle, limit, c.Lead
	case FedBack:
		f, _ := c.LastFeedback()
		if _, looked := c.Inspected(); !looked && c.InspectionWanted(g) {
			return StepInspect, from(f.At, "review"), desk
		}
		return StepReview, from(f.At, "review"), desk
	case Reviewed:
		f, _ := c.LastFeedback()
		return StepTell, from(f.Reviewed, "tell"), desk
	case Told:
		return StepFollowUp, c.followUpDue(g), desk
	}
	return "", time.Time{}, 0
}

// followUpDue is until when the owner must have been asked: X2 or X3 working
// days after the completion that was accepted.
func (c Case) followUpDue(g Ground) time.Time {
	return g.until(c.Done, g.RulesOf(c.Rules), "followup", string(c.Kind))
}

// FollowUpWanted reports whether the owner of this issue is to be asked.
// Kinds that are followed up in part are chosen by number, so that the answer
// never changes and nobody picks the pleasant ones. Who asked not to be called,
// or left no way to be reached, is not asked. What an older ledger says holds.
func (c Case) FollowUpWanted(g Ground) bool {
	if c.Ask != "" {
		return c.Ask == SaidYes
	}
	percent := g.RulesOf(c.Rules).Count("followup.percent", string(c.Kind))
	return int(uint64(c.ID)*2654435761>>7%100) < percent && !c.NoReply && c.Reporter.Reachable()
}

// came is from when the first round's limit runs: the receipt, or when the issue
// was opened again before anybody had worked on it.
func (c Case) came() time.Time {
	if at := c.lastAct(ActReopened); at.After(c.Received) {
		return at
	}
	return c.Received
}

// LimitFrom is from when the limit of a round runs: the first from the receipt, a
// further one from when it first went out. Whoever takes a refused slip over
// gets no more time for it.
func (c Case) LimitFrom(r Round) time.Time {
	if r.N == 1 {
		return c.came()
	}
	for _, a := range c.Acts {
		if a.Round == r.N {
			return a.At
		}
	}
	return r.Issued
}

func (c Case) lastAct(kind ActKind) (at time.Time) {
	for _, a := range c.Acts {
		if a.Kind == kind {
			at = a.At
		}
	}
	return at
}

// lastAsked is when the owner last said not to be satisfied.
func (c Case) lastAsked() time.Time {
	if n := len(c.FollowUps); n > 0 {
		return c.FollowUps[n-1].At
	}
	return c.Registered
}

// until is when a limit of the rules runs out that starts at t.
func (g Ground) until(t time.Time, r Rules, parts ...string) time.Time {
	due, _ := g.Calendar.When(t, r.Limit(parts...))
	return due
}

func earlier(a, b time.Time) time.Time {
	if b.IsZero() || a.Before(b) {
		return a
	}
	return b
}

// differences lists what an act changed on the issue itself.
func differences(old, new Issue) []Difference {
	var d []Difference
	add := func(field, a, b string) {
		if a != b {
			d = append(d, Difference{field, a, b})
		}
	}
	add("state", string(old.State), string(new.State))
	add("lead", id(old.Lead), id(new.Lead))
	add("handler", id(old.Handler), id(new.Handler))
	add("due", moment(old.Due), moment(new.Due))
	add("level", string(old.Level), string(new.Level))
	add("kind", string(old.Kind), string(new.Kind))
	add("category", string(old.Category), string(new.Category))
	add("urgency", string(old.Urgency), string(new.Urgency))
	if !old.Promise.IsZero() {
		add("promise", moment(old.Promise), moment(new.Promise))
	}
	add("callback", moment(old.CallBack), moment(new.CallBack))
	add("rating", id(old.Final), id(new.Final))
	add("close", string(old.Close), string(new.Close))
	return d
}

func id[T ~int | ~int64](v T) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatInt(int64(v), 10)
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// text checks one typed answer: there when it must be, and not too long.
func (f *Faults) text(s, field string, must bool, longest int) {
	f.unless(s != "" || !must, field, "missing")
	f.unless(utf8.RuneCountInString(s) <= longest, field, "too-long")
}

// past checks that something said to have happened is not still ahead.
func (f *Faults) past(t time.Time, field string, now time.Time) {
	f.unless(!t.IsZero(), field, "missing")
	f.unless(!t.After(now), field, "future")
}

// open checks that an issue may still be worked on at all.
func (f *Faults) open(c Case) {
	f.unless(c.Open(), "issue", "closed")
	_, asking := c.Asking()
	f.unless(!asking, "issue", "closing-asked")
}

// here checks that whoever acts works here.
func (f *Faults) here(g Ground, by StaffID) {
	who, known := g.Staff[by]
	f.unless(known, "by", "unknown")
	f.unless(!who.Closed, "by", "left")
}

// hand checks that whoever is to do the work works here; 0 is nobody yet.
func (f *Faults) hand(g Ground, s StaffID) {
	who, known := g.Staff[s]
	f.unless(s == 0 || known && !who.Closed, "handler", "unknown")
}

// teams checks the departments that an issue is handed to.
func (f *Faults) teams(g Ground, lead DeptID, helping []DeptID) {
	open := func(d DeptID) bool {
		p, known := g.Departments[d]
		return known && !p.Closed
	}
	f.unless(lead != 0, "lead", "missing")
	f.unless(lead == 0 || open(lead), "lead", "unknown")
	for i, d := range helping {
		f.unless(d != lead, "helping", "same")
		f.unless(open(d), "helping", "unknown")
		f.unless(!slices.Contains(helping[:i], d), "helping", "twice")
	}
}

// grade checks how severe a complaint is said to be: one of so many households
// is critical (terms 3.4).
func (f *Faults) grade(l Level, households int, r Rules) {
	f.unless(oneOf(l, Levels), "level", "missing")
	most := r.Count("group.households")
	f.unless(most == 0 || households < most || !oneOf(l, Levels) || l == Critical, "level", "group")
}

// toldAt checks that an owner was not told before he came to the desk. Forms
// show minutes.
func (f *Faults) toldAt(t time.Time, c Case) {
	f.unless(t.IsZero() || !t.Before(c.Received.Truncate(time.Minute)), "told-at", "before-received")
}

// state checks that an issue stands where an act needs it.
func (f *Faults) state(c Case, wanted ...State) {
	f.open(c)
	f.unless(oneOf(c.State, wanted), "issue", "not-now")
}

// answer is how a limit was counted, for a round to remember.
func (r Round) counted(a workday.Answer) Round {
	r.Limit, r.RuleDue, r.Steps, r.Unsure = a.Limit, a.Due, a.Steps, a.Provisional
	return r
}
