package annual

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
)

// Results are what a survey came to: as its report kept them, or reckoned now, out of
// one state of the file.
func (d *Desk) Results(ctx context.Context, id SurveyID) (r Results, err error) {
	err = d.Store.Still(ctx, func(ctx context.Context) error {
		r, err = d.results(ctx, id)
		return err
	})
	if err != nil {
		return Results{}, fmt.Errorf("results of survey %d: %w", id, err)
	}
	return r, nil
}

func (d *Desk) results(ctx context.Context, id SurveyID) (Results, error) {
	v, err := d.Store.Survey(ctx, id)
	if err != nil {
		return Results{}, err
	}
	if v.State == Reported {
		kept, err := d.Store.KeptResults(ctx, id)
		if !errors.Is(err, app.ErrNotFound) {
			return kept, err
		}
	}
	return d.reckoned(ctx, v.Head)
}

// reckoned are the results as sheets, units, complaints and the year before give
// them now.
func (d *Desk) reckoned(ctx context.Context, h Head) (Results, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Results{}, err
	}
	sheets, err := d.Store.Sheets(ctx, h.ID)
	if err != nil {
		return Results{}, err
	}
	units, err := d.Store.Units(ctx, WantedUnits{Survey: h.ID, Called: true})
	if err != nil {
		return Results{}, err
	}
	before, err := d.before(ctx, h)
	if err != nil {
		return Results{}, err
	}
	r, err := Analyse(h, sheets, units, before)
	if err != nil {
		return Results{}, err
	}
	if err := d.remembered(ctx, h, &r); err != nil {
		return Results{}, err
	}
	if r.Related, err = d.related(ctx, h, g.Office.Location()); err != nil {
		return r, err
	}
	return r, d.names(ctx, h, &r)
}

// names is how the complaints and measures that the report names are called now.
func (d *Desk) names(ctx context.Context, h Head, r *Results) (err error) {
	var ids []app.IssueID
	for _, one := range r.Related {
		ids = append(ids, one.Issues...)
	}
	for _, p := range h.Findings.Live() {
		ids = append(ids, p.Complaints...)
	}
	if r.Numbers, err = d.Store.IssueNumbers(ctx, ids); err != nil {
		return err
	}
	r.Answered, err = d.Store.SurveyMeasures(ctx, h.ID)
	return err
}

// remembered takes from the last report what sheets cannot tell any more: their days
// went with the links.
func (d *Desk) remembered(ctx context.Context, h Head, r *Results) error {
	if h.Destroyed.IsZero() {
		return nil
	}
	kept, err := d.Store.KeptResults(ctx, h.ID)
	if errors.Is(err, app.ErrNotFound) { // it was given up
		return nil
	}
	r.Late = kept.Late
	return err
}

// before is the newest survey of the estate from an earlier year that was reported;
// nil without one.
func (d *Desk) before(ctx context.Context, h Head) (*Year, error) {
	heads, err := d.Store.Surveys(ctx, h.Project)
	if err != nil {
		return nil, err
	}
	var last *Head
	for i, s := range heads {
		if s.State == Reported && s.Year < h.Year && (last == nil || s.Year > last.Year) {
			last = &heads[i]
		}
	}
	if last == nil {
		return nil, nil
	}
	kept, err := d.Store.KeptResults(ctx, last.ID)
	if errors.Is(err, app.ErrNotFound) {
		return nil, nil
	}
	return &Year{*last, kept}, err
}

// related are the complaints of the survey's year and of the one before, by dimension.
func (d *Desk) related(ctx context.Context, h Head, loc *time.Location) ([]Related, error) {
	day := func(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, loc) }
	now, err := d.Store.SurveyComplaints(ctx, h.Project, day(h.Year), day(h.Year+1))
	if err != nil {
		return nil, err
	}
	before, err := d.Store.SurveyComplaints(ctx, h.Project, day(h.Year-1), day(h.Year))
	if err != nil {
		return nil, err
	}
	var all []Related
	for _, dim := range h.Questionnaire.Dimensions {
		one := Related{Dimension: dim.Code, Subjects: dim.Subjects}
		for _, subject := range dim.Subjects {
			one.Issues = append(one.Issues, now[subject]...)
			one.Before += len(before[subject])
		}
		slices.Sort(one.Issues)
		all = append(all, one)
	}
	return all, nil
}
