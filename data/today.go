package data

import (
	"context"
	"time"

	"ownerdesk/app"
)

// Today counts what waits for the desk. It reads open issues only, however long
// the file has become.
func (s *Store) Today(ctx context.Context, now, endOfDay time.Time) (app.Day, error) {
	d := app.Day{Steps: map[app.Step]int{}}
	err := s.read(ctx, func(q asker) error {
		if err := countSteps(ctx, q, &d); err != nil {
			return err
		}
		if err := countLimits(ctx, q, &d, now, endOfDay); err != nil {
			return err
		}
		var err error
		if d.CallBacks, err = one(ctx, q, value[int], `SELECT count(*) FROM issues WHERE call_back <> '' AND call_back <= ? AND step <> ''`, stamp(endOfDay)); err != nil {
			return err
		}
		d.Drafts, err = one(ctx, q, value[int], `SELECT count(*) FROM drafts WHERE finished = 0`)
		return err
	})
	return d, err
}

func countSteps(ctx context.Context, q asker, d *app.Day) error {
	_, err := list(ctx, q, func(r row) (none struct{}, err error) {
		var step app.Step
		var n int
		err = r.Scan(&step, &n)
		d.Steps[step] = n
		d.Open += n
		return none, err
	}, `SELECT step, count(*) FROM issues WHERE step <> '' GROUP BY step`)
	return err
}

// countLimits finds what is late, and what falls due before the day ends.
func countLimits(ctx context.Context, q asker, d *app.Day, now, endOfDay time.Time) error {
	scan := func(r row) (f struct {
		n     int
		first time.Time
	}, err error) {
		err = r.Scan(&f.n, moment{&f.first})
		return f, err
	}
	late, err := one(ctx, q, scan, `SELECT count(*), COALESCE(min(step_due), '') FROM issues
		WHERE step <> '' AND step_due > '' AND step_due < ?`, stamp(now))
	if err != nil {
		return err
	}
	ahead, err := one(ctx, q, scan, `SELECT count(*), COALESCE(min(step_due), '') FROM issues
		WHERE step <> '' AND step_due >= ? AND step_due <= ?`, stamp(now), stamp(endOfDay))
	d.Late, d.LateWorst, d.DueToday, d.NextDue = late.n, late.first, ahead.n, ahead.first
	return err
}

// Pressing lists what waits in one step, or in all for "", of one estate, or of
// all for 0, the most pressing first.
func (s *Store) Pressing(ctx context.Context, step app.Step, project app.ProjectID, limit, offset int) ([]app.Line, error) {
	where, args := `step <> ''`, []any{}
	if step != "" {
		where += ` AND step = ?`
		args = append(args, string(step))
	}
	if project != 0 {
		where += ` AND project_id = ?`
		args = append(args, int64(project))
	}
	return s.lines(ctx, `issues WHERE `+where+` ORDER BY step_due, id LIMIT ? OFFSET ?`, append(args, limit, offset)...)
}

// CallBacks lists the calls promised up to a moment, the earliest first.
func (s *Store) CallBacks(ctx context.Context, until time.Time) ([]app.Line, error) {
	return s.lines(ctx, `issues WHERE call_back <> '' AND call_back <= ? AND step <> '' ORDER BY call_back, id LIMIT 1000`, stamp(until))
}
