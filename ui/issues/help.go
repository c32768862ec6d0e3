package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// helpers offers the departments whose shares are open; the one of whoever sits
// here, or the only one, is chosen.
func (a *actForm) helpers(open []app.Help) *kit.Choice[app.DeptID] {
	var depts []app.DeptID
	for _, h := range open {
		a.Tell(helpWords(a.matter, h))
		depts = append(depts, h.Dept)
	}
	dept := kit.NewChoice(depts, a.s.Dept)
	if !kit.SetValue(dept, a.s.Staff.Dept) && len(depts) == 1 {
		kit.SetValue(dept, depts[0])
	}
	a.Add("dept", dept, 1)
	return dept
}

// signHelpForm records that a helping department signed for its copy.
func signHelpForm(m matter) *actForm {
	a := newAct(m, SignHelp, 2)
	var open []app.Help
	for _, h := range m.c.OpenHelps() {
		if h.Signed.IsZero() {
			open = append(open, h)
		}
	}
	dept, name := a.helpers(open), kit.Entry("")
	a.Add("signed-by", name, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.SignHelp, app.HelpOrder{Stand: m.s.Stand(m.c.Issue), Dept: dept.Value(), Name: name.Value()})
	}
	return a
}

// helpForm records what a helping department reports back.
func helpForm(m matter) *actForm {
	a := newAct(m, Help, 2)
	dept := a.helpers(m.c.OpenHelps())
	completed := a.Moment("completed", seat.Evening, 1)
	completed.SetValue(m.now())
	situation := a.Area("situation", 4, 2)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.FeedBackHelp, app.HelpOrder{
			Stand: m.s.Stand(m.c.Issue), Dept: dept.Value(), Situation: situation.Value(), Completed: completed.Moment(),
		})
	}
	return a
}

// addHelpWhy asks why the round is done though helping departments are not.
func (a *actForm) addHelpWhy() *kit.Input {
	why := kit.Entry("")
	if open := a.c.OpenHelps(); len(open) > 0 {
		for _, h := range open {
			a.Tell(helpWords(a.matter, h))
		}
		a.Add("help-why", why, 2)
	}
	return why
}

// helpWords is a share in a line: whose, until when, how far it is.
func helpWords(m matter, h app.Help) string {
	s := m.s
	words := s.Dotted(s.Dept(h.Dept), s.Say("help.due", s.Voice.Due(h.Due)))
	if h.Late(s.Now()) {
		words = s.Dotted(words, s.Say("help.late"))
	}
	switch {
	case !h.FedBack.IsZero():
		return s.Dotted(words, s.Say("help.done", s.Moment(h.Completed)), h.Situation)
	case !h.Left.IsZero():
		return s.Dotted(words, s.Say("help.left"), h.Why)
	case !h.Signed.IsZero():
		return s.Dotted(words, s.Say("help.signed", h.SignedBy, s.Moment(h.Signed)))
	}
	return s.Dotted(words, s.Say("help.unsigned"))
}

// helpsCard is what the helping departments of this round do.
func (p *Page) helpsCard() fyne.CanvasObject {
	these := p.seen.c.Helping(p.seen.c.Issue.Round)
	if len(these) == 0 {
		return nil
	}
	box := container.NewVBox()
	for _, h := range these {
		box.Add(kit.Flush(kit.Wrapped(helpWords(p.matter(), h))))
	}
	return kit.CardTitled(p.s.Say("issue.helps"), box)
}
