package reports

import (
	"cmp"
	"slices"
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
)

// results is the second chapter.
func (a annually) results() []AnnualSection {
	all := []AnnualSection{a.whole(), a.byDimension(), a.byItem(), a.byGroup("area", a.r.ByArea), a.byGroup("owner", a.r.ByOwner), a.crossed()}
	if a.r.Recommend != nil {
		all = append(all, a.recommended())
	}
	return append(all, a.driven(), a.chosen(), a.opened())
}

// whole is what owners say on the whole, and the index of all dimensions.
func (a annually) whole() AnnualSection {
	s := a.section("overall")
	var rows [][]Figure
	if o := a.r.Overall; o != nil && seenScore(o.Score) {
		s.Says = a.Say("annual.says.overall", a.estimate(o.Score), a.Percent(o.Top.P))
		rows = append(rows, a.wholeRow(a.overallItem(), o.Score, o.Top, o.Last))
		s.Charts = append(s.Charts, a.chart("distribution", a.distribution()))
		if said := a.change(o.Last); said != "" {
			s.Text = append(s.Text, a.Say("annual.sentence", a.overallItem(), said))
		}
	}
	if seenScore(a.r.Index) {
		if s.Says == "" {
			s.Says = a.Say("annual.says.index", a.estimate(a.r.Index), a.grade())
		}
		none := survey.Share{P: survey.None(), SE: survey.None(), Low: survey.None(), High: survey.None()}
		rows = append(rows, a.wholeRow(a.Say("annual.index"), a.r.Index, none, a.r.IndexLast))
		s.Text = append(s.Text, a.Say("annual.index.says", a.estimate(a.r.Index), a.grade()))
		if said := a.change(a.r.IndexLast); said != "" {
			s.Text = append(s.Text, a.Say("annual.sentence", a.Say("annual.index"), said))
		}
	}
	s.Tables = append(s.Tables, a.table("overall", []annualColumn{{"figure", 26, true, false}, {"n", 10, false, false}, {"score", 12, false, false}, {"se", 12, false, !a.exact()},
		{"interval", 20, false, !a.exact()}, {"top", 13, false, false}, {"top-interval", 22, false, !a.exact()}, {"last", 14, false, !a.compared()}, {"change", 11, false, !a.compared()},
		{"p", 11, false, !a.compared()}}, rows))
	return s
}

func (a annually) wholeRow(name string, e survey.Estimate, top survey.Share, last *annual.Compared) []Figure {
	since := a.since(last)
	return []Figure{word(name), a.number(e.N), a.scoreFigure(e.Mean), a.errorFigure(e.SE), a.interval(e.Low, e.High),
		a.shareFigure(top.P), a.shareInterval(top.Low, top.High), since[0], since[1], since[2]}
}

// grade is what a score is called, by the bounds of the plan.
func (a annually) grade() string {
	bands := a.h.Plan.Bands
	if a.r.Grade < 0 || len(bands) == 0 {
		return a.Say("kpi.none")
	}
	names := []string{"best", "good", "fair", "poor"}
	name := names[min(a.r.Grade, len(names)-1)]
	if a.r.Grade == len(bands) {
		return a.Say("annual.grade.below", a.Say("annual.grade."+name), bands[len(bands)-1])
	}
	return a.Say("annual.grade.from", a.Say("annual.grade."+name), bands[a.r.Grade])
}

func (a annually) byDimension() AnnualSection {
	s := a.section("dimensions")
	var rows [][]Figure
	var best, worst annual.DimensionResult
	for _, d := range a.r.Dimensions {
		since := a.since(d.Last)
		rows = append(rows, []Figure{word(a.dimension(d.Code)), a.number(d.Weight), a.ranged(d), a.shown(d.Showing, a.scoreFigure(d.Score.Mean)),
			a.shown(d.Showing, a.interval(d.Score.Low, d.Score.High)), a.shown(d.Showing, a.shareFigure(d.Top)), since[0], since[1], since[2], since[3]})
		if !seenScore(d.Score) {
			continue
		}
		if best.Code == "" || d.Score.Mean > best.Score.Mean {
			best = d
		}
		if worst.Code == "" || d.Score.Mean < worst.Score.Mean {
			worst = d
		}
	}
	if best.Code != "" && best.Code != worst.Code {
		s.Says = a.Say("annual.says.dimensions", a.dimension(best.Code), a.score(best.Score.Mean), a.dimension(worst.Code), a.score(worst.Score.Mean))
	}
	s.Charts = []NamedChart{a.chart("dimensions", a.dimensionBars())}
	s.Tables = []FigureTable{a.table("dimensions", []annualColumn{{"dimension", 24, true, false}, {"weight", 9, false, false}, {"n-range", 14, false, false}, {"score", 11, false, false},
		{"interval", 19, false, !a.exact()}, {"top", 13, false, false}, {"last", 13, false, !a.compared()}, {"change", 11, false, !a.compared()},
		{"p", 11, false, !a.compared()}, {"verdict", 18, true, !a.compared()}}, rows)}
	a.explain(&s.Tables[0])
	s.Points = a.moved(len(a.r.Dimensions), func(i int) (string, *annual.Compared) {
		return a.dimension(a.r.Dimensions[i].Code), a.r.Dimensions[i].Last
	})
	return s
}

