package reports

import (
	"math"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
)

// overview is the first chapter: whom was asked what, how, and how far that carries.
func (a annually) overview() []AnnualSection {
	all := []AnnualSection{a.purpose(), a.framed()}
	if a.exact() {
		all = append(all, a.structure(), a.weighting())
	}
	return append(all, a.reliability(), a.limits())
}

func (a annually) purpose() AnnualSection {
	s, p := a.section("purpose"), a.h.Plan
	for _, line := range []struct{ key, text string }{
		{"annual.purpose", say.PlanText(a.Voice, "purpose", p.Purpose)},
		{"annual.scope", dotted(a.Project(a.h.Project), say.PlanText(a.Voice, "scope", p.Scope))},
		{"annual.content", say.PlanText(a.Voice, "content", p.Content)},
		{"annual.method", lines(say.Codes(a.Voice, p.Modes), say.PlanText(a.Voice, "method", p.Method))},
		{"annual.when", a.fieldDays()},
		{"annual.modes", a.counted(a.r.Modes, func(c string) string { return say.Code(a.Voice, c) })},
		{"annual.secrecy", say.PlanText(a.Voice, "secrecy", p.Secrecy)},
	} {
		if line.text != "" {
			s.Pairs = append(s.Pairs, [2]string{a.Say(line.key), line.text})
		}
	}
	return s
}

// fieldDays are the stages of the timetable that have days.
func (a annually) fieldDays() string {
	var all []string
	for _, stage := range a.h.Plan.Stages {
		if !stage.From.IsZero() {
			days := stage.From.String()
			if stage.To != stage.From && !stage.To.IsZero() {
				days = a.Say("list.days", days, stage.To.String())
			}
			all = append(all, say.Stage(a.Voice, stage.Key)+" "+days)
		}
	}
	return lines(all...)
}

func (a annually) counted(all []annual.Count, name func(string) string) string {
	var said []string
	for _, c := range all {
		if c.N > 0 {
			said = append(said, a.Say("annual.counted", name(c.Code), c.N, a.Percent(c.Share)))
		}
	}
	return a.List(said)
}

// framed is the frame with the sample: what was planned, and how it ended.
func (a annually) framed() AnnualSection {
	s := a.section("frame")
	t := a.r.Total
	s.Says = a.Say("annual.says.valid", t.Valid, a.units())
	if rate, there := t.Response(); there && a.exact() {
		s.Says = a.Say("annual.says.response", t.Issued, t.Ineligible, t.Valid, a.Percent(rate))
	}
	s.Tables = append(s.Tables, a.frame())
	if a.exact() {
		s.Text = append(s.Text, a.sizing())
		s.Text = append(s.Text, a.rates())
	}
	if len(a.r.Unfilled) > 0 {
		s.Text = append(s.Text, a.Say("annual.unfilled", a.strata(a.r.Unfilled)))
	}
	return s
}

func (a annually) frame() FigureTable {
	drawn := !a.exact()
	columns := []annualColumn{
		{"area", 24, true, false}, {"owner", 22, true, false}, {"units", 12, false, false}, {"planned", 15, false, drawn}, {"issued", 12, false, drawn},
		{"ineligible", 15, false, drawn}, {"contacted", 15, false, drawn}, {"refused", 15, false, drawn}, {"valid", 12, false, false}, {"rate", 17, false, drawn},
	}
	var rows [][]Figure
	row := func(area, owner string, units, planned int, f survey.Field) []Figure {
		rate := word(a.Say("kpi.none"))
		if r, there := f.Response(); there {
			rate = a.shareFigure(r)
		}
		return []Figure{word(area), word(owner), a.number(units), a.number(planned), a.number(f.Issued), a.number(f.Ineligible),
			a.number(f.Contacted), a.number(f.Refused), a.number(f.Valid), rate}
	}
	planned := 0
	for h, s := range a.r.Strata {
		owner := say.Code(a.Voice, s.Owner)
		if slices.Contains(a.r.Unfilled, h) {
			owner += " †"
		}
		rows = append(rows, row(s.Name, owner, s.Units, s.Planned, s.Field))
		planned += s.Planned
	}
	rows = append(rows, row(a.Say("month.sum"), "", a.units(), planned, a.r.Total))
	t := a.table("frame", columns, rows)
	t.Rows[len(t.Rows)-1].Total = true
	if len(a.r.Unfilled) > 0 {
		t.Note = joined(" ", t.Note, a.Say("annual.under"))
	}
	return t
}

