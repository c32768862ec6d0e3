package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// reassignForm gives a refused slip to another department.
func reassignForm(m matter) *actForm {
	a := newAct(m, "reassign", 2)
	r, _ := m.c.Current()
	a.tell(m.s.Say("reassign.tell", m.s.Dept(r.Lead), m.s.Voice.Due(r.Effect)))
	lead, helping := departments(m.s, true), kit.NewTicks(deptsOf(m.s, true), m.s.Dept, 3)
	helping.Choose(r.Helping)
	lead.OnChanged = helping.Without
	a.add("lead", lead, 1)
	a.add("helping", helping.Root, 2)
	note := a.area("note", 3, 2)
	a.order = func() doing {
		return ask(m.s.Desk.Reassign, app.ReassignOrder{
			Stand: m.s.Stand(m.c.Issue), Lead: lead.Value(), Helping: helping.Chosen(), Note: note.Value(),
		})
	}
	return a
}
