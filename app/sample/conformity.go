package sample

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/app/workday"
)

// CheckText is what somebody answers about a duty that leaves no record.
type CheckText struct {
	Duty     string
	Said     audit.Said
	Basis    string
	LastYear audit.Said // of the year before, where it was another
	Why      string     // what that rested on
}

// soFar is how many of the questions of the running year have been answered.
const soFar = 6

// Check answers what a conformity check asks of people: all of the year before, and
// some of the year up to the last whole month, for each estate and for all together.
func (w *World) Check(ctx context.Context, front app.Store, store audit.Keeper) error {
	c := &checking{w: w, ctx: ctx}
	c.desk = &audit.Desk{Front: &app.Desk{Store: front, Now: func() time.Time { return c.now }, Changes: &app.Changes{}}, Store: store}
	until := w.order.Until
	estates := []app.ProjectID{0}
	for _, p := range w.Projects {
		estates = append(estates, p.ID)
	}
	before := audit.Asked{First: workday.Date{Year: until.Year() - 1, Month: 1, Day: 1}, Last: workday.Date{Year: until.Year() - 1, Month: 12, Day: 31}}
	month := workday.DayOf(time.Date(until.Year(), until.Month(), 1, 0, 0, 0, 0, until.Location()).AddDate(0, 0, -1))
	for _, p := range estates {
		before.Project = p
		if err := c.year(before, w.order.Texts.Checks, true); err != nil {
			return err
		}
		if month.Year < until.Year() {
			continue // no month of this year is over
		}
		some := w.order.Texts.Checks[:min(soFar, len(w.order.Texts.Checks))]
		if err := c.year(audit.Asked{Project: p, First: workday.Date{Year: until.Year(), Month: 1, Day: 1}, Last: month}, some, false); err != nil {
			return err
		}
	}
	return nil
}

// checking is who goes through the questions, and when.
type checking struct {
	w    *World
	ctx  context.Context
	desk *audit.Desk
	now  time.Time
}

// year answers the questions about a period, on a morning after it.
func (c *checking) year(about audit.Asked, all []CheckText, past bool) error {
	day := about.Last.AddDays(1)
	for !c.w.order.Calendar.Works(day) {
		day = day.AddDays(1)
	}
	c.now = day.At(workday.Clock(10*60), c.w.order.Calendar.Loc)
	for _, t := range all {
		c.now = c.now.Add(4 * time.Minute)
		if c.now.After(c.w.order.Until) {
			return nil
		}
		about.Duty = t.Duty
		o := audit.AnswerOrder{Asked: about, By: c.w.head(desk).ID, Said: t.Said, Basis: t.Basis}
		if past && t.LastYear != "" {
			o.Said, o.Basis = t.LastYear, t.Why
		}
		if _, err := c.desk.Answer(c.ctx, o); err != nil {
			return fmt.Errorf("sample answer to %s: %w", t.Duty, err)
		}
	}
	return nil
}
