package reports

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

// problems is the third chapter: what was concluded, and the year's complaints.
func (a annually) problems() []AnnualSection {
	s := a.section("problems")
	var rows [][]Figure
	n := 0
	for _, p := range a.h.Findings.Live() {
		n++
		rows = append(rows, []Figure{a.number(n), word(a.free(p.Title)), word(a.free(p.Evidence)), a.complaints(p.Complaints), word(a.free(p.Scope)), word(a.free(p.Cause)), word(a.measure(p))})
	}
	measured := slices.ContainsFunc(a.h.Findings.Live(), func(p annual.Problem) bool { return a.measure(p) != "" })
	s.Says = a.Say("annual.findings.none")
	if n > 0 {
		s.Says = a.Count("annual.says.problems", n)
	}
	s.Tables = []FigureTable{a.table("problems", []annualColumn{{"no", 6, false, false}, {"problem", 23, true, false}, {"evidence", 36, true, false}, {"complaints", 11, true, false},
		{"scope", 13, true, false}, {"cause", 18, true, false}, {"measure", 16, true, !measured}}, rows)}
	return []AnnualSection{s, a.related()}
}

// measure is what came of a problem until the report was out, and apart what came later.
func (a annually) measure(p annual.Problem) string {
	if later := a.later[p.N]; later != "" {
		return joined("\n", p.Measure, a.Say("annual.measure.later", later))
	}
	return p.Measure
}

// complaints are how many, and their numbers as far as a cell has room.
func (a annually) complaints(ids []app.IssueID) Figure {
	f := a.Facts.count(ids)
	if len(ids) > 0 {
		f.Text = a.Count("annual.complaints", len(ids))
	}
	return f
}

// related are the year's complaints by what they are about.
func (a annually) related() AnnualSection {
	s := a.section("complaints")
	var rows [][]Figure
	for _, r := range a.r.Related {
		rows = append(rows, []Figure{word(a.dimension(r.Dimension)), a.Facts.count(r.Issues), a.number(r.Before), word(a.listed(r.Issues))})
	}
	s.Tables = []FigureTable{a.table("complaints", []annualColumn{{"dimension", 24, true, false}, {"complaints", 14, false, false}, {"complaints-last", 14, false, false}, {"numbers", 60, true, false}}, rows)}
	return s
}

// mostNumbers is how many issues a cell names.
const mostNumbers = 8

func (a annually) listed(ids []app.IssueID) string {
	var said []string
	for _, id := range ids[:min(mostNumbers, len(ids))] {
		if n := a.numbers[id]; n != "" {
			said = append(said, n)
		}
	}
	text := strings.Join(said, " ")
	if more := len(ids) - mostNumbers; more > 0 && text != "" {
		text += " " + a.Count("annual.numbers.more", more)
	}
	return text
}

// suggestions is the fourth chapter.
func (a annually) suggestions() []AnnualSection {
	s := a.section("suggestions")
	var rows [][]Figure
	for _, x := range a.h.Findings.Suggestions {
		if x.Gone {
			continue
		}
		rows = append(rows, []Figure{a.number(len(rows) + 1), word(a.free(x.Text)), word(a.problemNo(x.Problem)), word(a.Dept(x.Dept)), word(a.priority(x.Priority)), word(a.indicator(x.Item)), a.fromTo(x)})
	}
	s.Says = a.Say("annual.findings.none")
	if len(rows) > 0 {
		s.Says = a.Count("annual.says.suggestions", len(rows))
	}
	s.Tables = []FigureTable{a.table("suggestions", []annualColumn{{"no", 7, false, false}, {"suggestion", 42, true, false}, {"for-problem", 11, true, false}, {"dept", 15, true, false},
		{"priority", 9, true, false}, {"indicator", 20, true, false}, {"from-to", 16, false, false}}, rows)}
	return []AnnualSection{s}
}

func (a annually) priority(p annual.Priority) string {
	if p == "" {
		return ""
	}
	return a.Say("annual.priority." + string(p))
}

// problemNo is how a problem is numbered in the report: those struck out have no
// number there.
func (a annually) problemNo(n int) string {
	at := 0
	for _, p := range a.h.Findings.Live() {
		if at++; p.N == n {
			return ordinal(at)
		}
	}
	return ""
}

func (a annually) fromTo(x annual.Suggestion) Figure {
	if x.From == 0 && x.To == 0 || !has(x.From) || !has(x.To) {
		return word(a.Say("kpi.none"))
	}
	return Figure{Text: a.score(x.From) + " → " + a.score(x.To), Measure: Score, Span: true, Low: x.From, High: x.To}
}

