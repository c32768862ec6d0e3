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

// ownCodes are the codes in the lists of the office, by the name of their list.
func ownCodes(ctx context.Context, q asker) (map[string][]string, error) {
	items, err := list(ctx, q, scanner(listItemCells), `SELECT `+namesOf(listItemCells)+` FROM list_items ORDER BY grp, position, code`)
	own := map[string][]string{}
	for _, i := range items {
		own[i.Group] = append(own[i.Group], i.Code)
	}
	return own, err
}

// seedCodes writes the closed lists of this program into the file, which refuses
// what stands in none of them.
func (s *Store) seedCodes(ctx context.Context) error {
	lists, n := app.ClosedLists(), 0
	for _, codes := range lists {
		n += len(codes)
	}
	have, err := one(ctx, s.ro, value[int], `SELECT count(*) FROM codes`)
	if err != nil || have == n {
		return err
	}
	return s.write(ctx, func(p *pen) error {
		for group, codes := range lists {
			for _, c := range codes {
				if _, err := p.exec(ctx, `INSERT OR IGNORE INTO codes (grp, code) VALUES (?, ?)`, group, c); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
