package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// satisfactions are what a department may have heard, the best first.
var satisfactions = []app.Rating{5, 3, 1, 0}

// feedbackPart is what the department reports back, with its three mandatory
// parts (regulation 3.4.1).
func (v view) feedbackPart(title string) paper.Block {
	fb := v.feedback()
	return paper.Keep{
		paper.Band(v.Say(title)),
		v.text("slip.situation", fb.Situation, v.room(16)),
		paper.Row{v.result(fb), v.pair("slip.satisfaction", v.satisfaction(fb))},
		v.pairs("slip.completed", v.Moment(fb.Completed), "slip.fedback", v.who(fb.By, fb.At)),
		v.signs(v.Say("slip.sign.handler"), v.Say("slip.sign.head")),
	}
}

// result is what was achieved, and under it why it came to the issue (regulation
// 3.5.3); the complaint slip names that with what the investigation found.
func (v view) result(fb app.Feedback) paper.Field {
	f := v.pair("slip.result", say.Code(v.Voice, fb.Result))
	if v.c.Kind != app.Complaint {
		f.Small = joined(v.Say("slip.colon"), v.Say("slip.cause"), causeWords(v.Voice, fb.Cause))
	}
	return f
}

// causeWords is a cause with its code, by which causes are counted.
func causeWords(v say.Voice, c app.Cause) string {
	if c == "" {
		return ""
	}
	return string(c) + "  " + say.Code(v, c)
}

func (v view) satisfaction(fb app.Feedback) string {
	label := func(r app.Rating) string { return v.Say("satisfaction." + ordinal(int(r))) }
	if fb.N == 0 {
		return boxes(satisfactions, label)
	}
	return boxes(satisfactions, label, fb.Satisfaction)
}

// reviewPart is the desk's verdict, and how the owner was told.
func (v view) reviewPart(title string) paper.Block {
	fb, told := v.feedback(), v.told()
	part := append(append(paper.Keep{paper.Band(v.Say(title))}, v.inspectionPart()...),
		paper.Row{{Label: v.Say("slip.verdict"), Text: v.verdictBoxes(fb), Small: v.verdict(fb)}},
		v.pairs("slip.reviewer", v.who(fb.ReviewedBy, fb.Reviewed), "slip.told", v.when(told.How, told.ToldAt)),
	)
	if rows := v.sentBack(); len(rows) > 0 {
		part = append(part, v.reworks(rows))
	}
	return append(part, v.signs(v.Say("slip.sign.reviewer"), v.Say("slip.sign.supervisor")))
}

func (v view) verdictBoxes(fb app.Feedback) string {
	return paper.Ticks([]string{v.Say("slip.verdict.good"), v.Say("slip.verdict.again")}, verdictOf(fb)...)
}

func verdictOf(fb app.Feedback) []int {
	switch {
	case fb.Reviewed.IsZero():
		return nil
	case fb.Accepted:
		return []int{0}
	}
	return []int{1}
}

func (v view) verdict(fb app.Feedback) string {
	switch {
	case fb.Reviewed.IsZero():
		return v.Say("slip.verdict.blank")
	case fb.Accepted:
		return fb.Verdict
	}
	return dotted(joined(v.Say("slip.colon"), say.Code(v.Voice, fb.Code), fb.Verdict), v.Say("slip.verdict.due", v.Due(fb.NewDue)))
}

func (v view) reworks(rows [][]string) paper.Table {
	return paper.Table{Columns: []paper.Column{
		v.column("slip.rework.at", 34), v.column("slip.rework.why", 0), v.column("slip.rework.due", 44),
	}, Rows: rows}
}

// sentBack lists the earlier feedbacks that were not accepted.
func (v view) sentBack() [][]string {
	var rows [][]string
	for _, fb := range v.feedbacks() {
		if !fb.Reviewed.IsZero() && !fb.Accepted && fb.N != v.feedback().N {
			rows = append(rows, []string{v.Moment(fb.Reviewed),
				joined(v.Say("slip.colon"), say.Code(v.Voice, fb.Code), fb.Verdict), v.Due(fb.NewDue)})
		}
	}
	return rows
}

