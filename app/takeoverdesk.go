package app

import (
	"context"
	"fmt"
	"iter"
	"slices"
)

// Taken is an issue taken over, with where it comes from.
type Taken struct {
	Case
	File  string
	Sheet string
	Row   int
	Hash  string
}

// LedgerStore keeps the issues of an older ledger; a part of Store.
type LedgerStore interface {
	// TakeOver writes all issues or none, part by part as they come.
	TakeOver(context.Context, iter.Seq[[]Taken]) error
}

// TakeOver takes over what an older ledger says, all of it or nothing.
func (d *Desk) TakeOver(ctx context.Context, rows []Past, by StaffID) error {
	g, err := d.Ground(ctx)
	if err != nil {
		return err
	}
	var f Faults
	_, works := g.Staff[by]
	f.unless(works, "by", "unknown")
	for _, p := range rows {
		if _, known := g.Projects[p.Project]; !known {
			f.unless(false, "project", "missing")
			break
		}
	}
	if err := f.err(); err != nil {
		return err
	}
	at := d.moment()
	parts := func(yield func([]Taken) bool) {
		for some := range slices.Chunk(rows, takenAtOnce) {
			taken := make([]Taken, len(some))
			for i, p := range some {
				taken[i] = Taken{TakeOver(p, g, by, at), p.File, p.Sheet, p.Row, p.Hash}
			}
			if !yield(taken) {
				return
			}
		}
	}
	if err := d.Store.TakeOver(ctx, parts); err != nil {
		return fmt.Errorf("take over %d issues: %w", len(rows), err)
	}
	d.Changes.Tell(Change{})
	return nil
}