// free is what a person typed, without numbers to call and without people.
func (a annually) free(text string) string { return a.unnamed(text) }

// moves are what rose and what fell, the greatest moves first and no more than a
// summary has room for.
func (a annually) moves() []string {
	if !a.compared() {
		return nil
	}
	items := slices.Clone(a.r.Items)
	slices.SortStableFunc(items, func(x, y annual.ItemResult) int { return cmp.Compare(moveOf(y), moveOf(x)) })
	var points []string
	for _, way := range []struct {
		key string
		is  func(*annual.Compared) bool
	}{{"rose", (*annual.Compared).Risen}, {"fell", (*annual.Compared).Fallen}} {
		var said []string
		n := 0
		for _, i := range items {
			if !way.is(i.Last) {
				continue
			}
			if n++; n <= mostMoves {
				said = append(said, a.Say("annual.moved.each", a.item(i.Code), signed(i.Last.Change.Difference), a.chance(i.Last.Change.P)))
			}
		}
		if n > 0 {
			points = append(points, a.Say("annual.moves."+way.key, a.r.LastYear, n, a.List(said)))
		}
	}
	if len(points) == 0 {
		points = append(points, a.Say("annual.of-items", a.Say("annual.moved.none", a.r.LastYear)))
	}
	return points
}

// mostMoves is how many items a summary names that rose, or fell.
const mostMoves = 4

// moveOf is how far an item moved, either way.
func moveOf(i annual.ItemResult) float64 {
	if i.Last == nil {
		return 0
	}
	return math.Abs(i.Last.Change.Difference)
}

// summary is the report on one page.
func (a annually) summary() AnnualSummary {
	s := AnnualSummary{Title: a.Say("annual.summary"), Text: a.free(a.h.Findings.Summary)}
	tile := func(label, value, note string) { s.Tiles = append(s.Tiles, AnnualTile{a.Say(label), value, note}) }
	if o := a.r.Overall; o != nil && seenScore(o.Score) {
		tile("annual.overall", a.score(o.Score.Mean), a.ci(a.between(o.Score.Low, o.Score.High, 1)))
	}
	tile("annual.index", a.score(a.r.Index.Mean), a.ci(a.between(a.r.Index.Low, a.r.Index.High, 1)))
	if has(a.r.Top.P) {
		tile("annual.top", a.Percent(a.r.Top.P), a.ci(a.shareInterval(a.r.Top.Low, a.r.Top.High).Text))
	}
	valid := ordinal(a.r.Total.Valid)
	if rate, there := a.r.Total.Response(); there && a.exact() {
		tile("annual.valid", valid, a.Say("annual.rate", a.Percent(rate)))
	} else {
		tile("annual.valid", valid, a.Say("annual.of-units", a.units()))
	}
	if n := a.r.Recommend; n != nil {
		tile("annual.recommend", a.score(n.Mean), a.ci(a.between(n.Low, n.High, 1)))
	}
	s.Points = a.taken()
	s.Charts = []NamedChart{a.chart("dimensions", a.dimensionBars())}
	return s
}

// taken are the points of the summary.
func (a annually) taken() []string {
	var points []string
	add := func(said string) {
		if said != "" {
			points = append(points, said)
		}
	}
	if !a.exact() {
		add(a.Say("annual.limit.convenience"))
	}
	if seenScore(a.r.Index) {
		add(a.Say("annual.index.says", a.estimate(a.r.Index), a.grade()))
	}
	if said := a.change(a.r.IndexLast); said != "" && a.exact() {
		add(a.Say("annual.sentence", a.Say("annual.index"), said))
	}
	if top, bottom := a.ends(3); len(top) > 0 {
		add(a.Say("annual.top-items", a.named(top)))
		add(a.Say("annual.bottom-items", a.named(bottom)))
	}
	for _, p := range a.moves() {
		add(p)
	}
	if first := a.pressing(); len(first) > 0 {
		add(a.Say("annual.says.drivers", a.texts(first)))
	}
	if a.exact() {
		add(a.difference("area", a.r.ByArea))
		add(a.difference("owner", a.r.ByOwner))
	}
	if len(a.r.Unfilled) > 0 {
		add(a.Say("annual.limit.unfilled", a.strata(a.r.Unfilled)))
	}
	return points
}
