package sample

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
)

// NoticeText is a notice: how many days ago it was given out, and for which day; 0 is
// not yet.
type NoticeText struct {
	Ago         int
	Subject     meeting.Subject
	Title, Text string
}

// posts writes notices, and hangs them where everybody passes.
func (c *gathering) posts() {
	t := c.w.order.Texts.Records
	for _, n := range t.Notices {
		s := &sheetOf{by: c.w.teams[desk][1].ID}
		hung := c.works(max(n.Ago, 0), 11*60)
		c.add(s, c.works(max(n.Ago, 2)+1, 10*60), func(s *sheetOf) error {
			d := meeting.Details{Title: n.Title, Subject: n.Subject, Text: n.Text, Begins: hung.AddDate(0, 0, 3), Ends: hung.AddDate(0, 0, 3).Add(6 * time.Hour)}
			return c.plan(s, meeting.PlanOrder{Kind: meeting.Notice, Details: d})
		})
		if n.Ago <= 0 {
			continue
		}
		c.add(s, hung, c.hold)
		c.add(s, hung.Add(time.Hour), func(s *sheetOf) error {
			told := []meeting.Told{{Whom: t.Posted, How: app.Notice, At: c.now.Add(-20 * time.Minute), By: s.by}}
			_, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Told: &told})
			return err
		})
	}
}
