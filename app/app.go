// Package app is what the program knows and may do: the words of the trade,
// the rules between them, and one method of Desk for each thing a person can
// ask. It knows no SQL, no window, no paper and no language: people meet its
// codes and its faults only after the screens and the paper put them into words.
package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// What can go wrong besides a fault in what was typed.
var (
	ErrNotFound = errors.New("not found")
	ErrConflict = errors.New("changed by someone else meanwhile")
)

// Invalid says which answer of a form breaks which rule. The screens turn the
// pair into words (key fault.<Field>.<Rule>); nothing here is shown as it stands.
type Invalid struct{ Field, Rule string }

// Faults are all the rules that one order breaks, in the order of the form.
type Faults []Invalid

func (f Faults) Error() string {
	said := make([]string, len(f))
	for i, one := range f {
		said[i] = one.Field + ": " + one.Rule
	}
	return strings.Join(said, "; ")
}

// Has reports whether the rule of a field is among the faults; of a list, whether it is
// that of one of its rows.
func (f Faults) Has(field, rule string) bool {
	return slices.ContainsFunc(f, func(one Invalid) bool {
		list, _, _ := one.Row()
		return one.Rule == rule && (one.Field == field || list == field)
	})
}

// InRow names an answer in a row of a list as an order gives it, the first of which is
// 1. What is wrong with a row as a whole names no cell of it.
func InRow(list string, n int, cell string) string {
	return strings.TrimSuffix(list+"."+itoa(n)+"."+cell, ".")
}

// Row tells in which row of which list an answer stands; 0 for one that is in no list.
func (i Invalid) Row() (list string, n int, cell string) {
	list, rest, _ := strings.Cut(i.Field, ".")
	number, cell, _ := strings.Cut(rest, ".")
	if n, err := strconv.Atoi(number); err == nil && n > 0 {
		return list, n, cell
	}
	return i.Field, 0, ""
}

// row checks one row of a list: what is found wrong there names the row.
func (f *Faults) row(list string, n int, check func(*Faults)) {
	var in Faults
	check(&in)
	*f = append(*f, in.InRow(list, n)...)
}

// InRow are the faults of answers that stand in one row of a list.
func (f Faults) InRow(list string, n int) Faults {
	in := make(Faults, len(f))
	for i, one := range f {
		in[i] = Invalid{InRow(list, n, one.Field), one.Rule}
	}
	return in
}

// unless adds a fault when ok does not hold.
func (f *Faults) unless(ok bool, field, rule string) {
	if !ok {
		*f = append(*f, Invalid{field, rule})
	}
}

// err is nil when nothing is broken, so that no empty list passes as an error.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Store keeps what the Desk decides. Package data is the only real one.
type Store interface {
	// Case reads one issue with everything that belongs to it.
	Case(context.Context, IssueID) (Case, error)
	// Keep writes a Move whole or not at all. A move that stands on an older
	// version than the stored one is refused with ErrConflict. Keep draws the
	// number the move asks for and returns the move as it was kept.
	Keep(context.Context, Move) (Move, error)
	// KeepAll is Keep for what happened to several issues at once: all or none.
	KeepAll(context.Context, []Move) error
	// Together keeps all that is written with the context that it hands on, or none.
	Together(context.Context, func(context.Context) error) error
	// Ground reads what decisions stand on.
	Ground(context.Context) (Ground, error)
	// KeepOffice, KeepRules, KeepDepartment and KeepStaff write settings.
	KeepOffice(context.Context, Office, StaffID, time.Time) error
	KeepRules(context.Context, Rules, StaffID, time.Time) error
	KeepDepartment(context.Context, Department) (DeptID, error)
	KeepStaff(context.Context, Staff) (StaffID, error)
	// LogAccess appends to the chain of who saw whose data.
	LogAccess(context.Context, ...Access) error

	CalendarStore
	RegisterStore
	LedgerStore
}

// Desk is the front door: every use-case is a method on it.
type Desk struct {
	Store   Store
	Now     func() time.Time
	Changes *Changes

	mu     sync.Mutex
	ground *Ground
}

