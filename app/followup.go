package app

import (
	"context"
	"strings"
	"time"
)

// FollowUpOrder is one attempt to ask the owner, as the form was left.
type FollowUpOrder struct {
	Stand
	Caller   int       // which of the further reporters, 0 for the first
	At       time.Time // zero: now
	Method   Method
	Reached  Reached
	Who      string
	Relation OwnerKind
	Solved   Solved
	OnTime   Solved
	Attitude Solved
	Clean    Solved
	Rating   Rating
	Why      Dissatisfied
	Opinion  string
	Disposal Disposal
	CallBack time.Time
}

// FollowUp records an attempt to ask the owner (clause 3.5): satisfied closes,
// dissatisfied records the opinion and opens a new round.
func (d *Desk) FollowUp(ctx context.Context, o FollowUpOrder) (Move, error) {
	return d.act(ctx, "follow up", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.FollowUp(o, g, at)
	})
}

// FollowUp decides Desk.FollowUp.
func (c Case) FollowUp(o FollowUpOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	if o.Reached != ReachedOwner {
		o.Disposal = TryAgain
	}
	if o.Disposal == CloseIssue && o.content() { // a reason chosen before the owner's last word counts for nothing
		o.Why = ""
	}
	if err := c.checkFollowUp(o, g, at).err(); err != nil {
		return Move{}, err
	}
	earlier := c.Attempts()
	try := FollowUp{
		N: len(c.FollowUps) + 1, Caller: o.Caller, Round: c.Issue.Round, Attempt: len(earlier) + 1, Due: c.followUpDue(g),
		At: o.At, By: o.By, Method: o.Method, Reached: o.Reached, Who: strings.TrimSpace(o.Who), Relation: o.Relation,
		Solved: o.Solved, OnTime: o.OnTime, Attitude: o.Attitude, Clean: o.Clean,
		Rating: o.Rating, Why: o.Why, Opinion: strings.TrimSpace(o.Opinion), Disposal: o.Disposal,
	}
	m := c.begin(ActFollowedUp, o.By, at, try.Opinion).traced(c.asksAlone(g, o.By))
	m.Draw = PrefixFollowUp
	if len(earlier) > 0 {
		try.Number, m.Draw = earlier[0].Number, NoNumber
	}
	m.FollowUp = &try
	m.Act.Diffs = append(m.Act.Diffs, Difference{"reached", "", string(o.Reached)})
	if o.Caller != 0 {
		m.Act.Diffs = append(m.Act.Diffs, Difference{"callers", "", itoa(o.Caller)})
	}
	m.Issue = m.Issue.heard(o.Reached == ReachedOwner, o.At, o.CallBack)
	if o.Rating != 0 {
		m.Issue.Final = o.Rating
		if m.Issue.First == 0 {
			m.Issue.First = o.Rating
		}
	}
	switch o.Disposal {
	case CloseIssue:
		m.Issue.State, m.Issue.Close, m.Issue.Ended = Closed, ClosedAs(o.Rating, o.Solved), at
		m.Issue.CallBack = time.Time{}
	case NewRound:
		m.Act.Kind, m.Issue.State = ActDissatisfy, Retransferred
		c.raise(&m, g, c.dissatisfied()+1)
	}
	return c.settle(m, g), nil
}

// asksAlone reports whether the handler may ask the owner himself, there being
// nobody else who could.
func (c Case) asksAlone(g Ground, s StaffID) bool {
	r, _ := c.Current()
	return r.Handler != 0 && s == r.Handler && g.Alone(s, func(other StaffID) bool { return c.asks(g, other) })
}

// solved are the answers that an owner can give to "is it?".
var solved = []Solved{SolvedYes, SolvedPart, SolvedNo}

// content reports whether the owner's answers let the issue be closed.
func (o FollowUpOrder) content() bool { return o.Rating.Content() && o.Solved != SolvedNo }

func (c Case) checkFollowUp(o FollowUpOrder, g Ground, at time.Time) Faults {
	r, _ := c.Current()
	var f Faults
	f.state(c, Told)
	f.unless(r.Handler == 0 || o.By != r.Handler || c.asksAlone(g, o.By), "by", "handler")
	f.unless(c.asks(g, o.By), "by", "not-allowed")
	f.unless(o.Caller == 0 || o.Caller > 0 && o.Caller <= len(c.Callers) && c.Callers[o.Caller-1].Left.IsZero(), "caller", "unknown")
	f.unless(oneOf(o.Method, Methods), "how", "missing")
	f.unless(o.Method != Notice, "how", "no-answer")
	f.unless(oneOf(o.Reached, Reacheds), "reached", "missing")
	f.past(o.At, "asked-at", at)
	f.unless(!o.At.Before(c.Done.Truncate(time.Minute)), "asked-at", "before-done")
	f.text(o.Opinion, "opinion", false, LongestText)
	f.unless(o.CallBack.IsZero() || o.CallBack.After(at), "callback", "past")
	f.unless(o.Reached != AgreedToRetry || !o.CallBack.IsZero(), "callback", "missing")
	f.text(o.Who, "who", false, LongestLine)
	listed(&f, o.Relation, "", OwnerKinds, "relation")
	listed(&f, o.Solved, "", solved, "solved")
	listed(&f, o.OnTime, "", solved, "on-time")
	listed(&f, o.Attitude, "", solved, "attitude")
	listed(&f, o.Clean, "", solved, "clean")
	listed(&f, o.Why, "", Dissatisfactions, "why")
	if o.Reached != ReachedOwner {
		f.unless(o.Rating == 0, "rating", "not-reached")
		return f
	}
	f.unless(o.Rating >= 1 && o.Rating <= 5, "rating", "missing")
	f.unless(strings.TrimSpace(o.Who) != "", "who", "missing")
	f.unless(oneOf(o.Solved, solved), "solved", "missing")
	others := o.Disposal == AskOthers && len(c.Others()) > 0
	f.unless(o.Disposal == CloseIssue || o.Disposal == NewRound || others, "disposal", "missing")
	f.unless(o.content() || !oneOf(o.Disposal, []Disposal{CloseIssue, AskOthers}), "disposal", "dissatisfied")
	f.unless(o.Disposal != NewRound || o.Rating < 4 || o.Solved != SolvedYes, "disposal", "satisfied")
	f.unless(o.Disposal != CloseIssue || len(c.CallersUntold()) == 0, "disposal", "untold")
	if o.Disposal == CloseIssue {
		f.lacking(c.Lacks(g, ToEnd))
	}
	if o.Rating != 0 && !o.Rating.Content() || o.Disposal == NewRound {
		f.text(strings.TrimSpace(o.Opinion), "opinion", true, LongestText)
		f.unless(oneOf(o.Why, Dissatisfactions), "why", "missing")
	}
	return f
}
