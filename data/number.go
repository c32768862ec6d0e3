package data

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
)

// numbered draws the number a move asks for and gives it to its part. If the
// move is not kept after all, the draw is undone with it.
func (p *pen) numbered(ctx context.Context, m app.Move) (app.Move, error) {
	if m.Draw == app.NoNumber {
		return m, nil
	}
	at, err := p.officeTime(ctx, m.DrawnAt())
	if err != nil {
		return m, err
	}
	number, err := p.draw(ctx, m.Issue.Project, m.Draw, at)
	if err != nil {
		return m, err
	}
	return m.Numbered(number), nil
}

// draw gives the next serial of a month. Serials restart each month for every
// prefix and project and are never given twice.
func (p *pen) draw(ctx context.Context, project app.ProjectID, prefix app.Prefix, month time.Time) (string, error) {
	serial := app.Serial{Prefix: prefix, Month: month}
	if err := p.one(ctx, `SELECT code FROM projects WHERE id = ?`, []any{int64(project)}, &serial.Project); err != nil {
		return "", fmt.Errorf("draw a number for project %d: %w", project, none(err))
	}
	for used := true; used; {
		err := p.one(ctx, `
			INSERT INTO counters (project_id, prefix, month, last) VALUES (?, ?, ?, 1)
			ON CONFLICT (project_id, prefix, month) DO UPDATE SET last = last + 1
			RETURNING last`,
			[]any{int64(project), string(prefix), month.Format("2006-01")}, &serial.N)
		if err == nil {
			err = p.one(ctx, numberUsed, []any{serial.String()}, &used)
		}
		if err != nil {
			return "", fmt.Errorf("draw a number: %w", err)
		}
	}
	return serial.String(), nil
}

// numberUsed asks whether a number was given before: by another estate that had
// this one's code earlier in the month, or in a ledger taken over.
const numberUsed = `SELECT EXISTS (
	SELECT 1 FROM issues WHERE number = ?1
	UNION ALL SELECT 1 FROM issues WHERE slip = ?1 AND slip <> ''
	UNION ALL SELECT 1 FROM rounds WHERE number = ?1 AND number <> ''
	UNION ALL SELECT 1 FROM delays WHERE number = ?1 AND number <> ''
	UNION ALL SELECT 1 FROM followups WHERE number = ?1 AND number <> ''
	UNION ALL SELECT 1 FROM records WHERE number = ?1
	UNION ALL SELECT 1 FROM actions WHERE number = ?1
	UNION ALL SELECT 1 FROM surveys WHERE number = ?1
	UNION ALL SELECT 1 FROM measures WHERE number = ?1)`

// officeTime is t on the office's clock: the month of a number is the one that
// people at the desk see.
func (p *pen) officeTime(ctx context.Context, t time.Time) (time.Time, error) {
	zones, err := list(ctx, p, value[string], `SELECT zone FROM office`)
	if err != nil {
		return t, err
	}
	var o app.Office
	for _, o.Zone = range zones {
	}
	return t.In(o.Location()), nil
}
