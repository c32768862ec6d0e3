package reports

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// TransferSlip words one round of a case as a transfer slip (regulation 3.2.2).
// What is not known yet is left blank to be written by hand.
func TransferSlip(f Facts, c app.Case, round int, to Copy, size Size) Document {
	v := newView(f, c, round, to, size)
	blocks := slices.Concat(v.slipHead(), v.ownerPart(), v.problemPart(), v.transferPart())
	if v.owner() {
		blocks = append(blocks, v.ownerOutcome()...)
	} else {
		blocks = append(blocks, v.handlingPart()...)
		blocks = append(blocks, v.delayPart("slip.delay"))
		blocks = append(blocks, v.feedbackPart("slip.feedback"), v.reviewPart("slip.review"))
		blocks = append(blocks, v.followUpPart(), v.receipt())
	}
	return Document{
		Sheet:  f.slipSheet(formTransfer, f.Say("slip.title"), v.number(), c.Project, to, size),
		Blocks: blocks, Number: v.number(),
	}
}

func (v view) slipHead() []paper.Block {
	head := []paper.Block{v.pairs("slip.number", v.number(), "slip.issued", v.Moment(v.r.Issued))}
	if !v.owner() {
		head = append(head, v.pairs("slip.round", dotted(v.Say("slip.round.nth", max(v.r.N, 1)), v.c.Number),
			"slip.urgency", choice(v.Facts, app.Urgencies, v.c.Urgency)))
	}
	if v.r.N > 1 {
		head = append(head, v.pairs("slip.previous", v.previous()), v.text("slip.why", v.r.Why, 0))
	}
	return head
}

// previous is the slip of the round before.
func (v view) previous() string {
	return newView(v.Facts, v.c, v.r.N-1, v.to, v.size).number()
}

func (v view) ownerPart() []paper.Block {
	contact := v.contact()
	if !v.owner() {
		contact = joined("\u2003", contact, tick(v.Say("slip.reach"), v.r.Contact))
	}
	part := []paper.Block{
		paper.Band(v.Say("slip.owner")),
		v.pairs("slip.name", v.name(), "slip.place", v.place()),
		v.pairs("slip.contact", contact, "slip.received", dotted(say.Code(v.Voice, v.c.Channel), v.Moment(v.c.Received))),
	}
	if v.c.Reference != "" && !v.owner() {
		part = append(part, v.pairs("slip.reference", v.c.Reference))
	}
	return part
}

// onSlip are the kinds a transfer slip always offers.
var onSlip = []app.Kind{app.Enquiry, app.Suggestion, app.Repair, app.Complaint}

func (v view) problemPart() []paper.Block {
	kinds := onSlip
	if v.c.Kind != "" && !slices.Contains(kinds, v.c.Kind) {
		kinds = append(slices.Clone(kinds), v.c.Kind)
	}
	kind := choice(v.Facts, kinds, v.c.Kind)
	if v.size == A5 {
		kind = say.Code(v.Voice, v.c.Kind) // half a sheet has no line for what it is not
	}
	high := 45.0
	if v.r.N > 1 {
		high = 30 // the head has two rows more, and the department's part is to stay whole
	}
	return append([]paper.Block{
		paper.Band(v.Say("slip.problem")),
		v.pairs("slip.kind", kind, "slip.category", v.Category(v.c.Category)),
		v.description("slip.description", high),
	}, v.wish("slip.wish")...)
}

// description is the owner's words, and when and how many it concerns.
func (v view) description(label string, high float64) paper.Row {
	d := v.pair(label, v.c.Description)
	d.High = v.room(high)
	var about []string
	if !v.c.Occurred.IsZero() {
		about = append(about, v.Say("slip.occurred", v.Moment(v.c.Occurred)))
	}
	if v.c.Households > 1 {
		about = append(about, v.Count("slip.households", v.c.Households))
	}
	d.Small = dotted(about...)
	return paper.Row{d}
}

