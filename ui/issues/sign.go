package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// signForm records that the department signed for its slip.
func signForm(m matter) *actForm {
	a := newAct(m, "sign", 1)
	a.Tell(m.s.Say("sign.tell"))
	handler, name := m.s.StaffChoice(m.c.Lead), kit.Entry("")
	handler.OnChanged = func(id app.StaffID) {
		if name.Value() == "" {
			name.SetText(m.s.Voice.Staff(id))
		}
	}
	a.Add("handler", handler, 1).SetHint(m.s.Say("sign.handler.hint"))
	a.Add("signed-by", name, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Sign, app.SignOrder{Stand: m.s.Stand(m.c.Issue), Name: name.Value(), Handler: handler.Value()})
	}
	return a
}
