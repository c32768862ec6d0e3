package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// signForm records that the department signed for its slip.
func signForm(m matter) *actForm {
	a := newAct(m, "sign", 2)
	a.Tell(m.s.Say("sign.tell"))
	name := kit.Entry("")
	who := a.addNaming(true)
	if who.handler == nil { // planned before the slip came back
		r, _ := m.c.Current()
		name.SetText(m.s.Voice.Staff(r.Handler))
	} else {
		who.handler.OnChanged = func(id app.StaffID) {
			if name.Value() == "" {
				name.SetText(m.s.Voice.Staff(id))
			}
		}
	}
	a.Add("signed-by", name, 1)
	a.Order = func() doing {
		named := who.values()
		return seat.Ask(m.s.Desk.Sign, app.SignOrder{
			Stand: m.s.Stand(m.c.Issue), Name: name.Value(), Handler: named.Handler, Solution: named.Solution, Expected: named.Expected,
		})
	}
	return a
}
