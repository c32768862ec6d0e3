package reports

import (
	"math"

	"cmp"
	"slices"
	"strings"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
)

// recommended is the score of recommendation.
func (a annually) recommended() AnnualSection {
	s, n := a.section("recommend"), a.r.Recommend
	said := a.score(n.Mean)
	if a.exact() && has(n.Low) {
		said = a.Say("annual.estimate", said, a.between(n.Low, n.High, 1))
	}
	s.Says = a.Say("annual.says.recommend", said)
	all := n.Promoters + n.Passives + n.Detractors
	s.Charts = []NamedChart{a.chart("recommend", a.recommendBar())}
	var rows [][]Figure
	for _, part := range []struct {
		key string
		n   int
	}{{"promoters", n.Promoters}, {"passives", n.Passives}, {"detractors", n.Detractors}} {
		rows = append(rows, []Figure{word(a.Say("annual.recommend." + part.key)), a.number(part.n), a.part(part.n, all)})
	}
	s.Behind = []FigureTable{a.table("recommend", []annualColumn{{"answer", 50, true, false}, {"n", 20, false, false}, {"sample-share", 30, false, false}}, rows)}
	s.Text = append(s.Text, a.Say("annual.recommend.how"))
	if said := a.change(n.Last); said != "" && a.exact() {
		s.Text = append(s.Text, a.Say("annual.sentence", a.Say("annual.recommend"), said))
	}
	return s
}

// quadrants in the order of the corners of a plane: upper left, upper right, lower
// left, lower right.
var quadrants = []survey.Quadrant{survey.Improve, survey.KeepUp, survey.Later, survey.Hold}

// placed are the items that stand in a quadrant, what is to be mended first on top.
func (a annually) placed() []annual.ItemResult {
	items := slices.DeleteFunc(slices.Clone(a.r.Items), func(i annual.ItemResult) bool {
		return i.Quadrant == "" || !has(i.Importance) || !seenScore(i.Score)
	})
	slices.SortStableFunc(items, func(x, y annual.ItemResult) int {
		return cmp.Or(cmp.Compare(slices.Index(quadrants, x.Quadrant), slices.Index(quadrants, y.Quadrant)), cmp.Compare(y.Priority, x.Priority))
	})
	return items
}

// pressing are the items that owners find important and badly done.
func (a annually) pressing() []annual.ItemResult {
	return slices.DeleteFunc(a.placed(), func(i annual.ItemResult) bool { return i.Quadrant != survey.Improve })
}

func (a annually) texts(items []annual.ItemResult) string {
	names := make([]string, len(items))
	for i, x := range items {
		names[i] = a.item(x.Code)
	}
	return a.List(names)
}

// driven holds importance against performance.
func (a annually) driven() AnnualSection {
	s := a.section("drivers")
	items := a.placed()
	if len(items) == 0 {
		s.Says = a.Say("annual.drivers.none")
		return s
	}
	s.Says = a.Say("annual.drivers.nothing")
	if first := a.pressing(); len(first) > 0 {
		s.Says, s.Tables = a.Say("annual.says.drivers", a.texts(first)), []FigureTable{a.quadranted("pressing", first)}
	}
	s.Charts = []NamedChart{a.chart("drivers", a.plane(items))}
	s.Behind = []FigureTable{a.quadranted("drivers", items)}
	s.Text = []string{a.Say("annual.drivers.how", digits(a.r.Cuts.Importance, 3), a.score(a.r.Cuts.Performance))}
	return s
}

// quadranted are items by their quadrants.
func (a annually) quadranted(name string, items []annual.ItemResult) FigureTable {
	var rows [][]Figure
	for _, i := range items {
		rows = append(rows, []Figure{word(a.Say("annual.quadrant." + string(i.Quadrant))), word(a.item(i.Code)), {Text: digits(i.Importance, 3), Value: i.Importance, Measure: Coefficient},
			a.scoreFigure(i.Score.Mean), a.measured(i.Priority, Score, digits(i.Priority, 1))})
	}
	return a.table(name, []annualColumn{{"quadrant", 24, true, false}, {"item", 42, true, false}, {"importance", 14, false, false}, {"score", 12, false, false}, {"priority", 14, false, false}}, rows)
}

// chosen is what owners name as most in need of improvement.
func (a annually) chosen() AnnualSection {
	s := a.section("choices")
	if len(a.r.Choices) == 0 {
		s.Says = a.Say("annual.choices.none")
		return s
	}
	name := func(code string) string { return say.ChoiceText(a.Voice, a.h.Questionnaire, code) }
	var first []string
	for _, c := range a.r.Choices[:min(3, len(a.r.Choices))] {
		if c.N > 0 {
			first = append(first, name(c.Code))
		}
	}
	n := answering(a.r.Choices)
	s.Says = a.Say("annual.says.choices", a.List(first), n)
	s.Charts = []NamedChart{a.chart("choices", a.choiceBars(name))}
	t := a.counts("choices", a.r.Choices, name)
	t.Note = a.Say("annual.choices.of", n, a.h.Questionnaire.MostChosen)
	s.Behind = []FigureTable{t}
	return s
}

// answering is how many the shares of counts are of.
func answering(all []annual.Count) int {
	for _, c := range all {
		if c.Share > 0 {
			return int(math.Round(float64(c.N) / c.Share))
		}
	}
	return 0
}

func (a annually) counts(name string, all []annual.Count, called func(string) string) FigureTable {
	var rows [][]Figure
	for _, c := range all {
		rows = append(rows, []Figure{word(called(c.Code)), a.number(c.N), a.shareFigure(c.Share)})
	}
	return a.table(name, []annualColumn{{"subject", 60, true, false}, {"n", 18, false, false}, {"answer-share", 22, false, false}}, rows)
}

// mostQuotes is how many opinions are printed.
const mostQuotes = 24

// opened are the open answers by what they are about, and those that may be quoted.
func (a annually) opened() AnnualSection {
	s := a.section("open")
	if len(a.r.Topics) == 0 && len(a.r.Quotes) == 0 {
		s.Says = a.Say("annual.open.none")
		return s
	}
	if len(a.r.Topics) > 0 {
		s.Says = a.Say("annual.says.open", a.dimension(a.r.Topics[0].Code), a.r.Topics[0].N)
		s.Tables = []FigureTable{a.counts("topics", a.r.Topics, a.dimension)}
	}
	if len(a.r.Quotes) > 0 {
		s.Text = []string{a.Say("annual.quotes")}
	}
	quotes := slices.Compact(slices.Sorted(slices.Values(a.r.Quotes)))
	for _, q := range quotes[:min(mostQuotes, len(quotes))] {
		s.Points = append(s.Points, a.Say("annual.quote", a.unnamed(strings.Join(strings.Fields(q), " "))))
	}
	if more := len(quotes) - mostQuotes; more > 0 {
		s.Points = append(s.Points, a.Count("annual.quotes.more", more))
	}
	return s
}
