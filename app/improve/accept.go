package improve

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
)

// FinishOrder says that a measure is done, and what was achieved.
type FinishOrder struct {
	Stand
	Result string
}

// Finish says that a measure is done; from then on it waits for somebody else to see
// it.
func (d *Desk) Finish(ctx context.Context, o FinishOrder) (Move, error) {
	return d.act(ctx, "finish", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Finish(o, g, at) })
}

// Finish decides Desk.Finish. What was still to be reached is reached or struck out
// first.
func (m Measure) Finish(o FinishOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.works(g, o.By, m.Head)
	f.state(m.Head, Planned, Doing)
	open := slices.ContainsFunc(m.Live(), func(v Milestone) bool { return v.Reached.IsZero() })
	f.unless(!open, "milestones", "open")
	f.text(strings.TrimSpace(o.Result), "result", true, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	v := m.begin(ActFinished, o.By, at, strings.TrimSpace(o.Result))
	v.doing(at)
	v.Head.State, v.Head.Finished, v.Head.FinishedBy, v.Head.Result = Waiting, at, o.By, v.Act.Note
	return m.settle(v), nil
}

// AcceptOrder is the verdict on a measure that is said to be done.
type AcceptOrder struct {
	Stand
	Good bool
	Note string // needed when it is not
}

// Accept notes that somebody else saw that the work meets its requirement, or sends
// it back.
func (d *Desk) Accept(ctx context.Context, o AcceptOrder) (Move, error) {
	return d.act(ctx, "accept", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Accept(o, g, at) })
}

// Accept decides Desk.Accept.
func (m Measure) Accept(o AcceptOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.state(m.Head, Waiting)
	alone := f.other(g, o.By, m.Person, m.FinishedBy)
	f.text(strings.TrimSpace(o.Note), "note", !o.Good, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	v := m.begin(ActAccepted, o.By, at, strings.TrimSpace(o.Note)).traced(alone)
	if o.Good {
		v.Head.State, v.Head.Accepted, v.Head.AcceptedBy = Done, at, o.By
		return m.settle(v), nil
	}
	v.Act.Kind, v.Head.State = ActReturned, Doing
	v.Head.Finished, v.Head.FinishedBy, v.Head.Result = time.Time{}, 0, ""
	return m.settle(v), nil
}

func staff(id app.StaffID) string { return strconv.FormatInt(int64(id), 10) }
