package app

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// Way is what became of paper.
type Way string

// The ways of paper. A program that shows a file may print it, too, but nobody here
// would know: it was opened, and no more is said. Made to no avail is what was to go
// one of these ways and did not.
const (
	WayOpened Way = "opened" // shown by the program for PDFs
	WaySaved  Way = "saved"  // as a file where somebody said
	WaySent   Way = "sent"   // to the printer
	WayNone   Way = "none"
)

// ways are how the timeline calls what became of paper.
var ways = map[Way]ActKind{WayOpened: ActPaperOpened, WaySaved: ActPaperSaved, WaySent: ActPaperSent}

// Look is how the log of accesses calls paper of this way.
func (w Way) Look() string { return looksOnPaper + string(w) }

const looksOnPaper = "paper-"

// PrintOrder notes what became of an issue's paper.
//
// No rule asks whether a slip was printed: it is out when its number was drawn, which
// may be before paper, after it, or without any. So a look at the screen decides
// nothing, and neither does paper that never came out of the printer.
type PrintOrder struct {
	Stand
	Document string // number of what was made
	Copies   string
	Way      Way
	Where    string // the printer, or folder and file; empty where nobody knows
}

// Printed notes in the timeline what became of paper.
func (d *Desk) Printed(ctx context.Context, o PrintOrder) (Move, error) {
	return d.act(ctx, "print", o.Stand, o.decide)
}

// PrintedAll notes it of what was made in one go: of every issue, or of none.
func (d *Desk) PrintedAll(ctx context.Context, orders []PrintOrder) error {
	if len(orders) == 0 {
		return nil
	}
	g, err := d.Ground(ctx)
	if err != nil {
		return err
	}
	moves := make([]Move, len(orders))
	for i, o := range orders {
		if moves[i], err = d.decided(ctx, "print", o.Stand, g, o.decide); err != nil {
			return err
		}
	}
	if err := d.Store.KeepAll(ctx, moves); err != nil {
		return fmt.Errorf("note %d papers: %w", len(moves), err)
	}
	for _, m := range moves {
		d.Changes.Tell(Change{Issue: m.Issue.ID})
	}
	return nil
}

func (o PrintOrder) decide(c Case, g Ground, at time.Time) (Move, error) {
	kind, is := ways[o.Way]
	if !is {
		return Move{}, fmt.Errorf("paper goes no way %q", o.Way)
	}
	return c.settle(c.begin(kind, o.By, at, words(strings.TrimSpace(o.Document+" "+o.Copies), o.Where)), g), nil
}
