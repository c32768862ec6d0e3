package data

import (
	"context"
	"time"

	"ownerdesk/app"
)

func listItemCells(i *app.ListItem) cells {
	return cells{
		{"grp", &i.Group},
		{"code", &i.Code},
		{"zh_hant", &i.Hant},
		{"zh_hans", &i.Hans},
		{"en", &i.En},
		{"hidden", &i.Hidden},
	}
}

// KeepList writes what the office changed about codes of the closed lists, in
// the order in which they are offered.
func (s *Store) KeepList(ctx context.Context, items []app.ListItem, _ app.StaffID, _ time.Time) error {
	return s.write(ctx, func(p *pen) error {
		for n := range items {
			c := listItemCells(&items[n])
			values, err := c.values()
			if err != nil {
				return err
			}
			if _, err := p.exec(ctx, `INSERT INTO list_items (`+c.names()+`, position) VALUES (`+c.marks()+`, ?)
				ON CONFLICT (grp, code) DO UPDATE SET `+c[2:].fresh()+`, position = excluded.position`, append(values, n+1)...); err != nil {
				return err
			}
		}
		return nil
	})
}

// Lists tells what the office changed about the closed lists.
func (s *Store) Lists(ctx context.Context) ([]app.ListItem, error) {
	return list(ctx, s.ro, scanner(listItemCells), `SELECT `+namesOf(listItemCells)+` FROM list_items ORDER BY grp, position, code`)
}
