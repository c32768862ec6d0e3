package reports

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// SurveyPlan is the plan of a yearly survey, as it is checked and approved: what it
// is for, whom it asks what, how and when, and how its sample comes about, with every
// number put into its formula.
func SurveyPlan(f Facts, h annual.Head) Document {
	q := asking{f, h}
	s := q.sheet(formSurveyPlan, q.Say("paper.survey.plan", h.Year), paper.A4)
	s.No = h.Number
	blocks := slices.Concat(q.what(), q.content(), q.timetable(), q.frame(), q.sampling(), q.care())
	blocks = append(blocks, paper.Gap(2), q.signed())
	d := Document{Sheet: s, Blocks: blocks, Number: h.Number}
	d.Sheet.Dense = sides(d) > 2
	return d
}

// what is what the survey is for and whom it is about.
func (q asking) what() []paper.Block {
	p := q.h.Plan
	owners := p.Owners
	if len(owners) == 0 {
		owners = annual.OwnerKinds
	}
	areas := q.Say("paper.survey.all-areas")
	if len(p.Areas) > 0 {
		areas = q.List(q.areas())
	}
	return []paper.Block{
		paper.Band(q.Say("paper.survey.about")),
		q.pairs("paper.survey.title", say.SurveyTitle(q.Voice, q.h), "paper.survey.state", say.SurveyState(q.Voice, q.h.State)),
		q.text("paper.survey.purpose", say.PlanText(q.Voice, "purpose", p.Purpose), 0),
		q.text("paper.survey.scope", say.PlanText(q.Voice, "scope", p.Scope), 0),
		q.pairs("paper.survey.col.area", areas, "paper.survey.col.owner", say.Codes(q.Voice, owners)),
		q.text("paper.survey.method", lines(q.modeWords(), say.PlanText(q.Voice, "method", p.Method)), 0),
	}
}

// modeWords are the ways of asking, and how many at most by telephone.
func (q asking) modeWords() string {
	said := say.Codes(q.Voice, q.modes())
	if p := q.h.Plan.Phoned; p > 0 {
		said = dotted(said, q.Say("paper.survey.phoned", percent(p)))
	}
	return said
}

// content is what is asked, with the weights of the dimensions.
func (q asking) content() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		q.column("paper.survey.dimension", 36), q.column("paper.survey.items", 0), {Title: q.Say("paper.survey.weight"), Width: 18, Align: paper.Right}}}
	for _, d := range q.h.Questionnaire.Dimensions {
		var items []string
		for _, i := range q.h.Questionnaire.Items {
			if i.Dimension == d.Code {
				items = append(items, say.ItemText(q.Voice, q.h.Questionnaire, i.Code))
			}
		}
		if len(items)+d.Weight > 0 {
			t.Rows = append(t.Rows, []string{say.DimensionText(q.Voice, q.h.Questionnaire, d.Code), strings.Join(items, q.Say("paper.survey.between")), strconv.Itoa(d.Weight) + " %"})
		}
	}
	return []paper.Block{paper.Band(q.Say("paper.survey.content")), q.text("paper.survey.covered", say.PlanText(q.Voice, "content", q.h.Plan.Content), 0), t, paper.Note(q.besides())}
}

// besides is what is asked beside the items, and how answers are scored.
func (q asking) besides() string {
	a := q.h.Questionnaire
	var also []string
	if a.Overall {
		also = append(also, q.Say("paper.survey.overall"))
	}
	if a.Recommend {
		also = append(also, q.Say("paper.survey.recommend"))
	}
	if len(a.Choices) > 0 {
		also = append(also, q.Count("paper.survey.most-chosen", a.MostChosen))
	}
	if len(a.Open) > 0 {
		also = append(also, q.Count("paper.survey.opens", len(a.Open)))
	}
	return q.Say("paper.survey.besides", q.List(also)) + q.Say("paper.survey.scale."+scaleKey(q.h.Plan.Scale))
}

