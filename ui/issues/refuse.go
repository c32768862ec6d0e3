package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/seat"
)

// refuseForm records that the department does not take the slip.
func refuseForm(m matter) *actForm {
	a := newAct(m, "refuse", 1)
	a.Tell(m.s.Say("refuse.tell", m.s.Voice.Due(m.c.RefuseUntil(m.s.Ground))))
	reason := a.Area("reason", 5, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Refuse, app.RefuseOrder{Stand: m.s.Stand(m.c.Issue), Reason: reason.Value()})
	}
	return a
}
