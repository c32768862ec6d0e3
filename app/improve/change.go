package improve

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
)

// ChangeOrder changes what a measure says. What is nil stays as it is; milestones
// are given back whole, with their numbers. The day it is due only Defer moves.
type ChangeOrder struct {
	Stand
	Plan       *Plan
	Milestones *[]Milestone
	Why        string // needed where a milestone gets a later day
}

// Change changes what a measure says. An order that changes nothing leaves no trace.
func (d *Desk) Change(ctx context.Context, o ChangeOrder) (Move, error) {
	return d.act(ctx, "change", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Change(o, g, at) })
}

// Change decides Desk.Change. How the effect is told may still be settled while it is
// looked at; what is to be done only until it is said to be done.
func (m Measure) Change(o ChangeOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.works(g, o.By, m.Head)
	f.state(m.Head, Planned, Doing, Waiting, Done)
	v := m.begin(ActChanged, o.By, at, strings.TrimSpace(o.Why))
	if o.Plan != nil {
		v.Head.Plan = o.Plan.trimmed()
		f.plan(g, v.Head.Plan, m.Plan)
		f.unless(m.Open() || v.Head.Plan.work() == m.Plan.work(), "measure", "not-now")
		f.unless(v.Head.Start.IsZero() || !v.Head.Start.After(m.Due), "start", "after-due")
	}
	v = m.settle(v)
	if o.Milestones != nil {
		f.unless(m.Open(), "measure", "not-now")
		v.Milestones = m.revised(&f, &v, m.Milestones, *o.Milestones)
		f.text(v.Act.Note, "reason", m.later(v.Milestones), app.LongestText)
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if len(v.Act.Diffs) == 0 {
		return Move{Head: m.Head}, nil
	}
	return v, nil
}

// later reports whether a milestone gets a later day than it had.
func (m Measure) later(changed []Milestone) bool {
	return slices.ContainsFunc(changed, func(v Milestone) bool {
		return v.N <= len(m.Milestones) && !v.Gone && v.Due.After(m.Milestones[v.N-1].Due)
	})
}

// work is what a plan says of the work, in one comparable value.
func (p Plan) work() [5]string {
	return [5]string{p.Problem, p.What, p.Standard, strconv.FormatInt(int64(p.Person), 10), strconv.FormatInt(int64(p.Dept), 10)}
}

// rowKey is what stands in front of a field of a row of a list in a timeline.
func rowKey(list string, n int) string { return list + "." + strconv.Itoa(n) + "." }

// AttachOrder puts files into a measure: photos before and after, a signed paper.
type AttachOrder struct {
	Stand
	Files []app.Attachment // as the store took them in
}

// Attach puts files into a measure.
func (d *Desk) Attach(ctx context.Context, o AttachOrder) (Move, error) {
	return d.act(ctx, "attach", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Attach(o, g, at) })
}

// Attach decides Desk.Attach.
func (m Measure) Attach(o AttachOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.works(g, o.By, m.Head)
	f.unless(m.State != Void, "measure", "not-now")
	f.unless(len(o.Files) > 0, "files", "missing")
	v := m.begin(ActAttached, o.By, at, "")
	for i, a := range o.Files {
		f.unless(len(a.Hash) == 64 && a.Name != "", "files", "incomplete")
		f.text(a.Note, "note", false, app.LongestText)
		a.N, a.At, a.By = len(m.Files)+i+1, at, o.By
		v.Files = append(v.Files, a)
		v.Act.Diffs = append(v.Act.Diffs, app.Difference{Field: "files", New: a.Name})
	}
	return v, f.err()
}
