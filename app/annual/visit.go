package annual

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// AssignOrder gives units to an interviewer; 0 takes them back.
type AssignOrder struct {
	Stand
	Interviewer app.StaffID
	Units       []int
}

// Assign gives units to an interviewer.
func (d *Desk) Assign(ctx context.Context, o AssignOrder) (Move, error) {
	return d.act(ctx, "assign", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		units, err := d.called(ctx, v)
		if err != nil {
			return Move{}, err
		}
		return v.Assign(o, units, g, at)
	})
}

// called reads the units in use; there are none before the sample is drawn.
func (d *Desk) called(ctx context.Context, v Survey) ([]Unit, error) {
	units, err := d.Store.Units(ctx, WantedUnits{Survey: v.ID, Called: true})
	if err != nil {
		return nil, fmt.Errorf("read the units: %w", err)
	}
	return units, nil
}

// Assign decides Desk.Assign. units are those in use.
func (v Survey) Assign(o AssignOrder, units []Unit, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.open(v, Field)
	f.here(g, o.Interviewer, "interviewer")
	f.unless(len(o.Units) > 0, "units", "missing")
	m := v.begin(ActAssigned, o.By, at, "")
	for i, n := range o.Units {
		at := slices.IndexFunc(units, func(u Unit) bool { return u.N == n && u.Called })
		if at < 0 || slices.Contains(o.Units[:i], n) {
			f.unless(false, "units", "unknown")
			break
		}
		if u := units[at]; u.Interviewer != o.Interviewer {
			u.Interviewer = o.Interviewer
			m.Units = append(m.Units, u)
		}
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if len(m.Units) == 0 {
		return Move{Head: v.Head}, nil
	}
	if o.Interviewer != 0 {
		m.differs("interviewer", "", number(int64(o.Interviewer)))
	}
	m.counts("households", len(m.Units))
	return m, nil
}

// AttemptOrder notes one try to reach a unit.
type AttemptOrder struct {
	Stand
	Unit    int
	At      time.Time // zero: now
	Mode    Mode
	Outcome Outcome
	Note    string
}

// Attempt notes one try to reach a unit. What becomes of the unit follows: not
// reached and appointments leave it waiting, until it was tried as often as the plan
// says; not reached once more ends it then. One said to be done by mistake is tried
// once more as long as no sheet of it is there.
func (d *Desk) Attempt(ctx context.Context, o AttemptOrder) (Move, error) {
	return d.act(ctx, "attempt", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		u, tried, err := d.Store.Unit(ctx, v.ID, o.Unit)
		if err != nil && !errors.Is(err, app.ErrNotFound) {
			return Move{}, fmt.Errorf("read unit %d: %w", o.Unit, err)
		}
		answered := false
		if u.Outcome == Done {
			if answered, err = d.Store.Answered(ctx, v.ID, o.Unit); err != nil {
				return Move{}, fmt.Errorf("look for the sheet of unit %d: %w", o.Unit, err)
			}
		}
		return v.Attempt(o, u, Tried{tried, answered}, g, at)
	})
}

// Tried is what is known of a unit when it is tried once more.
type Tried struct {
	Before   []Attempt
	Answered bool // its sheet is there
}

// contacted reports whether somebody was reached before, apart from being done, which
// was a mistake.
func (t Tried) contacted() bool {
	return slices.ContainsFunc(t.Before, func(a Attempt) bool { return a.Outcome == Refused || a.Outcome == Later })
}

// unit reads one unit; one that is not there is in no use.
func (d *Desk) unit(ctx context.Context, v Survey, n int) (Unit, error) {
	u, _, err := d.Store.Unit(ctx, v.ID, n)
	if err != nil && !errors.Is(err, app.ErrNotFound) {
		return Unit{}, fmt.Errorf("read unit %d: %w", n, err)
	}
	return u, nil
}