func scaleKey(s survey.Scale) string {
	if s == survey.Twenty {
		return "twenty"
	}
	return "hundred"
}

func (q asking) timetable() []paper.Block {
	t := paper.Table{Small: true}
	row := []string{}
	for _, s := range q.h.Plan.Stages {
		t.Columns = append(t.Columns, paper.Column{Title: say.Stage(q.Voice, s.Key)})
		days := ""
		if !s.From.IsZero() {
			days = s.From.String()
		}
		if !s.To.IsZero() && s.To != s.From {
			days = lines(days, "– "+s.To.String())
		}
		row = append(row, days)
	}
	if len(row) == 0 {
		return nil
	}
	t.Rows = [][]string{row}
	return []paper.Block{paper.Band(q.Say("paper.survey.timetable")), t}
}

// frame is areas by kinds of owners, each cell with what there is of it, what is
// planned and what is handed out.
func (q asking) frame() []paper.Block {
	head := paper.Band(q.Say("paper.survey.frame"))
	if len(q.h.Strata) == 0 {
		return []paper.Block{head, paper.Note(q.Say("paper.survey.no-frame", q.h.Plan.FrameOn))}
	}
	owners := q.owners()
	t := paper.Table{Small: true, Sum: true, Columns: []paper.Column{q.column("paper.survey.col.area", 30)}}
	for _, o := range owners {
		t.Columns = append(t.Columns, paper.Column{Title: say.Code(q.Voice, o), Align: paper.Right})
	}
	t.Columns = append(t.Columns, paper.Column{Title: q.Say("paper.survey.sum"), Align: paper.Right})
	of := func(area string, o app.OwnerKind) (sum annual.Stratum) {
		for _, s := range q.h.Strata {
			if (area == "" || s.Name == area) && (o == "" || s.Owner == o) {
				sum.Units, sum.Planned, sum.Issued = sum.Units+s.Units, sum.Planned+s.Planned, sum.Issued+s.Issued
			}
		}
		return sum
	}
	for _, area := range append(q.areas(), "") {
		row := []string{or(area, q.Say("paper.survey.sum"))}
		for _, o := range append(slices.Clone(owners), "") {
			row = append(row, trio(of(area, o)))
		}
		t.Rows = append(t.Rows, row)
	}
	return []paper.Block{head, paper.Note(q.Say("paper.survey.frame.note", q.framed())), t}
}

// framed is of which day the frame is.
func (q asking) framed() string {
	if !q.h.Plan.FrameOn.IsZero() {
		return q.h.Plan.FrameOn.String()
	}
	return q.Day(q.h.Framed)
}

// trio is households, answers planned, questionnaires handed out.
func trio(s annual.Stratum) string {
	if s.Units == 0 {
		return "–"
	}
	return strconv.Itoa(s.Units) + " / " + strconv.Itoa(s.Planned) + " / " + strconv.Itoa(s.Issued)
}

// sampling is how many answers the precision takes, step by step, and how they are
// drawn.
func (q asking) sampling() []paper.Block {
	p := q.h.Plan
	blocks := []paper.Block{paper.Band(q.Say("paper.survey.sampling"))}
	if p.Convenience {
		return append(blocks, paper.Para{Text: q.Say("paper.survey.convenience")})
	}
	blocks = append(blocks, q.text("paper.survey.size", lines(q.steps()...), 0))
	draw := q.Say("paper.survey.way." + string(p.Way))
	if p.Seed != 0 {
		draw = dotted(draw, q.Say("paper.survey.seed", strconv.FormatUint(p.Seed, 10)))
	}
	return append(blocks,
		q.text("paper.survey.allocation", q.allocation(), 0),
		q.text("paper.survey.draw", lines(draw, q.Say("paper.survey.draw.how")), 0),
		q.text("paper.survey.replace", q.Say("paper.survey.replace.how", p.Attempts), 0))
}

