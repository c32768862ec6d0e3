package data

import (
	"context"

	"ownerdesk/app"
)

var readIssue = `SELECT ` + namesOf(wholeIssueCells) + ` FROM issues WHERE id = ?`

// Case reads one issue with everything that belongs to it, as it stands at one
// moment.
func (s *Store) Case(ctx context.Context, id app.IssueID) (app.Case, error) {
	var c app.Case
	err := s.read(ctx, func(q asker) (err error) {
		c, err = caseOf(ctx, q, id)
		return err
	})
	return c, err
}

func caseOf(ctx context.Context, q asker, id app.IssueID) (c app.Case, err error) {
	if c.Issue, err = one(ctx, q, scanner(wholeIssueCells), readIssue, int64(id)); err != nil {
		return c, err
	}
	for _, read := range []func() error{
		func() (err error) { c.Rounds, err = readRounds(ctx, q, id); return },
		func() (err error) { c.Delays, err = delays.all(ctx, q, int64(id)); return },
		func() (err error) { c.Feedbacks, err = feedbacks.all(ctx, q, int64(id)); return },
		func() (err error) { c.Notes, err = notes.all(ctx, q, int64(id)); return },
		func() (err error) { c.FollowUps, err = followUps.all(ctx, q, int64(id)); return },
		func() (err error) { c.Closings, err = closings.all(ctx, q, int64(id)); return },
		func() (err error) { c.Inquiry, err = inquiryOf(ctx, q, id); return },
		func() (err error) { c.Attachments, err = attachments.all(ctx, q, int64(id)); return },
		func() (err error) { c.Disturbances, err = disturbances.all(ctx, q, int64(id)); return },
		func() (err error) { c.Inspections, err = inspections.all(ctx, q, int64(id)); return },
		func() (err error) { c.Suspensions, err = suspensions.all(ctx, q, int64(id)); return },
		func() (err error) { c.Helps, err = helps.all(ctx, q, int64(id)); return },
		func() (err error) { c.Callers, err = callers.all(ctx, q, int64(id)); return },
		func() (err error) { c.Costs, err = costs.all(ctx, q, int64(id)); return },
		func() (err error) { c.Acts, err = list(ctx, q, scanner(actCells), readActs, int64(id)); return },
	} {
		if err := read(); err != nil {
			return c, err
		}
	}
	return shutCase(ctx, q, c)
}
