package data

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
)

// OpenGatherings lists gatherings with opinions that nobody answered for, the most
// pressing first; project 0 is all estates.
func (s *Store) OpenGatherings(ctx context.Context, of app.ProjectID) ([]meeting.Owing, error) {
	heads, err := list(ctx, s.ro, scanner(wholeHeadCells), `
		SELECT `+namesOf(wholeHeadCells)+` FROM records
		WHERE kind = 'SJ' AND state = 'held' AND (project_id = ? OR ? = 0) ORDER BY minutes_due, id`, int64(of), int64(of))
	if err != nil {
		return nil, s.explain(err)
	}
	var owing []meeting.Owing
	for _, h := range heads {
		o := meeting.Owing{Head: h}
		if o.Of, err = s.countOpinions(ctx, h.ID, ``); err != nil {
			return nil, err
		}
		if o.Open, err = s.countOpinions(ctx, h.ID, ` AND issue_id IS NULL AND aside = ''`); err != nil {
			return nil, err
		}
		owing = append(owing, o)
	}
	return owing, nil
}

func (s *Store) countOpinions(ctx context.Context, of meeting.RecordID, which string) (int, error) {
	n, err := one(ctx, s.ro, value[int], `SELECT COUNT(*) FROM record_opinions WHERE record_id = ? AND gone = 0`+which, int64(of))
	return n, s.explain(err)
}
