package figures

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
)

// Wanted says which cases to read: those received in [From, To), of an estate or
// of all for 0, of a kind or of all for an empty one.
type Wanted struct {
	Project  app.ProjectID
	Kind     app.Kind
	From, To time.Time
}

// Asks is what figures ask of the store.
type Asks interface {
	Facts(context.Context, Wanted) ([]app.Case, error)
	Households(context.Context, app.ProjectID) (int, error)
	// Gatherings are the lists of opinions gathered in a period that were not cancelled.
	Gatherings(context.Context, Wanted) ([]Gathering, error)
	// Still runs do on one state of the file: what is asked with the context that it
	// hands on fits together, whatever is written meanwhile.
	Still(ctx context.Context, do func(context.Context) error) error
}

// lookBack is how many years before a period an earlier complaint is looked for:
// what counts is when it was closed, and that may be long after it came.
const lookBack = 2

// Gather reads the facts that the rates of a scope stand on: those of its period,
// earlier complaints that it may repeat, and later repairs that came back.
func Gather(ctx context.Context, asks Asks, g app.Ground, s Scope) ([]Fact, error) {
	return gather(ctx, asks, g, s, s.From)
}

// GatherMonth reads the facts of a month and of the year before it, with whatever
// Gather reads.
func GatherMonth(ctx context.Context, asks Asks, g app.Ground, s Scope) ([]Fact, error) {
	return gather(ctx, asks, g, s, s.From.AddDate(-1, 0, 0))
}

func gather(ctx context.Context, asks Asks, g app.Ground, s Scope, from time.Time) (found []Fact, err error) {
	err = asks.Still(ctx, func(ctx context.Context) error {
		found, err = facts(ctx, asks, g,
			Wanted{s.Project, "", from, s.To},
			Wanted{s.Project, app.Complaint, s.From.AddDate(-lookBack, 0, 0), from},
		)
		if err != nil {
			return err
		}
		back, err := facts(ctx, asks, g, Wanted{s.Project, app.Repair, s.To, s.lastBack(found)})
		found = append(found, back...)
		return err
	})
	return found, err
}

// lastBack is until when a repair may come back that was done by the cut-off.
func (s Scope) lastBack(all []Fact) time.Time {
	var last time.Time
	for _, f := range all {
		for _, c := range f.Completions {
			if f.Kind == app.Repair && c.Done.After(last) {
				last = c.Done
			}
		}
	}
	last = last.AddDate(0, 0, recurringWithinDays+1)
	if known := s.At.Add(time.Second); known.Before(last) {
		return known
	}
	return last
}

func facts(ctx context.Context, asks Asks, g app.Ground, all ...Wanted) ([]Fact, error) {
	var found []Fact
	for _, w := range all {
		if !w.From.Before(w.To) {
			continue
		}
		cases, err := asks.Facts(ctx, w)
		if err != nil {
			return nil, fmt.Errorf("read facts: %w", err)
		}
		for _, c := range cases {
			found = append(found, FactOf(c, g))
		}
	}
	return found, nil
}
