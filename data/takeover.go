package data

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"ownerdesk/app"
	"ownerdesk/app/past"
)

// TakeOver writes the issues of an older ledger with where each comes from, in
// one transaction: whoever pulls the plug in its middle has the file as it was.
func (s *Store) TakeOver(ctx context.Context, parts iter.Seq[[]app.Taken]) error {
	return s.atLarge(ctx, func(p *pen) error {
		for taken := range parts {
			if err := p.takeOver(ctx, taken); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *pen) takeOver(ctx context.Context, taken []app.Taken) error {
	cases := make([]app.Case, len(taken))
	for i := range taken {
		cases[i] = taken[i].Case
	}
	if err := p.keepCases(ctx, cases); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	for i := range taken {
		if err := p.keepOrigin(ctx, cases[i], taken[i]); err != nil {
			return err
		}
	}
	return nil
}

// What makes one large transaction fast and takes nothing from its safety: more
// memory for pages, and for the words that the full-text index gathers before it
// writes them. The latter is kept in the file, so it is set back before the end,
// and by the end that does not come.
var (
	roomy     = []string{`PRAGMA cache_size = -131072`, `PRAGMA temp_store = MEMORY`}
	usual     = []string{`PRAGMA temp_store = DEFAULT`, `PRAGMA cache_size = -65536`}
	gathering = []string{`INSERT INTO search (search, rank) VALUES ('hashsize', 33554432)`}
	gathered  = []string{`INSERT INTO search (search, rank) VALUES ('hashsize', 1048576)`}
)

// atLarge is write for much at once.
func (s *Store) atLarge(ctx context.Context, do func(*pen) error) error {
	set := func(how []string) error {
		s.writing.Lock()
		defer s.writing.Unlock()
		return s.explain(s.pen.set(context.WithoutCancel(ctx), how))
	}
	if err := set(roomy); err != nil {
		return err
	}
	defer set(usual)
	return s.write(ctx, func(p *pen) error {
		if err := p.set(context.WithoutCancel(ctx), gathering); err != nil {
			return err
		}
		if err := do(p); err != nil {
			return err
		}
		return p.set(context.WithoutCancel(ctx), gathered)
	})
}

func (p *pen) keepOrigin(ctx context.Context, c app.Case, t app.Taken) error {
	a := c.Acts[0]
	_, err := p.exec(ctx, `INSERT INTO taken_over (issue_id, file, sheet, row, hash, at, by_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		int64(c.ID), t.File, t.Sheet, t.Row, t.Hash, stamp(a.At), int64(a.By))
	if err != nil {
		return fmt.Errorf("keep where issue %s comes from: %w", c.Number, err)
	}
	return nil
}

// KnownNumbers tells which of some numbers are in the file already, and what the
// rows of those taken over said.
func (s *Store) KnownNumbers(ctx context.Context, numbers []string) (map[string]past.Known, error) {
	asked, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	type number struct{ number, hash string }
	all, err := list(ctx, s.ro, func(r row) (n number, err error) {
		err = r.Scan(&n.number, &n.hash)
		return n, err
	}, `WITH asked AS (SELECT value AS number FROM json_each(?))
		SELECT a.number, '' FROM asked a CROSS JOIN rounds r ON r.number = a.number WHERE r.number <> ''
		UNION ALL SELECT a.number, '' FROM asked a CROSS JOIN delays d ON d.number = a.number WHERE d.number <> ''
		UNION ALL SELECT a.number, '' FROM asked a CROSS JOIN followups f ON f.number = a.number WHERE f.number <> ''
		UNION ALL SELECT a.number, COALESCE(t.hash, '') FROM asked a CROSS JOIN issues i ON i.number = a.number
			LEFT JOIN taken_over t ON t.issue_id = i.id`, string(asked))
	known := make(map[string]past.Known, len(all))
	for _, n := range all {
		known[n.number] = past.Known{Hash: n.hash}
	}
	return known, s.explain(err)
}

// EveryRoom lists the rooms of an estate, of all for 0, with where each is.
func (s *Store) EveryRoom(ctx context.Context, project app.ProjectID) ([]app.Found, error) {
	all, err := list(ctx, s.ro, func(r row) (f app.Found, err error) {
		err = r.Scan(to(&f.Room.ID), &f.Room.Unit, &f.Room.Door, &f.Room.Floor, to(&f.Building.ID), &f.Building.Name,
			to(&f.Area.ID), &f.Area.Name, to(&f.Project.ID))
		f.Room.Building, f.Building.Area, f.Building.Project = f.Building.ID, f.Area.ID, f.Project.ID
		return f, err
	}, `SELECT r.id, r.unit, r.door, r.floor, b.id, b.name, b.area_id, COALESCE(a.name, ''), b.project_id
		FROM rooms r JOIN buildings b ON b.id = r.building_id LEFT JOIN areas a ON a.id = b.area_id
		WHERE b.project_id = ? OR ? = 0 ORDER BY r.id`, int64(project), int64(project))
	return all, s.explain(err)
}
