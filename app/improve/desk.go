package improve

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
)

// Store keeps what the Desk decides. Package data is the only real one.
type Store interface {
	// Measure reads one measure with everything that belongs to it.
	Measure(context.Context, MeasureID) (Measure, error)
	// Measures lists measures with everything that belongs to them, by their day.
	Measures(context.Context, Wanted) ([]Measure, error)
	// KeepMeasure writes a move whole or not at all, and draws the numbers it asks
	// for. One that stands on an older version than the stored one is refused with
	// app.ErrConflict.
	KeepMeasure(context.Context, Move) (Move, error)

	// Complained lists the complaints about some subjects, or their parts, that came
	// in from one day to another, those days included, the first first; void and
	// merged ones are left out.
	Complained(ctx context.Context, project app.ProjectID, about []app.Category, from, to workday.Date) ([]app.IssueID, error)
}

// Surveys tells what surveys found. An annual.Store does.
type Surveys interface {
	// Surveys lists the surveys of an estate, 0 for all, the newest year first.
	Surveys(context.Context, app.ProjectID) ([]annual.Head, error)
	// KeptResults reads what a report kept.
	KeptResults(context.Context, annual.SurveyID) (annual.Results, error)
	// SurveyComplaints lists the complaints of an estate that came in within a time, by
	// the first level of their category; void and merged ones are left out.
	SurveyComplaints(ctx context.Context, p app.ProjectID, from, until time.Time) (map[app.Category][]app.IssueID, error)
}

// Wanted says which measures to list. Empty fields do not narrow.
type Wanted struct {
	Project app.ProjectID
	Year    int
	Origin  Origin
	Issue   app.IssueID // that they come from
	Record  int64
	Survey  annual.SurveyID
	Open    bool      // not over
	Since   time.Time // with Open: also those that ended since
	Until   time.Time // made before
}

// OfMonth are the measures that a month's papers tell of: open in it, or closed in it.
func OfMonth(project app.ProjectID, from, to time.Time) Wanted {
	return Wanted{Project: project, Open: true, Since: from, Until: to}
}

// Desk is the front door: everything that can be done to a measure is a method on it.
type Desk struct {
	Front   *app.Desk
	Store   Store
	Surveys Surveys
}

func (d *Desk) moment() time.Time { return d.Front.Now().Truncate(time.Second) }

// decision is the pure half of a use-case.
type decision func(Measure, app.Ground, time.Time) (Move, error)

// act is the shape of every use-case: fetch, decide, keep, tell.
func (d *Desk) act(ctx context.Context, name string, s Stand, decide decision) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	m, err := d.whole(ctx, s)
	if err != nil {
		return Move{}, fmt.Errorf("%s measure %d: %w", name, s.Measure, err)
	}
	if s.Version != 0 && s.Version != m.Version {
		return Move{}, fmt.Errorf("%s measure %d: %w", name, s.Measure, app.ErrConflict)
	}
	v, err := decide(m, g, d.moment())
	if err != nil || v.Act.Kind == "" {
		return v, err
	}
	return d.keep(ctx, name, v)
}

func (d *Desk) keep(ctx context.Context, name string, v Move) (Move, error) {
	kept, err := d.Store.KeepMeasure(ctx, v)
	if err != nil {
		return Move{}, fmt.Errorf("%s measure %d: %w", name, v.Head.ID, err)
	}
	d.Front.Changes.Tell(app.Change{Measures: true})
	return kept, nil
}
