package surveys

import (
	"context"
	"iter"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
)

// PollAsks is what the report of a survey asks of the store.
type PollAsks interface {
	Survey(context.Context, annual.SurveyID) (annual.Survey, error)
	EachLine(context.Context, app.Filter, app.Order, time.Time) iter.Seq2[app.Line, error]
}

// Poll reads what the report of a survey is made from: as it was kept once it is out,
// as the sheets say it now before. at is when complaints are looked at.
func Poll(ctx context.Context, asks PollAsks, d *annual.Desk, id annual.SurveyID, at time.Time) (p reports.Polled, err error) {
	v, err := asks.Survey(ctx, id)
	if err != nil {
		return p, err
	}
	p.Head, p.Numbers = v.Head, map[app.IssueID]string{}
	if p.Results, err = d.Results(ctx, id); err != nil {
		return p, err
	}
	var ids []app.IssueID
	for _, r := range p.Results.Related {
		ids = append(ids, r.Issues...)
	}
	for _, one := range v.Findings.Problems {
		ids = append(ids, one.Complaints...)
	}
	if len(ids) == 0 {
		return p, nil
	}
	slices.Sort(ids)
	for l, err := range asks.EachLine(ctx, app.Filter{Only: slices.Compact(ids)}, app.Order{}, at) {
		if err != nil {
			return p, err
		}
		p.Numbers[l.ID] = l.Number
	}
	return p, nil
}
