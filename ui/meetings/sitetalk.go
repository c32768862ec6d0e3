package meetings

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// TalkForm opens the form of a talk on site about an issue, with the issue filled in.
func TalkForm(s *seat.Seat, desk *meeting.Desk, asks Asks, of app.IssueID, kept func(meeting.RecordID)) {
	type about struct {
		c  app.Case
		at places
	}
	kit.Do(s.Tasks, func(ctx context.Context) (a about, err error) {
		if a.c, err = asks.Case(ctx, of); err == nil {
			a.at, err = placesOf(ctx, asks, a.c.Project)
		}
		return a, err
	}, func(a about, err error) {
		if err != nil {
			s.Fail(nil, err)
			return
		}
		f := talkForm(s, desk, asks, a.c, a.at)
		f.Kept = func(m meeting.Move) { kept(m.Head.ID) }
		f.Show()
	})
}

func talkForm(s *seat.Seat, desk *meeting.Desk, asks Asks, c app.Case, at places) *form {
	d := proposed(s, meeting.OnSite)
	d.Issue, d.Title, d.Place = c.ID, s.Say("meetings.talk.title", c.Shown()), c.Place.Short()
	return planned(s, desk, asks, planning{meeting.OnSite, c.Project, c.ID, d}, at, nil)
}
