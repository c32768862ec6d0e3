package data

import (
	"context"

	"ownerdesk/app"
)

// talkOwed is where a talk on site is still to be held.
const talkOwed = `talk_asked <> '' AND talk_ended = '' AND step <> ''`

func talkCells(t *app.SiteTalk) cells {
	return cells{
		{"talk_asked", moment{&t.Asked}}, {"talk_due", moment{&t.Due}}, {"talk_ended", moment{&t.Ended}}, {"talk_held", &t.Held},
	}
}

// TalksOwed lists the issues that owe a talk on site, of one estate, or of all for 0,
// the most pressing first.
func (s *Store) TalksOwed(ctx context.Context, project app.ProjectID) ([]app.TalkOwed, error) {
	var all []app.TalkOwed
	err := s.read(ctx, func(q asker) (err error) {
		of, estate := ofEstate(project)
		all, err = list(ctx, q, scanner(func(t *app.TalkOwed) cells {
			return append(lineCells(&t.Line), cells{{"talk_due", moment{&t.Due}}}...)
		}), `SELECT `+lineColumns+`, talk_due FROM issues WHERE `+talkOwed+of+` ORDER BY talk_due, id LIMIT 1000`, estate...)
		if err != nil {
			return err
		}
		all, err = veiled(ctx, q, all, func(t *app.TalkOwed, v veils) { shutLine(&t.Line, v) })
		return err
	})
	return all, err
}
