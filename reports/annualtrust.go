package reports

import (
	"ownerdesk/app/survey"
)

// weighting tells how answers were weighed, and what that cost.
func (a annually) weighting() AnnualSection {
	s := a.section("weights")
	s.Text = append(s.Text, a.Say("annual.weights"))
	if has(a.r.Loss) {
		s.Text = append(s.Text, a.Say("annual.loss", digits(a.r.Loss, 3), a.Percent(1-1/a.r.Loss)))
	}
	for _, m := range a.r.Merged {
		key := "annual.merged"
		if len(m.Empty) > 0 {
			key = "annual.merged.empty"
		}
		s.Points = append(s.Points, a.Say(key, a.strata(m.Strata)))
	}
	if r := a.r.Raked; r != nil {
		s.Points = append(s.Points, a.Say("annual.raked", r.Rounds, r.Capped, digits(r.Loss, 3), a.score(a.r.RakedTo)))
	}
	if len(a.r.IndexMiss) > 0 {
		s.Points = append(s.Points, a.Say("annual.miss", a.dimensions(a.r.IndexMiss)))
	}
	if l := a.r.Late; l != nil {
		key := "annual.late.same"
		if l.Significant() {
			key = "annual.late.differs"
		}
		s.Points = append(s.Points, a.Say(key, signed(l.Difference), a.chance(l.P)))
	}
	return s
}

func (a annually) dimensions(codes []string) string {
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = a.dimension(c)
	}
	return a.List(names)
}

// reliability is how far the items measure one thing.
func (a annually) reliability() AnnualSection {
	s := a.section("alpha")
	s.Says = a.Say("annual.alpha.none")
	if r := a.r.Alpha; has(r.Value) {
		said := digits(r.Value, 3)
		if a.exact() {
			said = a.Say("annual.estimate", said, a.between(r.Low, r.High, 3))
		}
		s.Says = a.Say("annual.alpha", r.N, said, a.Say("annual.band."+band(a.r.Alpha.Value)))
	}
	s.Text = append(s.Text, a.Say("annual.alpha.caution"))
	return s
}

// alphas are reliability over all items and within each dimension.
func (a annually) alphas() FigureTable {
	rows := [][]Figure{a.alphaRow(a.Say("annual.all-items"), a.r.Alpha)}
	for _, d := range a.r.Dimensions {
		rows = append(rows, a.alphaRow(a.dimension(d.Code), d.Alpha))
	}
	return a.table("alpha", []annualColumn{{"of", 34, true, false}, {"items", 12, false, false}, {"whole", 16, false, false}, {"alpha", 14, false, false},
		{"interval", 20, false, !a.exact()}, {"band", 26, true, false}}, rows)
}

func (a annually) alphaRow(of string, r survey.Reliability) []Figure {
	value, level := word(a.Say("kpi.none")), word("")
	if has(r.Value) {
		value, level = Figure{Text: digits(r.Value, 3), Value: r.Value, Measure: Coefficient}, word(a.Say("annual.band."+band(r.Value)))
	}
	return []Figure{word(of), a.number(r.K), a.number(r.N), value, a.bounded(r.Low, r.High, Coefficient, a.between(r.Low, r.High, 3)), level}
}

// band is the name of a range of alpha.
func band(alpha float64) string {
	switch {
	case alpha >= .9:
		return "excellent"
	case alpha >= .8:
		return "good"
	case alpha >= .7:
		return "fair"
	}
	return "weak"
}

// limits are what the survey cannot say: as far as the numbers tell, and in a
// person's words.
func (a annually) limits() AnnualSection {
	s := a.section("limits")
	if !a.exact() {
		s.Says = a.Say("annual.limit.convenience")
	}
	if rate, there := a.r.Total.Response(); there && a.exact() {
		s.Points = append(s.Points, a.Say("annual.limit.response", a.Percent(1-rate)))
	}
	if l := a.r.Late; l != nil && l.Significant() && a.exact() {
		key := "annual.limit.late.above"
		if l.Difference < 0 {
			key = "annual.limit.late.below"
		}
		s.Points = append(s.Points, a.Say(key))
	}
	if len(a.r.Unfilled) > 0 {
		s.Points = append(s.Points, a.Say("annual.limit.unfilled", a.strata(a.r.Unfilled)))
	}
	s.Points = append(s.Points, a.Say("annual.limit.unknown", a.Percent(a.r.Quality.Unknown)), a.Say("annual.limit.small"), a.Say("annual.limit.cause"))
	if a.h.Findings.Limits != "" {
		s.Text = append(s.Text, a.free(a.h.Findings.Limits))
	}
	return s
}
