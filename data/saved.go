package data

import (
	"context"
	"fmt"

	"ownerdesk/app"
	"ownerdesk/data/archive"
)

func savedCells(f *app.SavedFilter) cells {
	return cells{
		{"id", &f.ID},
		{"by_id", to(&f.By)},
		{"name", &f.Name},
		{"filter", document[app.Filter]{&f.Filter, archive.Filter}},
		{"sort", &f.Order.By},
		{"down", &f.Order.Down},
	}
}

// KeepFilter writes a filter that somebody gave a name; the same name takes the
// place of the earlier one.
func (s *Store) KeepFilter(ctx context.Context, f app.SavedFilter) (int64, error) {
	err := s.write(ctx, func(p *pen) error {
		c := savedCells(&f)[1:]
		values, err := c.values()
		if err != nil {
			return err
		}
		return p.one(ctx, fmt.Sprintf(`INSERT INTO saved_filters (%s) VALUES (%s)
			ON CONFLICT (by_id, name) DO UPDATE SET %s RETURNING id`, c.names(), c.marks(), c.fresh()), values, &f.ID)
	})
	return f.ID, err
}

// SavedFilters lists the filters of one person by name.
func (s *Store) SavedFilters(ctx context.Context, by app.StaffID) ([]app.SavedFilter, error) {
	return list(ctx, s.ro, scanner(savedCells), `SELECT `+namesOf(savedCells)+` FROM saved_filters WHERE by_id = ? ORDER BY name`, int64(by))
}

// DropFilter forgets a saved filter.
func (s *Store) DropFilter(ctx context.Context, id int64) error {
	return s.write(ctx, func(p *pen) error {
		_, err := p.exec(ctx, `DELETE FROM saved_filters WHERE id = ?`, id)
		return err
	})
}
