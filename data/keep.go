package data

import (
	"context"
	"fmt"

	"ownerdesk/app"
)

var (
	insertIssue = func() string {
		var i app.Issue
		c := append(issueCells(&i), derivedCells(&i)...)
		return fmt.Sprintf(`INSERT INTO issues (id, %s) VALUES (?, %s)`, c.names(), c.marks())
	}()
	updateIssue = func() string {
		var i app.Issue
		c := append(issueCells(&i), derivedCells(&i)...)
		return fmt.Sprintf(`UPDATE issues SET %s WHERE id = ? AND version = ?`, c.sets())
	}()
)

// Keep writes a move whole or not at all, draws the number it asks for, and
// returns it as it was kept. A move that stands on an older version than the
// stored one is refused with app.ErrConflict.
func (s *Store) Keep(ctx context.Context, m app.Move) (app.Move, error) {
	err := s.write(ctx, func(p *pen) (err error) {
		m, err = p.keepMove(ctx, m)
		return err
	})
	if err != nil {
		return app.Move{}, err
	}
	return m, nil
}

// KeepAll writes what happened to several issues at once, all or none.
func (s *Store) KeepAll(ctx context.Context, moves []app.Move) error {
	return s.write(ctx, func(p *pen) error {
		for _, m := range moves {
			if _, err := p.keepMove(ctx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepMove writes a move, and what it does to the issue that it leads into.
func (p *pen) keepMove(ctx context.Context, m app.Move) (_ app.Move, err error) {
	if m, err = p.numbered(ctx, m); err != nil {
		return m, err
	}
	if m.Issue.ID == 0 {
		m.Issue.Version = 1
		err = p.insertIssue(ctx, &m.Issue)
	} else {
		err = p.updateIssue(ctx, &m.Issue)
	}
	if err != nil {
		return m, err
	}
	if err := p.keepParts(ctx, &m); err != nil {
		return m, err
	}
	if err := p.indexMove(ctx, m); err != nil || m.Into == nil {
		return m, err
	}
	into, err := p.keepMove(ctx, *m.Into)
	m.Into = &into
	return m, err
}

// insertIssue writes a new issue and gives it its id, unless it brought one.
func (p *pen) insertIssue(ctx context.Context, i *app.Issue) error {
	values, err := append(issueCells(i), derivedCells(i)...).values()
	if err != nil {
		return err
	}
	id, err := p.insert(ctx, insertIssue, append([]any{orNull(i.ID)}, values...)...)
	if err != nil {
		return fmt.Errorf("keep issue: %w", err)
	}
	i.ID = app.IssueID(id)
	return nil
}

// writes are how a noun that has a version is kept: anew, or in the place of the
// version that a decision stood on.
type writes struct{ insert, update string }

func writesOf[T any](table string, of func(*T) cells) writes {
	var v T
	c := of(&v)
	return writes{
		fmt.Sprintf(`INSERT INTO %s (%s) VALUES (%s)`, table, c.names(), c.marks()),
		fmt.Sprintf(`UPDATE %s SET %s WHERE id = ? AND version = ?`, table, c.sets()),
	}
}

// updateIssue writes the next version of an issue.
func (p *pen) updateIssue(ctx context.Context, i *app.Issue) error {
	return update(ctx, p, "issues", updateIssue, append(issueCells(i), derivedCells(i)...), int64(i.ID), &i.Version)
}

// update writes the next version of what has versions. The version in the WHERE
// is what the decision stood on.
func update(ctx context.Context, p *pen, table, query string, c cells, id int64, version *int) error {
	stood := *version
	*version++
	values, err := c.values()
	if err != nil {
		return err
	}
	done, err := p.exec(ctx, query, append(values, id, stood)...)
	if err != nil {
		return fmt.Errorf("keep %s %d: %w", table, id, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return err
	}
	var there int
	err = p.one(ctx, `SELECT count(*) FROM `+table+` WHERE id = ?`, []any{id}, &there)
	if err == nil && there == 0 {
		return app.ErrNotFound
	}
	if err == nil {
		return app.ErrConflict
	}
	return err
}

// keepParts writes the timeline's entry and the parts that are new or different.
func (p *pen) keepParts(ctx context.Context, m *app.Move) error {
	id := int64(m.Issue.ID)
	if m.Round != nil {
		if err := p.keepRound(ctx, m.Issue.ID, m.Round); err != nil {
			return err
		}
		if err := p.shorten(ctx, m.Issue.ID, m.Round); err != nil {
			return err
		}
	}
	for _, keep := range []func() error{
		func() error { return p.keepAct(ctx, m.Issue.ID, &m.Act) },
		func() error { return delays.keepOne(ctx, p, m.Delay, id) },
		func() error { return feedbacks.keepOne(ctx, p, m.Feedback, id) },
		func() error { return notes.keepOne(ctx, p, m.Note, id) },
		func() error { return followUps.keepOne(ctx, p, m.FollowUp, id) },
		func() error { return closings.keepOne(ctx, p, m.Closing, id) },
		func() error { return attachments.keepEach(ctx, p, m.Attached, id) },
		func() error { return disturbances.addOne(ctx, p, m.Disturbance, id) },
		func() error { return inspections.addOne(ctx, p, m.Inspection, id) },
		func() error { return helps.keepEach(ctx, p, m.Helps, id) },
		func() error { return suspensions.keepOne(ctx, p, m.Suspension, id) },
		func() error { return callers.keepEach(ctx, p, m.Callers, id) },
		func() error { return costs.addOne(ctx, p, m.Cost, id) },
		func() error { return p.keepInquiry(ctx, m.Issue.ID, m.Inquiry) },
	} {
		if err := keep(); err != nil {
			return err
		}
	}
	return nil
}