// steps are the formulas of the sample size with their numbers.
func (q asking) steps() []string {
	p := q.h.Plan.Precision
	for _, s := range q.h.Strata {
		p.Units += s.Units
	}
	size, err := p.Size()
	if err != nil {
		return []string{q.Say("paper.survey.no-size")}
	}
	p = p.Usual()
	z, e, n0 := short(size.Z, 3), short(p.Error, 4), short(size.Infinite, 1)
	first := q.Say("paper.survey.step.share", z, short(p.Share, 3), short(1-p.Share, 3), e, n0)
	if p.Spread > 0 {
		first = q.Say("paper.survey.step.mean", z, short(p.Spread, 2), e, n0)
	}
	all := []string{q.Say("paper.survey.step.asked", percent(p.Confidence), or(q.errorWords(p), e)), first}
	if p.Units > 0 {
		all = append(all, q.Say("paper.survey.step.finite", n0, short(size.Infinite-1, 1), p.Units, short(size.Corrected, 1), size.Rounded))
	}
	if p.Effect != 1 {
		all = append(all, q.Say("paper.survey.step.effect", size.Rounded, short(p.Effect, 2), size.Effective))
	}
	all = append(all, q.Say("paper.survey.step.issue", size.Effective, percent(p.Response), size.Issue))
	planned, issued := 0, 0
	for _, s := range q.h.Strata {
		planned, issued = planned+s.Planned, issued+s.Issued
	}
	if planned > 0 {
		all = append(all, q.Say("paper.survey.step.strata", planned, issued))
	}
	return all
}

// errorWords is the error allowed: a share, or points of the scale.
func (q asking) errorWords(p survey.Precision) string {
	if p.Spread > 0 {
		return ""
	}
	return q.Say("paper.survey.points", short(p.Error*100, 1))
}

// percent is a share without needless digits.
func percent(share float64) string { return short(share*100, 1) + " %" }

// short is a number without zeros at its end.
func short(x float64, digits int) string {
	s := strconv.FormatFloat(x, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func (q asking) allocation() string {
	p := q.h.Plan
	said := q.Say("paper.survey.rule." + string(p.Rule))
	if p.Floor > 0 {
		said = dotted(said, q.Say("paper.survey.floor", p.Floor))
	}
	if p.Cap > 0 {
		said = dotted(said, q.Say("paper.survey.cap", p.Cap))
	}
	return dotted(said, q.Say("paper.survey.remainder"))
}

// care is who asks, how good work is seen to, and what becomes of the answers.
func (q asking) care() []paper.Block {
	p := q.h.Plan
	var people []string
	for _, id := range p.Interviewers {
		people = append(people, q.Staff(id))
	}
	shares := dotted(q.Say("paper.survey.back", percent(p.BackCheck)), q.Say("paper.survey.second", percent(p.Second)))
	return []paper.Block{
		paper.Band(q.Say("paper.survey.care")),
		q.text("paper.survey.people", lines(q.List(people), say.PlanText(q.Voice, "training", p.Training)), 0),
		q.text("paper.survey.quality", lines(shares, say.PlanText(q.Voice, "quality", p.Quality)), 0),
		q.text("paper.survey.secret", lines(say.PlanText(q.Voice, "secrecy", p.Secrecy), say.PlanText(q.Voice, "keep", p.Keep)), 0),
		q.pairs("paper.survey.budget", p.Budget, "paper.survey.ask", q.contact()),
	}
}

// signed are the boxes to sign in, with who did it here.
func (q asking) signed() paper.Block {
	return q.signs(
		lines(q.Say("paper.survey.made"), q.who(q.h.By, q.h.Made)),
		lines(q.Say("paper.survey.checked"), q.Staff(q.h.Checked)),
		lines(q.Say("paper.survey.approved"), q.who(q.h.ApprovedBy, q.h.Approved)))
}
