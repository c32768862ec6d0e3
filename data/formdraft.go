package data

import (
	"context"
	"fmt"

	"ownerdesk/app"
)

func formDraftCells(d *app.FormDraft) cells {
	return cells{
		{"by_id", (*int64)(&d.By)}, // 0 before there is anybody
		{"form", &d.Form},
		{"at", moment{&d.At}},
		{"base", asJSON[map[string]string]{&d.Base}},
		{"text", asJSON[map[string]string]{&d.Text}},
	}
}

// KeepFormDraft writes what stands in a form in the place of what stood there.
func (s *Store) KeepFormDraft(ctx context.Context, d app.FormDraft) error {
	return s.jot(ctx, func(p *pen) error {
		c := formDraftCells(&d)
		values, err := c.values()
		if err != nil {
			return err
		}
		_, err = p.exec(ctx, fmt.Sprintf(`INSERT INTO form_drafts (%s) VALUES (%s)
			ON CONFLICT (by_id, form) DO UPDATE SET %s`, c.names(), c.marks(), c[2:].fresh()), values...)
		return err
	})
}

// FormDrafts lists what one person left in forms, newest first.
func (s *Store) FormDrafts(ctx context.Context, by app.StaffID) ([]app.FormDraft, error) {
	return list(ctx, s.ro, scanner(formDraftCells), `SELECT `+namesOf(formDraftCells)+` FROM form_drafts
		WHERE by_id = ? ORDER BY at DESC, form`, int64(by))
}

// DropFormDraft takes a draft away: it was sent, or given up.
func (s *Store) DropFormDraft(ctx context.Context, by app.StaffID, form string) error {
	return s.jot(ctx, func(p *pen) error {
		_, err := p.exec(ctx, `DELETE FROM form_drafts WHERE by_id = ? AND form = ?`, int64(by), form)
		return err
	})
}
