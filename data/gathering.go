package data

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/figures"
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

// gatheringCells are what figures need of a gathering.
func gatheringCells(g *figures.Gathering) cells {
	return cells{
		{"id", &g.ID}, {"number", &g.Number}, {"project_id", &g.Project}, {"title", &g.Title}, {"subject", &g.Event},
		{"begins", moment{&g.Begins}}, {"made", moment{&g.Made}}, {"minutes_due", moment{&g.Due}},
	}
}

// Gatherings lists the lists of opinions gathered in a period that were not cancelled,
// with what became of each opinion that was not struck out.
func (s *Store) Gatherings(ctx context.Context, of figures.Wanted) (all []figures.Gathering, err error) {
	err = s.read(ctx, func(q asker) error {
		all, err = list(ctx, q, scanner(gatheringCells), `
			SELECT `+namesOf(gatheringCells)+` FROM records
			WHERE kind = 'SJ' AND state <> 'cancelled' AND begins >= ? AND begins < ? AND (project_id = ? OR ? = 0) ORDER BY begins, id`,
			stamp(of.From), stamp(of.To), int64(of.Project), int64(of.Project))
		for i := range all {
			if all[i].Opinions, err = list(ctx, q, becameOf, `
				SELECT `+namesOf(opinionCells)+` FROM record_opinions WHERE record_id = ? AND gone = 0 ORDER BY n`, int64(all[i].ID)); err != nil {
				return err
			}
		}
		return err
	})
	return all, s.explain(err)
}

// becameOf reads what became of one opinion.
func becameOf(r row) (figures.Gathered, error) {
	v, err := scanner(opinionCells)(r)
	g := figures.Gathered{Settled: v.Settled}
	if v.Became() {
		g.Issue, g.Number = v.Issue, v.Number
	}
	return g, err
}
