package issues

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// closeForm asks to end an issue without the owner's satisfaction.
func closeForm(m matter) *actForm {
	a := newAct(m, "close", 1)
	a.Tell(m.s.Say("close.tell"))
	if m.c.Kind == app.Complaint {
		a.tellLacks(m.c.Lacks(m.s.Ground, app.ToForce))
	}
	code, related := seat.Codes(m.s, app.SpecialCloses), kit.Entry(m.s.Say("related.example"))
	a.Add("code", code, 1)
	a.Add("related", related, 1)
	reason := a.Area("reason", 4, 1)
	a.ShowField("related", false)
	code.OnChanged = func(c app.CloseCode) {
		a.ShowField("related", c == app.ClosedMerged)
		hint := ""
		if c == app.ClosedByApproval {
			hint = m.s.Say("fault.reason.too-short")
		}
		a.Form.Field("reason").SetHint(hint)
	}
	a.Order = func() doing {
		o := app.CloseOrder{Stand: m.s.Stand(m.c.Issue), Code: code.Value(), Reason: reason.Value()}
		number := related.Value()
		return func(ctx context.Context) (app.Move, error) {
			id, err := m.related(ctx, number)
			if err != nil {
				return app.Move{}, err
			}
			o.Related = id
			return m.s.Desk.AskClose(ctx, o)
		}
	}
	return a
}

// decideCloseForm approves or declines the special closing that waits.
func decideCloseForm(m matter) *actForm {
	k, _ := m.c.Asking()
	what := m.s.Say("close.asked", m.s.Voice.Staff(k.AskedBy), say.Code(m.s.Voice, k.Code), k.Reason)
	return decideForm(m, "decide-close", what, m.s.Desk.DecideClose)
}

// reopenForm opens an issue again that is over.
func reopenForm(m matter) *actForm {
	a := newAct(m, "reopen", 1)
	a.Tell(m.s.Say("reopen.tell"))
	reason := a.Area("reason", 4, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Reopen, app.ReopenOrder{Stand: m.s.Stand(m.c.Issue), Reason: reason.Value()})
	}
	return a
}
