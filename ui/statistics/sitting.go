package statistics

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports"
	"ownerdesk/reports/paper"
)

// MeetingAsks is what the papers of meetings ask of the store.
type MeetingAsks interface {
	Asks
	meeting.Store
	OpenPath(context.Context, app.Attachment) (string, error)
}

// Sit reads what the papers of a record are made from, out of one state of the file:
// its newest frozen figures, what has changed since, and the names of whom and what it
// names.
func Sit(ctx context.Context, asks MeetingAsks, d *meeting.Desk, f reports.Facts, id meeting.RecordID) (s reports.Sitting, err error) {
	err = asks.Still(ctx, func(ctx context.Context) error {
		s, err = sit(ctx, asks, d, f, id)
		return err
	})
	return s, err
}

func sit(ctx context.Context, asks MeetingAsks, d *meeting.Desk, f reports.Facts, id meeting.RecordID) (s reports.Sitting, err error) {
	if s.Record, err = asks.Record(ctx, id); err != nil {
		return s, fmt.Errorf("papers of record %d: %w", id, err)
	}
	if s.Kind.Figures() { // goes round, whoever prints it
		ctx = app.Reads(ctx, 0)
		if s.Record, err = asks.Record(ctx, id); err != nil {
			return s, fmt.Errorf("papers of record %d: %w", id, err)
		}
	}
	if err := figured(ctx, asks, d, &s); err != nil {
		return s, err
	}
	if s.Given, err = asks.Actions(ctx, meeting.WantedActions{Source: id}); err != nil {
		return s, err
	}
	if s.PlaceNames, err = placeNames(ctx, asks, f, s.Kept.Report); err != nil {
		return s, err
	}
	if err := called(ctx, asks, f, &s); err != nil {
		return s, err
	}
	s.PlaceNames = s.PlaceNames.CalledThen(f, s.Kept.Names)
	if s.Asked, s.Complained, err = about(ctx, asks, s.Project, s.Kept.Measures); err != nil {
		return s, err
	}
	s.Photos, err = photos(ctx, asks, s.Files)
	return s, err
}

// figured reads what the newest freeze kept; before the first, what one would keep.
func figured(ctx context.Context, asks MeetingAsks, d *meeting.Desk, s *reports.Sitting) error {
	if !s.Kind.Figures() || s.State == meeting.Cancelled {
		return nil
	}
	now, err := d.Now(ctx, s.ID)
	if err != nil {
		return err
	}
	last, there := s.Frozen()
	if !there {
		s.Kept = now
		return nil
	}
	if s.Kept, err = asks.Kept(ctx, s.ID, last.N); err != nil {
		return err
	}
	if s.Kind == meeting.Monthly {
		s.Since = meeting.Changes(s.Kept.Report, now.Report)
	}
	return nil
}

// called finds what people call the issues and persons that a record names.
func called(ctx context.Context, asks MeetingAsks, f reports.Facts, s *reports.Sitting) error {
	s.Numbers, s.States, s.People = map[app.IssueID]string{}, map[app.IssueID]app.State{}, map[app.PersonID]app.Person{}
	ids := slices.Concat(s.Issues, s.Brought())
	if s.Issue != 0 {
		ids = append(ids, s.Issue)
	}
	for _, p := range s.Problems {
		if len(p.Issues) > 0 {
			ids = append(ids, p.Issues[0])
		}
	}
	err := eachOf(ctx, asks, ids, f.At, func(l app.Line) {
		s.Numbers[l.ID], s.States[l.ID], s.Places[l.ID] = l.Number, l.State, f.Short(l.Place, f.Privacy())
	})
	if err != nil {
		return err
	}
	var people []app.PersonID
	for _, g := range s.Guests {
		people = append(people, g.Person)
	}
	for _, o := range s.Opinions {
		people = append(people, o.Person)
	}
	for _, id := range people {
		if _, known := s.People[id]; known || id == 0 {
			continue
		}
		p, err := asks.Person(ctx, id)
		switch {
		case err == nil:
			s.People[id] = p
		case !errors.Is(err, app.ErrNotFound):
			return err
		}
	}
	return nil
}

// largestPhoto is more than a camera gives.
const largestPhoto = 40 << 20

// photos reads the pictures among a record's files, but none that not everybody
// may see. What cannot be read is listed by its name.
func photos(ctx context.Context, asks MeetingAsks, files []app.Attachment) (map[int]paper.Photo, error) {
	found := map[int]paper.Photo{}
	for _, a := range files {
		if a.Closed || a.Size > largestPhoto || !slices.Contains([]string{".jpg", ".jpeg", ".png"}, strings.ToLower(filepath.Ext(a.Name))) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		path, err := asks.OpenPath(ctx, a)
		if err != nil {
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		if p, err := paper.NewPhoto(raw, a.Name); err == nil {
			found[a.N] = p
		}
	}
	return found, nil
}
