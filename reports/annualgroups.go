package reports

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
)

// group is what a group is called: areas by their names, owners by their kind.
func (a annually) group(by, key string) string {
	if by == "owner" {
		return say.Code(a.Voice, app.OwnerKind(key))
	}
	return key
}

// byGroup compares areas, or kinds of owners.
func (a annually) byGroup(by string, b annual.Breakdown) AnnualSection {
	s := a.section("by-" + by)
	s.Says = a.difference(by, b)
	s.Charts = []NamedChart{a.chart("by-"+by, a.groupDots(by, b))}
	s.Tables = []FigureTable{a.groups(by, b), a.matrix(by, b)}
	if b.Counts != nil {
		s.Tables = append(s.Tables, a.contents(by, b))
	}
	switch {
	case len(b.Pairs) == 0:
	case slices.ContainsFunc(b.Pairs, differs):
		s.Tables = append(s.Tables, a.pairs(by, b))
	default: // one sentence says that none differs
		s.Behind = append(s.Behind, a.pairs(by, b))
	}
	if a.exact() {
		s.Points = a.tests(by, b)
	}
	return s
}

// differs reports whether a pair differs, judged by all pairs together.
func differs(p survey.Pair) bool { return p.Adjusted < 1-survey.Level }

// difference is the first thing to know of a comparison: whether there is any.
func (a annually) difference(by string, b annual.Breakdown) string {
	said := a.Say("annual.by." + by)
	switch {
	case !a.exact():
		return a.Say("annual.says.groups.only", said)
	case b.Welch == nil:
		return a.Say("annual.says.groups.untested", said)
	case b.Welch.Significant():
		return a.Say("annual.says.groups.differs", said, a.chance(b.Welch.P))
	}
	return a.Say("annual.says.groups.same", said, a.chance(b.Welch.P))
}

// tests tell every test in words, with its figures beside.
func (a annually) tests(by string, b annual.Breakdown) []string {
	name := a.Say("annual.by." + by)
	said := []string{a.verdictOf("annual.test.welch", name, "F", b.Welch), a.verdictOf("annual.test.kruskal", name, "H", b.Kruskal)}
	if len(b.Pairs) > 0 {
		var other []string
		for _, p := range b.Pairs {
			if differs(p) {
				high, low, points := p.A, p.B, p.Difference
				if points < 0 {
					high, low, points = low, high, -points
				}
				other = append(other, a.Say("annual.pair.above", a.group(by, b.Keys[high]), a.group(by, b.Keys[low]), digits(points, 1), a.chance(p.Adjusted)))
			}
		}
		if len(other) > 0 {
			said = append(said, a.Say("annual.test.pairs", a.List(other)))
		} else {
			said = append(said, a.Say("annual.test.pairs.none"))
		}
	}
	switch {
	case b.Content == nil || !b.Content.Fit:
		said = append(said, a.Say("annual.test.content.untested"))
	case b.Joined:
		said = append(said, a.verdictOf("annual.test.joined", name, "χ²", &b.Content.Verdict))
	default:
		said = append(said, a.verdictOf("annual.test.content", name, "χ²", &b.Content.Verdict))
	}
	if b.Welch != nil && b.Welch.Small {
		said = append(said, a.Say("annual.test.small"))
	}
	return said
}

func (a annually) verdictOf(key, by, letter string, v *survey.Verdict) string {
	switch {
	case v == nil:
		return a.Say(key+".untested", by)
	case v.Significant():
		return a.Say(key+".differs", by, statistic(letter, *v), a.chance(v.P))
	}
	return a.Say(key+".same", by, statistic(letter, *v), a.chance(v.P))
}

// groups are index and overall item of each group.
func (a annually) groups(by string, b annual.Breakdown) FigureTable {
	var rows [][]Figure
	row := func(name string, index, overall annual.Cell) []Figure {
		return []Figure{word(name), a.people(index.Showing, index.N), a.shown(index.Showing, a.scoreFigure(index.Score.Mean)), a.shown(index.Showing, a.interval(index.Score.Low, index.Score.High)),
			a.shown(overall.Showing, a.scoreFigure(overall.Score.Mean)), a.shown(overall.Showing, a.interval(overall.Score.Low, overall.Score.High)), a.shown(overall.Showing, a.shareFigure(overall.Top.P))}
	}
	for g, key := range b.Keys {
		overall := annual.Cell{Showing: survey.Empty}
		if g < len(b.Overall) {
			overall = b.Overall[g]
		}
		rows = append(rows, row(a.group(by, key), b.Index[g], overall))
	}
	all := annual.Cell{N: a.r.Index.N, Score: a.r.Index, Showing: a.r.Showing}
	overall := annual.Cell{Showing: survey.Empty}
	if o := a.r.Overall; o != nil {
		overall = annual.Cell{N: o.N, Score: o.Score, Top: o.Top, Showing: o.Showing}
	}
	asked := a.r.Overall != nil
	rows = append(rows, row(a.Say("annual.everybody"), all, overall))
	t := a.table("by-"+by, []annualColumn{{by, 28, true, false}, {"n", 10, false, false}, {"index", 14, false, false}, {"interval", 22, false, !a.exact()},
		{"overall", 16, false, !asked}, {"interval", 22, false, !a.exact() || !asked}, {"top", 16, false, !asked}}, rows)
	t.Rows[len(t.Rows)-1].Total = true
	return t
}

