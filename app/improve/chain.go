package improve

import (
	"context"
	"fmt"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// Chain is what the surveys said of each dimension, what was complained about, what
// was done, and what came of it, year by year.
type Chain struct {
	Years []int // the oldest first
	Links []Link
}

// Link is one dimension over the years of a chain.
type Link struct {
	Part
	Years []Standing // one for each year
}

// Standing is how a dimension stood in a year.
type Standing struct {
	Year       int
	Score      *Score // nil where no survey was reported, or it may not be shown
	Before     *Score // of the survey before, where it can be compared
	Complaints []app.IssueID
	Measures   []Measure
}

// Change is what may be said of a score since the one before it.
func (s Standing) Change() (Effect, bool) {
	if s.Score == nil || s.Before == nil {
		return Effect{}, false
	}
	m := Measure{Head: Head{Plan: Plan{Dimension: s.Score.Code}, Year: s.Before.Year}}
	e, err := m.scored(Effect{Gauge: DimensionScore}, []Score{*s.Before, *s.Score}, s.Before.Year, s.Score.Year)
	return e, err == nil
}

// mostYears is how many years a chain shows.
const mostYears = 5

// Chain gathers it for an estate.
func (d *Desk) Chain(ctx context.Context, project app.ProjectID) (Chain, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Chain{}, err
	}
	found, err := d.Found(ctx, project)
	if err != nil {
		return Chain{}, err
	}
	all, err := d.Store.Measures(ctx, Wanted{Project: project})
	if err != nil {
		return Chain{}, fmt.Errorf("read measures: %w", err)
	}
	c := linked(found, all, today(g, d.moment()).Year)
	for i, year := range c.Years {
		from := workday.Date{Year: year, Month: 1, Day: 1}.At(0, g.Calendar.Loc)
		about, err := d.Surveys.SurveyComplaints(ctx, project, from, from.AddDate(1, 0, 0))
		if err != nil {
			return Chain{}, fmt.Errorf("count complaints: %w", err)
		}
		for _, l := range c.Links {
			for _, subject := range l.Subjects {
				l.Years[i].Complaints = append(l.Years[i].Complaints, about[subject]...)
			}
			slices.Sort(l.Years[i].Complaints)
		}
	}
	return c, nil
}

// linked is the pure half of Chain, without the complaints. It ends with this year,
// or with that of a survey that was reported before its year began.
func linked(found Found, all []Measure, year int) Chain {
	first := year - 1
	for _, s := range found.Scores {
		first, year = min(first, s.Year), max(year, s.Year)
	}
	for _, m := range all {
		first = min(first, m.Year)
	}
	var c Chain
	for y := max(first, year-mostYears+1); y <= year; y++ {
		c.Years = append(c.Years, y)
	}
	for _, p := range found.with(all) {
		l := Link{Part: p}
		for _, y := range c.Years {
			l.Years = append(l.Years, p.standing(y, found.Scores, all))
		}
		c.Links = append(c.Links, l)
	}
	return c
}

// with are the dimensions there are, those that only measures name, and none where
// measures have none.
func (f Found) with(all []Measure) []Part {
	list, loose := slices.Clone(f.Parts), false
	for _, m := range all {
		switch {
		case m.State == Void:
		case m.Dimension == "":
			loose = true
		case !slices.ContainsFunc(list, func(p Part) bool { return p.Dimension == m.Dimension }):
			list = append(list, Part{Dimension: m.Dimension})
		}
	}
	if loose {
		list = append(list, Part{})
	}
	return list
}

func (p Part) standing(year int, scores []Score, all []Measure) Standing {
	s := Standing{Year: year}
	for i := range scores {
		v := &scores[i]
		if v.Gauge != DimensionScore || v.Code != p.Dimension || v.Hidden || v.Year > year {
			continue
		}
		if v.Year == year {
			s.Score = v
		} else {
			s.Before = v
		}
	}
	for _, m := range all {
		if m.Year == year && m.Dimension == p.Dimension && m.State != Void {
			s.Measures = append(s.Measures, m)
		}
	}
	return s
}
