package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/seat"
)

// followCalendarForm confirms that a limit follows a calendar loaded later.
func followCalendarForm(m matter) *actForm {
	a := newAct(m, "follow-calendar", 1)
	r, _ := m.c.Current()
	fresh := m.c.Followed(r, m.s.Ground)
	a.Tell(m.s.Say("follow-calendar.tell", m.s.Voice.Due(r.Effect), m.s.Voice.Due(fresh.Due)))
	a.Tell(m.s.Explain(fresh.Limit, fresh.Steps, fresh.Provisional))
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.MoveDue, app.MoveDueOrder{Stand: m.s.Stand(m.c.Issue)})
	}
	return a
}
