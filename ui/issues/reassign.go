package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// reassignForm gives a refused slip to another department.
func reassignForm(m matter) *actForm {
	a := newAct(m, "reassign", 2)
	r, _ := m.c.Current()
	a.Tell(m.s.Say("reassign.tell", m.s.Dept(r.Lead), m.s.Voice.Due(r.Effect)))
	lead, helping := m.s.DeptChoice(true), kit.NewTicks(m.s.Departments(true), m.s.Dept, 3)
	helping.Choose(r.Helping)
	lead.OnChanged = helping.Without
	if m.c.Restricted() { // the manager has it from then on
		a.Tell(m.s.Say("restricted.route"))
		kit.SetValue(lead, 0)
		helping.Choose(nil)
	} else {
		a.Add("lead", lead, 1)
		a.Add("helping", helping.Root, 2)
	}
	note := a.Area("note", 3, 2)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Reassign, app.ReassignOrder{
			Stand: m.s.Stand(m.c.Issue), Lead: lead.Value(), Helping: helping.Chosen(), Note: note.Value(),
		})
	}
	return a
}
