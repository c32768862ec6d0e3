package sample

import (
	"time"

	"ownerdesk/app/meeting"
)

// ActivityText is an activity, and how it went.
type ActivityText struct {
	Ago                      int // days; less than none: still ahead
	Title, Place, Text, Next string
	Came                     int
}

// celebrates plans activities, and writes down how they went.
func (c *gathering) celebrates() {
	for _, a := range c.w.order.Texts.Records.Activities {
		s := &sheetOf{by: c.w.head(property).ID}
		begins := c.works(a.Ago, 14*60)
		c.add(s, c.works(max(a.Ago, 0)+9, 9*60+30), func(s *sheetOf) error {
			return c.plan(s, meeting.PlanOrder{Kind: meeting.Activity, Details: meeting.Details{
				Title: a.Title, Place: a.Place, Begins: begins, Ends: begins.Add(2 * time.Hour), Dept: c.w.depts[property],
			}})
		})
		c.add(s, begins.Add(3*time.Hour), func(s *sheetOf) error {
			r, err := c.store.Record(c.ctx, s.id)
			if err != nil {
				return err
			}
			d := r.Details
			d.Text, d.Headcount = a.Text, a.Came
			if _, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Details: &d}); err != nil {
				return err
			}
			return c.hold(s)
		})
		c.add(s, c.w.hours.after(begins, 600), c.minute)
	}
}