// mostAcross is up to how many groups stand side by side.
const mostAcross = 6

// matrix are the dimensions of each group; what are many stands below each other.
func (a annually) matrix(by string, b annual.Breakdown) FigureTable {
	across := len(b.Keys) <= mostAcross
	var names []string
	for _, d := range a.r.Dimensions {
		names = append(names, a.dimension(d.Code))
	}
	var keys []string
	for _, k := range b.Keys {
		keys = append(keys, a.group(by, k))
	}
	cell := func(d, g int) Figure {
		c := b.Dimensions[d][g]
		return a.shown(c.Showing, a.scoreFigure(c.Score.Mean))
	}
	rows, heads, first := names, keys, "dimension"
	if !across {
		rows, heads, first = keys, names, by
	}
	columns := []annualColumn{{first, 30, true, false}}
	for _, h := range heads {
		columns = append(columns, annualColumn{h, 70 / max(1, len(heads)), false, false})
	}
	var all [][]Figure
	for i, name := range rows {
		line := []Figure{word(name)}
		for j := range heads {
			if across {
				line = append(line, cell(i, j))
			} else {
				line = append(line, cell(j, i))
			}
		}
		all = append(all, line)
	}
	return a.table("matrix-"+by, columns, all)
}

// contents are how many are satisfied, neutral and dissatisfied.
func (a annually) contents(by string, b annual.Breakdown) FigureTable {
	var rows [][]Figure
	for g, key := range b.Keys {
		c := b.Counts[g]
		all := c[0] + c[1] + c[2]
		if all == 0 {
			continue
		}
		rows = append(rows, []Figure{word(a.group(by, key)), a.number(all), a.part(c[0], all), a.part(c[1], all), a.part(c[2], all)})
	}
	return a.table("contents-"+by, []annualColumn{{by, 34, true, false}, {"n", 12, false, false}, {"satisfied", 18, false, false}, {"neutral", 18, false, false}, {"dissatisfied", 18, false, false}}, rows)
}

func (a annually) pairs(by string, b annual.Breakdown) FigureTable {
	var rows [][]Figure
	for _, p := range b.Pairs {
		said := a.Say("annual.verdict.same")
		if differs(p) {
			said = a.Say("annual.verdict.differs")
		}
		rows = append(rows, []Figure{word(a.Say("annual.pair", a.group(by, b.Keys[p.A]), a.group(by, b.Keys[p.B]))), a.signedFigure(p.Difference), a.interval(p.Low, p.High),
			a.chanceFigure(p.P), a.chanceFigure(p.Adjusted), word(said)})
	}
	return a.table("pairs-"+by, []annualColumn{{"pair", 34, true, false}, {"difference", 13, false, false}, {"interval", 20, false, false}, {"p", 12, false, false}, {"holm", 14, false, false}, {"verdict", 22, true, false}}, rows)
}

// crossed is the index by area and kind of owner.
func (a annually) crossed() AnnualSection {
	s := a.section("crossed")
	columns := []annualColumn{{"area", 24, true, false}}
	for _, k := range a.r.CrossOwners {
		columns = append(columns, annualColumn{say.Code(a.Voice, k), 60 / max(1, len(a.r.CrossOwners)), false, false})
	}
	columns = append(columns, annualColumn{"everybody", 16, false, false})
	var rows [][]Figure
	hidden := 0
	for i, area := range a.r.CrossAreas {
		row := []Figure{word(area)}
		for _, c := range a.r.Cross[i] {
			row = append(row, a.shown(c.Showing, a.scoreFigure(c.Score.Mean)))
			if c.Showing.Hidden() {
				hidden++
			}
		}
		row = append(row, a.totalOf(a.r.ByArea, i))
		rows = append(rows, row)
	}
	last := []Figure{word(a.Say("annual.everybody"))}
	for j := range a.r.CrossOwners {
		last = append(last, a.totalOf(a.r.ByOwner, j))
	}
	rows = append(rows, append(last, a.shown(a.r.Showing, a.scoreFigure(a.r.Index.Mean))))
	t := a.table("crossed", columns, rows)
	t.Rows[len(t.Rows)-1].Total = true
	s.Tables = []FigureTable{t}
	if hidden > 0 {
		s.Says = a.Count("annual.says.crossed", hidden)
	}
	return s
}

func (a annually) totalOf(b annual.Breakdown, g int) Figure {
	if g >= len(b.Index) {
		return word(a.Say("kpi.none"))
	}
	return a.shown(b.Index[g].Showing, a.scoreFigure(b.Index[g].Score.Mean))
}