// Attempt decides Desk.Attempt.
func (v Survey) Attempt(o AttemptOrder, u Unit, before Tried, g app.Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	var f faults
	f.asks(g, o.By, v.Plan)
	f.open(v, Field)
	f.unless(u.Called, "unit", "unknown")
	f.unless(u.ReplacedBy == 0, "unit", "replaced")
	f.unless(u.Outcome != Done || !before.Answered, "unit", "done")
	f.unless(slices.Contains(Modes, o.Mode), "mode", "missing")
	f.unless(o.Outcome == Later || slices.Contains(Outcomes, o.Outcome), "outcome", "missing")
	f.unless(!o.At.After(at), "at", "future")
	f.unless(v.Drawn.IsZero() || !o.At.Before(v.Drawn.Truncate(time.Minute)), "at", "before-drawn") // forms show minutes
	f.text(o.Note, "note", false, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if u.Outcome == Done {
		u.Contacted = before.contacted()
	}
	u.Attempts++
	u.Contacted = u.Contacted || o.Outcome == Done || o.Outcome == Refused || o.Outcome == Later
	u.Outcome = v.Plan.ends(o.Outcome, u.Attempts)
	return Move{Head: v.Head, Units: []Unit{u}, Attempts: []Attempt{{
		Unit: u.N, N: u.Attempts, At: o.At, By: o.By, Mode: o.Mode, Outcome: o.Outcome, Note: strings.TrimSpace(o.Note),
	}}}, nil
}

// ends is what a unit ends as after so many attempts.
func (p Plan) ends(o Outcome, attempts int) Outcome {
	if o == Later || o == NotReached && attempts < p.Attempts {
		return Waiting
	}
	return o
}

// ReplaceOrder calls up a reserve for a unit.
type ReplaceOrder struct {
	Stand
	Unit int
}

// Replace calls up the next reserve of the same stratum for a unit that was tried
// often enough, does not take part or is not there, and gives it a number.
func (d *Desk) Replace(ctx context.Context, o ReplaceOrder) (Move, error) {
	return d.act(ctx, "replace", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		u, err := d.unit(ctx, v, o.Unit)
		if err != nil {
			return Move{}, err
		}
		reserves, err := d.Store.Units(ctx, WantedUnits{Survey: v.ID, Reserves: true, OneStratum: true, Stratum: u.Stratum})
		if err != nil {
			return Move{}, fmt.Errorf("read the reserves: %w", err)
		}
		numbers, err := numbers(d.Chance, 1, v.toIssue(), func(no int) (bool, error) { return d.given(ctx, v, no) })
		if err != nil {
			return Move{}, err
		}
		return v.Replace(o, u, reserves, numbers[0], g, at)
	})
}

// given reports whether a sample number was given to a household.
func (d *Desk) given(ctx context.Context, v Survey, no int) (bool, error) {
	switch _, err := d.Store.UnitOf(ctx, v.ID, no); {
	case errors.Is(err, app.ErrNotFound):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("read number %d: %w", no, err)
	}
	return true, nil
}

// Replace decides Desk.Replace. reserves are those of the unit's stratum.
func (v Survey) Replace(o ReplaceOrder, u Unit, reserves []Unit, no int, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.open(v, Field)
	f.unless(u.Called, "unit", "unknown")
	f.unless(u.ReplacedBy == 0, "unit", "replaced")
	f.unless(u.Outcome != Done, "unit", "done")
	f.unless(u.Outcome != Waiting || u.Attempts >= v.Plan.Attempts, "unit", "too-few-attempts")
	next, found := nextReserve(reserves, u.Stratum)
	f.unless(found, "unit", "no-reserve")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if u.Outcome == Waiting {
		u.Outcome = NotReached
	}
	u.ReplacedBy = next.N
	next.Called, next.For, next.Interviewer = true, u.N, u.Interviewer
	m := v.begin(ActReplaced, o.By, at, "")
	m.Units, m.Links = []Unit{u, next}, []Link{{No: no, Unit: next.N}}
	m.differs("unit", number(int64(u.N)), number(int64(next.N)))
	return m, nil
}

// nextReserve is the reserve of a stratum that was drawn next.
func nextReserve(reserves []Unit, stratum int) (next Unit, found bool) {
	for _, r := range reserves {
		if r.Stratum == stratum && r.Reserve && !r.Called && (!found || r.Order < next.Order) {
			next, found = r, true
		}
	}
	return next, found
}
