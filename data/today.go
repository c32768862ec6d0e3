package data

import (
	"context"
	"time"

	"ownerdesk/app"
)

// Today counts what waits for the desk, of one estate, or of all for 0. It reads
// open issues only, however long the file has become.
func (s *Store) Today(ctx context.Context, project app.ProjectID, now, endOfDay time.Time) (app.Day, error) {
	d := app.Day{Steps: map[app.Step]int{}}
	of, estate := ofEstate(project)
	err := s.read(ctx, func(q asker) error {
		if err := countSteps(ctx, q, &d, of, estate); err != nil {
			return err
		}
		if err := countLimits(ctx, q, &d, of, estate, now, endOfDay); err != nil {
			return err
		}
		var err error
		if d.CallBacks, err = one(ctx, q, value[int], `SELECT count(*) FROM issues
			WHERE call_back <> '' AND call_back <= ? AND step <> ''`+of, append([]any{stamp(endOfDay)}, estate...)...); err != nil {
			return err
		}
		if d.Waits, err = one(ctx, q, value[int], `SELECT count(*) FROM issues
			WHERE suspend_review <> '' AND suspend_review <= ? AND step <> ''`+of, append([]any{stamp(endOfDay)}, estate...)...); err != nil {
			return err
		}
		if d.Talks, err = one(ctx, q, value[int], `SELECT count(*) FROM issues WHERE `+talkOwed+of, estate...); err != nil {
			return err
		}
		if d.Scenes, err = one(ctx, q, value[int], `SELECT count(*) FROM issues WHERE scene <> ''`+of, estate...); err != nil {
			return err
		}
		d.Drafts, err = one(ctx, q, value[int], `SELECT count(*) FROM drafts WHERE finished = 0`)
		return err
	})
	return d, err
}

// ofEstate narrows a question to one estate; it says nothing for 0.
func ofEstate(project app.ProjectID) (where string, args []any) {
	if project == 0 {
		return "", nil
	}
	return ` AND project_id = ?`, []any{int64(project)}
}

func countSteps(ctx context.Context, q asker, d *app.Day, of string, estate []any) error {
	_, err := list(ctx, q, func(r row) (none struct{}, err error) {
		var step app.Step
		var n int
		err = r.Scan(&step, &n)
		d.Steps[step] = n
		d.Open += n
		return none, err
	}, `SELECT step, count(*) FROM issues WHERE step <> ''`+of+` GROUP BY step`, estate...)
	return err
}

// countLimits finds what is late, and what falls due before the day ends.
func countLimits(ctx context.Context, q asker, d *app.Day, of string, estate []any, now, endOfDay time.Time) error {
	scan := func(r row) (f struct {
		n     int
		first time.Time
	}, err error) {
		err = r.Scan(&f.n, moment{&f.first})
		return f, err
	}
	late, err := one(ctx, q, scan, `SELECT count(*), COALESCE(min(step_due), '') FROM issues
		WHERE step <> '' AND step_due > '' AND step_due < ?`+of, append([]any{stamp(now)}, estate...)...)
	if err != nil {
		return err
	}
	ahead, err := one(ctx, q, scan, `SELECT count(*), COALESCE(min(step_due), '') FROM issues
		WHERE step <> '' AND step_due >= ? AND step_due <= ?`+of, append([]any{stamp(now), stamp(endOfDay)}, estate...)...)
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
	of, estate := ofEstate(project)
	args = append(append(args, estate...), limit, offset)
	return s.lines(ctx, `issues WHERE `+where+of+` ORDER BY step_due, id LIMIT ? OFFSET ?`, args...)
}

// CallBacks lists the calls promised up to a moment, of one estate, or of all
// for 0, the earliest first.
func (s *Store) CallBacks(ctx context.Context, project app.ProjectID, until time.Time) ([]app.Line, error) {
	of, estate := ofEstate(project)
	return s.lines(ctx, `issues WHERE call_back <> '' AND call_back <= ? AND step <> ''`+of+` ORDER BY call_back, id LIMIT 1000`,
		append([]any{stamp(until)}, estate...)...)
}

// Scenes lists the emergencies that wait for somebody on site, of one estate, or
// of all for 0, the most pressing first.
func (s *Store) Scenes(ctx context.Context, project app.ProjectID) ([]app.Line, error) {
	of, estate := ofEstate(project)
	return s.lines(ctx, `issues WHERE scene <> ''`+of+` ORDER BY scene_due, id LIMIT 1000`, estate...)
}