// sizing tells how the number of answers came about.
func (a annually) sizing() string {
	p := a.h.Plan.Precision
	p.Units = a.units()
	size, err := p.Size()
	if err != nil {
		return ""
	}
	confidence := p.Confidence
	if confidence == 0 {
		confidence = survey.Level
	}
	if p.Spread > 0 {
		return a.Say("annual.sizing.mean", a.Percent(confidence), digits(p.Error, 2), digits(p.Spread, 2), size.Effective, size.Issue)
	}
	return a.Say("annual.sizing", a.Percent(confidence), a.Percent(p.Error), size.Effective, size.Issue)
}

// rates are contact, refusal and completion.
func (a annually) rates() string {
	var said []string
	for _, r := range []struct {
		key string
		of  func() (float64, bool)
	}{{"annual.rate.contact", a.r.Total.Contact}, {"annual.rate.refusal", a.r.Total.Refusal}, {"annual.rate.completion", a.r.Total.Completion}} {
		if share, there := r.of(); there {
			said = append(said, a.Say(r.key, a.Percent(share)))
		}
	}
	return a.Say("annual.rates", a.List(said))
}

// mostStrata is how many strata a sentence names.
const mostStrata = 6

// strata names strata by their numbers.
func (a annually) strata(which []int) string {
	var names []string
	for n, h := range which {
		if n == mostStrata {
			names = append(names, a.Count("annual.strata.more", len(which)-n))
			break
		}
		if h >= 0 && h < len(a.h.Strata) {
			names = append(names, dotted(a.h.Strata[h].Name, say.Code(a.Voice, a.h.Strata[h].Owner)))
		}
	}
	return a.List(names)
}

// structure holds the sample against the frame.
func (a annually) structure() AnnualSection {
	s := a.section("structure")
	var same, other []string
	var rows [][]Figure
	for _, f := range []struct {
		key  string
		fit  annual.Fit
		name func(string) string
	}{
		{"area", a.r.Areas, func(k string) string { return k }},
		{"owner", a.r.Owners, func(k string) string { return say.Code(a.Voice, app.OwnerKind(k)) }},
	} {
		rows = append(rows, a.fit(f.fit, f.name)...)
		by := a.Say("annual.by." + f.key)
		switch {
		case !f.fit.Tested:
			s.Text = append(s.Text, a.Say("annual.fit.untested", by))
			continue
		case f.fit.Significant():
			other = append(other, by)
		default:
			same = append(same, by)
		}
		s.Text = append(s.Text, a.Say("annual.fit", by, statistic("χ²", f.fit.Verdict), a.chance(f.fit.P)))
	}
	s.Tables = []FigureTable{a.table("fit", []annualColumn{{"group", 30, true, false}, {"units", 16, false, false}, {"frame-share", 18, false, false}, {"valid", 14, false, false}, {"sample-share", 16, false, false}, {"points", 18, false, false}}, rows)}
	switch {
	case len(other) > 0:
		s.Says = a.Say("annual.says.structure.differs", a.List(other))
	case len(same) > 0:
		s.Says = a.Say("annual.says.structure.same", a.List(same))
	}
	return s
}

// fit are the groups of a sample beside those of the frame.
func (a annually) fit(f annual.Fit, name func(string) string) [][]Figure {
	frame, sample := sum(f.Frame), sum(f.Sample)
	var rows [][]Figure
	for i, k := range f.Keys {
		points := math.NaN()
		if frame > 0 && sample > 0 {
			points = 100 * (float64(f.Sample[i])/float64(sample) - float64(f.Frame[i])/float64(frame))
		}
		rows = append(rows, []Figure{word(name(k)), a.number(f.Frame[i]), a.part(f.Frame[i], frame), a.number(f.Sample[i]), a.part(f.Sample[i], sample), a.signedFigure(points)})
	}
	return rows
}

func sum(n []int) int {
	all := 0
	for _, v := range n {
		all += v
	}
	return all
}
