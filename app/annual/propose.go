package annual

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// PlanOrder plans the survey of a year.
type PlanOrder struct {
	Project app.ProjectID
	Year    int
	By      app.StaffID
}

// Plan plans a survey: it gets its number, and everything is proposed, by the
// survey of the year before where there is one.
func (d *Desk) Plan(ctx context.Context, o PlanOrder) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	all, err := d.Store.Surveys(ctx, 0)
	if err != nil {
		return Move{}, fmt.Errorf("plan survey of %d: %w", o.Year, err)
	}
	m, err := Propose(o, all, g, d.moment())
	if err != nil {
		return Move{}, err
	}
	return d.keep(ctx, "plan", m)
}

// Propose decides Desk.Plan. all are the surveys of all estates: those of one year
// have one scale.
func Propose(o PlanOrder, all []Head, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	p, known := g.Projects[o.Project]
	f.unless(known && !p.Closed, "project", "missing")
	f.unless(o.Year >= 2000 && o.Year <= today(g, at).Year+1, "year", "out-of-range")
	earlier := slices.DeleteFunc(slices.Clone(all), func(h Head) bool { return h.Project != o.Project })
	f.unless(!slices.ContainsFunc(earlier, func(h Head) bool { return h.Year == o.Year && h.State != Cancelled }), "year", "taken")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	v := Survey{Head: Head{
		Project: o.Project, Year: o.Year, State: Planning, By: o.By, Made: at,
		Plan: usualPlan(), Questionnaire: Template(),
	}}
	if last, found := Before(o.Year, earlier); found {
		v.Plan, v.Questionnaire = last.Plan.again(g), last.Questionnaire.again()
	}
	for _, h := range all {
		if h.Year == o.Year && h.State != Cancelled {
			v.Plan.Scale = h.Plan.Scale
		}
	}
	v.Plan.FrameOn = today(g, at)
	v.Plan.Seed = uint64(at.Unix())
	v.Plan.Stages = layOut(g.Calendar, v.Plan.FrameOn)
	m := v.begin(ActPlanned, o.By, at, "")
	m.Draw = app.PrefixSurvey
	return m, nil
}

// Before is the survey that one of a year is compared with: the newest of the
// estate before it that was not cancelled.
func Before(year int, all []Head) (last Head, found bool) {
	for _, h := range all {
		if h.State != Cancelled && h.Year < year && h.Year > last.Year {
			last, found = h, true
		}
	}
	return last, found
}

// usualPlan is a plan with the values that are usual in the trade.
func usualPlan() Plan {
	return Plan{
		Modes:     []Mode{Paper, Phone},
		Precision: survey.Precision{Confidence: 0.95, Error: 0.05, Share: 0.5, Response: 0.6, Effect: 1},
		Rule:      survey.Proportional, Floor: 5, Way: survey.Systematic,
		Scale: survey.Hundred, Bands: []int{90, 70, 60},
		Attempts: 3, BackCheck: least, Second: 0.1,
	}
}

// least is the least share of sheets that is asked again.
const least = 0.1

// again is a plan for another year: what belongs to one year alone is left out, and
// so is who left.
func (p Plan) again(g app.Ground) Plan {
	p.Title, p.Budget = "", ""
	p.Areas, p.Owners = slices.Clone(p.Areas), slices.Clone(p.Owners)
	p.Modes, p.Bands = slices.Clone(p.Modes), slices.Clone(p.Bands)
	p.Interviewers = slices.DeleteFunc(slices.Clone(p.Interviewers), func(s app.StaffID) bool {
		who, known := g.Staff[s]
		return !known || who.Closed
	})
	return p
}

// again is a questionnaire for another year, codes and all.
func (q Questionnaire) again() Questionnaire {
	q.Dimensions, q.Items = slices.Clone(q.Dimensions), slices.Clone(q.Items)
	q.Choices, q.Open = slices.Clone(q.Choices), slices.Clone(q.Open)
	return q
}

// lasts are the working days that each stage usually takes.
var lasts = map[StageKey]int{"prepare": 5, "pretest": 3, "field": 15, "return": 5, "analyse": 5, "report": 5}

// layOut puts the stages one after the other, in working days, from a day on.
func layOut(c workday.Calendar, from workday.Date) []Stage {
	all, day := make([]Stage, len(StageKeys)), from
	for i, key := range StageKeys {
		all[i].Key, all[i].From = key, working(c, day)
		all[i].To = all[i].From
		for range lasts[key] - 1 {
			all[i].To = working(c, all[i].To.AddDays(1))
		}
		day = all[i].To.AddDays(1)
	}
	return all
}

// working is the first working day from a day on; the day itself where a calendar
// of one's own has none in a year.
func working(c workday.Calendar, from workday.Date) workday.Date {
	for n := range 366 {
		if day := from.AddDays(n); c.Works(day) {
			return day
		}
	}
	return from
}
