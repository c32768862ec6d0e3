package meeting

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// NewAction is one item that a record gives.
type NewAction struct {
	Task
	Due workday.Date
}

// GiveOrder adds action items to a record.
type GiveOrder struct {
	Stand
	Actions []NewAction
}

// Give adds action items: decisions of a meeting, plans of a week, promises made
// on site.
func (d *Desk) Give(ctx context.Context, o GiveOrder) (Move, error) {
	return d.act(ctx, "give", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Give(o, g, at) })
}

// Give decides Desk.Give.
func (r Record) Give(o GiveOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, Planned, Frozen, Held, Minuted)
	f.unless(len(o.Actions) > 0, "actions", "missing")
	earliest := today(g, at) // minutes are written after the meeting
	if day := workday.DayOf(r.Begins.In(g.Calendar.Loc)); !r.Begins.IsZero() && day.Before(earliest) {
		earliest = day
	}
	o.Actions = slices.Clone(o.Actions)
	for i := range o.Actions {
		a := &o.Actions[i]
		if a.Dept == 0 && r.Kind != Monthly {
			a.Dept = r.Dept
		}
		f.row("actions", i+1, func(f *faults) {
			f.task(g, a.Task)
			f.unless(!a.Due.IsZero(), "due", "missing")
			f.unless(a.Due.IsZero() || !a.Due.Before(earliest), "due", "past")
		})
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := r.begin(ActGave, o.By, at, "")
	for i, a := range o.Actions {
		item := Action{
			Project: r.Project, Source: r.ID, Kind: r.Kind, Given: at, By: o.By, Task: a.Task,
			First: a.Due, Due: a.Due, State: Open,
		}
		if item.Issue == 0 {
			item.Issue = r.Issue
		}
		m.Actions = append(m.Actions, Action{}.settle(ActionMove{Action: item, Act: Act{N: 1, Kind: ActGiven, At: at, By: o.By}}))
		m.Act.Diffs = append(m.Act.Diffs, app.Difference{Field: fmt.Sprintf("actions.%d.what", i+1), New: a.What})
	}
	return m, nil
}

func (f *faults) task(g app.Ground, t Task) {
	f.text(strings.TrimSpace(t.What), "what", true, app.LongestText)
	_, known := g.Departments[t.Dept]
	f.unless(t.Dept == 0 || known, "dept", "unknown")
	f.here(g, t.Person, "person")
	f.unless(t.Dept != 0 || t.Person != 0 || strings.TrimSpace(t.Who) != "", "person", "missing")
	f.text(t.Who, "who", false, app.LongestText)
	f.text(t.Needs, "resources", false, app.LongestText)
	f.text(t.Verify, "verify", false, app.LongestText)
}

// ActionStand is what an order on an action item stands on.
type ActionStand struct {
	Action  ActionID
	Version int
	By      app.StaffID
}

// ProgressOrder says how far an item has come.
type ProgressOrder struct {
	ActionStand
	Progress string
}

// Progress notes how far an item has come.
func (d *Desk) Progress(ctx context.Context, o ProgressOrder) (ActionMove, error) {
	return d.actOn(ctx, "progress", o.ActionStand, func(a Action, g app.Ground, at time.Time) (ActionMove, error) { return a.Advance(o, g, at) })
}

// Advance decides Desk.Progress.
func (a Action) Advance(o ProgressOrder, _ app.Ground, at time.Time) (ActionMove, error) {
	var f faults
	f.pending(a)
	f.text(strings.TrimSpace(o.Progress), "progress", true, app.LongestText)
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m := a.begin(ActProgress, o.By, at, "")
	m.Action.Progress, m.Action.State = strings.TrimSpace(o.Progress), Doing
	return a.settle(m), nil
}

// FinishOrder says that an item is done, and by whom: 0 is the one it was given
// to, or else the one who says so.
type FinishOrder struct {
	ActionStand
	DoneBy   app.StaffID
	At       time.Time // zero: now
	Progress string    // what was done
}

// Finish notes that an item is done.
func (d *Desk) Finish(ctx context.Context, o FinishOrder) (ActionMove, error) {
	return d.actOn(ctx, "finish", o.ActionStand, func(a Action, g app.Ground, at time.Time) (ActionMove, error) { return a.Finish(o, g, at) })
}

// Finish decides Desk.Finish.
func (a Action) Finish(o FinishOrder, g app.Ground, at time.Time) (ActionMove, error) {
	if o.At.IsZero() {
		o.At = at
	}
	var f faults
	f.pending(a)
	f.past(o.At, "done", at)
	f.here(g, o.DoneBy, "done-by")
	f.text(strings.TrimSpace(o.Progress), "progress", true, app.LongestText)
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m := a.begin(ActDone, o.By, at, "")
	m.Action.State, m.Action.Progress = Done, strings.TrimSpace(o.Progress)
	m.Action.Done, m.Action.Ended, m.Action.DoneBy = o.At, at, cmp.Or(o.DoneBy, a.Person, o.By)
	return a.settle(m), nil
}

