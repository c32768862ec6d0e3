package console

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/calendars"
)

// shipped are the calendars that come with the program.
func shipped() (map[workday.Region]workday.Table, error) {
	return workday.Shipped(calendars.CN, calendars.Regional)
}

// seed gives a new file the calendars of all regions.
func seed(ctx context.Context, s Store) error {
	tables, err := shipped()
	if err != nil {
		return err
	}
	for _, r := range workday.Regions() {
		t, there := tables[r]
		if !there {
			continue
		}
		if err := s.SeedCalendar(ctx, r, t.Specials, t.Years); err != nil {
			return fmt.Errorf("calendar %s: %w", r, err)
		}
	}
	return nil
}

// weeks are the patterns as people name them.
var weeks = map[string]func() workday.Pattern{
	"5": workday.Five, "5.5": workday.FiveHalf, "6": workday.Six, "7": workday.Seven,
}

// regional is the calendar that ships for a region, with a week as people name it;
// what is not said is the mainland's, and five days.
func regional(region, pattern string) (workday.Calendar, error) {
	r, week := workday.CN, workday.Five
	if pattern != "" {
		if week = weeks[pattern]; week == nil {
			return workday.Calendar{}, misled("console.unknown.pattern", pattern)
		}
	}
	if region != "" {
		var err error
		if r, err = workday.ParseRegion(region); err != nil {
			return workday.Calendar{}, misled("console.unknown.region", region)
		}
	}
	tables, err := shipped()
	if err != nil {
		return workday.Calendar{}, err
	}
	return workday.New(r, week(), app.Office{Zone: r.Zone()}.Location(), tables[r].Specials, tables[r].Years), nil
}

// moments are the ways in which a moment may be typed.
var moments = []string{"2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02T15:04:05", "2006-01-02"}

// moment reads a moment of office time.
func (c *call) moment(option, typed string, loc *time.Location) (time.Time, error) {
	typed = strings.TrimSpace(typed)
	at := slices.IndexFunc(moments, func(layout string) bool {
		_, err := time.ParseInLocation(layout, typed, loc)
		return err == nil
	})
	if at < 0 {
		return time.Time{}, misled("console.unread.moment", option, typed)
	}
	return time.ParseInLocation(moments[at], typed, loc)
}
