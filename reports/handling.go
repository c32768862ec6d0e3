package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// handRows is how many rows of a table are left to be written by hand.
const handRows = 4

// handlingPart is the department's: who, how, by when, and what was done.
func (v view) handlingPart() []paper.Block {
	part := []paper.Block{
		paper.Band(v.Say("slip.handling")),
		v.pairs("slip.handler", v.Staff(v.r.Handler), "slip.reached", v.firstTold()),
		v.text("slip.solution", v.r.Solution, v.room(14)),
	}
	part = append(append(part, v.planPart()), v.disturbPart()...)
	part = append(part, v.suspendedRows()...)
	part = append(append(part, v.helpRows()...), v.progress())
	if v.r.Refusals > 0 {
		part = append(part, v.pairs("slip.refusals", v.Count("slip.refusals.count", v.r.Refusals)))
	}
	return part
}

// suspendedRows are the times in which the round waited, as the screen says them; they
// are the office's own.
func (v view) suspendedRows() (rows []paper.Block) {
	if v.owner() {
		return nil
	}
	for _, words := range v.Suspensions(v.c, v.r.N) {
		rows = append(rows, v.text("slip.suspended", words, 0))
	}
	return rows
}

// mostKept is how many rows of a plan are moved to the next page together; more
// would leave too much of a page empty.
const mostKept = 6

// planPart is the points in time, as a table once there are some.
func (v view) planPart() paper.Block {
	expected := v.Due(v.r.Expected)
	if len(v.r.Plan) == 0 {
		return v.pairs("slip.nodes", "", "slip.expected", expected)
	}
	t := paper.Table{Columns: []paper.Column{
		v.column("slip.nodes", 0), v.column("slip.plan.person", 28), v.column("slip.plan.by", 38), v.column("slip.plan.status", 26),
	}}
	for _, p := range v.r.Plan {
		t.Rows = append(t.Rows, []string{p.Measure, p.Person, v.Moment(p.By), v.planStatus(p)})
	}
	if expected != "" {
		t.Rows = append(t.Rows, []string{v.Say("slip.expected"), "", v.Moment(v.r.Expected), ""})
	}
	if len(t.Rows) > mostKept {
		return t
	}
	return paper.Keep{t}
}

func (v view) planStatus(p app.PlanRow) string {
	if p.Status == "" {
		return ""
	}
	return v.Say("plan." + string(p.Status))
}

// firstTold is when the owner was first spoken to in this round.
func (v view) firstTold() string {
	for _, n := range v.notes(app.NoteProgress, app.NoteCall, app.NoteTold) {
		if n.Told {
			return v.when(n.How, n.ToldAt)
		}
	}
	return ""
}

// progress is what was noted on the way; while the round runs, rows stay free.
func (v view) progress() paper.Block {
	t := paper.Table{Columns: []paper.Column{
		v.column("slip.notes.day", 34), v.column("slip.notes.text", 0), v.column("slip.notes.told", 40),
	}}
	for _, n := range v.notes(v.progressKinds()...) {
		t.Rows = append(t.Rows, []string{v.Moment(n.At), n.Text, v.toldCell(n)})
	}
	if !v.feedback().Accepted {
		t.Blank = max(0, handRows-len(t.Rows))
	}
	if v.size == A5 {
		t.Blank = min(t.Blank, 2)
	}
	if len(t.Rows)+t.Blank == 0 {
		return paper.Gap(0)
	}
	return t
}

// progressKinds: remarks stay at the desk.
func (v view) progressKinds() []app.NoteKind {
	kinds := []app.NoteKind{app.NoteProgress, app.NoteCall, app.NoteChase}
	if v.to == CopyDesk {
		kinds = append(kinds, app.NoteRemark)
	}
	return kinds
}

func (v view) toldCell(n app.Note) string {
	if !n.Told {
		return v.Say("slip.no")
	}
	return lines(dotted(v.Say("slip.yes"), say.Code(v.Voice, n.How)), v.Moment(n.ToldAt))
}

// delayPart prints only if a later limit was asked for; else one row says no.
func (v view) delayPart(title string) paper.Block {
	these := v.delays()
	if len(these) == 0 {
		return v.text(title, v.Say("slip.none"), 0)
	}
	part := paper.Keep{paper.Band(v.Say(title))}
	for _, d := range these {
		part = append(part, v.delayRows(d)...)
	}
	return part
}

func (v view) delayRows(d app.Delay) []paper.Block {
	asked := v.pair("slip.delay.number", d.Number)
	if d.Late && !v.owner() {
		asked.Small = v.Say("slip.delay.late")
	}
	rows := []paper.Block{
		paper.Row{asked, v.pair("slip.delay.told", v.when(d.ToldHow, d.Told))},
		v.pairs("slip.delay.from", v.Due(d.From), "slip.delay.to", v.Due(d.To)),
		v.text("slip.delay.reason", joined(v.Say("slip.colon"), say.Code(v.Voice, d.Code), d.Text), 0),
	}
	if v.owner() {
		return rows
	}
	return append(rows, paper.Row{
		v.pair("slip.delay.asked", v.who(d.AskedBy, d.Asked)),
		{Label: v.Say("slip.delay.decided"), Text: v.who(d.DecidedBy, d.Decided), Small: v.decision(d)},
	})
}

func (v view) decision(d app.Delay) string {
	switch {
	case d.Waiting():
		return ""
	case d.Approved:
		return dotted(v.Say("slip.approved"), d.Decision)
	}
	return dotted(v.Say("slip.declined"), d.Decision)
}
