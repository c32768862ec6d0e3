package data

import (
	"context"
	"iter"
	"slices"
	"time"

	"ownerdesk/app"
)

func lineCells(l *app.Line) cells {
	return append(cells{
		{"id", &l.ID},
		{"version", &l.Version},
		{"project_id", to(&l.Project)},
		{"shown", &l.Number},
		{"number", &l.Intake},
		{"kind", &l.Kind},
		{"category", &l.Category},
		{"urgency", &l.Urgency},
		{"level", &l.Level},
		{"state", &l.State},
		{"close_code", &l.Close},
		{"step", &l.Step},
		{"step_due", moment{&l.StepDue}},
		{"due", moment{&l.Due}},
		{"received", moment{&l.Received}},
		{"channel", &l.Channel},
		{"name", &l.Name},
		{"anonymous", &l.Anonymous},
		{"description", &l.Description},
		{"lead_id", to(&l.Lead)},
		{"holder_id", to(&l.Holder)},
		{"handler_id", to(&l.Handler)},
		{"by_id", to(&l.By)},
		{"round", &l.Round},
		{"rework", &l.Rework},
		{"delays", &l.Delays},
		{"rating_final", &l.Final},
		{"call_back", moment{&l.CallBack}},
		{"ended", moment{&l.Ended}},
		{"done", moment{&l.Done}},
		{"taken", &l.Taken},
		{"scene", &l.Scene},
		{"scene_due", moment{&l.SceneDue}},
		{lastMaterials, materialWords{&l.Materials}},
	}, append(append(waitCells(&l.Wait), spentCells(&l.Spent)...), placeCells(&l.Place)...)...)
}

var lineColumns = namesOf(lineCells)

// lines asks for lines; after is everything that follows the columns.
func (s *Store) lines(ctx context.Context, after string, args ...any) ([]app.Line, error) {
	all, err := list(ctx, s.ro, scanner(lineCells), `SELECT `+lineColumns+` FROM `+after, args...)
	if err == nil {
		all, err = veiled(ctx, s.ro, all, shutLine)
	}
	return all, s.explain(err)
}

// bared are lines that say of somebody or of some place what it brought: what must not
// be read is not even named there.
func (s *Store) bared(ctx context.Context, after string, args ...any) ([]app.Line, error) {
	all, err := s.lines(ctx, after, args...)
	return slices.DeleteFunc(all, func(l app.Line) bool { return l.Veiled }), err
}

// Lines lists the issues a filter leaves, in order, from offset on.
func (s *Store) Lines(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error) {
	n, err := s.narrow(ctx, f, now)
	if err != nil {
		return nil, err
	}
	if o.By == app.ByDue && !n.open {
		return s.openFirst(ctx, f, o, offset, limit, now)
	}
	from, err := s.by(ctx, n, f, o, now)
	if err != nil {
		return nil, err
	}
	order, err := s.order(ctx, f, o)
	if err != nil {
		return nil, err
	}
	return s.lines(ctx, from+n.where()+order+` LIMIT ? OFFSET ?`, append(n.args, limit, offset)...)
}

// openFirst lists by limit: what is over has none any more, so it comes last,
// the newest first.
func (s *Store) openFirst(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error) {
	open := f
	open.OpenOnly = true
	lines, err := s.Lines(ctx, open, o, offset, limit, now)
	if err != nil || len(lines) == limit {
		return lines, err
	}
	skip := 0
	if len(lines) == 0 && offset > 0 {
		before, err := s.CountLines(ctx, open, now, offset)
		if err != nil {
			return nil, err
		}
		skip = offset - before
	}
	n, err := s.narrow(ctx, f, now)
	if err != nil {
		return nil, err
	}
	n.add(`step = ''`)
	over, err := s.lines(ctx, n.from("issues_received")+n.where()+orderBy(f, newest, "")+` LIMIT ? OFFSET ?`, append(n.args, limit-len(lines), skip)...)
	return append(lines, over...), err
}

var newest = app.Order{By: app.ByReceived, Down: true}

// CountLines counts the issues a filter leaves, up to most: beyond it nobody
// needs to know, and counting a million takes time.
func (s *Store) CountLines(ctx context.Context, f app.Filter, now time.Time, most int) (int, error) {
	n, err := s.narrow(ctx, f, now)
	if err != nil {
		return 0, err
	}
	count, err := one(ctx, s.ro, value[int], `SELECT count(*) FROM (SELECT 1 FROM `+n.from("issues_received")+n.where()+` LIMIT ?)`, append(n.args, most)...)
	return count, s.explain(err)
}

// EachLine goes through all issues a filter leaves, in order, for exports.
func (s *Store) EachLine(ctx context.Context, f app.Filter, o app.Order, now time.Time) iter.Seq2[app.Line, error] {
	return func(yield func(app.Line, error) bool) {
		n, err := s.narrow(ctx, f, now)
		if err != nil {
			yield(app.Line{}, err)
			return
		}
		hidden, err := veilsOf(ctx, s.ro)
		if err != nil {
			yield(app.Line{}, s.explain(err))
			return
		}
		if o.By == app.ByDue && !n.open {
			open := f
			open.OpenOnly = true
			for l, err := range s.EachLine(ctx, open, o, now) {
				if !yield(l, err) || err != nil {
					return
				}
			}
			n.add(`step = ''`)
			o = newest
		}
		from, err := s.by(ctx, n, f, o, now)
		if err != nil {
			yield(app.Line{}, err)
			return
		}
		rows, err := s.ro.QueryContext(ctx, `SELECT `+lineColumns+` FROM `+from+n.where()+orderBy(f, o, hidden.list()), n.args...)
		if err != nil {
			yield(app.Line{}, s.explain(err))
			return
		}
		defer rows.Close()
		scan := scanner(lineCells)
		for rows.Next() {
			l, err := scan(rows)
			if shutLine(&l, hidden); !yield(l, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(app.Line{}, s.explain(err))
		}
	}
}

// newestFinds is among how many of the newest finds of a search the other
// filters look; a page of a list never needs more.
const newestFinds = 10000

// fewLines is how many lines are sorted rather than picked out of the order of
// an index one by one.
const fewLines = 5000

// orders spells the columns, with the index that has them in order; the id makes
// every order a definite one.
var orders = map[app.Sort]struct {
	name    string
	columns []string
}{
	app.ByReceived: {"issues_received", []string{"received", "id"}},
	app.ByDue:      {"issues_pressing", []string{"step_due", "id"}}, // only what is open has one
	app.ByNumber:   {"issues_shown", []string{"shown"}},
	app.ByPlace:    {"issues_place", []string{"place_key", "id"}},
	app.ByKind:     {"issues_kind", []string{"kind", "received", "id"}},
	app.ByState:    {"issues_state", []string{"state", "received", "id"}},
	app.ByLead:     {"issues_lead", []string{"lead_id", "received", "id"}},
}

// unsaid is where what may not be read stands in an order: where it would if that were
// not written down, so that its place among the others tells nothing.
var unsaid = map[app.Sort]string{app.ByPlace: `''`, app.ByLead: `NULL`}
