package data

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

func officeCells(o *app.Office) cells {
	return cells{
		{"company", &o.Company},
		{"address", &o.Address},
		{"phone", &o.Phone},
		{"region", &o.Region},
		{"zone", &o.Zone},
		{"pattern", week{&o.Pattern}},
		{"screen", &o.Screen},
		{"paper", &o.Paper},
		{"backups", &o.Backups},
		{"viewer", &o.Viewer},
		{"look", &o.Look},
		{"scale", &o.Scale},
		{"keep_years", &o.KeepYears},
		{"sample", &o.Sample},
		{"configured", &o.Configured},
	}
}

// week keeps a weekly pattern as wwwww-- 09:00-12:00 13:30-18:00.
type week struct{ p *workday.Pattern }

func (w week) value() any { return w.p.String() }

// Scan reads what value wrote.
func (w week) Scan(v any) (err error) {
	text, _ := v.(string)
	*w.p, err = workday.ParsePattern(text)
	return err
}

// newOffice is an office before anybody has said anything about it: the
// regulation speaks the mainland's terms, so its calendar is the mainland's.
func newOffice() app.Office {
	return app.Office{Region: workday.CN, Zone: "Asia/Shanghai", Pattern: workday.Five(), KeepYears: 3}
}

// KeepOffice writes the office's settings.
func (s *Store) KeepOffice(ctx context.Context, o app.Office, by app.StaffID, at time.Time) error {
	c := officeCells(&o)
	values, err := c.values()
	if err != nil {
		return err
	}
	return s.write(ctx, func(p *pen) error {
		_, err := p.exec(ctx, fmt.Sprintf(`INSERT INTO office (id, by_id, at, %s) VALUES (1, ?, ?, %s)
			ON CONFLICT (id) DO UPDATE SET by_id = excluded.by_id, at = excluded.at, %s`, c.names(), c.marks(), c.fresh()),
			append([]any{orNull(by), stamp(at)}, values...)...)
		return err
	})
}

func readOffice(ctx context.Context, q asker) (app.Office, error) {
	found, err := list(ctx, q, scanner(officeCells), `SELECT `+namesOf(officeCells)+` FROM office`)
	if err != nil || len(found) == 0 {
		return newOffice(), err
	}
	return found[0], nil
}

// Ground reads what decisions stand on, as it is at one moment.
func (s *Store) Ground(ctx context.Context) (app.Ground, error) {
	var g app.Ground
	err := s.read(ctx, func(q asker) (err error) {
		if g.Office, err = readOffice(ctx, q); err != nil {
			return err
		}
		if g.Calendar, err = readCalendar(ctx, q, g.Office); err != nil {
			return err
		}
		if g.Rules, g.OldRules, err = readRules(ctx, q); err != nil {
			return err
		}
		if g.Departments, err = byID(ctx, q, "departments", departmentCells, func(d app.Department) app.DeptID { return d.ID }); err != nil {
			return err
		}
		if g.Staff, err = byID(ctx, q, "staff", staffCells, func(s app.Staff) app.StaffID { return s.ID }); err != nil {
			return err
		}
		if g.Own, err = ownCodes(ctx, q); err != nil {
			return err
		}
		g.Projects, err = byID(ctx, q, "projects", projectCells, func(p app.Project) app.ProjectID { return p.ID })
		return err
	})
	return g, err
}

// byID reads a whole small table.
func byID[K comparable, T any](ctx context.Context, q asker, table string, of func(*T) cells, id func(T) K) (map[K]T, error) {
	all, err := list(ctx, q, scanner(of), `SELECT `+namesOf(of)+` FROM `+table)
	if err != nil {
		return nil, err
	}
	found := make(map[K]T, len(all))
	for _, one := range all {
		found[id(one)] = one
	}
	return found, nil
}
