package data

import (
	"context"
	"encoding/json"
	"fmt"

	"ownerdesk/app"
)

func draftCells(d *app.IntakeDraft) cells {
	return cells{
		{"id", &d.ID},
		{"by_id", to(&d.By)},
		{"at", moment{&d.At}},
		{"fields", asJSON[map[string]string]{&d.Text}},
	}
}

// asJSON keeps a value whole as JSON.
type asJSON[T any] struct{ of *T }

func (j asJSON[T]) value() any {
	text, err := json.Marshal(*j.of)
	if err != nil {
		return "" // refused by the column's CHECK
	}
	return string(text)
}

// Scan reads what value wrote.
func (j asJSON[T]) Scan(v any) error {
	text, _ := v.(string)
	return json.Unmarshal([]byte(text), j.of)
}

// KeepDraft writes a half-written intake as typed and tells its id.
func (s *Store) KeepDraft(ctx context.Context, d app.IntakeDraft) (int64, error) {
	err := s.jot(ctx, func(p *pen) error {
		c := draftCells(&d)
		values, err := c.values()
		if err != nil {
			return err
		}
		if d.ID == 0 {
			values[0] = nil
		}
		return p.one(ctx, fmt.Sprintf(`INSERT INTO drafts (%s, finished) VALUES (%s, 0)
			ON CONFLICT (id) DO UPDATE SET %s RETURNING id`, c.names(), c.marks(), c[1:].fresh()), values, &d.ID)
	})
	return d.ID, err
}

// Drafts lists the half-written intakes of one person, or of all for 0, newest first.
func (s *Store) Drafts(ctx context.Context, by app.StaffID) ([]app.IntakeDraft, error) {
	return list(ctx, s.ro, scanner(draftCells), `SELECT `+namesOf(draftCells)+` FROM drafts
		WHERE finished = 0 AND (by_id = ? OR ? = 0) ORDER BY at DESC, id DESC`, int64(by), int64(by))
}

// DropDraft marks a draft as finished. What stood in it is in the issue now, or
// was given up; a copy of somebody's data nobody needs is not kept.
func (s *Store) DropDraft(ctx context.Context, id int64) error {
	return s.jot(ctx, func(p *pen) error {
		_, err := p.exec(ctx, `UPDATE drafts SET finished = 1, fields = '{}' WHERE id = ?`, id)
		return err
	})
}
