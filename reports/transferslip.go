package reports

import (
	"slices"

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
		blocks = append(append(blocks, v.feedbackPart("slip.feedback")), v.costPart()...)
		blocks = append(blocks, v.reviewPart("slip.review"))
		blocks = append(blocks, v.followUpPart(), v.receipt())
	}
	sheet := f.slipSheet(formTransfer, f.Say("slip.title"), v.number(), c.Project, to, size)
	return Document{
		Sheet: sheet, Blocks: veiled(blocks, v.veil()), Number: v.number(), Of: c.ID,
		Shows: v.shows(dotted(v.number(), sheet.Copy), true, true),
	}
}

// slipHead is the number, the round and how pressing it is.
func (v view) slipHead() []paper.Block {
	head := []paper.Block{v.pairs("slip.number", v.number(), "slip.issued", v.Moment(v.r.Issued))}
	if !v.owner() {
		head = append(head, v.pairs("slip.round", dotted(v.Say("slip.round.nth", max(v.r.N, 1)), v.c.Number),
			"slip.urgency", choice(v.Facts, app.Urgencies, v.c.Urgency)))
	}
	if v.r.N > 1 {
		head = append(head, v.pairs("slip.previous", v.previous()))
		if why := v.why(); why != "" || !v.owner() {
			head = append(head, v.text("slip.why", why, 0))
		}
	}
	return head
}

// previous is the slip of the round before.
func (v view) previous() string {
	return newView(v.Facts, v.c, v.r.N-1, v.to, v.size).number()
}

// transferPart is what is asked of which department, and who signs for it.
func (v view) transferPart() []paper.Block {
	part := append([]paper.Block{paper.Band(v.Say("slip.transfer"))}, v.transferHead()...)
	if !v.owner() {
		part = append(part, v.onSite()...)
	}
	last := paper.Keep(v.asks())
	clerk := v.Say("slip.sign.clerk", v.Staff(v.r.IssuedBy))
	if v.owner() {
		return append(part, append(last, v.signs(clerk, v.Say("slip.sign.owner"))))
	}
	return append(part, append(last, v.signs(clerk, v.Say("slip.sign.supervisor"),
		lines(v.Say("slip.sign.receiver"), dotted(v.r.SignedBy, v.Moment(v.r.Signed))))))
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

// onSite is until when somebody had to be on site of an emergency and have it under
// control, and when that was, with room to write it by hand.
func (v view) onSite() []paper.Block {
	s := v.c.Site
	if v.c.Urgency != app.Emergency || s.ArriveDue.IsZero() && s.ControlDue.IsZero() || v.r.N > 1 {
		return nil
	}
	return []paper.Block{
		v.pairs("slip.arrive", v.Due(s.ArriveDue), "slip.arrived", dotted(v.Moment(s.Arrived), s.Who)),
		v.pairs("slip.control", v.Due(s.ControlDue), "slip.controlled", dotted(v.Moment(s.Controlled), s.How)),
	}
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
	if !v.c.Promise.IsZero() && !(v.r.N > 1 && v.c.Promise.Before(v.r.Issued)) { // the first round's has been kept or broken
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
		v.pairs("slip.number", v.number(), "slip.dept", v.Leads(v.r.Lead, v.c.Restricted())),
		v.pairs("slip.receiver", "", "slip.receipt.at", ""),
	}
}
