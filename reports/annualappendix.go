package reports

import (
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
)

// appendix is one of the appendices by its key.
func (a annually) appendix(key string) []AnnualSection {
	switch key {
	case "questionnaire":
		return a.asked()
	case "formulas":
		return a.formulas()
	case "items":
		return []AnnualSection{a.answers(), a.ties()}
	case "quality":
		return []AnnualSection{a.quality()}
	}
	return []AnnualSection{a.glossary()}
}

// asked is the questionnaire as it was answered.
func (a annually) asked() []AnnualSection {
	q := a.h.Questionnaire
	s := a.section("asked")
	weight := map[string]int{}
	for _, d := range q.Dimensions {
		weight[d.Code] = d.Weight
	}
	var rows [][]Figure
	if q.Overall {
		rows = append(rows, []Figure{word(annual.Overall), word(""), word(a.item(annual.Overall)), word("")})
	}
	last := ""
	for _, i := range q.Items {
		name, percent := "", Figure{}
		if i.Dimension != last {
			name, percent = a.dimension(i.Dimension), a.number(weight[i.Dimension])
		}
		last = i.Dimension
		rows = append(rows, []Figure{word(i.Code), word(name), word(a.item(i.Code)), percent})
	}
	s.Tables = []FigureTable{a.table("asked", []annualColumn{{"code", 18, true, false}, {"dimension", 24, true, false}, {"item", 46, true, false}, {"weight", 12, false, false}}, rows)}
	s.Text = []string{a.Say("annual.answers")}
	if q.Recommend {
		s.Points = append(s.Points, say.RecommendText(a.Voice))
	}
	if len(q.Choices) > 0 {
		var names []string
		for _, c := range q.Choices {
			names = append(names, say.ChoiceText(a.Voice, q, c.Code))
		}
		s.Points = append(s.Points, a.Say("annual.choices.asked", q.MostChosen, a.List(names)))
	}
	for _, o := range q.Open {
		s.Points = append(s.Points, say.OpenText(a.Voice, q, o.Code))
	}
	return []AnnualSection{s}
}

// formula is one of the formulas used, with its source; its words stand under its
// name. Signs are the same in every language.
var formulas = []struct {
	name, formula, source string
	drawn                 bool // of drawn samples only
}{
	{"score", "", "ACSI", false},
	{"mean", "m = Σ W·m(h),  W = N(h)/N\nSE² = Σ W²·(1 − n(h)/N(h))·s²(h)/n(h)", "Cochran (1977), 5.3–5.6", true},
	{"interval", "m ± t(0.975; n − H)·SE", "Lohr (2022), 3.2", true},
	{"top", "p = Σ W·p(h)\nn* = p(1 − p)/SE²\n(p + z²/2n* ± z√(p(1 − p)/n* + z²/4n*²)) / (1 + z²/n*)", "Wilson (1927); Korn & Graubard (1998)", true},
	{"index", "I = Σ w·score,  Σ w = 1", "Särndal, Swensson & Wretman (1992), 5.5", false},
	{"nps", "NPS = 100·(P − D)", "Reichheld (2003)", false},
	{"alpha", "α = k/(k − 1)·(1 − Σ s²(i)/s²)", "Cronbach (1951); Feldt (1965)", false},
	{"welch", "F = Σ w(m(g) − m)²/(k − 1) / (1 + 2(k − 2)λ/(k² − 1)),  w = n(g)/s²(g)", "Welch (1951)", true},
	{"kruskal", "H = 12/(n(n + 1))·Σ R²/n(g) − 3(n + 1)", "Kruskal & Wallis (1952)", true},
	{"holm", "t = (m(a) − m(b))/√(s²(a)/n(a) + s²(b)/n(b))", "Welch (1947); Holm (1979)", true},
	{"chi", "χ² = Σ (O − E)²/E", "Pearson (1900); Cochran (1954)", true},
	{"since", "t = (m − m')/√(SE² + SE'²)", "Satterthwaite (1946)", true},
	{"drivers", "r = cov(x, y)/(s(x)·s(y))", "Martilla & James (1977); GB/T 19038—2009 D", false},
	{"response", "valid / (issued − ineligible)", "AAPOR, RR1", true},
	{"loss", "n·Σ w² / (Σ w)²", "Kish (1992)", true},
	{"hide", "n ≥ 5", "Willenborg & de Waal (2001), 6", false},
}

func (a annually) formulas() []AnnualSection {
	s := a.section("formulas")
	s.Says = a.Say("annual.formulas.says")
	var rows [][]Figure
	for _, f := range formulas {
		if f.drawn && !a.exact() {
			continue
		}
		said := f.formula
		switch f.name {
		case "score":
			said = a.Say("annual.scale." + string(a.r.Scale))
		case "response":
			said = a.Say("annual.formula.response.sign")
		}
		rows = append(rows, []Figure{word(a.Say("annual.formula." + f.name)), word(said), word(a.Say("annual.formula." + f.name + ".says")), word(f.source)})
	}
	s.Tables = []FigureTable{a.table("formulas", []annualColumn{{"figure", 16, true, false}, {"formula", 32, true, false}, {"meaning", 32, true, false}, {"source", 20, true, false}}, rows)}
	s.Text = []string{a.Say("annual.sem"), a.Say("annual.checked")}
	return []AnnualSection{s}
}

