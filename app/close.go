package app

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// CloseOrder asks to end an issue without the owner's satisfaction.
type CloseOrder struct {
	Stand
	Code    CloseCode
	Reason  string
	Related IssueID // the issue it is merged into
}

// AskClose asks for a special closing; it needs a code, a reason, and then a
// different person's approval.
func (d *Desk) AskClose(ctx context.Context, o CloseOrder) (Move, error) {
	return d.act(ctx, "ask to close", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		if o.Code == ClosedMerged {
			if err := d.answers(ctx, c, o.By, g, o.Related); err != nil {
				return Move{}, err
			}
		}
		return c.AskClose(o, g, at)
	})
}

// shortestReason is what closing by approval asks for: whoever overrules an
// owner says why in more than a word.
const shortestReason = 20

// AskClose decides Desk.AskClose.
func (c Case) AskClose(o CloseOrder, g Ground, at time.Time) (Move, error) {
	reason := strings.TrimSpace(o.Reason)
	var f Faults
	f.open(c)
	f.unless(oneOf(o.Code, SpecialCloses), "code", "missing")
	f.text(reason, "reason", true, LongestText)
	f.unless(o.Code != ClosedByApproval || utf8.RuneCountInString(reason) >= shortestReason, "reason", "too-short")
	f.unless(o.Code != ClosedMerged || o.Related != 0 && o.Related != c.ID, "related", "missing")
	if o.Code == ClosedUnreachable {
		rules := g.RulesOf(c.Rules)
		tries, days := c.triedInVain(g)
		f.unless(tries >= rules.Count("attempts"), "code", "too-few-attempts")
		f.unless(days >= rules.Count("attempts.days"), "code", "same-day")
	}
	if c.Kind == Complaint && oneOf(o.Code, []CloseCode{ClosedUnreachable, ClosedOutOfScope, ClosedByApproval}) {
		f.lacking(c.Lacks(g, ToForce))
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActCloseAsked, o.By, at, reason)
	m.Act.Diffs = []Difference{{"code", "", string(o.Code)}}
	m.Closing = &Closing{N: len(c.Closings) + 1, Code: o.Code, Reason: reason, Asked: at, AskedBy: o.By}
	if o.Code == ClosedMerged {
		m.Issue.Related = o.Related
	}
	return c.settle(m, g), nil
}

// triedInVain counts this round's attempts that reached nobody, and the office
// days they fell on. Who only asked to be called later was reached.
func (c Case) triedInVain(g Ground) (tries, days int) {
	seen := map[string]bool{}
	for _, a := range c.Attempts() {
		if a.Caller == 0 && a.Reached != ReachedOwner && a.Reached != AgreedToRetry {
			tries++
			seen[a.At.In(g.Office.Location()).Format(time.DateOnly)] = true
		}
	}
	return tries, len(seen)
}

// DecideClose approves or declines the special closing that waits.
func (d *Desk) DecideClose(ctx context.Context, o DecideOrder) (Move, error) {
	return d.act(ctx, "decide closing", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		if k, asking := c.Asking(); asking && o.Approve && k.Code == ClosedMerged {
			if err := d.answers(ctx, c, o.By, g, c.Related); err != nil {
				return Move{}, err
			}
		}
		m, err := c.DecideClose(o, g, at)
		if err == nil && m.Issue.Close == ClosedMerged && m.Issue.State == Closed {
			err = d.absorb(ctx, c, &m, g)
		}
		return m, err
	})
}

// mayClose reports whether somebody is high enough to decide a special closing:
// a head of customer service or a manager, of a critical complaint the manager.
func (c Case) mayClose(g Ground, s StaffID) bool {
	switch {
	case c.Restricted():
		return c.judges(g, s)
	case c.Level == Critical:
		return g.Staff[s].Role == Manager
	}
	return g.leads(s)
}

// handled reports whether somebody handled the issue in any round.
func (c Case) handled(s StaffID) bool {
	return s != 0 && slices.ContainsFunc(c.Rounds, func(r Round) bool { return r.Handler == s })
}

// DecideClose decides Desk.DecideClose: somebody who is high enough and neither
// asked for it nor handled the issue in any round, nor is complained of. Where
// there is nobody else, the rules may allow it to whoever did.
func (c Case) DecideClose(o DecideOrder, g Ground, at time.Time) (Move, error) {
	k, asking := c.Asking()
	apart := func(s StaffID) bool { return s != k.AskedBy && !c.handled(s) }
	alone := !apart(o.By) && g.Alone(o.By, func(s StaffID) bool { return apart(s) && !c.accuses(s) && c.mayClose(g, s) })
	var f Faults
	f.unless(c.Open() && asking, "issue", "not-now")
	f.unless(alone || o.By != k.AskedBy, "by", "same")
	f.unless(alone || !c.handled(o.By), "by", "handler")
	f.unless(!c.accuses(o.By), "by", "accused")
	f.unless(c.mayClose(g, o.By), "by", "not-allowed")
	f.text(strings.TrimSpace(o.Note), "note", !o.Approve, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	k.Decided, k.DecidedBy, k.Approved, k.Decision = at, o.By, o.Approve, strings.TrimSpace(o.Note)
	k.Alone = alone
	kind := ActNotClosed
	if o.Approve {
		kind = ActClosed
	}
	m := c.begin(kind, o.By, at, k.Decision).traced(alone)
	m.Closing = &k
	if o.Approve {
		m.Issue.State, m.Issue.Close, m.Issue.CloseWhy = Closed, k.Code, k.Reason
		m.Issue.Ended, m.Issue.CallBack = at, time.Time{}
	}
	return c.settle(m, g), nil
}

// ReopenOrder opens a closed issue again.
type ReopenOrder struct {
	Stand
	Reason string
}

// Reopen opens a closed, rejected or void issue again and keeps every earlier
// round.
func (d *Desk) Reopen(ctx context.Context, o ReopenOrder) (Move, error) {
	return d.act(ctx, "reopen", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		m, err := c.Reopen(o, g, at)
		if err == nil {
			m.Into, err = d.release(ctx, c, c.goesBack(), o.By, g, at)
		}
		return m, err
	})
}

// Reopen decides Desk.Reopen.
func (c Case) Reopen(o ReopenOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.unless(!c.Open(), "issue", "not-now")
	f.text(strings.TrimSpace(o.Reason), "reason", true, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActReopened, o.By, at, strings.TrimSpace(o.Reason))
	m.Issue.State, m.Issue.Close, m.Issue.CloseWhy = Accepted, "", ""
	m.Issue.Ended, m.Issue.Done, m.Issue.Due = time.Time{}, time.Time{}, time.Time{}
	m.Issue.RouteDue = g.until(at, g.RulesOf(c.Rules), "transfer", string(c.Urgency))
	return c.settle(m, g), nil
}
