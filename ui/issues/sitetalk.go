package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// graveCard says of a critical complaint why it is so, and what that asks for: the
// talk on site that it owes is one press away.
func (p *Page) graveCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	if c.Level != app.Critical || !c.Open() {
		return nil
	}
	words := p.talkWords()
	if why := c.Grave(s.Ground, s.Now()); why != "" {
		words = s.Dotted(say.Code(s.Voice, why), words)
	}
	text := kit.Flush(kit.Wrapped(words))
	if !c.OwesTalk() {
		return kit.Note(kit.Bad, text)
	}
	keys := container.NewHBox()
	if !c.Restricted() {
		keys.Add(kit.Primary(s.Say("issue.talk.record"), theme.ContentAddIcon(), func() { p.Talk(c) }))
	}
	if v, known := verbNamed(NoTalk); known && v.barred(trialOf(s, c)) == nil {
		keys.Add(kit.Button(s.Say("verb."+NoTalk), nil, func() { p.do(v) }))
	}
	return kit.Note(kit.Bad, container.NewVBox(text, keys))
}

// talkWords say how it stands with the talk on site; of one that was critical before
// talks were asked for, only that there should be one.
func (p *Page) talkWords() string {
	c, s := p.seen.c, p.s
	switch t := c.Talk; {
	case t.Asked.IsZero():
		return s.Say("issue.grave.talk")
	case t.Held:
		return s.Say("issue.talk.held", s.Moment(t.Ended))
	case !t.Ended.IsZero():
		return s.Say("issue.talk.none", s.Moment(t.Ended))
	case c.Restricted():
		return s.Say("issue.talk.restricted", s.Moment(t.Due))
	default:
		return s.Say("issue.talk.owed", s.Moment(t.Due))
	}
}

// noTalkForm says why there is no talk on site.
func noTalkForm(m matter) *actForm {
	a := newAct(m, NoTalk, 1)
	if m.c.Restricted() {
		a.Tell(m.s.Say("no-talk.tell.restricted"))
	} else {
		a.Tell(m.s.Say("no-talk.tell"))
	}
	reason := a.Area("reason", 3, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.NoTalk, app.NoTalkOrder{Stand: m.s.Stand(m.c.Issue), Reason: reason.Value()})
	}
	return a
}
