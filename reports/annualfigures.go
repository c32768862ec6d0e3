package reports

import (
	"fmt"
	"strconv"
	"strings"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
)

// hiddenSign stands where too few answered for a figure to be shown.
const hiddenSign = "×"

// digits writes a number with so many decimals, minus nothing as nothing.
func digits(x float64, n int) string {
	s := strconv.FormatFloat(x, 'f', n, 64)
	if zero := strconv.FormatFloat(0, 'f', n, 64); s == "-"+zero {
		return zero
	}
	return s
}

// score is a score to one decimal: 78.4.
func (f Facts) score(x float64) string {
	if !has(x) {
		return f.Say("kpi.none")
	}
	return digits(x, 1)
}

// chance is the p of a test as it is written beside it: p=0.032, p<0.001.
func (f Facts) chance(p float64) string {
	switch {
	case !has(p):
		return f.Say("kpi.none")
	case p < 0.001:
		return "p<0.001"
	}
	return "p=" + digits(p, 3)
}

// signed is a difference with its sign: +2.3, -0.8.
func signed(x float64) string {
	s := digits(x, 1)
	if x > 0 && s != "0.0" {
		return "+" + s
	}
	return s
}

// between is an interval: 76.1–80.7; below nought in words, so that no dash is
// taken for a sign.
func (f Facts) between(low, high float64, n int) string {
	switch {
	case !has(low) || !has(high):
		return f.Say("kpi.none")
	case low < 0:
		return f.Say("annual.range", digits(low, n), digits(high, n))
	}
	return digits(low, n) + "–" + digits(high, n)
}

func (f Facts) scoreFigure(x float64) Figure { return f.measured(x, Score, f.score(x)) }

// measured is a figure that may not be there.
func (f Facts) measured(x float64, m Measure, text string) Figure {
	if !has(x) {
		return word(f.Say("kpi.none"))
	}
	return Figure{Text: text, Value: x, Measure: m}
}

func (f Facts) errorFigure(x float64) Figure { return f.measured(x, Decimal, digits(x, 2)) }

func (f Facts) chanceFigure(p float64) Figure {
	return f.measured(p, Chance, strings.TrimPrefix(strings.TrimPrefix(f.chance(p), "p="), "p"))
}

func (f Facts) shareFigure(x float64) Figure { return f.measured(x, Share, f.Percent(x)) }

func (f Facts) signedFigure(x float64) Figure { return f.measured(x, Points, signed(x)) }

// interval is a cell with both bounds; in a workbook it takes two columns.
func (f Facts) interval(low, high float64) Figure {
	return f.bounded(low, high, Score, f.between(low, high, 1))
}

func (f Facts) shareInterval(low, high float64) Figure {
	if !has(low) || !has(high) {
		return f.bounded(low, high, Share, f.Say("kpi.none"))
	}
	return f.bounded(low, high, Share, digits(100*low, 1)+"–"+digits(100*high, 1)+" %")
}

func (f Facts) bounded(low, high float64, m Measure, text string) Figure {
	if !has(low) || !has(high) {
		return Figure{Text: text, Span: true}
	}
	return Figure{Text: text, Measure: m, Span: true, Low: low, High: high}
}

// shown is a figure of a group, as far as it may be seen.
func (a annually) shown(s survey.Showing, c Figure) Figure {
	switch {
	case s.Hidden():
		return Figure{Text: hiddenSign, Hidden: true, Span: c.Span}
	case s == survey.Empty:
		return Figure{Text: a.Say("kpi.none"), Span: c.Span}
	case s == survey.Few:
		c.Few = true
		c.Text += "*"
	}
	return c
}

// people is how many answered; of a group that is hidden not even that.
func (a annually) people(s survey.Showing, n int) Figure {
	if s.Hidden() {
		return Figure{Text: hiddenSign, Hidden: true}
	}
	return a.number(n)
}

// since are the cells of a comparison: last year, difference, chance, and in words.
func (a annually) since(c *annual.Compared) []Figure {
	none := word(a.Say("kpi.none"))
	if c == nil {
		return []Figure{none, none, none, word(a.Say("annual.verdict.new"))}
	}
	last := a.scoreFigure(c.Last.Mean)
	if !c.Tested {
		return []Figure{last, none, none, word(a.Say("annual.verdict.untested"))}
	}
	return []Figure{last, a.signedFigure(c.Change.Difference), a.chanceFigure(c.Change.P), word(a.verdict(c))}
}

// verdict is what may be said of a change: that it rose or fell only where the test
// carries it.
func (a annually) verdict(c *annual.Compared) string {
	switch {
	case c.Risen():
		return a.Say("annual.verdict.rose")
	case c.Fallen():
		return a.Say("annual.verdict.fell")
	}
	return a.Say("annual.verdict.same")
}

// change tells a change in a sentence, with what it stands on.
func (a annually) change(c *annual.Compared) string {
	switch {
	case c == nil || !a.compared():
		return ""
	case !c.Tested:
		return a.Say("annual.change.untested", c.Year)
	case c.Risen():
		return a.Say("annual.change.rose", c.Year, signed(c.Change.Difference), a.chance(c.Change.P))
	case c.Fallen():
		return a.Say("annual.change.fell", c.Year, signed(c.Change.Difference), a.chance(c.Change.P))
	}
	return a.Say("annual.change.same", c.Year, signed(c.Change.Difference), a.chance(c.Change.P))
}

// estimate is a score with its interval, or alone where it has none.
func (a annually) estimate(e survey.Estimate) string {
	if !a.exact() || !has(e.Low) {
		return a.score(e.Mean)
	}
	return a.Say("annual.estimate", a.score(e.Mean), a.between(e.Low, e.High, 1))
}

// ci is an interval as the note of a figure; nothing where there is none.
func (a annually) ci(between string) string {
	if !a.exact() {
		return a.Say("annual.only")
	}
	return a.Say("annual.ci", between)
}

// degrees are degrees of freedom as they are written: whole ones whole.
func degrees(df float64) string {
	if df == float64(int(df)) {
		return strconv.Itoa(int(df))
	}
	return digits(df, 1)
}

func statistic(name string, v survey.Verdict) string {
	if v.DF2 > 0 {
		return fmt.Sprintf("%s(%s, %s)=%s", name, degrees(v.DF), degrees(v.DF2), digits(v.Statistic, 2))
	}
	return fmt.Sprintf("%s(%s)=%s", name, degrees(v.DF), digits(v.Statistic, 2))
}
