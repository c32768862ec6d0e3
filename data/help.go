package data

import (
	"context"

	"ownerdesk/app"
)

var helps = tableOf("helps", helpCells, "issue_id")

func helpCells(h *app.Help) cells {
	return cells{
		{"n", &h.N},
		{"round", &h.Round},
		{"dept_id", to(&h.Dept)},
		{"asked", moment{&h.Asked}},
		{"due", moment{&h.Due}},
		{"signed", moment{&h.Signed}},
		{"signed_by", &h.SignedBy},
		{"situation", &h.Situation},
		{"completed", moment{&h.Completed}},
		{"fed_back", moment{&h.FedBack}},
		{"by_id", to(&h.By)},
		{"left_at", moment{&h.Left}},
		{"left_by_id", to(&h.LeftBy)},
		{"why", &h.Why},
	}
}

// Helping lists the shares that helping departments still have to do, of one
// estate, or of all for 0, the most pressing first.
func (s *Store) Helping(ctx context.Context, project app.ProjectID, limit int) ([]app.Helped, error) {
	var all []app.Helped
	err := s.read(ctx, func(q asker) error {
		of, args := ofEstate(project)
		type share struct {
			issue app.IssueID
			n     int
		}
		open, err := list(ctx, q, func(r row) (v share, err error) {
			err = r.Scan(to(&v.issue), &v.n)
			return v, err
		}, `SELECT h.issue_id, h.n FROM helps h JOIN issues i ON i.id = h.issue_id AND i.round = h.round
			WHERE h.fed_back = '' AND h.left_at = '' AND i.state IN ('handling', 'rework')`+of+` ORDER BY h.due, h.issue_id, h.n LIMIT ?`, append(args, limit)...)
		if err != nil {
			return err
		}
		for _, o := range open {
			var v app.Helped
			if v.Line, err = one(ctx, q, scanner(lineCells), `SELECT `+lineColumns+` FROM issues WHERE id = ?`, int64(o.issue)); err != nil {
				return err
			}
			if v.Help, err = one(ctx, q, scanner(helpCells), `SELECT `+namesOf(helpCells)+` FROM helps WHERE issue_id = ? AND n = ?`, int64(o.issue), o.n); err != nil {
				return err
			}
			all = append(all, v)
		}
		all, err = veiled(ctx, q, all, func(h *app.Helped, v veils) {
			if v[h.Line.ID] {
				h.Line, h.Help = h.Line.Shut(), app.Help{N: h.Help.N, Round: h.Help.Round, Due: h.Help.Due}
			}
		})
		return err
	})
	return all, err
}
