package statistics

import (
	"context"
	"fmt"
	"io"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports"
)

// Papers are a month's papers, ready to be written.
type Papers struct {
	Pack, Book func(context.Context, io.Writer) error
	Frozen
}

// Frozen says which meeting's frozen figures a month's papers show.
type Frozen struct {
	Meeting meeting.Head   // none where they show those of now
	Others  []meeting.Head // whose frozen figures could be had, each of another estate
}

// PapersOf are the papers of the month's meeting once its figures are frozen, else those
// of now: window and command line hand out the same.
func PapersOf(ctx context.Context, asks MeetingAsks, d *meeting.Desk, f reports.Facts, scope figures.Scope) (p Papers, err error) {
	err = asks.Still(ctx, func(ctx context.Context) error {
		frozen, err := frozenOf(ctx, asks, f.Ground, scope)
		if err != nil {
			return err
		}
		if frozen.Meeting.ID != 0 {
			p, err = frozenPapers(ctx, asks, d, f, frozen.Meeting.ID)
		} else {
			p, err = LivePapers(ctx, asks, f, scope)
		}
		p.Frozen = frozen
		return err
	})
	return p, err
}

// LivePapers are a month's papers by what the file says now, whatever was frozen.
func LivePapers(ctx context.Context, asks Asks, f reports.Facts, scope figures.Scope) (Papers, error) {
	r, err := Reckon(ctx, asks, f, scope)
	return Papers{
		Pack: func(_ context.Context, out io.Writer) error {
			return reports.WriteMonth(out, f, r.Month, scope.Project)
		},
		Book: func(ctx context.Context, out io.Writer) error { return WriteBook(ctx, out, asks, f, r, scope) },
	}, err
}

func frozenPapers(ctx context.Context, asks MeetingAsks, d *meeting.Desk, f reports.Facts, id meeting.RecordID) (Papers, error) {
	s, err := Sit(ctx, asks, d, f, id)
	return Papers{
		Pack: func(_ context.Context, out io.Writer) error { return reports.WriteMeetingPack(out, f, s) },
		Book: func(_ context.Context, out io.Writer) error { return reports.WriteMeetingBook(out, f, s) },
	}, err
}

// frozenOf finds the meeting about a month whose figures are frozen. There is one of each
// estate; of several estates together none speaks.
func frozenOf(ctx context.Context, asks Asks, g app.Ground, scope figures.Scope) (Frozen, error) {
	heads, err := asks.Records(ctx, meeting.Wanted{Project: scope.Project, Kind: meeting.Monthly, From: workday.DayOf(scope.From)})
	if err != nil {
		return Frozen{}, fmt.Errorf("meetings about %s: %w", scope.From.Format("2006-01"), err)
	}
	heads = slices.DeleteFunc(heads, func(h meeting.Head) bool { return h.State == meeting.Planned || h.State == meeting.Cancelled })
	if len(heads) == 1 && (scope.Project != 0 || len(g.Projects) == 1) {
		return Frozen{Meeting: heads[0]}, nil
	}
	return Frozen{Others: heads}, nil
}