// answers are how the answers to each item are divided.
func (a annually) answers() AnnualSection {
	s := a.section("answers")
	items := a.r.Items
	if a.r.Overall != nil {
		items = append([]annual.ItemResult{*a.r.Overall}, items...)
	}
	var rows [][]Figure
	for _, i := range items {
		name := a.item(i.Code)
		if i.Code == annual.Overall {
			name = a.overallItem()
		}
		row := []Figure{word(name), a.people(i.Showing, i.N), a.people(i.Showing, i.Unknown)}
		for x := 5; x >= 1; x-- {
			row = append(row, a.shown(i.Showing, a.part(i.Counts[x-1], i.N)))
		}
		rows = append(rows, append(row, a.shown(i.Showing, a.measured(i.Mean.Mean, Decimal, digits(i.Mean.Mean, 2))), a.shown(i.Showing, a.errorFigure(i.Score.SE)), a.shown(i.Showing, a.errorFigure(i.Score.DEFF))))
	}
	columns := []annualColumn{{"item", 42, true, false}, {"n", 8, false, false}, {"unknown", 9, false, false}}
	for x := 5; x >= 1; x-- {
		columns = append(columns, annualColumn{strconv.Itoa(x), 12, false, false})
	}
	s.Tables = []FigureTable{a.table("answers", append(columns, annualColumn{"mean", 9, false, false}, annualColumn{"se", 9, false, !a.exact()}, annualColumn{"deff", 9, false, !a.exact()}), rows)}
	return s
}

// ties are how each item goes with the others.
func (a annually) ties() AnnualSection {
	s := a.section("ties")
	var rows [][]Figure
	for _, i := range a.r.Items {
		quadrant := ""
		if i.Quadrant != "" {
			quadrant = a.Say("annual.quadrant." + string(i.Quadrant))
		}
		rows = append(rows, []Figure{word(a.item(i.Code)), a.shown(i.Showing, a.coefficient(i.Tie.Dropped)), a.shown(i.Showing, a.coefficient(i.Tie.Correlation)), a.shown(i.Showing, a.coefficient(i.Importance)), word(quadrant)})
	}
	s.Tables = []FigureTable{a.alphas(), a.table("ties", []annualColumn{{"item", 46, true, false}, {"dropped", 18, false, false}, {"correlation", 18, false, false}, {"importance", 18, false, false}, {"quadrant", 20, true, false}}, rows)}
	return s
}

func (a annually) coefficient(x float64) Figure { return a.measured(x, Coefficient, digits(x, 3)) }

// quality is how good the sheets are.
func (a annually) quality() AnnualSection {
	s, q := a.section("quality"), a.r.Quality
	s.Says = a.Say("annual.says.quality", q.Sheets, q.Valid)
	var rows [][]Figure
	for _, line := range []struct {
		key string
		n   int
		of  int
	}{
		{"sheets", q.Sheets, 0}, {"voided", q.Voided, q.Sheets}, {"left", q.Left, q.Sheets}, {"valid", q.Valid, q.Sheets},
		{"half-empty", q.HalfEmpty, q.Sheets}, {"straight", q.Straight, q.Sheets}, {"fast", q.Fast, q.Sheets}, {"doubles", q.Doubles, q.Sheets},
		{"back", q.Back, q.Valid}, {"back-wrong", q.BackWrong, q.Back}, {"second", q.Second, q.Sheets}, {"second-marks", q.SecondMarks, 0}, {"second-off", q.SecondOff, q.SecondMarks},
	} {
		share := word("")
		if line.of > 0 {
			share = a.part(line.n, line.of)
		}
		rows = append(rows, []Figure{word(a.Say("annual.quality." + line.key)), a.number(line.n), share})
	}
	s.Tables = []FigureTable{a.table("quality", []annualColumn{{"check", 60, true, false}, {"n", 20, false, false}, {"share", 20, false, false}}, rows)}
	s.Text = []string{a.Say("annual.quality.rule"), say.PlanText(a.Voice, "quality", a.h.Plan.Quality)}
	return s
}

// glossary explains the words of the report.
func (a annually) glossary() AnnualSection {
	s := a.section("glossary")
	terms := []string{"score", "index", "top", "nps", "stratum", "frame"}
	if a.exact() {
		terms = append(terms, "interval", "se", "significant", "p", "deff")
	}
	var rows [][]Figure
	for _, t := range append(terms, "alpha", "importance", "hidden") {
		rows = append(rows, []Figure{word(a.Say("annual.term." + t)), word(a.Say("annual.term." + t + ".says"))})
	}
	s.Tables = []FigureTable{a.table("glossary", []annualColumn{{"term", 24, true, false}, {"meaning", 76, true, false}}, rows)}
	return s
}
