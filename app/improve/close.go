package improve

import (
	"context"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// Round is what the next round does differently.
type Round struct {
	What     string
	Standard string // empty: as before
	Person   app.StaffID
	Dept     app.DeptID // 0: as before
	Start    workday.Date
	Due      workday.Date
}

// CloseOrder closes a measure by what its newest evaluation found.
type CloseOrder struct {
	Stand
	Note string
	Next *Round // must be there after one without effect, may after one that helped in part
}

// Close closes a measure. Where it had no effect the next round begins with it, as a
// measure of its own.
func (d *Desk) Close(ctx context.Context, o CloseOrder) (Move, error) {
	return d.act(ctx, "close", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Close(o, g, at) })
}

// closed is the state that a verdict leads to.
var closed = map[Verdict]State{Good: Effective, Some: Partly, None: Ineffective}

// Close decides Desk.Close. What helped was accepted before it was looked at; what did
// not may be given up before it is done.
func (m Measure) Close(o CloseOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	e, judged := m.Judged()
	_, done := m.judgedDone()
	f.state(m.Head, Doing, Waiting, Done)
	f.unless(!slices.Contains([]State{Doing, Waiting, Done}, m.State) || judged && (done || e.Verdict == None), "measure", "not-judged")
	alone := f.other(g, o.By, m.Person)
	f.unless(o.Next != nil || e.Verdict != None, "next", "missing")
	f.unless(o.Next == nil || e.Verdict != Good, "next", "not-needed")
	f.text(strings.TrimSpace(o.Note), "note", false, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	v := m.begin(ActClosed, o.By, at, strings.TrimSpace(o.Note)).traced(alone)
	v.Head.State, v.Head.Ended, v.Head.Why = closed[e.Verdict], at, v.Act.Note
	v = m.settle(v)
	if o.Next == nil {
		return v, nil
	}
	next, err := Make(m.again(*o.Next, o.By, g), g, at)
	if err != nil {
		return Move{}, err
	}
	next.Head.Round, next.Head.Before = m.Round+1, m.ID
	v.Next = &next
	return v, nil
}

// again is the measure that follows: the same problem, told by the same gauge from
// where it stands now.
func (m Measure) again(r Round, by app.StaffID, g app.Ground) NewOrder {
	e, _ := m.Judged()
	o := NewOrder{Project: m.Project, By: by, Year: e.After.Year, Source: m.Source, Plan: m.Plan, Due: r.Due}
	o.What, o.Person, o.Start, o.Judge = r.What, r.Person, r.Start, workday.Date{}
	if s := strings.TrimSpace(r.Standard); s != "" {
		o.Standard = s
	}
	if r.Dept != 0 {
		o.Dept = r.Dept
	}
	o.Helping = slices.DeleteFunc(slices.Clone(o.Helping), func(d app.DeptID) bool { return d == o.Dept || g.Departments[d].Closed })
	return o
}

// VoidOrder takes a measure back that should not have been made.
type VoidOrder struct {
	Stand
	Why string
}

// Void takes a measure back, with a reason. Its number stays listed.
func (d *Desk) Void(ctx context.Context, o VoidOrder) (Move, error) {
	return d.act(ctx, "void", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Void(o, g, at) })
}

// Void decides Desk.Void.
func (m Measure) Void(o VoidOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.state(m.Head, Planned, Doing, Waiting, Done)
	f.text(strings.TrimSpace(o.Why), "reason", true, app.LongestText)
	v := m.begin(ActVoided, o.By, at, strings.TrimSpace(o.Why))
	v.Head.State, v.Head.Ended, v.Head.Why = Void, at, v.Act.Note
	return m.settle(v), f.err()
}