// Ground is what decisions stand on at this moment: the office, its calendar,
// its rules, departments and staff. It is read once and again after a change.
func (d *Desk) Ground(ctx context.Context) (Ground, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ground != nil {
		return *d.ground, nil
	}
	g, err := d.Store.Ground(ctx)
	if err != nil {
		return Ground{}, fmt.Errorf("read the office: %w", err)
	}
	d.ground = &g
	return g, nil
}

// relate notes in the timeline which other issue one belongs to, by the number
// that people know it by.
func (d *Desk) relate(ctx context.Context, c Case, m *Move) error {
	if m.Issue.Related == c.Related {
		return nil
	}
	was, err := d.shown(ctx, c.Related)
	if err != nil {
		return err
	}
	now, err := d.shown(ctx, m.Issue.Related)
	if err != nil {
		return err
	}
	m.Act.Diffs = append(m.Act.Diffs, Difference{"related", was, now})
	return nil
}

func (d *Desk) shown(ctx context.Context, other IssueID) (string, error) {
	if other == 0 {
		return "", nil
	}
	c, err := d.caseWhole(ctx, other)
	if errors.Is(err, ErrNotFound) {
		return "", Faults{{"related", "unknown"}}
	}
	if err != nil {
		return "", fmt.Errorf("read related issue %d: %w", other, err)
	}
	return c.Shown(), nil
}

// moment is now in whole seconds, as the file keeps it: what happens within the
// second of a limit is on time, in memory and after reading it back.
func (d *Desk) moment() time.Time { return d.Now().Truncate(time.Second) }

// Forget makes the next act read the ground anew; settings call it.
func (d *Desk) Forget() {
	d.mu.Lock()
	d.ground = nil
	d.mu.Unlock()
	d.Changes.Tell(Change{Settings: true})
}

// Together lets several use-cases be one: all of what do does with the context that it
// is given is kept, or none of it.
func (d *Desk) Together(ctx context.Context, do func(context.Context) error) error {
	err := d.Store.Together(ctx, do)
	d.Forget() // whatever was read on the way
	return err
}

// decision is the pure half of a use-case: a case as it stands and what the
// rules say in; what becomes of it out.
type decision func(Case, Ground, time.Time) (Move, error)

// act is the shape of every use-case on an issue: fetch, decide, keep, tell.
func (d *Desk) act(ctx context.Context, name string, s Stand, decide decision) (Move, error) {
	g, err := d.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	m, err := d.decided(ctx, name, s, g, decide)
	if err != nil {
		return Move{}, err
	}
	kept, err := d.Store.Keep(ctx, m)
	if err != nil {
		return Move{}, fmt.Errorf("%s issue %d: %w", name, s.Issue, err)
	}
	d.Changes.Tell(Change{Issue: kept.Issue.ID})
	if kept.Into != nil {
		d.Changes.Tell(Change{Issue: kept.Into.Issue.ID})
	}
	return kept, nil
}

// decided fetches and decides, and keeps nothing yet.
func (d *Desk) decided(ctx context.Context, name string, s Stand, g Ground, decide decision) (Move, error) {
	c, err := d.caseWhole(ctx, s.Issue)
	if err != nil {
		return Move{}, fmt.Errorf("%s issue %d: %w", name, s.Issue, err)
	}
	if s.Version != 0 && s.Version != c.Version {
		return Move{}, fmt.Errorf("%s issue %d: %w", name, s.Issue, ErrConflict)
	}
	var f Faults
	f.here(g, s.By)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m, err := decide(c, g, d.moment())
	if !c.MayRead(g, s.By) && m.Act.Kind != ActRaised { // else the fields would tell what is in it
		return Move{}, Faults{{"by", "restricted"}}
	}
	if err == nil {
		err = c.Guarded(m, g)
	}
	if err != nil {
		return Move{}, err
	}
	if err := d.relate(ctx, c, &m); err != nil {
		return Move{}, err
	}
	return m, nil
}
