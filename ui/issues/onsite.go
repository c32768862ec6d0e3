package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// arriveForm records who came on site when; whoever handles it is offered.
func arriveForm(m matter) *actForm {
	a := newAct(m, Arrive, 2)
	who := kit.Entry("")
	who.SetText(m.s.Voice.Staff(m.c.Handler))
	a.Add("came", who, 1)
	at := sceneAt(a)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Arrive, app.SceneOrder{Stand: m.s.Stand(m.c.Issue), Who: who.Value(), At: at.Moment()})
	}
	return a
}

// controlForm records how an emergency was brought under control.
func controlForm(m matter) *actForm {
	a := newAct(m, Control, 2)
	how := a.Area("control-how", 2, 2)
	at := sceneAt(a)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Control, app.SceneOrder{Stand: m.s.Stand(m.c.Issue), How: how.Value(), At: at.Moment()})
	}
	return a
}

func sceneAt(a *actForm) *kit.MomentField {
	at := a.Moment("on-site-at", seat.Morning, 1)
	at.SetValue(a.now())
	return at
}

// sceneButton is the way to what an emergency waits for on site, with how long it
// may still take; nothing when it waits for nothing.
func (p *Page) sceneButton() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	v, known := verbNamed(string(c.Scene))
	if !known || v.barred(trialOf(s, c)) != nil {
		return nil
	}
	words, urgency := s.Voice.Countdown(s.Now(), c.SceneDue)
	chip := kit.Chip(seat.Tone(urgency), s.Say("issue.scene", s.Say("scene."+string(c.Scene)), words))
	return container.NewHBox(kit.Middle(chip), kit.Button(s.Say("verb."+v.name), v.icon(), func() { p.do(v) }))
}

// sceneWords are the limits on site, and what came of them.
func (p *Page) sceneWords() (lines []string) {
	c, s := p.seen.c, p.s
	if !c.Site.ArriveDue.IsZero() {
		lines = append(lines, s.Say("issue.arrive", s.Voice.Due(c.Site.ArriveDue)))
	}
	if !c.Site.Arrived.IsZero() {
		lines = append(lines, s.Say("issue.arrived", s.Moment(c.Site.Arrived), c.Site.Who))
	}
	if !c.Site.ControlDue.IsZero() {
		lines = append(lines, s.Say("issue.control", s.Voice.Due(c.Site.ControlDue)))
	}
	if !c.Site.Controlled.IsZero() {
		lines = append(lines, s.Say("issue.controlled", s.Moment(c.Site.Controlled), c.Site.How))
	}
	return lines
}