// wish stands beside the number of attachments, unless it is long.
func (v view) wish(label string) []paper.Block {
	files := v.Say("slip.none")
	if n := len(v.c.Attachments); n > 0 {
		files = v.Count("slip.files.count", n)
	}
	if utf8.RuneCountInString(v.c.Wish) > 45 || strings.Contains(v.c.Wish, "\n") {
		return []paper.Block{v.text(label, v.c.Wish, 0), v.pairs("slip.files", files)}
	}
	return []paper.Block{v.pairs(label, v.c.Wish, "slip.files", files)}
}

func (v view) transferPart() []paper.Block {
	part := append([]paper.Block{paper.Band(v.Say("slip.transfer"))}, v.transferHead()...)
	part = append(part, v.asks()...)
	clerk := v.Say("slip.sign.clerk", v.Staff(v.r.IssuedBy))
	if v.owner() {
		return append(part, v.signs(clerk, v.Say("slip.sign.owner")))
	}
	return append(part, v.signs(clerk, v.Say("slip.sign.supervisor"),
		lines(v.Say("slip.sign.receiver"), dotted(v.r.SignedBy, v.Moment(v.r.Signed)))))
}

// transferHead is from whom, to whom and until when. On half a sheet it is one
// row, so that all a department needs stands on the first page.
func (v view) transferHead() []paper.Block {
	desk := v.Dept(v.Ground.DeskDept())
	lead := v.pair("slip.to", "")
	if v.r.Lead != 0 {
		lead.Text = v.Say("slip.lead", v.Dept(v.r.Lead))
	}
	if len(v.r.Helping) > 0 {
		lead.Small = v.Say("slip.helping", v.Depts(v.r.Helping))
	}
	if v.size == A5 {
		due := v.required("slip.required")[0]
		due.Share = 1.65
		return []paper.Block{paper.Row{lead, due}}
	}
	return []paper.Block{paper.Row{v.pair("slip.from", desk), lead}, v.required("slip.required")}
}

// required is the limit as issued, how it was counted, and why it is another
// one if it was changed by hand.
func (v view) required(label string) paper.Row {
	d := paper.Field{Label: v.Say(label), Text: v.Due(v.r.Due), Strong: true}
	byRule := v.r.Due.Equal(v.r.RuleDue)
	if v.r.Unsure && byRule {
		d.Text = v.Say("slip.provisional", d.Text)
	}
	counted := ""
	if len(v.r.Steps) > 0 {
		counted = v.Explain(v.r.Limit, v.r.Steps, v.r.Unsure)
	}
	switch {
	case byRule && v.owner() && v.size == A5: // no room beside what else an owner needs
	case byRule:
		d.Small = counted
	case !v.owner() && v.r.DueWhy != "":
		d.Small = lines(v.Say("slip.due.why", v.r.DueWhy), v.Say("slip.due.rule", v.Due(v.r.RuleDue), counted))
	}
	return paper.Row{d}
}

// asks is what the desk asks of the department, and what it promised the owner.
func (v view) asks() []paper.Block {
	promise := v.text("slip.promise", v.promise(), 0)
	switch request := v.pair("slip.request", v.r.Request); {
	case v.owner():
		return []paper.Block{promise}
	case v.size == A5:
		request.Small = v.Say("slip.promised", v.promise())
		return []paper.Block{paper.Row{request}}
	default:
		return []paper.Block{paper.Row{request}, promise}
	}
}

// promise is until when the owner was told to hear from us, and how.
func (v view) promise() string {
	if v.c.NoReply {
		return v.Say("slip.promise.none")
	}
	said := ""
	if !v.c.Promise.IsZero() {
		said = v.Say("slip.promise.by", v.Due(v.c.Promise))
	}
	if how := dotted(say.Code(v.Voice, v.c.ReplyHow), v.c.ReplyWhen); how != "" {
		said = joined(v.Say("slip.and"), said, v.Say("slip.promise.how", how))
	}
	return said
}

// receipt is torn off, signed, and comes back to the desk.
func (v view) receipt() paper.Block {
	return paper.Keep{
		paper.Tear(v.Say("slip.receipt")),
		v.pairs("slip.number", v.number(), "slip.dept", v.Dept(v.r.Lead)),
		v.pairs("slip.receiver", "", "slip.receipt.at", ""),
	}
}