// followUpPart is filled from the follow-up card.
func (v view) followUpPart() paper.Block {
	number, due, last := v.asked()
	rating := ""
	if last.Rating != 0 {
		rating = v.Say("rating." + ordinal(int(last.Rating)))
	}
	return paper.Keep{
		paper.Band(v.Say("slip.followup")),
		v.pairs("slip.followup.number", number, "slip.followup.due", due),
		v.pairs("slip.followup.at", v.when(last.Method, last.At),
			"slip.followup.result", dotted(say.Code(v.Voice, last.Reached), rating)),
		v.pairs("slip.followup.then", v.disposal(last)),
	}
}

// asked is the follow-up of this round: its number, until when, the last try.
func (v view) asked() (number, due string, last app.FollowUp) {
	for _, a := range v.attempts() {
		number, due, last = a.Number, v.Due(a.Due), a
	}
	if due == "" && v.c.Step == app.StepFollowUp && v.c.Issue.Round == v.r.N {
		due = v.Due(v.c.StepDue)
	}
	return number, due, last
}

// disposal is where the follow-up led: the end, or a further slip.
func (v view) disposal(last app.FollowUp) string {
	var on []int
	next := v.Say("slip.followup.next", "")
	switch last.Disposal {
	case app.CloseIssue:
		on = []int{0}
	case app.NewRound:
		on = []int{1}
		if len(v.c.Rounds) > v.r.N {
			next = v.Say("slip.followup.next", newView(v.Facts, v.c, v.r.N+1, v.to, v.size).number())
		}
	}
	return paper.Ticks([]string{v.Say("slip.followup.close"), next}, on...)
}

// ownerOutcome is what an owner's copy says of the way and the end: only what
// the owner was told.
func (v view) ownerOutcome() []paper.Block {
	var part []paper.Block
	if rows := v.toldRows(); len(rows) > 0 {
		part = append(part, paper.Band(v.Say("slip.owner.progress")), paper.Table{Columns: []paper.Column{
			v.column("slip.owner.when", 34), v.column("slip.owner.how", 22), v.column("slip.owner.what", 0)}, Rows: rows})
	}
	if len(v.delays()) > 0 {
		part = append(part, v.delayPart("slip.owner.delay"))
	}
	part = append(append(part, v.ownerResult("slip.owner.result")...), v.costPart()...)
	return append(part, v.ownerNotes()...)
}

// ownerResult is how it ended, in the words the owner was told.
func (v view) ownerResult(title string) []paper.Block {
	fb, told := v.feedback(), v.told()
	if !fb.Accepted || told.N == 0 {
		return nil
	}
	return []paper.Block{
		paper.Band(v.Say(title)),
		v.pairs("slip.result", say.Code(v.Voice, fb.Result), "slip.completed", v.Moment(fb.Completed)),
		v.text("slip.owner.what", told.Text, v.room(16)),
		v.pairs("slip.owner.told", v.when(told.How, told.ToldAt)),
	}
}

func (v view) toldRows() [][]string {
	var rows [][]string
	for _, n := range v.notes(app.NoteProgress, app.NoteCall) {
		rows = append(rows, []string{v.Moment(n.ToldAt), say.Code(v.Voice, n.How), n.Text})
	}
	return rows
}

// ownerNotes say whom to ask, and what becomes of the owner's data (PIPL 17).
func (v view) ownerNotes() []paper.Block {
	o := v.Ground.Office
	ask, privacy := "", ""
	if o.Phone != "" {
		ask = v.Say("slip.owner.ask", v.Dept(v.Ground.DeskDept()), o.Phone)
	}
	if o.KeepYears > 0 {
		privacy = v.Count("slip.owner.privacy", o.KeepYears)
	}
	return []paper.Block{paper.Gap(1), paper.Note(lines(ask, privacy))}
}
