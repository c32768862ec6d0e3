package reports

import (
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// Questionnaires are the sheets that owners fill in, one for each sample number; a
// blank one where there is none. They say no name and no room, on at most two sides,
// as airily as these hold it. Tearing off the slip at the end of the back tears off
// the notice at the end of the front, and no answer.
func Questionnaires(f Facts, h annual.Head, numbers []int) []Document {
	q := asking{f, h}
	a := q.airy()
	if len(numbers) == 0 {
		return []Document{q.document(a, "")}
	}
	all := make([]Document, len(numbers))
	for i, no := range numbers {
		all[i] = q.document(a, sampleNumber(no))
	}
	return all
}

// sampleNumber is a number as it is printed and read out.
func sampleNumber(no int) string { return strconv.Itoa(no) }

// An asking is a questionnaire while it is made.
type asking struct {
	Facts
	h annual.Head
}

// airs are how widely a questionnaire can be set, the widest first.
var airs = []air{
	{low: 8.4, lines: 5, line: 8.6}, {low: 7.8, lines: 4, line: 8.4}, {low: 7.4, lines: 3, line: 8.2}, {low: 7, lines: 3, line: 7.8}, {low: 7, lines: 2, line: 8},
	{low: 7, lines: 3, line: 7.6, dense: true}, {low: 6.6, lines: 2, line: 7.8, dense: true}, {low: 6.2, lines: 2, line: 7, dense: true},
	{low: 5.8, lines: 1, line: 8, dense: true}, {low: 5.4, lines: 1, line: 7, dense: true}, {low: 5.2, lines: 1, line: 7, dense: true, tight: true},
}

// An air is how much room rows and lines to write on have.
type air struct {
	low   float64 // of a row to be judged
	lines int     // to write on, of each open question
	line  float64
	dense bool
	tight bool // small print and slim margins
}

// airy is the widest setting that keeps to two sides.
func (q asking) airy() air {
	for _, a := range airs {
		if sides(q.document(a, sampleNumber(1))) <= 2 {
			return a
		}
	}
	return airs[len(airs)-1]
}

// sides is how many pages a document takes.
func sides(d Document) int {
	file := paper.New(paper.Info{})
	file.Add(d.Sheet, d.Blocks...)
	return file.Pages()
}

// QuestionnaireSides is how many sides a questionnaire takes at its tightest: more
// than two are too many.
func QuestionnaireSides(f Facts, h annual.Head) int {
	q := asking{f, h}
	return sides(q.document(q.airy(), sampleNumber(1)))
}

func (q asking) document(a air, no string) Document {
	s := q.sheet(formQuestionnaire, q.title(), paper.A4)
	s.Dense, s.Side, s.QR = a.dense, 16, no
	if a.tight {
		s.Side = 12
	}
	s.Secrecy, s.Printed = q.Say("paper.survey.foot"), ""
	if no != "" {
		s.No = q.Say("paper.survey.no", no)
	}
	blocks := []paper.Block{paper.Para{Text: say.IntroText(q.Voice, q.h.Questionnaire)}}
	blocks = append(blocks, q.about(no)...)
	blocks = append(blocks, paper.Foot{High: tornOff, Blocks: []paper.Block{paper.Gap(4), q.notice()}},
		paper.Gap(1), paper.Note(q.Say("paper.survey.how")), q.scale(a))
	blocks = append(blocks, q.further(a)...)
	return Document{Sheet: s, Blocks: blocks, Number: no}
}

// tornOff is how high the slip at the end is, and the notice behind it, in mm.
const tornOff = 43

func (q asking) title() string { return q.Say("paper.survey.questionnaire", q.h.Year) }

func (q asking) sheet(form, title string, size paper.Size) paper.Sheet {
	return q.Facts.sheet(form, title, q.Project(q.h.Project), size)
}

// about is what one has to know of who answers: no name, no room.
func (q asking) about(no string) []paper.Block {
	return []paper.Block{
		paper.Row{{Label: q.Say("paper.survey.col.number"), Text: no, Strong: true, Share: .42}, {Label: q.Say("paper.survey.col.since"), Text: choice(q.Facts, annual.Sinces), Share: 1}},
		paper.Row{q.pair("paper.survey.col.area", paper.Ticks(q.areas()))},
		paper.Row{q.pair("paper.survey.col.owner", choice(q.Facts, q.owners()))},
	}
}

// areas are the names of the areas in the frame, each once.
func (q asking) areas() (all []string) {
	for _, s := range q.h.Strata {
		if !slices.Contains(all, s.Name) {
			all = append(all, s.Name)
		}
	}
	return all
}

// owners are the kinds of owners who are asked.
func (q asking) owners() (all []app.OwnerKind) {
	for _, o := range annual.OwnerKinds {
		if len(q.h.Strata) == 0 || slices.ContainsFunc(q.h.Strata, func(s annual.Stratum) bool { return s.Owner == o }) {
			all = append(all, o)
		}
	}
	return all
}

// notice tells what becomes of the answers, as whoever handles them has to.
func (q asking) notice() paper.Panel {
	return paper.Panel{
		{q.Say("paper.survey.who"), dotted(q.Ground.Office.Company, q.desk())},
		{q.Say("paper.survey.use"), q.Say("paper.survey.use.text")},
		{q.Say("paper.survey.secret"), q.Say("paper.survey.secret.text")},
		{q.Say("paper.survey.keep"), say.PlanText(q.Voice, "keep", q.h.Plan.Keep)},
		{q.Say("paper.survey.right"), q.Say("paper.survey.right.text")},
		{q.Say("paper.survey.ask"), q.contact()},
	}
}

// desk is the department that asks.
func (f Facts) desk() string {
	for _, d := range f.Ground.Departments {
		if d.Desk {
			return d.Name
		}
	}
	return ""
}

// contact is whom owners may ask, with the phone unless it is said already.
func (q asking) contact() string {
	return dotted(say.PlanText(q.Voice, "contact", q.h.Plan.Contact), q.phoneUnless(q.h.Plan.Contact))
}

func (q asking) phoneUnless(own string) string {
	if own != "" {
		return ""
	}
	return q.Ground.Office.Phone
}

// scale is everything with five answers: the whole first, then by dimension.
func (q asking) scale(a air) paper.Block {
	s := paper.Scale{Heads: q.marks(), Rest: q.Say("paper.survey.unknown"), Low: a.low, Small: a.tight}
	n := 0
	row := func(code string) paper.ScaleRow {
		n++
		return paper.ScaleRow{No: strconv.Itoa(n), Text: say.ItemText(q.Voice, q.h.Questionnaire, code)}
	}
	if q.h.Questionnaire.Overall {
		s.Groups = append(s.Groups, paper.ScaleGroup{Title: q.Say("paper.survey.overall"), Rows: []paper.ScaleRow{row(annual.Overall)}})
	}
	for _, d := range q.h.Questionnaire.Dimensions {
		g := paper.ScaleGroup{Title: say.DimensionText(q.Voice, q.h.Questionnaire, d.Code)}
		for _, i := range q.h.Questionnaire.Items {
			if i.Dimension == d.Code {
				g.Rows = append(g.Rows, row(i.Code))
			}
		}
		if len(g.Rows) > 0 {
			s.Groups = append(s.Groups, g)
		}
	}
	return s
}

// marks are the words of the five answers, the best first.
func (f Facts) marks() (all []string) {
	for n := 5; n >= 1; n-- {
		all = append(all, f.Say("paper.survey.mark."+strconv.Itoa(n)))
	}
	return all
}

// further is what comes after the items: recommendation, choices, words, who asked,
// and the slip.
func (q asking) further(a air) (blocks []paper.Block) {
	n := len(q.h.Questionnaire.Asked())
	ask := func(text string, answer ...paper.Block) {
		n++
		blocks = append(blocks, paper.Keep(append([]paper.Block{paper.Gap(1.5), paper.Band(strconv.Itoa(n) + "\u2002" + text)}, answer...)))
	}
	if q.h.Questionnaire.Recommend {
		ask(say.RecommendText(q.Voice), paper.Ladder{From: 0, To: 10, Low: q.Say("paper.survey.least"), High: q.Say("paper.survey.most")})
	}
	if all := q.lettered(); len(all) > 0 {
		ask(q.Count("paper.survey.choices", q.h.Questionnaire.MostChosen), paper.Gap(.8), paper.Options{Items: all, Columns: 3, Low: a.low - 1})
	}
	for _, o := range q.h.Questionnaire.Open {
		ask(say.OpenText(q.Voice, q.h.Questionnaire, o.Code), paper.Ruled{Lines: a.lines, High: a.line})
	}
	return append(blocks, paper.Gap(3),
		paper.Row{{Label: q.Say("paper.survey.mode"), Text: choice(q.Facts, q.modes()), Share: 2.1}, {Label: q.Say("paper.survey.interviewer")}, {Label: q.Say("paper.survey.date")}},
		q.contactSlip())
}

// lettered are the choices with the letters by which they are keyed in.
func (q asking) lettered() (all []string) {
	for i, words := range q.choices() {
		all = append(all, annual.Letters[i:i+1]+"\u2002"+words)
	}
	return all
}

func (q asking) choices() (all []string) {
	for _, c := range q.h.Questionnaire.Choices {
		all = append(all, say.ChoiceText(q.Voice, q.h.Questionnaire, c.Code))
	}
	return all
}

func (q asking) modes() []annual.Mode {
	if len(q.h.Plan.Modes) > 0 {
		return q.h.Plan.Modes
	}
	return annual.Modes
}

// contactSlip is torn off and kept apart from the answers: it bears no number.
func (q asking) contactSlip() paper.Block {
	return paper.Foot{High: tornOff, Blocks: []paper.Block{
		paper.Tear(q.Say("paper.survey.tear")),
		paper.Band(q.Say("paper.survey.slip")),
		paper.Row{q.pair("paper.survey.slip.may", paper.Ticks([]string{q.Say("paper.survey.slip.yes"), q.Say("paper.survey.slip.no")}))},
		paper.Row{{Label: q.Say("paper.col.name"), High: 9}, {Label: q.Say("paper.survey.slip.phone"), High: 9}},
		paper.Note(q.Say("paper.survey.slip.use")),
	}}
}
