package reports

import (
	"math"

	"ownerdesk/app/figures"
	"ownerdesk/reports/chart"
	"ownerdesk/reports/say"
)

// charts are C1 to C5 of the pack, and the causes.
func (m monthly) charts() []NamedChart {
	return []NamedChart{
		m.chart("series", m.series()),
		m.chart("pareto", m.pareto(m.r.BySubject, m.category)),
		m.chart("depts", m.deptBars()),
		m.chart("rates", m.rates()),
		m.chart("ages", m.ageBars()),
		m.chart("causes", m.pareto(m.r.Causes, m.code)),
	}
}

func (m monthly) chart(name string, c chart.Chart) NamedChart {
	return NamedChart{name, m.Say("month.chart." + name), c}
}

// series is C1: what came in and what was closed, over twelve months.
func (m monthly) series() chart.Chart {
	c := chart.Chart{Kind: chart.Lines, Series: []chart.Series{{Name: m.Say("month.col.received")}, {Name: m.Say("month.col.closed")}}}
	for _, p := range m.r.Series {
		c.Labels = append(c.Labels, m.Say("month.short", int(m.Here(p.From).Month())))
		c.Series[0].Values = append(c.Series[0].Values, float64(p.Received))
		c.Series[1].Values = append(c.Series[1].Values, float64(p.Closed))
	}
	return c
}

// pareto is C2: the subjects with their running share; the causes likewise.
func (m monthly) pareto(all []figures.Row, name func(string) string) chart.Chart {
	c := chart.Chart{Kind: chart.Pareto, Series: []chart.Series{{Name: m.Say("month.col.received")}, {Name: m.Say("month.col.running")}}}
	rest := 0
	for i, r := range all {
		if i >= mostSubjects {
			rest += len(r.Issues)
			continue
		}
		c.Labels = append(c.Labels, name(r.Key))
		c.Series[0].Values = append(c.Series[0].Values, float64(len(r.Issues)))
	}
	if rest > 0 {
		c.Labels = append(c.Labels, m.Say("month.rest"))
		c.Series[0].Values = append(c.Series[0].Values, float64(rest))
	}
	c.Series[1].Values = make([]float64, len(c.Labels))
	return c
}

// deptBars is C3: how far each department has come.
func (m monthly) deptBars() chart.Chart {
	c := chart.Chart{Kind: chart.Stacked, Series: []chart.Series{
		{Name: m.Say("month.col.completed")}, {Name: m.Say("month.col.working")}, {Name: m.Say("month.col.overdue")}}}
	for _, r := range m.r.ByDept {
		c.Labels = append(c.Labels, named(m, r.Key, m.Dept))
		for i, n := range []int{r.Completed, len(r.Issues) - r.Completed - r.Overdue, r.Overdue} {
			c.Series[i].Values = append(c.Series[i].Values, float64(max(0, n)))
		}
	}
	return c
}

// rates is C4: the main figures now, a month and a year before, where they stand on
// enough issues.
func (m monthly) rates() chart.Chart {
	c := chart.Chart{Kind: chart.Bars, Percent: true}
	keys := []figures.Key{figures.TransferOnTime, figures.HandlingOnTime, figures.FollowedUp, figures.Satisfied, figures.SatisfiedFinal}
	for _, k := range keys {
		c.Labels = append(c.Labels, m.Say("kpi."+string(k)))
	}
	for _, s := range []struct {
		name string
		of   []figures.Rate
	}{{"month.now", m.r.Rates}, {"month.col.before", m.r.Before}, {"month.col.lastyear", m.r.LastYear}} {
		series, known := chart.Series{Name: m.Say(s.name)}, false
		for _, k := range keys {
			r := find(s.of, k)
			v, there := r.Value()
			if there = there && r.Den >= say.Fewest; !there {
				v = math.NaN()
			}
			known = known || there
			series.Values = append(series.Values, v)
		}
		if known {
			c.Series = append(c.Series, series)
		}
	}
	return c
}

// ageBars is C5: how old the open issues are.
func (m monthly) ageBars() chart.Chart {
	c := chart.Chart{Kind: chart.Bars, Series: []chart.Series{{Name: m.Say("month.col.open")}}}
	for _, r := range m.r.Ageing {
		c.Labels = append(c.Labels, m.Say("month.age."+r.Key))
		c.Series[0].Values = append(c.Series[0].Values, float64(len(r.Issues)))
	}
	return c
}
