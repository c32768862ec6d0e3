package app

import (
	"context"
	"slices"
	"strings"
)

// Integrity is what complaints of gifts, favours and own profit are about. Such a
// complaint goes past the department concerned to the manager and is restricted
// (regulation 7.1).
const Integrity Category = "SV6"

// Restricted reports whether only the manager, those he names and the clerk who took
// it down read what the issue says.
func (i Intake) Restricted() bool { return restricted(i.Kind, i.Category) }

// Restricted is the same of a line.
func (l Line) Restricted() bool { return restricted(l.Kind, l.Category) }

func restricted(k Kind, c Category) bool { return k == Complaint && c == Integrity }

// reader is under what a context carries who reads.
type reader struct{}

// everything is the reader who sees all: the desk itself, which decides on what is
// written down, and what only counts.
const everything StaffID = -1

// Blacked stands where a text is kept from whoever reads.
const Blacked = "***"

// Reads says who reads what is asked for with the context; 0 is nobody in particular,
// as of paper that goes round. Whoever is not named sees nothing that is restricted.
func Reads(ctx context.Context, s StaffID) context.Context {
	return context.WithValue(ctx, reader{}, s)
}

// ReadsAll is for the rules, which must know a case whole, and for what only counts.
// Nothing that is read with it may be shown.
func ReadsAll(ctx context.Context) context.Context { return Reads(ctx, everything) }

// Reader is who reads with a context.
func Reader(ctx context.Context) StaffID {
	s, _ := ctx.Value(reader{}).(StaffID)
	return s
}

// MayRead reports whether s may read what an issue says. Whoever is complained of
// never may, and of the department concerned only who took it down. The manager names
// others by giving them the handling or the investigation.
func (c Case) MayRead(g Ground, s StaffID) bool {
	who, known := g.Staff[s]
	switch {
	case !c.Restricted() || s == everything:
		return true
	case !known || who.Closed || c.accuses(s):
		return false
	case who.Role == Manager || s == c.Issue.By:
		return true
	case c.concerns(g, s):
		return false
	}
	return c.Lead == 0 && s == c.Handler || c.Inquiry != nil && s == c.Inquiry.Investigator
}

// concerns reports whether s is complained of, or of a department that is.
func (c Case) concerns(g Ground, s StaffID) bool {
	who := g.Staff[s]
	if c.Inquiry == nil || c.accuses(s) || who.Role == Manager {
		return c.accuses(s)
	}
	of := func(a StaffID) bool { return g.Staff[a].Dept == who.Dept }
	return who.Dept != 0 && (who.Dept == c.Inquiry.AccusedDept || slices.ContainsFunc(c.Inquiry.Accused, of))
}

// Shut is what everybody may know of a restricted issue: that it is there, its number
// and how far it has come.
func (c Case) Shut() Case {
	shut := Case{Issue: c.Issue.Shut()}
	for _, r := range c.Rounds {
		shut.Rounds = append(shut.Rounds, Round{N: r.N, Slip: r.Slip, Number: r.Number, Issued: r.Issued, Due: r.Due, Effect: r.Effect, Done: r.Done})
	}
	for _, a := range c.Acts {
		shut.Acts = append(shut.Acts, Act{N: a.N, Round: a.Round, Kind: a.Kind, At: a.At})
	}
	return shut
}

// Shut is the same of the issue without its parts.
func (i Issue) Shut() Issue {
	return Issue{
		ID: i.ID, Version: i.Version, Project: i.Project, Number: i.Number, Slip: i.Slip, State: i.State, Level: i.Level,
		Intake:     Intake{Received: i.Received, Channel: i.Channel, Kind: i.Kind, Category: i.Category, Urgency: i.Urgency},
		Registered: i.Registered, Rules: i.Rules, RouteDue: i.RouteDue, Promise: i.Promise, Round: i.Round, Due: i.Due, Done: i.Done,
		Rework: i.Rework, Close: i.Close, Ended: i.Ended, Taken: i.Taken, Step: i.Step, StepDue: i.StepDue, Delays: i.Delays, Veiled: true,
	}
}

// Shut is the same of a line.
func (l Line) Shut() Line {
	return Line{
		ID: l.ID, Version: l.Version, Project: l.Project, Number: l.Number, Intake: l.Intake, Kind: l.Kind, Category: l.Category,
		Urgency: l.Urgency, Level: l.Level, State: l.State, Close: l.Close, Step: l.Step, StepDue: l.StepDue, Due: l.Due,
		Received: l.Received, Channel: l.Channel, Round: l.Round, Rework: l.Rework, Delays: l.Delays, Ended: l.Ended, Done: l.Done,
		Taken: l.Taken, Veiled: true,
	}
}

// Accusation is whom a complaint is about.
type Accusation struct {
	Dept  DeptID
	Staff []StaffID
	Text  string // somebody who is not staff
}

func (a Accusation) said() bool {
	return a.Dept != 0 || len(a.Staff) > 0 || strings.TrimSpace(a.Text) != ""
}

func (i Inquiry) accusation() Accusation { return Accusation{i.AccusedDept, i.Accused, i.AccusedText} }

// integrityKind checks that what is about integrity comes in as a complaint: a
// question or praise is none.
func (f *Faults) integrityKind(o, was Intake) {
	other := o.Category == Integrity && !oneOf(o.Kind, []Kind{Complaint, Enquiry, Commendation, ""})
	f.unless(!other || o.Category == was.Category && o.Kind == was.Kind, "kind", "integrity")
}

