package reports

import (
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// inquiryPart is part B: who was heard, what proves it, who answers for it.
func (q complaint) inquiryPart() []paper.Block {
	part := []paper.Block{
		paper.Band(q.Say("complaint.inquiry")),
		q.pairs("complaint.investigator", q.Staff(q.in.Investigator), "complaint.span", q.span()),
		q.pairs("complaint.methods", choice(q.Facts, app.InquiryMethods, q.in.Methods...)),
		q.parties(), q.evidence(),
		q.text("complaint.facts", q.in.Facts, q.room(14)),
	}
	return append(part, paper.Keep{
		q.pairs("complaint.answers", choice(q.Facts, app.Responsibilities, q.in.Answers)),
		q.pairs("complaint.cause", causeWords(q.Voice, q.in.Cause), "slip.category", q.Category(q.c.Category)),
		q.signs(q.Say("complaint.sign.investigator"), q.Say("slip.sign.head")),
	})
}

func (q complaint) span() string {
	if q.in.Began.IsZero() {
		return ""
	}
	return q.Say("complaint.span.of", q.Day(q.in.Began), q.Day(q.in.Ended))
}

// parties are who was spoken to.
func (q complaint) parties() paper.Block {
	t := paper.Table{Columns: []paper.Column{
		q.column("complaint.no", 10), q.column("complaint.party", 26), q.column("complaint.party.name", 24),
		q.column("complaint.party.at", 34), q.column("complaint.party.points", 0),
	}}
	for i, p := range q.in.Parties {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), p.Role, q.somebody(p.Name), q.Moment(p.At), p.Points})
	}
	t.Blank = q.free(2, len(t.Rows))
	return t
}

// evidence is numbered; a file says its name as it was handed in.
func (q complaint) evidence() paper.Block {
	t := paper.Table{Columns: []paper.Column{
		q.column("complaint.no", 10), q.column("complaint.evidence", 0), q.column("complaint.evidence.kind", 20), q.column("complaint.evidence.source", 26),
		q.column("complaint.evidence.at", 23), q.column("complaint.evidence.where", 36), q.column("complaint.evidence.giver", 18),
	}}
	for i, e := range q.in.Evidence {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), e.Name, q.evidenceKind(e), e.Source, q.Day(e.Obtained),
			lines(e.Where, q.fileName(e.Attachment)), q.somebody(e.Giver)})
	}
	t.Blank = q.free(3, len(t.Rows))
	return t
}

func (q complaint) evidenceKind(e app.Evidence) string { return say.Code(q.Voice, e.Kind) }

func (v view) fileName(n int) string {
	for _, a := range v.c.Attachments {
		if a.N != n || n == 0 {
			continue
		}
		if v.reach() != say.Open { // phones name a file after who called
			return register.MaskMobiles(a.Name)
		}
		return a.Name
	}
	return ""
}

// free is how many rows stay to be written by hand: none once reported back.
func (v view) free(rows, used int) int {
	if v.feedback().N > 0 && used > 0 {
		return 0
	}
	return max(0, rows-used)
}

// planPart is part C: measures, persons, dates, and who approved them.
func (q complaint) planPart() []paper.Block {
	t := paper.Table{Columns: []paper.Column{
		q.column("complaint.no", 10), q.column("complaint.measure", 0), q.column("complaint.person", 24), q.column("complaint.until", 34),
		q.column("complaint.plan.helping", 26), q.column("slip.plan.status", 22),
	}}
	for i, p := range q.r.Plan {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), p.Measure, p.Person, q.Moment(p.By), p.Helping, q.planStatus(p)})
	}
	t.Blank = q.free(2, len(t.Rows))
	part := []paper.Block{paper.Band(q.Say("complaint.plan")), t}
	if s := q.r.Solution; s != "" {
		part = append(part, q.text("slip.solution", s, 0))
	}
	return append(part,
		q.text("complaint.amends", q.in.Amends, 0),
		q.pairs("complaint.consulted", q.Moment(q.in.Consulted), "complaint.view", q.in.OwnerView),
		q.approval(), q.signs(q.approver(), q.Say("complaint.sign.responsible")))
}

// approval stands in words once it was given; before, there is the box to sign.
func (q complaint) approval() paper.Block {
	if q.in.Approved.IsZero() {
		return paper.Gap(0)
	}
	return q.pairs("complaint.approved", q.who(q.in.ApprovedBy, q.in.Approved), "complaint.approval", q.in.ApprovalNote)
}

// approver is who has to approve: of a critical complaint the manager.
func (q complaint) approver() string {
	if q.c.Level == app.Critical {
		return q.Say("complaint.sign.manager")
	}
	return q.Say("complaint.sign.head")
}

// talks is part D: every word with the complainant, and every delay.
func (q complaint) talks() []paper.Block {
	t := paper.Table{Columns: []paper.Column{
		q.column("complaint.talk.at", 34), q.column("complaint.talk.how", 14), q.column("complaint.talk.by", 18),
		q.column("complaint.talk.text", 0), q.column("complaint.talk.answer", 34), q.column("complaint.talk.due", 23),
	}}
	for _, n := range q.notes(q.progressKinds()...) {
		t.Rows = append(t.Rows, []string{q.Moment(spoken(n)), say.Code(q.Voice, n.How), q.Staff(n.By), n.Text, n.Answer, ""})
	}
	for _, d := range q.delays() {
		t.Rows = append(t.Rows, []string{q.Moment(d.Told), say.Code(q.Voice, d.ToldHow), q.Staff(d.AskedBy),
			q.Say("complaint.talk.delay", d.Number, strings.TrimSpace(d.Text)), d.Answer, q.Day(d.To)})
	}
	t.Blank = q.free(handRows, len(t.Rows))
	part := []paper.Block{paper.Band(q.Say("complaint.talks")), t}
	if len(q.delays()) > 0 {
		part = append(part, q.delayPart("complaint.delay"))
	}
	return part
}

// spoken is when it was said, which may be before it was written down.
func spoken(n app.Note) time.Time {
	if n.Told && !n.ToldAt.IsZero() {
		return n.ToldAt
	}
	return n.At
}
