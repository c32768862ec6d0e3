package meeting

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/figures"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
)

// Store keeps what the Desk decides. Package data is the only real one.
type Store interface {
	figures.Asks
	// AreaHouseholds counts the occupied rooms of each area of an estate.
	AreaHouseholds(context.Context, app.ProjectID) (map[app.AreaID]int, error)

	// Record reads one record with everything that belongs to it.
	Record(context.Context, RecordID) (Record, error)
	// Records lists records without their lists, the newest first.
	Records(context.Context, Wanted) ([]Head, error)
	// Kept reads what a freeze kept.
	Kept(ctx context.Context, of RecordID, n int) (Kept, error)
	// Action reads one action item with its timeline.
	Action(context.Context, ActionID) (Action, error)
	// Actions lists action items with their timelines, the most pressing first.
	Actions(context.Context, WantedActions) ([]Action, error)

	// Measures lists improvement measures, Surveys the surveys of an estate, the newest
	// year first.
	Measures(context.Context, improve.Wanted) ([]improve.Measure, error)
	Surveys(context.Context, app.ProjectID) ([]annual.Head, error)
	// EachLine goes through the issues that a filter leaves, in order.
	EachLine(context.Context, app.Filter, app.Order, time.Time) iter.Seq2[app.Line, error]
	// Areas and Buildings are those of an estate.
	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	Buildings(context.Context, app.ProjectID) ([]app.Building, error)

	// KeepRecord writes a move whole or not at all, and draws the numbers it asks
	// for. One that stands on an older version than the stored one, of the record
	// or of an action item, is refused with app.ErrConflict.
	KeepRecord(context.Context, Move) (Move, error)
	// KeepRecords does the same for several at once.
	KeepRecords(context.Context, []Move) ([]Move, error)
	// KeepAction does the same for one action item.
	KeepAction(context.Context, ActionMove) (ActionMove, error)

	// Person reads somebody of the register, PersonRooms what they are to rooms.
	Person(context.Context, app.PersonID) (app.Person, error)
	PersonRooms(context.Context, app.PersonID) ([]app.Tie, error)
	// EveryRoom lists the rooms of an estate, in whose words opinions name them.
	EveryRoom(context.Context, app.ProjectID) ([]app.Found, error)
}

// Wanted says which records to list. Empty fields do not narrow.
type Wanted struct {
	Project app.ProjectID
	Kind    Kind
	Dept    app.DeptID
	From    workday.Date // about the month or week that begins on this day
	Year    int          // planned to begin in this year of the office's clock, or about it
	Issue   app.IssueID
	Limit   int
}

// WantedActions says which action items to list. Empty fields do not narrow.
type WantedActions struct {
	Project app.ProjectID
	Kinds   []Kind // of the record that gave them
	Source  RecordID
	Dept    app.DeptID
	Issue   app.IssueID
	Open    bool         // not over
	Since   time.Time    // with Open: also those that ended since
	Verify  bool         // with Open: also those done but not verified
	DueFrom workday.Date // due on this day or later
	DueBy   workday.Date // due on this day or before
}

// Desk is the front door: everything that can be done to records and action
// items is a method on it.
type Desk struct {
	Front *app.Desk
	Store Store

	issuing sync.Mutex // one opinion becomes one issue, however often it is asked for
}

func (d *Desk) moment() time.Time { return d.Front.Now().Truncate(time.Second) }

// decision is the pure half of a use-case.
type decision func(Record, app.Ground, time.Time) (Move, error)

// act is the shape of every use-case on a record: fetch, decide, keep, tell.
func (d *Desk) act(ctx context.Context, name string, s Stand, decide decision) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	r, _, err := d.record(ctx, s)
	if err != nil {
		return Move{}, fmt.Errorf("%s record %d: %w", name, s.Record, err)
	}
	if s.Version != 0 && s.Version != r.Version {
		return Move{}, fmt.Errorf("%s record %d: %w", name, s.Record, app.ErrConflict)
	}
	at := d.moment()
	m, err := decide(r, g, at)
	if err != nil || m.Act.Kind == "" {
		return m, err
	}
	if err := d.settleTalk(ctx, &m, g, at); err != nil {
		return Move{}, err
	}
	return d.keep(ctx, name, m)
}

func (d *Desk) keep(ctx context.Context, name string, m Move) (Move, error) {
	kept, err := d.Store.KeepRecord(ctx, m)
	if err != nil {
		return Move{}, fmt.Errorf("%s record %d: %w", name, m.Head.ID, err)
	}
	d.Front.Changes.Tell(app.Change{Meetings: true})
	if kept.Head.Kind == OnSite {
		d.tell(kept)
	}
	return kept, nil
}

// actOn is act for one action item.
func (d *Desk) actOn(ctx context.Context, name string, s ActionStand, decide func(Action, app.Ground, time.Time) (ActionMove, error)) (ActionMove, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return ActionMove{}, err
	}
	a, err := d.action(ctx, s)
	if err != nil {
		return ActionMove{}, fmt.Errorf("%s action %d: %w", name, s.Action, err)
	}
	if s.Version != 0 && s.Version != a.Version {
		return ActionMove{}, fmt.Errorf("%s action %d: %w", name, s.Action, app.ErrConflict)
	}
	var f faults
	f.unless(s.By != 0, "by", "unknown")
	f.here(g, s.By, "by")
	if err := f.err(); err != nil {
		return ActionMove{}, err
	}
	m, err := decide(a, g, d.moment())
	if err != nil {
		return ActionMove{}, err
	}
	kept, err := d.Store.KeepAction(ctx, m)
	if err != nil {
		return ActionMove{}, fmt.Errorf("%s action %d: %w", name, s.Action, err)
	}
	d.Front.Changes.Tell(app.Change{Meetings: true})
	return kept, nil
}
