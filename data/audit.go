package data

import (
	"context"
	"time"

	"ownerdesk/app"
)

// CasesReceived reads whole cases received in a period, the earliest first, as they
// stand at one moment.
func (s *Store) CasesReceived(ctx context.Context, project app.ProjectID, from, to time.Time) (cases []app.Case, err error) {
	err = s.read(ctx, func(q asker) error {
		ids, err := list(ctx, q, func(r row) (app.IssueID, error) {
			var id int64
			err := r.Scan(&id)
			return app.IssueID(id), err
		}, `SELECT id FROM issues WHERE received >= ? AND received < ? AND (project_id = ? OR ? = 0) ORDER BY received, id`,
			stamp(from), stamp(to), int64(project), int64(project))
		if err != nil {
			return err
		}
		cases = make([]app.Case, len(ids))
		for i, id := range ids {
			if cases[i], err = caseOf(ctx, q, id); err != nil {
				return err
			}
		}
		return nil
	})
	return cases, err
}
