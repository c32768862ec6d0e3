package data

import (
	"context"
	"fmt"

	"ownerdesk/app"
)

// A table of parts: rows numbered within an issue, or within one of its rounds.
type table[T any] struct {
	name string
	keys []string
	of   func(*T) cells

	read, insert, write string
}

// tableOf spells the two statements of a table once.
func tableOf[T any](name string, of func(*T) cells, keys ...string) table[T] {
	var v T
	c := of(&v)
	where, marks, names := "", "", ""
	for _, k := range keys {
		if where != "" {
			where += " AND "
		}
		where += k + " = ?"
		marks += "?, "
		names += k + ", "
	}
	insert := fmt.Sprintf(`INSERT INTO %s (%s%s) VALUES (%s%s)`, name, names, c.names(), marks, c.marks())
	return table[T]{
		name: name, keys: keys, of: of,
		read:   fmt.Sprintf(`SELECT %s FROM %s WHERE %s ORDER BY n`, c.names(), name, where),
		insert: insert,
		write:  fmt.Sprintf(`%s ON CONFLICT (%sn) DO UPDATE SET %s`, insert, names, c.fresh()),
	}
}

// all reads the parts under keys, in order.
func (t table[T]) all(ctx context.Context, q asker, keys ...any) ([]T, error) {
	return list(ctx, q, scanner(t.of), t.read, keys...)
}

// keep writes one part: a new one, or the newer state of a known one.
func (t table[T]) keep(ctx context.Context, p *pen, v *T, keys ...any) error {
	values, err := t.of(v).values()
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, t.write, append(keys, values...)...); err != nil {
		return fmt.Errorf("keep %s: %w", t.name, err)
	}
	return nil
}

// add writes a part that is never changed afterwards.
func (t table[T]) add(ctx context.Context, p *pen, v *T, keys ...any) error {
	values, err := t.of(v).values()
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, t.insert, append(keys, values...)...); err != nil {
		return fmt.Errorf("keep %s: %w", t.name, err)
	}
	return nil
}

// keepEach writes the parts that are there.
func (t table[T]) keepEach(ctx context.Context, p *pen, parts []T, keys ...any) error {
	for i := range parts {
		if err := t.keep(ctx, p, &parts[i], keys...); err != nil {
			return err
		}
	}
	return nil
}

// addEach writes parts that are never changed afterwards.
func (t table[T]) addEach(ctx context.Context, p *pen, parts []T, keys ...any) error {
	for i := range parts {
		if err := t.add(ctx, p, &parts[i], keys...); err != nil {
			return err
		}
	}
	return nil
}

// keepOne writes the part of a move, if it has one.
func (t table[T]) keepOne(ctx context.Context, p *pen, part *T, keys ...any) error {
	if part == nil {
		return nil
	}
	return t.keep(ctx, p, part, keys...)
}

// addOne writes the part of a move that is never changed afterwards, if it has one.
func (t table[T]) addOne(ctx context.Context, p *pen, part *T, keys ...any) error {
	if part == nil {
		return nil
	}
	return t.add(ctx, p, part, keys...)
}

var (
	delays      = tableOf("delays", delayCells, "issue_id")
	feedbacks   = tableOf("feedbacks", feedbackCells, "issue_id")
	notes       = tableOf("notes", noteCells, "issue_id")
	followUps   = tableOf("followups", followUpCells, "issue_id")
	closings    = tableOf("closings", closingCells, "issue_id")
	attachments = tableOf("attachments", attachmentCells, "issue_id")
	callers     = tableOf("callers", callerCells, "issue_id")
)

func delayCells(d *app.Delay) cells {
	return cells{
		{"n", &d.N},
		{"round", &d.Round},
		{"number", &d.Number},
		{"asked", moment{&d.Asked}},
		{"asked_by_id", to(&d.AskedBy)},
		{"from_due", moment{&d.From}},
		{"to_due", moment{&d.To}},
		{"code", &d.Code},
		{"text", &d.Text},
		{"progress", &d.Progress},
		{"interim", &d.Interim},
		{"told", moment{&d.Told}},
		{"told_how", &d.ToldHow},
		{"answer", &d.Answer},
		{"late", &d.Late},
		{"decided", moment{&d.Decided}},
		{"decided_by_id", to(&d.DecidedBy)},
		{"approved", &d.Approved},
		{"decision", &d.Decision},
	}
}

func feedbackCells(f *app.Feedback) cells {
	return cells{
		{"n", &f.N},
		{"round", &f.Round},
		{"at", moment{&f.At}},
		{"by_id", to(&f.By)},
		{"situation", &f.Situation},
		{"result", &f.Result},
		{"satisfaction", &f.Satisfaction},
		{"completed", moment{&f.Completed}},
		{"cause", &f.Cause},
		{"reviewed", moment{&f.Reviewed}},
		{"reviewed_by_id", to(&f.ReviewedBy)},
		{"accepted", &f.Accepted},
		{"code", &f.Code},
		{"verdict", &f.Verdict},
		{"new_due", moment{&f.NewDue}},
	}
}

func noteCells(n *app.Note) cells {
	return cells{
		{"n", &n.N},
		{"round", &n.Round},
		{"kind", &n.Kind},
		{"at", moment{&n.At}},
		{"by_id", to(&n.By)},
		{"text", &n.Text},
		{"told", &n.Told},
		{"how", &n.How},
		{"told_at", moment{&n.ToldAt}},
		{"answer", &n.Answer},
	}
}

func followUpCells(f *app.FollowUp) cells {
	return cells{
		{"n", &f.N},
		{"caller", &f.Caller},
		{"round", &f.Round},
		{"attempt", &f.Attempt},
		{"number", &f.Number},
		{"due", moment{&f.Due}},
		{"at", moment{&f.At}},
		{"by_id", to(&f.By)},
		{"method", &f.Method},
		{"reached", &f.Reached},
		{"who", &f.Who},
		{"relation", &f.Relation},
		{"solved", &f.Solved},
		{"on_time", &f.OnTime},
		{"attitude", &f.Attitude},
		{"clean", &f.Clean},
		{"rating", &f.Rating},
		{"why", &f.Why},
		{"opinion", &f.Opinion},
		{"disposal", &f.Disposal},
	}
}

func closingCells(c *app.Closing) cells {
	return cells{
		{"n", &c.N},
		{"code", &c.Code},
		{"reason", &c.Reason},
		{"asked", moment{&c.Asked}},
		{"asked_by_id", to(&c.AskedBy)},
		{"decided", moment{&c.Decided}},
		{"decided_by_id", to(&c.DecidedBy)},
		{"approved", &c.Approved},
		{"decision", &c.Decision},
		{"alone", &c.Alone},
	}
}

func attachmentCells(a *app.Attachment) cells {
	return cells{
		{"n", &a.N},
		{"name", &a.Name},
		{"hash", &a.Hash},
		{"size", &a.Size},
		{"at", moment{&a.At}},
		{"by_id", to(&a.By)},
		{"note", &a.Note},
		{"closed", &a.Closed},
	}
}
