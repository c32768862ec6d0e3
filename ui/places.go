package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/today"
)

// The places at the left.
const (
	placeToday    = "today"
	placeIssues   = "issues"
	placeFollow   = "followup"
	placeRegister = "register"
	placeSettings = "settings"
)

// room is a place that can be gone to.
type room struct {
	name string
	icon fyne.Resource
}

// rooms are the places in their order.
func (s *shell) rooms() []room {
	return []room{
		{placeToday, theme.HomeIcon()},
	}
}

// makers make the page each place opens with.
func (s *shell) makers() map[string]func() *page {
	return map[string]func() *page{
		placeToday: s.todayPage,
	}
}

func (s *shell) todayPage() *page {
	p := today.NewPage(s.seat, s.office.Store)
	return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden}
}

func (s *shell) intake() {}

// count shows beside the places how much waits there.
func (s *shell) count() {
	if s.frame == nil || s.office == nil {
		return
	}
	o, now := s.office, s.parts.Now()
	kit.Do(s.tasks, func(ctx context.Context) (app.Day, error) {
		return o.Store.Today(ctx, now, endOfDay(s.seat.Here(now)))
	}, func(d app.Day, err error) {
		if err != nil {
			return // Today says it, and it is tried again in a minute
		}
		s.frame.count(placeToday, d.Late+d.DueToday)
		s.frame.count(placeFollow, d.Steps[app.StepFollowUp])
	})
}

func endOfDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, t.Location()).Add(-time.Second)
}