// VerifyOrder is the verdict on an item that is said to be done.
type VerifyOrder struct {
	ActionStand
	Good bool
	Note string // needed when it is not
}

// Verify notes that somebody else saw that an item is really done, or sends it
// back.
func (d *Desk) Verify(ctx context.Context, o VerifyOrder) (ActionMove, error) {
	return d.actOn(ctx, "verify", o.ActionStand, func(a Action, g app.Ground, at time.Time) (ActionMove, error) { return a.Check(o, g, at) })
}

// Check decides Desk.Verify.
func (a Action) Check(o VerifyOrder, g app.Ground, at time.Time) (ActionMove, error) {
	var f faults
	f.unless(a.ToVerify(), "action", "not-done")
	own := func(who app.StaffID) bool { return who == a.DoneBy || who == a.Person }
	alone := own(o.By) && g.Alone(o.By, func(who app.StaffID) bool { return !own(who) })
	f.unless(!own(o.By) || alone, "by", "handler")
	f.text(strings.TrimSpace(o.Note), "why", !o.Good, app.LongestText)
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m := a.begin(ActVerified, o.By, at, strings.TrimSpace(o.Note))
	if alone {
		m.Act.Diffs = append(m.Act.Diffs, app.DecidedAlone())
	}
	if o.Good {
		m.Action.Verified, m.Action.VerifiedBy = at, o.By
		return a.settle(m), nil
	}
	m.Act.Kind, m.Action.State = ActReturned, Doing
	m.Action.Done, m.Action.DoneBy, m.Action.Ended = time.Time{}, 0, time.Time{}
	return a.settle(m), nil
}

// PostponeOrder gives an item a later day.
type PostponeOrder struct {
	ActionStand
	Due workday.Date
	Why string
}

// Postpone gives an item a later day, with a reason.
func (d *Desk) Postpone(ctx context.Context, o PostponeOrder) (ActionMove, error) {
	return d.actOn(ctx, "postpone", o.ActionStand, func(a Action, g app.Ground, at time.Time) (ActionMove, error) { return a.Postpone(o, g, at) })
}

// Postpone decides Desk.Postpone.
func (a Action) Postpone(o PostponeOrder, g app.Ground, at time.Time) (ActionMove, error) {
	var f faults
	f.pending(a)
	f.unless(o.Due.After(a.Due), "to", "not-later")
	f.unless(!o.Due.Before(today(g, at)), "to", "past")
	f.text(strings.TrimSpace(o.Why), "reason", true, app.LongestText)
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m := a.begin(ActPostponed, o.By, at, strings.TrimSpace(o.Why))
	m.Action.State, m.Action.Due, m.Action.Why = Postponed, o.Due, m.Act.Note
	return a.settle(m), nil
}

// DropOrder gives an item up.
type DropOrder struct {
	ActionStand
	Why string
}

// Drop gives an item up, with a reason. Only the desk or a head may.
func (d *Desk) Drop(ctx context.Context, o DropOrder) (ActionMove, error) {
	return d.actOn(ctx, "drop", o.ActionStand, func(a Action, g app.Ground, at time.Time) (ActionMove, error) { return a.Drop(o, g, at) })
}

// Drop decides Desk.Drop.
func (a Action) Drop(o DropOrder, g app.Ground, at time.Time) (ActionMove, error) {
	var f faults
	f.pending(a)
	f.may(g, o.By, Head{Kind: a.Kind})
	f.text(strings.TrimSpace(o.Why), "reason", true, app.LongestText)
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m := a.begin(ActDropped, o.By, at, strings.TrimSpace(o.Why))
	m.Action.State, m.Action.Why, m.Action.Ended = Dropped, m.Act.Note, at
	return a.settle(m), nil
}

// AmendOrder corrects what an item says. Its day only Postpone moves.
type AmendOrder struct {
	ActionStand
	Task
}

// AmendAction corrects what an item says.
func (d *Desk) AmendAction(ctx context.Context, o AmendOrder) (ActionMove, error) {
	return d.actOn(ctx, "amend", o.ActionStand, func(a Action, g app.Ground, at time.Time) (ActionMove, error) { return a.Amend(o, g, at) })
}

// Amend decides Desk.AmendAction.
func (a Action) Amend(o AmendOrder, g app.Ground, at time.Time) (ActionMove, error) {
	var f faults
	f.pending(a)
	f.task(g, o.Task)
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m := a.begin(ActAmended, o.By, at, "")
	m.Action.Task = o.Task
	return a.settle(m), nil
}

// pending checks that something is still to be done.
func (f *faults) pending(a Action) { f.unless(!a.Over(), "action", "over") }
