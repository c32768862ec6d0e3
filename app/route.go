package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// TransferOrder is the transfer form as the person left it. The same order
// opens a complaint slip, hands an issue to our own department, and starts a
// further round.
type TransferOrder struct {
	Stand
	Lead    DeptID
	Helping []DeptID
	HelpDue time.Time // until when they do their shares; zero: until the required time
	Due     time.Time // zero: what the rules say
	DueWhy  string    // needed when Due differs from the rules
	Request string
	Contact bool       // the department's copy shows the phone
	Handler StaffID    // named by the desk when it handles the issue itself
	Level   Level      // of a complaint
	Accused Accusation // of one about integrity
}

// HandleSelf keeps an issue in the desk's own department: no slip goes out.
func (d *Desk) HandleSelf(ctx context.Context, o TransferOrder) (Move, error) {
	return d.act(ctx, "handle", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.HandleSelf(o, g, at)
	})
}

// Transfer hands an issue to another department on a transfer slip.
func (d *Desk) Transfer(ctx context.Context, o TransferOrder) (Move, error) {
	return d.act(ctx, "transfer", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Transfer(o, g, at)
	})
}

// OpenComplaint hands a complaint to a department on a complaint slip.
func (d *Desk) OpenComplaint(ctx context.Context, o TransferOrder) (Move, error) {
	return d.act(ctx, "open complaint", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.OpenComplaint(o, g, at)
	})
}

// HandleSelf decides Desk.HandleSelf. A complaint goes out on its slip even when
// our own department answers it (clause 5.2.1).
func (c Case) HandleSelf(o TransferOrder, g Ground, at time.Time) (Move, error) {
	if c.Kind == Complaint {
		return Move{}, Faults{{"kind", "complaint"}}
	}
	o.Lead = g.DeskDept()
	if o.Handler == 0 {
		o.Handler = o.By
	}
	m, err := c.handOver(ActSelf, NoSlip, o, g, at)
	if err != nil {
		return Move{}, err
	}
	m.Round.Signed, m.Round.SignedBy, m.Round.Handler = at, g.Staff[o.Handler].Name, o.Handler
	m.Issue.Handler = o.Handler
	return c.settle(m, g), nil
}

// Transfer decides Desk.Transfer: a slip needs problem, department and
// required time (clause 3.2.2).
func (c Case) Transfer(o TransferOrder, g Ground, at time.Time) (Move, error) {
	if c.Kind == Complaint {
		return Move{}, Faults{{"kind", "complaint"}}
	}
	m, err := c.handOver(ActTransfer, TransferSlip, o, g, at)
	if err != nil {
		return Move{}, err
	}
	return c.settle(m, g), nil
}

// OpenComplaint decides Desk.OpenComplaint.
func (c Case) OpenComplaint(o TransferOrder, g Ground, at time.Time) (Move, error) {
	if c.Kind != Complaint {
		return Move{}, Faults{{"kind", "no-complaint"}}
	}
	graded := c
	if o.Level != "" {
		graded.Level = o.Level
	}
	var f Faults
	f.grade(graded.Level, c.Households, g.RulesOf(c.Rules))
	q := c.opened(o, g, graded.Level)
	if c.Restricted() {
		InquiryOrder{Inquiry: *q}.checkNames(&f, g)
		f.text(q.AccusedText, "accused-text", false, LongestLine)
		f.unless(q.accusation().said(), "accused-dept", "missing")
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m, err := graded.handOver(ActComplaint, ComplaintSlip, o, g, at)
	if err != nil {
		return Move{}, err
	}
	if c.Restricted() && o.Handler != 0 {
		m.Round.Handler, m.Issue.Handler = o.Handler, o.Handler
	}
	if c.Inquiry == nil {
		m.Inquiry = q
	} else if d := inquiryDifferences(*c.Inquiry, *q); len(d) > 0 {
		m.Inquiry, m.Act.Diffs = q, append(m.Act.Diffs, d...)
	}
	return c.settle(m, g), nil
}

// opened is the investigation that a complaint slip opens, or the one there is; of one
// about integrity with whom it is about, where that is said.
func (c Case) opened(o TransferOrder, g Ground, l Level) *Inquiry {
	q := Inquiry{Valid: ValidityOpen, KeepYears: g.keepYears(c.Rules, l)}
	if c.Inquiry != nil {
		q = *c.Inquiry
	}
	if a := o.Accused; c.Restricted() && a.said() {
		q.AccusedDept, q.Accused, q.AccusedText = a.Dept, a.Staff, strings.TrimSpace(a.Text)
	}
	return &q
}

// handOver starts the next round of an issue.
func (c Case) handOver(kind ActKind, slip SlipKind, o TransferOrder, g Ground, at time.Time) (Move, error) {
	n := len(c.Rounds) + 1
	answer, _ := g.RequiredTime(c.Issue, c.LimitFrom(Round{N: n, Issued: at}))
	if o.Due.IsZero() || sameMinute(o.Due, answer.Due) {
		o.Due = answer.Due
	}
	if err := c.checkHandOver(slip, o, g, at, answer.Due).err(); err != nil {
		return Move{}, err
	}
	r := Round{
		N: n, Slip: slip, Issued: at, IssuedBy: o.By, Lead: o.Lead, Helping: o.Helping,
		Due: o.Due, DueWhy: strings.TrimSpace(o.DueWhy), Effect: o.Due,
		Request: strings.TrimSpace(o.Request), Contact: o.Contact,
	}.counted(answer)
	if n > 1 {
		r.Why = c.again()
	}
	m := c.begin(kind, o.By, at, r.Request)
	m.Draw = Prefix(slip)
	if number := c.NextSlip(slip); number != "" {
		r.Number, m.Draw = number, NoNumber
	}
	m.Round = &r
	m.ask(c, r, o.Helping, o.HelpDue, at)
	m.Issue.State, m.Issue.Round, m.Issue.Lead, m.Issue.Handler = Handling, n, o.Lead, 0
	m.Issue.Due, m.Issue.Done, m.Issue.Level = r.Effect, time.Time{}, c.Level
	m.Issue = m.Issue.within(r.Due)
	return m, nil
}

// NextSlip is the number that the slip of a further round gets, "" when a new
// one is drawn for it.
func (c Case) NextSlip(slip SlipKind) string {
	if slip == NoSlip || c.Slip == "" || !slices.ContainsFunc(c.Rounds, func(r Round) bool { return r.Slip == slip }) {
		return ""
	}
	return roundNumber(c.Slip, len(c.Rounds)+1)
}

// again is why there is a further round: the owner's opinion, or the reason for
// opening the issue again, whichever came last.
func (c Case) again() (why string) {
	for _, a := range c.Acts {
		if a.Kind == ActDissatisfy || a.Kind == ActReopened {
			why = a.Note
		}
	}
	return why
}

func (c Case) checkHandOver(slip SlipKind, o TransferOrder, g Ground, at, rule time.Time) Faults {
	var f Faults
	f.state(c, Accepted, Retransferred)
	f.unless(strings.TrimSpace(c.Description) != "", "description", "missing")
	f.addressee(c, g, o.Lead, o.Helping)
	f.unless(slip != TransferSlip || !g.Departments[o.Lead].Desk, "lead", "desk")
	f.hand(g, o.Handler)
	f.helpDue(o.HelpDue, o.Due, at, o.Helping)
	f.unless(o.Due.After(at) || o.Due.Equal(rule), "due", "past")
	same := o.Due.Equal(rule)
	f.unless(same || strings.TrimSpace(o.DueWhy) != "", "due-why", "missing")
	f.text(o.Request, "request", false, LongestText)
	f.text(o.DueWhy, "due-why", false, LongestLine)
	return f
}

// RejectOrder says why an issue is not accepted, or is void.
type RejectOrder struct {
	Stand
	Code    RejectCode
	Reason  string
	Related IssueID // the issue it repeats
}

// Reject does not accept an issue; the owner is told the reason.
func (d *Desk) Reject(ctx context.Context, o RejectOrder) (Move, error) {
	return d.act(ctx, "reject", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		if err := d.repeats(ctx, c, o, g); err != nil {
			return Move{}, err
		}
		return d.duplicate(ctx, c, o, g)(c.end(ActRejected, Rejected, RejectCodes, o, g, at))
	})
}

