package app

import (
	"context"
	"slices"
	"strings"
	"time"
)

// InquiryOrder is the complaint slip's own part as the form was left. Parties
// and evidence may grow; what was written down before stays.
type InquiryOrder struct {
	Stand
	Level Level
	Inquiry
}

// Investigate records the investigation of a complaint: who was heard, what was
// found, who answers for it, and how it is kept from happening again.
func (d *Desk) Investigate(ctx context.Context, o InquiryOrder) (Move, error) {
	return d.act(ctx, "investigate", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Investigate(o, g, at)
	})
}

// Investigate decides Desk.Investigate. The investigator is never a person
// complained of.
func (c Case) Investigate(o InquiryOrder, g Ground, at time.Time) (Move, error) {
	if c.Inquiry == nil {
		return Move{}, Faults{{"issue", "not-now"}}
	}
	was, now := *c.Inquiry, o.Inquiry
	now.ApprovedBy, now.Approved, now.ApprovalNote = was.ApprovedBy, was.Approved, was.ApprovalNote
	if err := c.checkInquiry(o, was, g, at).err(); err != nil {
		return Move{}, err
	}
	if o.Level != "" && o.Level != c.Level && now.KeepYears == was.KeepYears {
		now.KeepYears = max(was.KeepYears, g.keepYears(c.Rules, o.Level))
	}
	m := c.begin(ActInquiry, o.By, at, "")
	m.Act.Diffs = inquiryDifferences(was, now)
	m.Inquiry = &now
	if o.Level != "" {
		m.Issue.Level = o.Level
	}
	return c.settle(m, g), nil
}

func (c Case) checkInquiry(o InquiryOrder, was Inquiry, g Ground, at time.Time) Faults {
	var f Faults
	if c.State == Closed {
		f.unless(o.Inquiry.onlyAfterwards(was) && (o.Level == "" || o.Level == c.Level), "inquiry", "closed")
	} else {
		f.open(c)
	}
	if o.Level != "" && o.Level != c.Level {
		f.grade(o.Level, c.Households, g.RulesOf(c.Rules))
	}
	o.checkCodes(&f, was)
	f.unless(o.Investigator == 0 || !slices.Contains(o.Accused, o.Investigator), "investigator", "accused")
	about := c
	about.Inquiry = &o.Inquiry
	f.unless(!c.Restricted() || o.Investigator == 0 || !about.concerns(g, o.Investigator), "investigator", "concerned")
	f.unless(o.Ended.IsZero() || !o.Ended.Before(o.Began), "ended", "before-began")
	for _, t := range []struct {
		t     time.Time
		field string
	}{{o.Began, "began"}, {o.Ended, "ended"}, {o.Consulted, "consulted"}, {o.Verified, "verified"}} {
		f.unless(!t.t.After(at), t.field, "future")
	}
	o.checkNames(&f, g)
	f.unless(len(o.Parties) >= len(was.Parties), "parties", "taken-away")
	f.unless(len(o.Evidence) >= len(was.Evidence), "evidence", "taken-away")
	for i, p := range o.Parties {
		f.party(i+1, p, at)
	}
	for i, e := range o.Evidence {
		var had Evidence
		if i < len(was.Evidence) {
			had = was.Evidence[i]
		}
		f.evidence(i+1, e, had, at)
		f.row("evidence", i+1, func(f *Faults) {
			f.unless(e.Attachment >= 0 && e.Attachment <= len(c.Attachments), "file", "unknown-file")
		})
	}
	f.unless(o.VerifiedBy == 0 || o.Responsible != "", "responsible", "missing")
	for _, t := range []struct{ s, field string }{
		{o.Facts, "facts"}, {o.Amends, "amends"}, {o.OwnerView, "owner-view"}, {o.Root, "root"},
		{o.Corrective, "corrective"}, {o.Preventive, "preventive"},
	} {
		f.text(t.s, t.field, false, LongestText)
	}
	for _, t := range []struct{ s, field string }{
		{o.RepeatOf, "repeat-of"}, {o.AccusedText, "accused-text"}, {o.Responsible, "responsible"}, {o.Archive, "archive"},
	} {
		f.text(t.s, t.field, false, LongestLine)
	}
	f.unless(o.KeepYears >= 0 && o.KeepYears <= 100, "keep-years", "out-of-range")
	return f
}

func (f *Faults) party(n int, p Party, at time.Time) {
	f.row("parties", n, func(f *Faults) {
		f.unless(p.Role != "", "role", "incomplete")
		f.unless(p.Points != "", "points", "incomplete")
		f.unless(!p.At.After(at), "at", "future")
		f.text(p.Role, "role", false, LongestLine)
		f.text(p.Name, "name", false, LongestLine)
		f.text(p.Points, "points", false, LongestText)
	})
}

func (f *Faults) evidence(n int, e, was Evidence, at time.Time) {
	f.row("evidence", n, func(f *Faults) {
		f.unless(e.Name != "", "name", "incomplete")
		f.unless(e.Kind != "", "kind", "incomplete")
		listed(f, e.Kind, was.Kind, EvidenceKinds, "kind")
		f.unless(!e.Obtained.After(at), "obtained", "future")
		f.text(e.Name, "name", false, LongestLine)
		f.text(e.Source, "source", false, LongestLine)
		f.text(e.Where, "where", false, LongestLine)
		f.text(e.Giver, "giver", false, LongestLine)
	})
}

