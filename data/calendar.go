package data

import (
	"context"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

func specialCells(s *workday.Special) cells {
	return cells{
		{"date", day{&s.Date}},
		{"civil", &s.Civil},
		{"kind", &s.Kind},
		{"name", &s.Name},
		{"half", &s.Half},
		{"status", &s.Status},
	}
}

// day keeps a date as 2026-01-07.
type day struct{ d *workday.Date }

func (f day) value() any { return f.d.String() }

// Scan reads what value wrote.
func (f day) Scan(v any) (err error) {
	text, _ := v.(string)
	*f.d, err = workday.ParseDate(text)
	return err
}

func readCalendar(ctx context.Context, q asker, o app.Office) (workday.Calendar, error) {
	specials, years, err := calendarOf(ctx, q, o.Region)
	return workday.New(o.Region, o.Pattern, o.Location(), specials, years), err
}

func calendarOf(ctx context.Context, q asker, r workday.Region) (specials []workday.Special, years []int, err error) {
	specials, err = list(ctx, q, scanner(specialCells),
		`SELECT `+namesOf(specialCells)+` FROM specials WHERE region = ? ORDER BY date, civil`, string(r))
	if err != nil {
		return nil, nil, err
	}
	years, err = list(ctx, q, value[int], `SELECT year FROM calendar_years WHERE region = ? ORDER BY year`, string(r))
	return specials, years, err
}

// Specials lists the special days of a region and the years that are known
// whole.
func (s *Store) Specials(ctx context.Context, r workday.Region) (specials []workday.Special, years []int, err error) {
	err = s.read(ctx, func(q asker) error {
		specials, years, err = calendarOf(ctx, q, r)
		return err
	})
	return specials, years, err
}

// SeedCalendar writes the calendar of a region that ships with the program. What
// the office has loaded itself stays.
func (s *Store) SeedCalendar(ctx context.Context, r workday.Region, specials []workday.Special, years []int) error {
	return s.write(ctx, func(p *pen) error {
		for i := range specials {
			if err := p.keepSpecial(ctx, r, &specials[i], `ON CONFLICT DO NOTHING`); err != nil {
				return err
			}
		}
		for _, y := range years {
			if _, err := p.exec(ctx, `INSERT INTO calendar_years (region, year, source, by_id, at) VALUES (?, ?, '', NULL, ?)
				ON CONFLICT DO NOTHING`, string(r), y, stamp(s.now())); err != nil {
				return err
			}
		}
		return nil
	})
}

// KeepCalendarYear puts an announced year in the place of what was known of it.
// Days of a neighbouring year take the place of that one day only.
func (s *Store) KeepCalendarYear(ctx context.Context, y app.CalendarYear, by app.StaffID, at time.Time) error {
	return s.write(ctx, func(p *pen) error {
		first, last := workday.Date{Year: y.Year, Month: 1, Day: 1}, workday.Date{Year: y.Year, Month: 12, Day: 31}
		if _, err := p.exec(ctx, `DELETE FROM specials WHERE region = ? AND date BETWEEN ? AND ?`,
			string(y.Region), first.String(), last.String()); err != nil {
			return err
		}
		for i := range y.Specials {
			if err := p.keepSpecial(ctx, y.Region, &y.Specials[i], `ON CONFLICT (region, date, civil) DO UPDATE SET
				kind = excluded.kind, name = excluded.name, half = excluded.half, status = excluded.status`); err != nil {
				return err
			}
		}
		_, err := p.exec(ctx, `INSERT INTO calendar_years (region, year, source, by_id, at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (region, year) DO UPDATE SET source = excluded.source, by_id = excluded.by_id, at = excluded.at`,
			string(y.Region), y.Year, y.Source, orNull(by), stamp(at))
		return err
	})
}

func (p *pen) keepSpecial(ctx context.Context, r workday.Region, s *workday.Special, known string) error {
	c := specialCells(s)
	values, err := c.values()
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, `INSERT INTO specials (region, `+c.names()+`) VALUES (?, `+c.marks()+`) `+known,
		append([]any{string(r)}, values...)...)
	return err
}

// OpenLimits lists the running limits of all open issues that are in a round. They
// run from where app.Case.LimitFrom says: a first one from the receipt, or from
// when the issue was opened again; a further one from when it first went out.
func (s *Store) OpenLimits(ctx context.Context) ([]app.OpenLimit, error) {
	return list(ctx, s.ro, func(r row) (o app.OpenLimit, err error) {
		err = r.Scan(to(&o.Issue), &o.Number, moment{&o.From}, limit{&o.Limit}, limit{&o.Cap}, moment{&o.Due}, &o.Unsure, &o.Printed)
		return o, err
	}, `
		SELECT i.id, i.shown, CASE WHEN r.n = 1
				THEN max(i.received, COALESCE((SELECT max(at) FROM acts WHERE issue_id = i.id AND kind = 'reopened'), ''))
				ELSE COALESCE((SELECT at FROM acts WHERE issue_id = i.id AND round = r.n ORDER BY n LIMIT 1), r.issued)
			END, r.limit_text,
			COALESCE((SELECT value FROM rule_values WHERE version = i.rules_version AND key = 'cap.' || i.kind AND rule_values.kind = 'limit'), ''),
			r.effect, r.unsure, r.number <> ''
		FROM issues i JOIN rounds r ON r.issue_id = i.id AND r.n = i.round
		WHERE i.step <> '' AND i.state IN ('handling', 'rework') AND r.effect = r.rule_due
		ORDER BY i.id`)
}
