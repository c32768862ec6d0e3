package data

import (
	"context"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/fold"
)

// RoomHistory lists the issues that a room brought, first or later, the newest first.
func (s *Store) RoomHistory(ctx context.Context, room app.RoomID) ([]app.Line, error) {
	return s.bared(ctx, `issues WHERE room_id = ?1 OR id IN (SELECT issue_id FROM callers WHERE room_id = ?1 AND left_at = '') ORDER BY received DESC, id DESC LIMIT 200`, int64(room))
}

// PersonHistory lists the issues a person of the register brought, first or later, the
// newest first.
func (s *Store) PersonHistory(ctx context.Context, person app.PersonID) ([]app.Line, error) {
	return s.bared(ctx, `issues WHERE person_id = ?1 OR id IN (SELECT issue_id FROM callers WHERE person_id = ?1 AND left_at = '') ORDER BY received DESC, id DESC LIMIT 200`, int64(person))
}

// Likely lists open issues that a new one may repeat: the same place and
// category, received since.
func (s *Store) Likely(ctx context.Context, p app.Place, c app.Category, since time.Time) ([]app.Line, error) {
	if p.Short() == "" {
		return nil, nil
	}
	where, args := `place_key = ?`, []any{placeKey(p)}
	if p.Room != 0 {
		where, args = `room_id = ?`, []any{int64(p.Room)}
	}
	return s.bared(ctx, `issues WHERE `+where+` AND category = ? AND step <> '' AND received >= ?
		ORDER BY received DESC, id DESC LIMIT 20`, append(args, string(c), stamp(since))...)
}

// IssueByNumber finds an issue by any number it goes by: of intake, slip,
// round, delay or follow-up, in any case and width. One that was taken over is
// looked for as it stands first.
func (s *Store) IssueByNumber(ctx context.Context, number string) (app.IssueID, error) {
	as := strings.TrimSpace(number)
	number = strings.ToUpper(strings.ReplaceAll(fold.Key(number), " ", ""))
	id, err := one(ctx, s.ro, value[int64], `
		SELECT id FROM issues WHERE number = ?2
		UNION ALL SELECT id FROM issues WHERE number = ?1
		UNION ALL SELECT issue_id FROM rounds WHERE number = ?1 AND number <> ''
		UNION ALL SELECT issue_id FROM delays WHERE number = ?1 AND number <> ''
		UNION ALL SELECT issue_id FROM followups WHERE number = ?1 AND number <> ''
		LIMIT 1`, number, as)
	return app.IssueID(id), s.explain(err)
}

// Printable lists the issues whose current slip was issued to a department, or
// to any for 0, in [from, until).
func (s *Store) Printable(ctx context.Context, dept app.DeptID, from, until time.Time) ([]app.Line, error) {
	return s.lines(ctx, `issues WHERE id IN (
			SELECT r.issue_id FROM rounds r JOIN issues i ON i.id = r.issue_id AND i.round = r.n
			WHERE r.number <> '' AND r.issued >= ? AND r.issued < ? AND (r.lead_id = ? OR ? = 0
				OR EXISTS (SELECT 1 FROM helps h WHERE h.issue_id = r.issue_id AND h.round = r.n AND h.dept_id = ? AND h.left_at = '')))
		ORDER BY shown`, stamp(from), stamp(until), int64(dept), int64(dept), int64(dept))
}

// Received lists the issues of an estate that came in in [from, until), the
// first first, and no more than most.
func (s *Store) Received(ctx context.Context, estate app.ProjectID, from, until time.Time, most int) ([]app.Issue, error) {
	all, err := list(ctx, s.ro, scanner(wholeIssueCells), `SELECT `+namesOf(wholeIssueCells)+` FROM issues
		WHERE project_id = ? AND received >= ? AND received < ? ORDER BY received, id LIMIT ?`, int64(estate), stamp(from), stamp(until), most)
	if err == nil {
		all, err = veiled(ctx, s.ro, all, shutIssue)
	}
	return all, s.explain(err)
}

func askedCells(a *app.Asked) cells {
	return append(cells{{"issue_id", &a.Issue.ID}}, followUpCells(&a.FollowUp)...)
}

// Asked lists the attempts to ask the owners of an estate in [from, until), the
// first first, and no more than most.
func (s *Store) Asked(ctx context.Context, estate app.ProjectID, from, until time.Time, most int) ([]app.Asked, error) {
	var all []app.Asked
	err := s.read(ctx, func(q asker) (err error) {
		all, err = list(ctx, q, scanner(askedCells), `SELECT `+namesOf(askedCells)+` FROM followups
			WHERE at >= ? AND at < ? AND issue_id IN (SELECT id FROM issues WHERE project_id = ?)
			ORDER BY at, issue_id, n LIMIT ?`, stamp(from), stamp(until), int64(estate), most)
		for i := range all {
			if err == nil {
				all[i].Issue, err = one(ctx, q, scanner(wholeIssueCells), readIssue, int64(all[i].Issue.ID))
			}
		}
		if err == nil {
			all, err = veiled(ctx, q, all, shutAsked)
		}
		return err
	})
	return all, s.explain(err)
}
