package statistics

import (
	"context"
	"fmt"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
)

// Poll reads what the report of a yearly survey is made from, out of one state of the
// file. Where nothing has been
// concluded yet, the draft of what the numbers speak of stands in its place.
func Poll(ctx context.Context, asks Asks, d *annual.Desk, f reports.Facts, id annual.SurveyID) (p reports.Polled, err error) {
	err = asks.Still(ctx, func(ctx context.Context) error {
		p, err = poll(ctx, asks, d, f, id)
		return err
	})
	return p, err
}

func poll(ctx context.Context, asks Asks, d *annual.Desk, f reports.Facts, id annual.SurveyID) (p reports.Polled, err error) {
	v, err := d.Store.Survey(ctx, id)
	if err != nil {
		return p, fmt.Errorf("report of survey %d: %w", id, err)
	}
	p.Head = v.Head
	if p.Results, err = d.Results(ctx, id); err != nil {
		return p, err
	}
	if len(p.Findings.Problems)+len(p.Findings.Suggestions) == 0 && p.State != annual.Reported {
		drafted := reports.DraftFindings(f, annual.Draft(p.Results), p.Results)
		p.Findings.Problems, p.Findings.Suggestions = drafted.Problems, drafted.Suggestions
	}
	return p, named(ctx, asks, d, f, &p)
}

// named says what the complaints and measures are called that a report names: as it
// kept them, and apart what came of its problems later. A report that kept no names
// takes those of now.
func named(ctx context.Context, asks Asks, d *annual.Desk, f reports.Facts, p *reports.Polled) error {
	now, err := d.Store.SurveyMeasures(ctx, p.ID)
	if err != nil {
		return fmt.Errorf("measures of survey %d: %w", p.ID, err)
	}
	then := p.Results.Answered
	if then == nil {
		then = now
	}
	p.Findings.Problems = slices.Clone(p.Findings.Problems)
	p.Later = map[int]string{}
	for i := range p.Findings.Problems {
		one := &p.Findings.Problems[i]
		one.Measure = newest(then, one.N)
		if later := newest(now, one.N); later != one.Measure && p.State == annual.Reported {
			p.Later[one.N] = later
		}
	}
	if p.Numbers = p.Results.Numbers; p.Numbers != nil {
		return nil
	}
	p.Numbers = map[app.IssueID]string{}
	var ids []app.IssueID
	for _, r := range p.Results.Related {
		ids = append(ids, r.Issues...)
	}
	return eachOf(ctx, asks, ids, f.At, func(l app.Line) { p.Numbers[l.ID] = l.Number })
}

// newest is the number of the newest measure that came of a problem; empty without one.
func newest(all []annual.Answer, problem int) (number string) {
	for _, a := range all {
		if a.Problem == problem {
			number = a.Measure
		}
	}
	return number
}
