package issues

import "ownerdesk/app"

// refuseForm records that the department does not take the slip.
func refuseForm(m matter) *actForm {
	a := newAct(m, "refuse", 1)
	a.tell(m.s.Say("refuse.tell", m.s.Voice.Due(m.c.RefuseUntil(m.s.Ground))))
	reason := a.area("reason", 5, 1)
	a.order = func() doing {
		return ask(m.s.Desk.Refuse, app.RefuseOrder{Stand: m.s.Stand(m.c.Issue), Reason: reason.Value()})
	}
	return a
}