// Void takes an issue back that should never have been registered. Its number
// stays listed with the reason.
func (d *Desk) Void(ctx context.Context, o RejectOrder) (Move, error) {
	return d.act(ctx, "void", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		if err := d.repeats(ctx, c, o, g); err != nil {
			return Move{}, err
		}
		return d.duplicate(ctx, c, o, g)(c.end(ActVoided, Void, VoidCodes, o, g, at))
	})
}

// duplicate lets the issue that is repeated take over whoever brought this one.
func (d *Desk) duplicate(ctx context.Context, c Case, o RejectOrder, g Ground) func(Move, error) (Move, error) {
	return func(m Move, err error) (Move, error) {
		if err == nil && o.Code == RejectedDuplicate {
			err = d.absorb(ctx, c, &m, g)
		}
		return m, err
	}
}

// repeats checks what an issue is said to repeat.
func (d *Desk) repeats(ctx context.Context, c Case, o RejectOrder, g Ground) error {
	if o.Code != RejectedDuplicate {
		return nil
	}
	return d.answers(ctx, c, o.By, g, o.Related)
}

// answers checks that another issue can answer for one that is not pursued on
// its own: it is there, and did not end in the same way. Else both would be gone.
func (d *Desk) answers(ctx context.Context, of Case, by StaffID, g Ground, other IssueID) error {
	if other == 0 {
		return nil // that it lacks is the decision's to say
	}
	c, err := d.caseWhole(ctx, other)
	if errors.Is(err, ErrNotFound) {
		return Faults{{"related", "unknown"}}
	}
	if err != nil {
		return fmt.Errorf("read related issue %d: %w", other, err)
	}
	if c.State == Void || c.State == Rejected || c.Close == ClosedMerged {
		return Faults{{"related", "over"}}
	}
	return together(of, c, by, g)
}

// end decides Reject and Void.
func (c Case) end(kind ActKind, to State, codes []RejectCode, o RejectOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.state(c, Accepted)
	f.unless(len(c.Rounds) == 0, "issue", "not-now")
	f.unless(oneOf(o.Code, codes), "code", "missing")
	f.unless(o.Code != RejectedDuplicate || o.Related != 0 && o.Related != c.ID, "related", "missing")
	f.text(strings.TrimSpace(o.Reason), "reason", true, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(kind, o.By, at, strings.TrimSpace(o.Reason))
	m.Act.Diffs = []Difference{{"code", "", string(o.Code)}}
	m.Issue.State, m.Issue.Ended, m.Issue.CloseWhy = to, at, m.Act.Note
	m.Issue.CallBack = time.Time{}
	if o.Related != 0 {
		m.Issue.Related = o.Related
	}
	return c.settle(m, g), nil
}