// explain says below a table what its comparison with another year is.
func (a annually) explain(t *FigureTable) {
	if a.compared() {
		t.Note = joined(" ", t.Note, a.Say("annual.note.compared"))
	}
}

// ranged are the fewest and the most answers of a dimension's items.
func (a annually) ranged(d annual.DimensionResult) Figure {
	if d.Showing.Hidden() || d.Score.N == d.Most {
		return a.people(d.Showing, d.Score.N)
	}
	return word(strconv.Itoa(d.Score.N) + "–" + strconv.Itoa(d.Most))
}

// moved tells what rose and what fell, as far as the tests carry it.
func (a annually) moved(n int, of func(int) (string, *annual.Compared)) []string {
	if !a.compared() {
		return nil
	}
	var rose, fell []string
	tested, year := 0, 0
	for i := range n {
		name, c := of(i)
		if c == nil || !c.Tested {
			continue
		}
		tested, year = tested+1, c.Year
		said := a.Say("annual.moved.each", name, signed(c.Change.Difference), a.chance(c.Change.P))
		switch {
		case c.Risen():
			rose = append(rose, said)
		case c.Fallen():
			fell = append(fell, said)
		}
	}
	var points []string
	if len(rose) > 0 {
		points = append(points, a.Say("annual.moved.rose", year, a.List(rose)))
	}
	if len(fell) > 0 {
		points = append(points, a.Say("annual.moved.fell", year, a.List(fell)))
	}
	switch rest := tested - len(rose) - len(fell); {
	case tested == 0:
	case rest == tested:
		points = append(points, a.Say("annual.moved.none", year))
	case rest > 0:
		points = append(points, a.Count("annual.moved.rest", rest))
	}
	return points
}

// sorted are the items that may be seen, the best first, then those that may not.
func (a annually) sorted() []annual.ItemResult {
	items := slices.Clone(a.r.Items)
	slices.SortStableFunc(items, func(x, y annual.ItemResult) int {
		sx, sy := seenScore(x.Score), seenScore(y.Score)
		switch {
		case sx && sy:
			return cmp.Compare(y.Score.Mean, x.Score.Mean)
		case sx:
			return -1
		case sy:
			return 1
		}
		return 0
	})
	return items
}

// ends are the best and the worst items, at most so many each, none in both.
func (a annually) ends(most int) (top, bottom []annual.ItemResult) {
	items := slices.DeleteFunc(a.sorted(), func(i annual.ItemResult) bool { return !seenScore(i.Score) })
	most = min(most, len(items)/2)
	top, bottom = items[:most], slices.Clone(items[len(items)-most:])
	slices.Reverse(bottom)
	return top, bottom
}

// named lists items with their scores.
func (a annually) named(items []annual.ItemResult) string {
	said := make([]string, len(items))
	for i, x := range items {
		said[i] = a.Say("annual.item.score", a.item(x.Code), a.score(x.Score.Mean))
	}
	return a.List(said)
}

func (a annually) byItem() AnnualSection {
	s := a.section("items")
	if top, bottom := a.ends(3); len(top) > 0 {
		s.Says = a.Say("annual.says.items", a.named(top), a.named(bottom))
	}
	s.Charts = []NamedChart{a.chart("items", a.itemDots())}
	var rows [][]Figure
	for i, x := range a.sorted() {
		since := a.since(x.Last)
		rows = append(rows, []Figure{a.number(i + 1), word(a.item(x.Code)), a.people(x.Showing, x.N), a.shown(x.Showing, a.scoreFigure(x.Score.Mean)),
			a.shown(x.Showing, a.interval(x.Score.Low, x.Score.High)), a.shown(x.Showing, a.shareFigure(x.Top.P)), since[0], since[1], since[2], since[3]})
	}
	s.Tables = []FigureTable{a.table("items", []annualColumn{{"rank", 8, false, false}, {"item", 41, true, false}, {"n", 9, false, false}, {"score", 11, false, false},
		{"interval", 19, false, !a.exact()}, {"top", 13, false, false}, {"last", 13, false, !a.compared()}, {"change", 11, false, !a.compared()},
		{"p", 11, false, !a.compared()}, {"verdict", 17, true, !a.compared()}}, rows)}
	a.explain(&s.Tables[0])
	s.Points = a.moved(len(a.r.Items), func(i int) (string, *annual.Compared) { return a.item(a.r.Items[i].Code), a.r.Items[i].Last })
	return s
}