// onlyAfterwards reports whether nothing is different but what is often written
// down once a complaint is closed: correction and prevention, who saw that they
// were done, where it is filed and for how long.
func (i Inquiry) onlyAfterwards(was Inquiry) bool {
	was.Root, was.Corrective, was.Preventive, was.Responsible = i.Root, i.Corrective, i.Preventive, i.Responsible
	was.VerifiedBy, was.Verified = i.VerifiedBy, i.Verified
	was.Common, was.Archive, was.KeepYears = i.Common, i.Archive, i.KeepYears
	return len(inquiryDifferences(was, i)) == 0
}

// checkNames checks that whoever and whatever the form names is known.
func (o InquiryOrder) checkNames(f *Faults, g Ground) {
	known := func(s StaffID, field string) {
		_, here := g.Staff[s]
		f.unless(s == 0 || here, field, "unknown")
	}
	known(o.Investigator, "investigator")
	known(o.VerifiedBy, "verified-by")
	for _, s := range o.Accused {
		known(s, "accused")
	}
	_, here := g.Departments[o.AccusedDept]
	f.unless(o.AccusedDept == 0 || here, "accused-dept", "unknown")
}

// checkCodes checks what is chosen of a list; what an older file has written there may
// stay, so that the rest of it can still be changed.
func (o InquiryOrder) checkCodes(f *Faults, was Inquiry) {
	f.unless(oneOf(o.Valid, Validities) || o.Valid != "" && o.Valid == was.Valid, "valid", "missing")
	listed(f, o.Answers, was.Answers, Responsibilities, "answers")
	listed(f, o.Cause, was.Cause, Causes, "cause")
	listedAll(f, o.Methods, was.Methods, InquiryMethods, "methods")
	listedAll(f, o.Involved, was.Involved, Involvements, "involved")
}

// accuses reports whether s is complained of.
func (c Case) accuses(s StaffID) bool {
	return c.Inquiry != nil && slices.Contains(c.Inquiry.Accused, s)
}

func inquiryDifferences(a, b Inquiry) []Difference {
	var d []Difference
	add := func(field, old, new string) {
		if old != new {
			d = append(d, Difference{field, old, new})
		}
	}
	add("valid", string(a.Valid), string(b.Valid))
	add("repeat-of", a.RepeatOf, b.RepeatOf)
	add("accused-dept", id(a.AccusedDept), id(b.AccusedDept))
	add("accused", staffList(a.Accused)+a.AccusedText, staffList(b.Accused)+b.AccusedText)
	add("investigator", id(a.Investigator), id(b.Investigator))
	add("began", moment(a.Began), moment(b.Began))
	add("ended", moment(a.Ended), moment(b.Ended))
	add("methods", strings.Join(a.Methods, " "), strings.Join(b.Methods, " "))
	add("involved", strings.Join(a.Involved, " "), strings.Join(b.Involved, " "))
	add("parties", partiesText(a.Parties), partiesText(b.Parties))
	add("evidence", evidenceText(a.Evidence), evidenceText(b.Evidence))
	add("facts", a.Facts, b.Facts)
	add("answers", string(a.Answers), string(b.Answers))
	add("cause", string(a.Cause), string(b.Cause))
	add("amends", a.Amends, b.Amends)
	add("consulted", moment(a.Consulted), moment(b.Consulted))
	add("owner-view", a.OwnerView, b.OwnerView)
	add("root", a.Root, b.Root)
	add("corrective", a.Corrective, b.Corrective)
	add("preventive", a.Preventive, b.Preventive)
	add("responsible", a.Responsible, b.Responsible)
	add("verified-by", id(a.VerifiedBy), id(b.VerifiedBy))
	add("verified", moment(a.Verified), moment(b.Verified))
	add("common", tick(a.Common), tick(b.Common))
	add("archive", a.Archive, b.Archive)
	add("keep-years", id(a.KeepYears), id(b.KeepYears))
	return d
}

func staffList(ids []StaffID) string {
	all := make([]string, len(ids))
	for i, s := range ids {
		all[i] = id(s)
	}
	return strings.Join(all, " ")
}

func partiesText(ps []Party) string {
	all := make([]string, len(ps))
	for i, p := range ps {
		all[i] = words(p.Role, p.Name, moment(p.At), p.Points)
	}
	return strings.Join(all, "\n")
}

func evidenceText(es []Evidence) string {
	all := make([]string, len(es))
	for i, e := range es {
		all[i] = words(itoa(i+1), e.Name, e.Kind, e.Source, moment(e.Obtained), e.Where, e.Giver, id(e.Attachment))
	}
	return strings.Join(all, "\n")
}

// words joins what was said in a row and leaves out what was not.
func words(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// ApprovePlan approves what is to be done about a complaint: the department's
// head, for a critical one the manager. Who does not approve lets the plan be
// written anew.
func (d *Desk) ApprovePlan(ctx context.Context, o DecideOrder) (Move, error) {
	return d.act(ctx, "approve plan", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.ApprovePlan(o, g, at)
	})
}

// ApprovePlan decides Desk.ApprovePlan.
func (c Case) ApprovePlan(o DecideOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	may := g.heads(o.By, c.Lead)
	if c.Level == Critical || c.Restricted() {
		may = g.Staff[o.By].Role == Manager
	}
	var f Faults
	f.plannable(c, g)
	f.unless(c.Inquiry != nil && len(r.Plan) > 0, "plan", "missing")
	f.unless(o.Approve, "approve", "missing")
	f.unless(!c.accuses(o.By), "by", "accused")
	f.unless(may, "by", "not-allowed")
	f.text(o.Note, "note", false, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	q := *c.Inquiry
	q.ApprovedBy, q.Approved, q.ApprovalNote = o.By, at, strings.TrimSpace(o.Note)
	m := c.begin(ActPlanPassed, o.By, at, q.ApprovalNote)
	m.Inquiry = &q
	return c.settle(m, g), nil
}
