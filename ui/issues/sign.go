package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// signForm records that the department signed for its slip.
func signForm(m matter) *actForm {
	a := newAct(m, "sign", 1)
	a.tell(m.s.Say("sign.tell"))
	handler, name := staff(m.s, m.c.Lead), kit.Entry("")
	handler.OnChanged = func(id app.StaffID) {
		if name.Value() == "" {
			name.SetText(m.s.Voice.Staff(id))
		}
	}
	a.add("handler", handler, 1).SetHint(m.s.Say("sign.handler.hint"))
	a.add("signed-by", name, 1)
	a.order = func() doing {
		return ask(m.s.Desk.Sign, app.SignOrder{Stand: m.s.Stand(m.c.Issue), Name: name.Value(), Handler: handler.Value()})
	}
	return a
}
