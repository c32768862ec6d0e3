package reports

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// ComplaintSlip words one round of a complaint (regulation 5.2 to 5.5). The
// owner's copy is what was taken down and what came of it, nothing between.
func ComplaintSlip(f Facts, c app.Case, round int, to Copy) Document {
	v := newView(f, c, round, to, A4)
	q := complaint{view: v}
	if c.Inquiry != nil {
		q.in = *c.Inquiry
	}
	blocks := slices.Concat(q.head(), q.taken())
	if v.owner() {
		blocks = append(blocks, q.letter()...)
	} else {
		blocks = slices.Concat(blocks, q.inquiryPart(), q.planPart(), q.talks())
		blocks = append(append(blocks, q.feedback()), q.costPart()...)
		blocks = append(blocks, q.followUp(), q.prevention(), q.ending())
	}
	sheet := f.slipSheet(formComplaint, f.Say("complaint.title"), v.number(), c.Project, to, A4)
	sheet.Dense = true
	sheet = f.confidential(sheet, c, to)
	return Document{
		Sheet: sheet, Blocks: veiled(blocks, v.veil()), Number: v.number(), Of: c.ID,
		Shows: v.shows(dotted(v.number(), sheet.Copy), true, true),
	}
}

// A complaint is a view with the investigation.
type complaint struct {
	view
	in app.Inquiry
}

func (q complaint) head() []paper.Block {
	numbers := q.pairs("slip.number", q.number(), "complaint.intake", q.c.Number)
	if q.owner() {
		return []paper.Block{numbers}
	}
	head := []paper.Block{
		numbers,
		q.pairs("complaint.level", choice(q.Facts, app.Levels, q.c.Level),
			"complaint.valid", choice(q.Facts, []app.Validity{app.Valid, app.NotValid, app.ValidityOpen}, q.in.Valid)),
		q.pairs("complaint.group", q.yesNo(q.c.Households > 1, q.Count("complaint.households", q.c.Households)),
			"complaint.repeat", q.yesNo(q.in.RepeatOf != "", q.Say("complaint.repeat.of", q.in.RepeatOf))),
	}
	if q.r.N > 1 {
		head = append(head, q.pairs("slip.round", q.Say("slip.round.nth", q.r.N), "slip.previous", q.previous()),
			q.text("slip.why", q.r.Why, 0))
	}
	return head
}

// yesNo is no or yes with boxes; what yes means is said in words.
func (v view) yesNo(is bool, yes string) string {
	if is {
		return paper.Ticks([]string{v.Say("slip.no"), yes}, 1)
	}
	return paper.Ticks([]string{v.Say("slip.no"), v.Say("slip.yes")}, 0)
}

// taken is part A: who complains of what, and what was promised.
func (q complaint) taken() []paper.Block {
	contact := q.contact()
	if !q.owner() {
		contact = joined("\u2003", contact, tick(q.Say("slip.reach"), q.r.Contact))
	}
	part := []paper.Block{
		paper.Band(q.Say("complaint.taken")),
		paper.Row{q.pair("complaint.name", q.name()), q.placeField()},
		q.pairs("slip.contact", contact, "complaint.channel", say.Code(q.Voice, q.c.Channel)),
		q.pairs("complaint.at", q.Moment(q.c.Received), "complaint.by", q.Staff(q.c.Issue.By)),
		q.description("complaint.description", 24),
		q.text("complaint.wish", q.c.Wish, 0),
	}
	if q.owner() {
		return append(part, q.promises()...)
	}
	part = append(part, q.callers()...)
	part = append(part, q.pairs("complaint.accused.dept", q.Dept(q.in.AccusedDept), "complaint.accused", q.accused()),
		q.pairs("slip.to", q.Leads(q.r.Lead, q.c.Restricted()), "complaint.helping", q.Depts(q.r.Helping)), q.required("slip.required"))
	part = append(part, q.onSite()...)
	if q.r.Request != "" {
		part = append(part, q.text("slip.request", q.r.Request, 0))
	}
	part = append(part, q.promises()...)
	return append(part, q.signs(q.Say("complaint.sign.clerk", q.Staff(q.c.Issue.By)), q.Say("slip.sign.supervisor"),
		lines(q.Say("slip.sign.receiver"), dotted(q.r.SignedBy, q.Moment(q.r.Signed)))))
}

func (q complaint) accused() string {
	var names []string
	for _, s := range q.in.Accused {
		names = append(names, q.Staff(s))
	}
	if q.in.AccusedText != "" {
		names = append(names, q.in.AccusedText)
	}
	return q.List(names)
}

func (q complaint) promises() []paper.Block {
	return []paper.Block{
		q.pairs("complaint.promise.first", q.Due(q.c.Promise), "complaint.promise.end", q.Due(q.r.Due)),
		q.pairs("complaint.promise.told", q.promised()),
	}
}

// promised is that the complainant was told: how, when and by whom, and of which
// other moment if a correction moved it since.
func (q complaint) promised() string {
	p := q.c.Promised
	if p.At.IsZero() {
		return ""
	}
	told := dotted(q.when(p.How, p.At), q.Staff(p.By))
	if !p.Holds(q.c.Promise) {
		told = lines(told, q.Say("complaint.promise.was", q.Due(p.Until)))
	}
	return told
}

// dear addresses the complainant, whose name may not be known.
func (q complaint) dear() string {
	if r := q.c.Reporter; !r.Anonymous && r.Name != "" {
		return q.Say("complaint.letter.dear", r.Name)
	}
	return q.Say("complaint.letter.dear.owner")
}

// letter is the result as the owner was told it, or when it will come.
func (q complaint) letter() []paper.Block {
	letter := []paper.Block{
		paper.Gap(3),
		paper.Para{Text: q.dear(), Bold: true},
	}
	if result := q.ownerResult("complaint.letter.result"); result != nil {
		letter = append(letter, paper.Para{Text: q.Say("complaint.letter.done", q.Moment(q.c.Received))})
		letter = append(append(letter, result...), q.costPart()...)
	} else {
		by := q.r.Effect
		if by.IsZero() {
			by = q.c.Promise
		}
		letter = append(letter, paper.Para{Text: q.Say("complaint.letter.open", q.Moment(q.c.Received), q.Due(by))})
	}
	letter = append(letter, paper.Gap(3), q.signs(q.Say("complaint.letter.us"), q.Say("slip.sign.owner")))
	letter = append(letter, q.ownerNotes()...)
	return append(letter, paper.Note(q.Say("complaint.letter.else")))
}
