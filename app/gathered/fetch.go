package gathered

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
)

// Asks is what taking a list in asks of the store.
type Asks interface {
	EveryRoom(context.Context, app.ProjectID) ([]app.Found, error)
	Records(context.Context, meeting.Wanted) ([]meeting.Head, error)
	Record(context.Context, meeting.RecordID) (meeting.Record, error)
}

// Fetch tries a plan beside what the store has.
func Fetch(ctx context.Context, asks Asks, p *Plan, by app.StaffID, issues bool) (err error) {
	t := Taking{By: by, Register: issues, Rooms: map[app.ProjectID][]app.Found{}}
	reading := Read(p.Sheet(), p.Layout, p.Options)
	var here []meeting.Record
	whole := app.ReadsAll(ctx) // the list is compared, and nothing of what is here is shown
	for _, of := range reading.Projects() {
		if t.Rooms[of], err = asks.EveryRoom(ctx, of); err != nil {
			return err
		}
		heads, err := asks.Records(whole, meeting.Wanted{Kind: meeting.Gathering, Project: of})
		if err != nil {
			return err
		}
		for _, h := range heads {
			if !reading.Told(h, p.Options.Zone) {
				continue
			}
			r, err := asks.Record(whole, h.ID)
			if err != nil {
				return err
			}
			here = append(here, r)
		}
	}
	p.Try(here, t)
	return nil
}

// Problems are what is said of the sheet and of all its rows.
func (o Outcome) Problems() []register.Problem {
	all := append([]register.Problem(nil), o.Notes...)
	for _, l := range o.Lines {
		all = append(all, l.Problems...)
	}
	return all
}
