package reports

import (
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// TelephoneScript is the questionnaire as it is to be spoken: what is said word for
// word, what is marked, and what an interviewer keeps to. It has no number and no
// phone; both stand in the list of addresses.
func TelephoneScript(f Facts, h annual.Head) Document {
	q := asking{f, h}
	s := q.sheet(formScript, q.Say("paper.survey.script", h.Year), paper.A4)
	s.No, s.Dense, s.Side = h.Number, true, 16
	blocks := []paper.Block{
		paper.Row{{Label: q.Say("paper.survey.col.number"), Share: .8}, q.pair("paper.survey.interviewer", ""), q.pair("paper.survey.date", "")},
		paper.Band(q.Say("paper.survey.rules")),
		paper.List{q.Say("paper.survey.rules.read"), q.Say("paper.survey.rules.lead"), q.Say("paper.survey.rules.unsure"), q.Say("paper.survey.rules.stop", h.Plan.Attempts)},
		paper.Band(q.Say("paper.survey.opening")),
		paper.Para{Text: q.Say("paper.survey.opening.text", q.Ground.Office.Company, q.Project(h.Project))},
		paper.Para{Text: q.Say("paper.survey.opening.told", say.PlanText(q.Voice, "keep", h.Plan.Keep))},
		paper.Row{q.pair("paper.survey.opening.ask", paper.Ticks([]string{q.Say("paper.survey.opening.yes"), q.Say("paper.survey.opening.later"), q.Say("paper.survey.opening.no")}))},
		paper.Row{q.pair("paper.survey.col.since", choice(q.Facts, annual.Sinces)), q.pair("paper.survey.col.owner", choice(q.Facts, q.owners()))},
		paper.Band(q.Say("paper.survey.spoken")), paper.Para{Text: q.Say("paper.survey.spoken.how")},
		q.scale(air{low: 6.6}),
	}
	return Document{Sheet: s, Number: h.Number, Blocks: append(blocks, q.spokenFurther()...)}
}

// spokenFurther is what comes after the items, with the codes to mark.
func (q asking) spokenFurther() (blocks []paper.Block) {
	a := q.h.Questionnaire
	n := len(a.Asked())
	ask := func(text string, answer ...paper.Block) {
		n++
		blocks = append(blocks, paper.Keep(append([]paper.Block{paper.Gap(1), paper.Band(strconv.Itoa(n) + "\u2002" + text)}, answer...)))
	}
	if a.Recommend {
		ask(say.RecommendText(q.Voice), paper.Ladder{From: 0, To: 10, Low: q.Say("paper.survey.least"), High: q.Say("paper.survey.most")})
	}
	if all := q.lettered(); len(all) > 0 {
		ask(q.Count("paper.survey.choices", a.MostChosen), paper.Note(q.Say("paper.survey.spoken.choices")), paper.Options{Items: all, Columns: 3})
	}
	for _, o := range a.Open {
		ask(say.OpenText(q.Voice, a, o.Code), paper.Note(q.Say("paper.survey.spoken.open")), paper.Ruled{Lines: 2, High: 8})
	}
	return append(blocks, paper.Keep{paper.Gap(2), paper.Band(q.Say("paper.survey.closing")), paper.Para{Text: q.Say("paper.survey.closing.text", q.contact())}})
}
