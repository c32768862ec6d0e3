package statistics

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
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
	if err := answered(ctx, asks, &p); err != nil {
		return p, err
	}
	p.Numbers = map[app.IssueID]string{}
	var ids []app.IssueID
	for _, r := range p.Results.Related {
		ids = append(ids, r.Issues...)
	}
	err = eachOf(ctx, asks, ids, f.At, func(l app.Line) { p.Numbers[l.ID] = l.Number })
	return p, err
}

// answered names beside each problem the improvement measure that came of it, the
// newest round where there were several.
func answered(ctx context.Context, asks Asks, p *reports.Polled) error {
	all, err := asks.Measures(app.Reads(ctx, 0), improve.Wanted{Project: p.Project, Survey: p.ID})
	if err != nil {
		return fmt.Errorf("measures of survey %d: %w", p.ID, err)
	}
	slices.SortFunc(all, func(a, b improve.Measure) int { return cmp.Compare(a.ID, b.ID) })
	p.Findings.Problems = slices.Clone(p.Findings.Problems)
	for i := range p.Findings.Problems {
		one := &p.Findings.Problems[i]
		for _, m := range all {
			if m.Source.N == one.N && m.State != improve.Void {
				one.Measure = m.Number
			}
		}
	}
	return nil
}
