package issues

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// extendForm asks for a later limit.
func extendForm(m matter) *actForm {
	a := newAct(m, "extend", 2)
	r, _ := m.c.Current()
	s := m.s
	a.Tell(s.Say("extend.tell", s.Voice.Due(r.Due), s.Voice.Due(r.Effect)))
	to := a.Moment("to", seat.Evening, 1)
	a.Form.Field("to").SetHint(s.Say("extend.latest", s.Voice.Due(s.Ground.Calendar.Due(r.Effect, r.Limit).Due)))
	code := seat.Codes(s, seat.Offered(s, "delay", app.DelayCodes))
	a.Add("code", code, 1)
	reason := a.Area("reason", 3, 2)
	progress, interim := kit.Entry(""), kit.Entry("")
	a.Add("progress", progress, 2)
	a.Add("interim", interim, 2)
	told := askTold(a, "extend")
	a.Order = func() doing {
		o := app.DelayOrder{Stand: s.Stand(m.c.Issue), To: to.Moment(), Code: code.Value(), Text: reason.Value(),
			Progress: progress.Value(), Interim: interim.Value()}
		_, o.ToldHow, o.Told, o.Answer = told.values()
		o.Later = told.said() && o.Told.IsZero()
		return seat.Ask(s.Desk.AskDelay, o)
	}
	return a
}

// tellDelayForm records that the owner was told of the delay afterwards.
func tellDelayForm(m matter) *actForm {
	a := newAct(m, "tell-delay", 2)
	d, _ := m.c.Untold()
	s := m.s
	a.Tell(s.Say("extend.owed", d.Number, s.Voice.Due(d.From), s.Voice.Due(d.To), say.Code(s.Voice, d.Code), d.Text))
	how := seat.Codes(s, seat.Offered(s, "method", app.Methods))
	kit.SetValue(how, m.c.ReplyHow)
	a.Add("how", how, 1)
	at := a.Moment("told-at", seat.Morning, 1)
	at.SetValue(m.now())
	answer := kit.Entry("")
	a.Add("answer", answer, 2)
	a.Order = func() doing {
		return seat.Ask(s.Desk.TellDelay, app.TellDelayOrder{Stand: s.Stand(m.c.Issue), How: how.Value(), At: at.Moment(), Answer: answer.Value()})
	}
	return a
}

// decideDelayForm approves or declines the delay that waits.
func decideDelayForm(m matter) *actForm {
	d, _ := m.c.Waiting()
	s := m.s
	what := s.Say("extend.asked", s.Voice.Staff(d.AskedBy), s.Voice.Due(d.From), s.Voice.Due(d.To), say.Code(s.Voice, d.Code), d.Text)
	if d.Late {
		what += s.Say("extend.late")
	}
	what += "\n" + toldWords(s, d)
	return decideForm(m, "decide-delay", what, s.Desk.DecideDelay)
}

// decideForm says yes or no to what somebody else asked for.
func decideForm(m matter, verb, what string, do func(context.Context, app.DecideOrder) (app.Move, error)) *actForm {
	a := newAct(m, verb, 1)
	a.Tell(what)
	approve := kit.NewRadios([]bool{true, false}, func(yes bool) string {
		if yes {
			return m.s.Say("decide.yes")
		}
		return m.s.Say("decide.no")
	})
	a.Form.Add("approve", kit.NewField(m.s.Say("decide.question"), approve, ""), 1)
	note := a.Area("note", 3, 1)
	a.Order = func() doing {
		if !approve.Chosen() {
			return refuse(app.Invalid{Field: "approve", Rule: "undecided"})
		}
		return seat.Ask(do, app.DecideOrder{Stand: m.s.Stand(m.c.Issue), Approve: approve.Value(), Note: note.Value()})
	}
	return a
}

// refuse answers with a fault that the form knows before the desk is asked.
func refuse(f app.Invalid) doing {
	return func(context.Context) (app.Move, error) { return app.Move{}, app.Faults{f} }
}
