package reports

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/chart"
)

// distribution is how all answers to the overall item are divided, the best first.
func (a annually) distribution() chart.Chart {
	o := a.r.Overall
	c := chart.Chart{Kind: chart.Whole, Labels: []string{a.overallItem()}, Beside: []string{"n=" + strconv.Itoa(o.N)}}
	for x := 5; x >= 1; x-- {
		c.Series = append(c.Series, chart.Series{Name: a.Say("annual.answer." + strconv.Itoa(x)), Values: []float64{float64(o.Counts[x-1])}})
	}
	return c
}

// year names the figures of a year beside those of another.
func (a annually) year(n int) string { return a.Say("annual.year", n) }

// dimensionBars are the dimensions with their intervals, and last year's beside.
func (a annually) dimensionBars() chart.Chart {
	now := chart.Series{Name: a.year(a.r.Year)}
	last := chart.Series{Name: a.year(a.r.LastYear)}
	c := chart.Chart{Kind: chart.Lying, Digits: 1}
	there := false
	for _, d := range a.r.Dimensions {
		c.Labels = append(c.Labels, a.dimension(d.Code))
		c.Beside = append(c.Beside, a.shown(d.Showing, a.scoreFigure(d.Score.Mean)).Text)
		now.Values, now.Low, now.High = append(now.Values, d.Score.Mean), append(now.Low, d.Score.Low), append(now.High, d.Score.High)
		before := math.NaN()
		if d.Last != nil {
			before = d.Last.Last.Mean
		}
		there = there || has(before)
		last.Values = append(last.Values, before)
	}
	c.Series = []chart.Series{now}
	if there {
		c.Series = append(c.Series, last)
	}
	return c
}

// itemDots are the items with their intervals, the best first, held against the index.
func (a annually) itemDots() chart.Chart {
	c := chart.Chart{Kind: chart.Dots, Digits: 1, Line: a.held()}
	var s chart.Series
	for _, i := range a.sorted() {
		c.Labels = append(c.Labels, a.item(i.Code))
		c.Beside = append(c.Beside, a.shown(i.Showing, a.scoreFigure(i.Score.Mean)).Text)
		s.Values, s.Low, s.High = append(s.Values, i.Score.Mean), append(s.Low, i.Score.Low), append(s.High, i.Score.High)
	}
	c.Series = []chart.Series{s}
	return c
}

// held is the index as a line; none where it may not be seen.
func (a annually) held() chart.Line {
	if !seenScore(a.r.Index) {
		return chart.Line{}
	}
	return chart.Line{Name: a.Say("annual.index"), Value: a.r.Index.Mean}
}

// mostDrawn is how many groups a chart on one page can tell apart.
const mostDrawn = 60

// groupDots compares groups. What may not be shown is not among the values. More
// groups than a page holds are not drawn: their table says the same.
func (a annually) groupDots(by string, b annual.Breakdown) chart.Chart {
	c := chart.Chart{Kind: chart.Dots, Digits: 1, Line: a.held()}
	if len(b.Keys) > mostDrawn {
		return c
	}
	var s chart.Series
	for g, key := range b.Keys {
		cell := b.Index[g]
		c.Labels = append(c.Labels, a.group(by, key))
		c.Beside = append(c.Beside, a.shown(cell.Showing, a.scoreFigure(cell.Score.Mean)).Text)
		mean, low, high := cell.Score.Mean, cell.Score.Low, cell.Score.High
		if cell.Showing.Hidden() || cell.Showing == survey.Empty {
			mean, low, high = math.NaN(), math.NaN(), math.NaN()
		}
		s.Values, s.Low, s.High = append(s.Values, mean), append(s.Low, low), append(s.High, high)
	}
	c.Series = []chart.Series{s}
	return c
}

// recommendBar is how answers 0 to 10 are divided.
func (a annually) recommendBar() chart.Chart {
	n := a.r.Recommend
	c := chart.Chart{Kind: chart.Whole, Labels: []string{a.Say("annual.recommend")}, Beside: []string{"n=" + strconv.Itoa(n.Promoters+n.Passives+n.Detractors)}}
	for _, part := range []struct {
		key string
		n   int
	}{{"promoters", n.Promoters}, {"passives", n.Passives}, {"detractors", n.Detractors}} {
		c.Series = append(c.Series, chart.Series{Name: a.Say("annual.recommend." + part.key), Values: []float64{float64(part.n)}})
	}
	return c
}

// longestName is how many letters of an item's text stand beside its point; Chinese
// characters count twice.
const longestName = 36

// plane is the items between the means of importance and performance.
func (a annually) plane(items []annual.ItemResult) chart.Chart {
	p := chart.Plane{Cut: [2]float64{a.r.Cuts.Performance, a.r.Cuts.Importance}, Axes: [2]string{a.Say("annual.axis.performance"), a.Say("annual.axis.importance")}}
	for n, q := range quadrants {
		p.Corners[n] = a.Say("annual.quadrant." + string(q))
	}
	for _, i := range items {
		p.Points = append(p.Points, chart.Point{Name: cutName(a.item(i.Code), longestName), X: i.Score.Mean, Y: i.Importance, Corner: slices.Index(quadrants, i.Quadrant)})
	}
	return chart.Chart{Kind: chart.Quadrants, Plane: p}
}

// cutName ends a name with "…" that is too long.
func cutName(s string, letters int) string {
	used := 0
	for at, r := range s {
		wide := 1
		if utf8.RuneLen(r) > 2 {
			wide = 2
		}
		if used += wide; used > letters {
			return s[:at] + "…"
		}
	}
	return s
}

// choiceBars are what owners named, as shares of those who named anything.
func (a annually) choiceBars(name func(string) string) chart.Chart {
	c := chart.Chart{Kind: chart.Lying, Percent: true, Series: []chart.Series{{}}}
	for _, one := range a.r.Choices {
		if one.N == 0 {
			continue
		}
		c.Labels = append(c.Labels, name(one.Code))
		c.Beside = append(c.Beside, a.Percent(one.Share))
		c.Series[0].Values = append(c.Series[0].Values, one.Share)
	}
	return c
}
