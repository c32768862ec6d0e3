package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app/workday"
)

// CalendarStore keeps calendars; a part of Store.
type CalendarStore interface {
	// KeepCalendarYear replaces the special days of one region's year.
	KeepCalendarYear(ctx context.Context, y CalendarYear, by StaffID, at time.Time) error
	// OpenLimits lists the running limits of all open issues.
	OpenLimits(context.Context) ([]OpenLimit, error)
}

// CalendarYear is one announced year of a region.
type CalendarYear struct {
	Region   workday.Region
	Year     int
	Specials []workday.Special
	Source   string // file or announcement
}

// OpenLimit is the limit of an open issue's current round.
type OpenLimit struct {
	Issue   IssueID
	Number  string
	From    time.Time // from when it was counted
	Limit   workday.Limit
	Cap     workday.Limit // the longest that its kind may take, zero for no such limit
	Due     time.Time
	Unsure  bool
	Printed bool // stands on a slip
}

// CalendarEffect is what loading a year would do. Settled limits stay on their
// day and are provisional no longer.
type CalendarEffect struct {
	Problems []workday.Problem
	Moves    []LimitMove
	Settled  []OpenLimit
}

// LimitMove is one limit that a calendar changes. A printed one stays until a
// person confirms the new one with MoveDue.
type LimitMove struct {
	OpenLimit
	To time.Time
}

// PreviewCalendar tells what is wrong with a year's list and which open issues
// it changes; nothing is kept.
func (d *Desk) PreviewCalendar(ctx context.Context, y CalendarYear) (CalendarEffect, error) {
	g, err := d.Ground(ctx)
	if err != nil {
		return CalendarEffect{}, err
	}
	open, err := d.Store.OpenLimits(ctx)
	if err != nil {
		return CalendarEffect{}, fmt.Errorf("preview calendar %d: %w", y.Year, err)
	}
	return y.effect(g, open), nil
}

// effect is the pure half of PreviewCalendar.
func (y CalendarYear) effect(g Ground, open []OpenLimit) CalendarEffect {
	e := CalendarEffect{Problems: append(
		workday.Validate(g.Office.Pattern, y.Year, y.Specials),
		workday.Coverage(y.Region, y.Year, y.Specials)...)}
	if workday.Refused(e.Problems) || y.Region != g.Office.Region {
		return e
	}
	items := make([]workday.Item, len(open))
	for i, o := range open {
		items[i] = workday.Item{Key: int64(i), From: o.From, Limit: o.Limit, Cap: o.Cap, Printed: o.Printed, Due: o.Due, Provisional: o.Unsure}
	}
	fresh := g.Calendar.With(y.Year, y.Specials)
	for _, m := range workday.Moved(g.Calendar, fresh, items) {
		e.Moves = append(e.Moves, LimitMove{open[m.Key], m.New})
	}
	for _, key := range workday.Settled(g.Calendar, fresh, items) {
		e.Settled = append(e.Settled, open[key])
	}
	return e
}

// LoadCalendar keeps a year's list. Limits that stand on no slip follow it and
// say so in their timeline; printed ones are returned for a person to confirm.
func (d *Desk) LoadCalendar(ctx context.Context, y CalendarYear, by StaffID) (CalendarEffect, error) {
	e, err := d.PreviewCalendar(ctx, y)
	if err != nil {
		return CalendarEffect{}, err
	}
	if workday.Refused(e.Problems) {
		return e, Faults{{"calendar", "refused"}}
	}
	if err := d.Store.KeepCalendarYear(ctx, y, by, d.Now()); err != nil {
		return CalendarEffect{}, fmt.Errorf("keep calendar %d: %w", y.Year, err)
	}
	d.Forget()
	follow := slices.Clone(e.Settled)
	for _, m := range e.Moves {
		if !m.Printed {
			follow = append(follow, m.OpenLimit)
		}
	}
	for _, o := range follow {
		var cannot Faults // closed, extended or sent back meanwhile, or set by hand
		if _, err := d.MoveDue(ctx, MoveDueOrder{Stand{Issue: o.Issue, By: by}}); err != nil && !errors.As(err, &cannot) {
			return e, fmt.Errorf("move limit of %s: %w", o.Number, err)
		}
	}
	return e, nil
}
