package reports

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// FollowUpCard is the record of asking an owner, with every attempt of a round
// (regulation 3.5). Before the first attempt it is a card to fill in by hand.
func FollowUpCard(f Facts, c app.Case, round int) Document {
	v := newView(f, c, round, CopyDesk, A5)
	number, due, _ := v.asked()
	sheet := f.slipSheet(formFollowUp, f.Say("card.title"), number, c.Project, CopyDesk, A5)
	sheet.Copy = ""
	sheet = f.confidential(sheet, c, CopyDesk)
	if number == "" {
		sheet.QR = v.number()
	}
	blocks := []paper.Block{
		v.cardHead(number),
		f.pairs("card.owner", joined("  ", v.name(), v.place()), "card.contact", v.contact()),
		paper.Row{f.pair("card.done", f.Moment(v.completed())), {Label: f.Say("card.due"), Text: due, Strong: true}},
		v.tries(),
	}
	for _, a := range v.answered() {
		blocks = append(blocks, v.answer(a))
	}
	blocks = append(blocks, f.signs(f.Say("card.sign.caller"), f.Say("card.sign.supervisor")))
	return Document{
		Sheet: sheet, Blocks: veiled(blocks, v.veil()), Number: number, Of: c.ID,
		Shows: v.showsOne(v.c.Reporter, dotted(or(number, v.number()), sheet.Title), true, true),
	}
}

// cardHead says what the card is about; its number is drawn at the first attempt.
func (v view) cardHead(number string) paper.Row {
	row := v.pairs("card.slip", v.number(), "card.kind", say.Code(v.Voice, v.c.Kind))
	if number != "" {
		row = append(v.pairs("card.number", number), row...)
	}
	return row
}

// fewest is how many attempts a card has room for.
const fewest = 3

// tries lists every attempt, whether anybody answered or not.
func (v view) tries() paper.Block {
	t := paper.Table{Columns: []paper.Column{
		v.column("card.try", 12), v.column("card.at", 34), v.column("card.how", 18), v.column("card.reached", 26),
		v.column("card.who", 0), v.column("card.by", 26),
	}}
	for _, a := range v.attempts() {
		who := v.Person(a.Who, false, v.Privacy())
		if who != "" && a.Relation != "" {
			who = v.Say("person.as", who, say.Code(v.Voice, a.Relation))
		}
		t.Rows = append(t.Rows, []string{ordinal(a.Attempt), v.Moment(a.At), say.Code(v.Voice, a.Method),
			say.Code(v.Voice, a.Reached), who, v.Staff(a.By)})
	}
	if !v.finished() {
		t.Blank = max(0, fewest-len(t.Rows))
	}
	return t
}

// completed is when the work that is asked about was done.
func (v view) completed() (at time.Time) {
	if at = v.r.Done; at.IsZero() && v.feedback().Accepted {
		at = v.feedback().Completed
	}
	return at
}

// finished tells that the asking has led somewhere.
func (v view) finished() bool {
	these := v.attempts()
	return len(these) > 0 && these[len(these)-1].Disposal != app.TryAgain
}

// answered are the attempts with an answer, or an empty one to fill in.
func (v view) answered() []app.FollowUp {
	var these []app.FollowUp
	for _, a := range v.attempts() {
		if a.Reached == app.ReachedOwner {
			these = append(these, a)
		}
	}
	if len(these) == 0 {
		these = append(these, app.FollowUp{})
	}
	return these
}

// answer is what one attempt brought to light.
func (v view) answer(a app.FollowUp) paper.Block {
	title := v.Say("card.answer")
	if a.Attempt > 0 {
		title = v.Say("card.answer.of", a.Attempt)
	}
	return paper.Keep{
		paper.Band(title),
		v.pairs("card.solved", v.solved(a.Solved), "card.ontime", v.solved(a.OnTime)),
		v.pairs("card.attitude", v.solved(a.Attitude), "card.clean", v.solved(a.Clean)),
		v.pairs("card.rating", v.ratings(a.Rating)),
		v.text("card.opinion", a.Opinion, 0),
		paper.Row{{Label: v.Say("card.then"), Text: v.leads(a), Share: 2}, v.pair("card.why", say.Code(v.Voice, a.Why))},
	}
}

func (f Facts) solved(s app.Solved) string {
	return boxes([]app.Solved{app.SolvedYes, app.SolvedPart, app.SolvedNo},
		func(s app.Solved) string { return f.Say("solved." + string(s)) }, s)
}

// leads is what follows; a new slip says its department and limit.
func (v view) leads(a app.FollowUp) string {
	next := v.Say("card.then.round")
	if a.Disposal == app.NewRound && len(v.c.Rounds) > v.r.N {
		r := newView(v.Facts, v.c, v.r.N+1, v.to, v.size).r
		next = v.Say("card.then.round.to", dotted(r.Number, v.Leads(r.Lead, v.c.Restricted()), v.Moment(r.Due)))
	}
	on := map[app.Disposal][]int{app.CloseIssue: {0}, app.NewRound: {1}}
	return paper.Ticks([]string{v.Say("slip.followup.close"), next, v.Say("card.then.complaint"), v.Say("card.then.higher")}, on[a.Disposal]...)
}
