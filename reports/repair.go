package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// disturbPart is whether a repair disturbs others, and what they were told before
// it began (regulation 2.2.3). Of other kinds it prints only what there is.
func (v view) disturbPart() []paper.Block {
	these := v.c.Disturbed(v.r.N)
	if v.r.Disturbs == "" && len(these) == 0 && !v.byHand(v.feedback().N == 0) {
		return nil
	}
	answers := []app.Said{app.SaidNo, app.SaidYes}
	label := func(s app.Said) string { return v.Say("disturbs." + string(s)) }
	part := []paper.Block{v.text("slip.disturbs", boxes(answers, label, v.r.Disturbs), 0)}
	for _, d := range these {
		told := v.pair("slip.notice.told", dotted(d.Whom, v.when(d.How, d.Told)))
		if d.Late {
			told.Small = v.Say("notice.late")
		}
		part = append(part,
			v.pairs("slip.notice", dotted(d.Number, d.Part), "slip.notice.span", v.Say("complaint.span.of", v.Moment(d.From), v.Moment(d.To))),
			paper.Row{told})
	}
	return part
}

// byHand reports whether a slip of a repair still has room to say by hand what is
// open; half a sheet has none.
func (v view) byHand(open bool) bool { return open && v.c.Kind == app.Repair && v.size == A4 }

// inspectionPart is how customer service saw for itself that a repair is done
// (regulation 2.2.4); rows stay to be written by hand until it has.
func (v view) inspectionPart() []paper.Block {
	fb := v.feedback()
	var last app.Inspection
	for _, i := range v.c.Inspections {
		if i.Round == v.r.N && (i.Feedback == fb.N || fb.N == 0) {
			last = i
		}
	}
	if last.N == 0 && !v.byHand(fb.Reviewed.IsZero()) {
		return nil
	}
	var on []app.Said
	if last.N > 0 {
		on = []app.Said{app.SaidNo}
		if last.Passed {
			on[0] = app.SaidYes
		}
	}
	label := func(s app.Said) string { return v.Say("passed." + string(s)) }
	proof := last.NoPhoto
	if last.Photo > 0 {
		proof = v.fileName(last.Photo)
	}
	found := v.pair("slip.inspect.found", joined("\u2003", boxes([]app.Said{app.SaidYes, app.SaidNo}, label, on...), last.Result))
	return []paper.Block{
		v.pairs("slip.inspect.by", v.who(last.Inspector, last.Inspected), "slip.inspect.place", last.Place),
		paper.Row{found, v.pair("slip.inspect.photo", proof)},
	}
}

// RepairNotice is the notice of a repair that disturbs others, to hang where they
// pass. It names nobody who lives there.
func RepairNotice(f Facts, c app.Case, d app.Disturbance) Document {
	f.Open = false
	round := c.Rounds[max(0, min(d.Round, len(c.Rounds))-1)]
	blocks := []paper.Block{
		paper.Gap(4), paper.Para{Text: f.Say("paper.repair.title"), Bold: true, Centre: true}, paper.Gap(2),
		paper.Para{Text: f.Say("paper.notice.dear")},
		paper.Para{Text: f.Say("paper.repair.text", f.Category(c.Category), d.Part, f.Moment(d.From), f.Moment(d.To))},
		paper.Gap(2),
		f.pairs("slip.notice.part", d.Part), f.pairs("paper.when", f.Say("complaint.span.of", f.Moment(d.From), f.Moment(d.To))),
		f.pairs("paper.notice.for", d.Whom), f.pairs("slip.to", f.Dept(round.Lead)),
		f.pairs("paper.notice.call", dotted(f.Dept(f.Ground.DeskDept()), f.Ground.Office.Phone)),
		paper.Gap(8), paper.Para{Text: lines(f.Ground.Office.Company, f.Day(d.Told))},
	}
	sheet := f.sheet(formNotice, f.Say("paper.notice"), f.Project(c.Project), paper.A4)
	sheet.Secrecy, sheet.Printed = "", f.Day(f.At)
	veil := f.Veiled(c.Reporter, c.Place, say.Masked, say.Open, say.Masked)
	return Document{Sheet: sheet, Blocks: veiled(blocks, veil), Number: d.Number, Of: c.ID}
}
