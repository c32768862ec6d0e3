package reports

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
)

// HelpSlip is the copy of a slip for one helping department (regulation 2.5.3):
// the problem as on the others, its own limit, and room for its own feedback.
func HelpSlip(f Facts, c app.Case, h app.Help, size Size) Document {
	v := newView(f, c, h.Round, CopyDept, size)
	blocks := slices.Concat(v.slipHead(), v.ownerPart(), v.problemPart(), []paper.Block{
		paper.Band(v.Say("slip.help")),
		v.pairs("slip.help.dept", v.Dept(h.Dept), "slip.to", v.Dept(v.r.Lead)),
		paper.Row{{Label: v.Say("slip.help.due"), Text: v.Due(h.Due), Strong: true}},
		v.text("slip.request", v.r.Request, 0),
		v.signs(v.Say("slip.sign.clerk", v.Staff(v.r.IssuedBy)), lines(v.Say("slip.sign.receiver"), dotted(h.SignedBy, v.Moment(h.Signed)))),
		paper.Keep{
			paper.Band(v.Say("slip.help.feedback")),
			v.text("slip.situation", h.Situation, v.room(30)),
			v.pairs("slip.completed", v.Moment(h.Completed), "slip.fedback", v.who(h.By, h.FedBack)),
			v.signs(v.Say("slip.sign.handler"), v.Say("slip.sign.head")),
		},
		paper.Keep{
			paper.Tear(v.Say("slip.receipt")),
			v.pairs("slip.number", v.number(), "slip.dept", v.Dept(h.Dept)),
			v.pairs("slip.receiver", "", "slip.receipt.at", ""),
		},
	})
	form, title := formTransfer, f.Say("slip.title")
	if v.r.Slip == app.ComplaintSlip {
		form, title = formComplaint, f.Say("complaint.title")
	}
	sheet := f.slipSheet(form, title, v.number(), c.Project, CopyDept, size)
	sheet.Copy = f.Say("slip.copy.help", f.Dept(h.Dept))
	return Document{
		Sheet: sheet, Blocks: veiled(blocks, v.veil()), Number: v.number(), Of: c.ID,
		Shows: v.shows(dotted(v.number(), sheet.Copy), true, true),
	}
}

// HelpSlips are the copies for the helping departments of the current round, of
// one department, or of all for 0. Who need not help any more gets none.
func HelpSlips(f Facts, c app.Case, dept app.DeptID, size Size) []Document {
	var all []Document
	r, out := c.Current()
	for _, h := range c.Helping(r.N) {
		if out && r.Slip != app.NoSlip && h.Left.IsZero() && (dept == 0 || h.Dept == dept) {
			all = append(all, HelpSlip(f, c, h, size))
		}
	}
	return all
}

// helpRows are the shares of the helping departments, as the other copies show them.
func (v view) helpRows() []paper.Block {
	these := v.c.Helping(v.r.N)
	if len(these) == 0 {
		return nil
	}
	t := paper.Table{Columns: []paper.Column{
		v.column("slip.help.dept", 34), v.column("slip.help.due", 36), v.column("slip.help.signed", 40), v.column("slip.situation", 0),
	}}
	for _, h := range these {
		did := h.Situation
		if !h.Left.IsZero() {
			did = dotted(v.Say("help.left"), h.Why)
		}
		t.Rows = append(t.Rows, []string{v.Dept(h.Dept), v.Moment(h.Due), dotted(h.SignedBy, v.Moment(h.Signed)), dotted(v.Moment(h.Completed), did)})
	}
	return []paper.Block{t}
}

// helps tells whether a department has a share of the current round to do.
func helps(c app.Case, dept app.DeptID) (app.Help, bool) {
	r, _ := c.Current()
	for _, h := range c.Helping(r.N) {
		if h.Dept == dept && h.Left.IsZero() {
			return h, true
		}
	}
	return app.Help{}, false
}