// addressee checks to whom an issue is handed: a department, or of what is restricted
// the manager, who is none, and nobody else.
func (f *Faults) addressee(c Case, g Ground, lead DeptID, helping []DeptID) {
	if !c.Restricted() {
		f.teams(g, lead, helping)
		return
	}
	f.unless(lead == 0, "lead", "integrity")
	f.unless(len(helping) == 0, "helping", "integrity")
}

// asks reports whether s speaks for customer service on this issue. What is restricted
// is left to those who know of it, but not to the department concerned.
func (c Case) asks(g Ground, s StaffID) bool {
	if c.Restricted() {
		return c.MayRead(g, s) && !c.concerns(g, s)
	}
	return g.asks(s)
}

// toManager takes a restricted round from the department that has it. Who signed for it
// stays on the paper.
func (m *Move) toManager(c Case, by StaffID) {
	r, there := c.Current()
	if m.Round != nil {
		r = *m.Round
	}
	if !there || !m.Issue.Restricted() || r.Lead == 0 {
		return
	}
	m.leave(c, nil, by, "", m.Act.At)
	r.Lead, r.Helping, r.Handler, r.Contact, r.Refused = 0, nil, 0, false, false
	m.Round, m.Issue.Lead, m.Issue.Handler = &r, 0, 0
}

// byThoseConcerned are the acts on a restricted issue that the clerk who took it down
// may do although his department is concerned: to write down and to pass on.
var byThoseConcerned = []ActKind{ActComplaint, ActAmended, ActRejected, ActVoided, ActAttached, ActPrinted, ActPaperOpened, ActPaperSaved, ActPaperSent, ActJoined, ActCallerAmended, ActRemark, ActPromised, ActRaised}

// OutOfHand reports whether an act on a restricted issue is kept from s, who is of the
// department concerned.
func (c Case) OutOfHand(g Ground, s StaffID, act ActKind) bool {
	return c.Restricted() && c.concerns(g, s) && !oneOf(act, byThoseConcerned)
}

// PastThoseConcerned reports whether a restricted issue went its way as it must: whom it
// is about is written down, no department had a round of it or helped, and nobody of the
// department concerned did more than take it down and pass it on.
func (c Case) PastThoseConcerned(g Ground) bool {
	if c.Inquiry == nil || !c.Inquiry.accusation().said() || len(c.Helps) > 0 || c.concerns(g, c.Inquiry.Investigator) {
		return false
	}
	for _, r := range c.Rounds {
		if r.Lead != 0 || c.concerns(g, r.Handler) {
			return false
		}
	}
	return !slices.ContainsFunc(c.Acts, func(a Act) bool {
		return c.concerns(g, a.By) && a.Kind != ActReceived && !oneOf(a.Kind, byThoseConcerned)
	})
}

// Guarded says what speaks against a move on a restricted issue, whatever the act:
// that whoever does it may not know of it, that the department concerned would have a
// hand in it, or that somebody is named by other than the manager.
func (c Case) Guarded(m Move, g Ground) error {
	after := c.After(m)
	if !c.Restricted() && !after.Restricted() {
		return nil
	}
	var f Faults
	by := m.Act.By
	f.unless(c.MayRead(g, by) || m.Act.Kind == ActRaised, "by", "restricted")
	f.unless(!after.concerns(g, by) || oneOf(m.Act.Kind, byThoseConcerned), "by", "concerned")
	f.unless(after.Restricted() || g.Staff[by].Role == Manager, "category", "restricted")
	if !after.Restricted() {
		return f.err()
	}
	if after.Handler != c.Handler {
		f.named(after, g, by, after.Handler, "handler")
	}
	if m.Inquiry != nil && m.Inquiry.Investigator != investigatorOf(c) {
		f.named(after, g, by, m.Inquiry.Investigator, "investigator")
	}
	return f.err()
}

func investigatorOf(c Case) StaffID {
	if c.Inquiry == nil {
		return 0
	}
	return c.Inquiry.Investigator
}

// named checks who gets a part in a restricted issue: a manager, or somebody whom the
// manager names and who is not of the department concerned.
func (f *Faults) named(c Case, g Ground, by, who StaffID, field string) {
	if who == 0 {
		return
	}
	f.unless(!c.concerns(g, who), field, "concerned")
	f.unless(g.Staff[who].Role == Manager || g.Staff[by].Role == Manager, field, "not-named")
}

// judges reports whether s decides on a restricted issue what heads of departments
// decide on others: a manager, or whom he named to investigate it.
func (c Case) judges(g Ground, s StaffID) bool {
	return g.Staff[s].Role == Manager || s == investigatorOf(c) && !c.concerns(g, s)
}

// lacksIntegrity is what a restricted complaint wants besides: whom it is about, for
// they are kept away from it, and a handler who is not one of them.
func (c Case) lacksIntegrity(g Ground, q Inquiry) (lacks []Lack) {
	if !c.Restricted() {
		return nil
	}
	if !q.accusation().said() {
		lacks = append(lacks, Lack{"accused-dept", ActInquiry})
	}
	if c.Handler != 0 && c.concerns(g, c.Handler) {
		lacks = append(lacks, Lack{"handler", ActPlanned})
	}
	return lacks
}

// together checks that two issues may become one: nothing that is restricted leaks
// into what is open to all, and nobody merges into what he may not read.
func together(c, into Case, by StaffID, g Ground) error {
	var f Faults
	f.unless(!c.Restricted() || into.Restricted(), "related", "open-to-all")
	f.unless(into.MayRead(g, by), "related", "restricted")
	return f.err()
}

// caseWhole reads an issue for the rules, whoever asks.
func (d *Desk) caseWhole(ctx context.Context, id IssueID) (Case, error) {
	return d.Store.Case(ReadsAll(ctx), id)
}
