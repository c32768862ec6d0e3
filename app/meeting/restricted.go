package meeting

import (
	"context"
	"strings"

	"ownerdesk/app"
)

// Shut is what everybody may know of a record that is about a restricted issue: that it
// is there, its number and how far it has come.
func (h Head) Shut() Head {
	return Head{
		ID: h.ID, Version: h.Version, Kind: h.Kind, Project: h.Project, Number: h.Number, State: h.State, Made: h.Made,
		From: h.From, To: h.To, Period: h.Period, Held: h.Held, MinutesDue: h.MinutesDue, Minuted: h.Minuted,
		Details: Details{Title: app.Blacked, Subject: h.Subject, Begins: h.Begins, Ends: h.Ends, Dept: h.Dept, Issue: h.Issue, Issues: h.Issues},
	}
}

// Shut is the same of the record with all that belongs to it.
func (r Record) Shut() Record {
	return Record{Head: r.Head.Shut(), Acts: shutActs(r.Acts)}
}

// Shut is what everybody may know of an opinion that became a restricted issue, or
// joined one.
func (v Opinion) Shut() Opinion {
	return Opinion{Row: v.Row, Text: app.Blacked, Issue: v.Issue, Number: v.Number, Sort: v.Sort, Aside: v.Aside, Settled: v.Settled}
}

// Shut is what everybody may know of a problem that rests on a restricted issue.
func (p Problem) Shut() Problem {
	return Problem{Row: p.Row, Category: p.Category, Title: app.Blacked, ByHand: p.ByHand, Cases: p.Cases, Before: p.Before, Issues: p.Issues}
}

// Shut is what everybody may know of an action item that is about a restricted issue.
func (a Action) Shut() Action {
	return Action{
		ID: a.ID, Version: a.Version, Number: a.Number, Project: a.Project, Source: a.Source, Kind: a.Kind, Given: a.Given,
		Task: Task{What: app.Blacked, Issue: a.Issue}, First: a.First, Due: a.Due, State: a.State, Done: a.Done,
		Verified: a.Verified, Ended: a.Ended, Carries: a.Carries, Acts: shutActs(a.Acts),
	}
}

func shutActs(all []Act) (shut []Act) {
	for _, a := range all {
		shut = append(shut, Act{N: a.N, Kind: a.Kind, At: a.At})
	}
	return shut
}

// Quiet is the record with its timeline silent about rows of its lists: opinions.3, or
// actions for all that it gave.
func (r Record) Quiet(about ...string) Record {
	acts := make([]Act, len(r.Acts))
	for i, a := range r.Acts {
		for _, list := range about {
			a = a.quiet(list + ".")
		}
		acts[i] = a
	}
	r.Acts = acts
	return r
}

func (a Act) quiet(begin string) Act {
	var said []app.Difference
	for _, d := range a.Diffs {
		if strings.HasPrefix(d.Field, begin) {
			continue
		}
		said = append(said, d)
	}
	if len(said) < len(a.Diffs) && a.Kind == ActAside {
		a.Note = ""
	}
	a.Diffs = said
	return a
}

// record reads a record for the rules, whole, and as whoever acts sees it. Nobody acts
// on what he may not read.
func (d *Desk) record(ctx context.Context, s Stand) (whole, seen Record, err error) {
	if whole, err = d.Store.Record(app.ReadsAll(ctx), s.Record); err != nil {
		return whole, seen, err
	}
	if seen, err = d.Store.Record(app.Reads(ctx, s.By), s.Record); err != nil {
		return whole, seen, err
	}
	var f faults
	f.unless(seen.Title != app.Blacked || whole.Title == app.Blacked, "by", "restricted")
	return whole, seen, f.err()
}

// action is the same of an action item.
func (d *Desk) action(ctx context.Context, s ActionStand) (Action, error) {
	whole, err := d.Store.Action(app.ReadsAll(ctx), s.Action)
	if err != nil {
		return whole, err
	}
	seen, err := d.Store.Action(app.Reads(ctx, s.By), s.Action)
	if err != nil {
		return whole, err
	}
	var f faults
	f.unless(seen.What != app.Blacked || whole.What == app.Blacked, "by", "restricted")
	return whole, f.err()
}

// whole is the order with what its rows must not say put back: who sees a row blacked
// out gives it back so, and changes nothing in it.
func (o ChangeOrder) whole(r, seen Record) ChangeOrder {
	o.Opinions = putBack(o.Opinions, r.Opinions, seen.Opinions, func(v Opinion) string { return v.Text })
	o.Problems = putBack(o.Problems, r.Problems, seen.Problems, func(p Problem) string { return p.Title })
	return o
}

func putBack[T any, P lined[T]](want *[]T, whole, seen []T, said func(T) string) *[]T {
	if want == nil {
		return nil
	}
	rows := append([]T(nil), *want...)
	for i := range rows {
		n := P(&rows[i]).row().N
		if n > 0 && n <= len(whole) && n <= len(seen) && said(seen[n-1]) == app.Blacked {
			rows[i] = whole[n-1]
		}
	}
	return &rows
}
