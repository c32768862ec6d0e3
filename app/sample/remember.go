package sample

import (
	"context"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
)

// remembering is a store that reads an estate's issues once for all meetings of a year:
// while they are held nothing of an issue changes, but where one makes an issue.
type remembering struct {
	meeting.Store
	until  time.Time
	facts  map[app.ProjectID][]app.Case
	living map[app.ProjectID]map[app.AreaID]int
}

func remember(s meeting.Store, until time.Time) *remembering {
	return &remembering{s, until, map[app.ProjectID][]app.Case{}, map[app.ProjectID]map[app.AreaID]int{}}
}

// Facts are those of the store, out of memory.
func (r *remembering) Facts(ctx context.Context, of figures.Wanted) ([]app.Case, error) {
	all, known := r.facts[of.Project]
	if !known {
		var err error
		if all, err = r.Store.Facts(ctx, figures.Wanted{Project: of.Project, From: r.until.AddDate(-10, 0, 0), To: r.until.AddDate(1, 0, 0)}); err != nil {
			return nil, err
		}
		r.facts[of.Project] = all
	}
	at := func(t time.Time) int {
		i, _ := slices.BinarySearchFunc(all, t, func(c app.Case, t time.Time) int { return c.Received.Compare(t) })
		return i
	}
	if !of.From.Before(of.To) {
		return nil, nil
	}
	within := all[at(of.From):at(of.To)]
	if of.Kind == "" {
		return within, nil
	}
	var these []app.Case
	for _, c := range within {
		if c.Kind == of.Kind {
			these = append(these, c)
		}
	}
	return these, nil
}

// AreaHouseholds are those of the store, out of memory.
func (r *remembering) AreaHouseholds(ctx context.Context, p app.ProjectID) (map[app.AreaID]int, error) {
	if known, there := r.living[p]; there {
		return known, nil
	}
	found, err := r.Store.AreaHouseholds(ctx, p)
	if err == nil {
		r.living[p] = found
	}
	return found, err
}

// KeepRecord forgets what was read where a record makes an issue.
func (r *remembering) KeepRecord(ctx context.Context, m meeting.Move) (meeting.Move, error) {
	if len(m.Raised) > 0 {
		clear(r.facts)
	}
	return r.Store.KeepRecord(ctx, m)
}

// KeepRecords does the same for several.
func (r *remembering) KeepRecords(ctx context.Context, moves []meeting.Move) ([]meeting.Move, error) {
	clear(r.facts)
	return r.Store.KeepRecords(ctx, moves)
}
