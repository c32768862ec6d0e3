package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// tellForm records that the owner was told of the outcome.
func tellForm(m matter) *actForm {
	a := newAct(m, "tell", 2)
	f, there := m.c.LastFeedback()
	if there {
		a.Tell(feedbackWords(m, f))
	}
	if !m.c.FollowUpWanted(m.s.Ground) {
		a.tellLacks(m.c.Lacks(m.s.Ground, app.ToEnd))
	}
	how := seat.Codes(m.s, seat.Offered(m.s, "method", app.Methods))
	kit.SetValue(how, m.c.ReplyHow)
	a.Add("how", how, 1)
	at := a.Moment("told-at", seat.Morning, 1)
	at.SetValue(m.now())
	text := a.Area("text", 3, 2)
	if there {
		text.SetText(f.Situation)
	}
	answer := kit.Entry("")
	a.Add("answer", answer, 2)
	callers := addCallers(a)
	content := kit.Check(m.s.Say("tell.content"), nil)
	if !m.c.FollowUpWanted(m.s.Ground) {
		a.Form.Add("content", kit.NewField(" ", content, m.s.Say("tell.content.hint")), 2)
	}
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Tell, app.TellOrder{
			Stand: m.s.Stand(m.c.Issue), How: how.Value(), At: at.Moment(), Text: text.Value(), Answer: answer.Value(), Content: content.Checked,
			Callers: callers.told(app.CallerTold{How: how.Value(), At: at.Moment(), Answer: answer.Value()}),
		})
	}
	return a
}
