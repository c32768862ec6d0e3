package data

import (
	"context"

	"ownerdesk/app"
)

func callerCells(k *app.Caller) cells {
	return append(append(cells{{"n", &k.N}}, reporterCells(&k.Reporter)...), append(placeCells(&k.Place), cells{
		{"channel", &k.Channel},
		{"at", moment{&k.At}},
		{"by_id", to(&k.By)},
		{"said", &k.Said},
		{"merged", &k.From},
		{"told", moment{&k.Told}},
		{"told_how", &k.ToldHow},
		{"told_by_id", to(&k.ToldBy)},
		{"told_round", &k.ToldRound},
		{"answer", &k.Answer},
		{"left_at", moment{&k.Left}},
	}...)...)
}

// reporterCells are the columns of whoever came to the desk.
func reporterCells(r *app.Reporter) cells {
	return cells{
		{"person_id", to(&r.Person)},
		{"owner", &r.Owner},
		{"anonymous", &r.Anonymous},
		{"name", &r.Name},
		{"no_contact", &r.Refused},
		{"phone", &r.Phone},
		{"email", &r.Email},
		{"wechat", &r.WeChat},
	}
}

// MergedInto lists whole the issues that were merged into one, as they came in.
func (s *Store) MergedInto(ctx context.Context, id app.IssueID) ([]app.Case, error) {
	var all []app.Case
	err := s.read(ctx, func(q asker) error {
		ids, err := list(ctx, q, value[int64], `SELECT id FROM issues WHERE related_id = ? AND
			(close_code = ? OR number IN (SELECT merged FROM callers WHERE issue_id = ?1) OR slip <> '' AND slip IN (SELECT merged FROM callers WHERE issue_id = ?1))
			ORDER BY received, id`, int64(id), string(app.ClosedMerged))
		if err != nil {
			return err
		}
		for _, one := range ids {
			c, err := caseOf(ctx, q, app.IssueID(one))
			if err != nil {
				return err
			}
			all = append(all, c)
		}
		return nil
	})
	return all, err
}
