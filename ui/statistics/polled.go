package statistics

import (
	"context"
	"fmt"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
)

// Poll reads what the report of a yearly survey is made from. Where nothing has been
// concluded yet, the draft of what the numbers speak of stands in its place.
func Poll(ctx context.Context, asks Asks, d *annual.Desk, f reports.Facts, id annual.SurveyID) (p reports.Polled, err error) {
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
	p.Numbers = map[app.IssueID]string{}
	var ids []app.IssueID
	for _, r := range p.Results.Related {
		ids = append(ids, r.Issues...)
	}
	err = eachOf(ctx, asks, ids, f.At, func(l app.Line) { p.Numbers[l.ID] = l.Number })
	return p, err
}
