package issues

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// rejectForm does not accept an issue.
func rejectForm(m matter) *actForm {
	return endForm(m, Reject, seat.Offered(m.s, "reject", app.RejectCodes), m.s.Desk.Reject)
}

// voidForm takes back an issue that should not have been registered.
func voidForm(m matter) *actForm { return endForm(m, Void, app.VoidCodes, m.s.Desk.Void) }

func endForm(m matter, verb string, list []app.RejectCode, do func(context.Context, app.RejectOrder) (app.Move, error)) *actForm {
	a := newAct(m, verb, 1)
	a.Tell(m.s.Say(verb + ".tell"))
	code, related := seat.Codes(m.s, list), kit.Entry(m.s.Say("related.example"))
	a.Add("code", code, 1)
	a.Add("related", related, 1)
	reason := a.Area("reason", 4, 1)
	a.ShowField("related", false)
	code.OnChanged = func(c app.RejectCode) { a.ShowField("related", c == app.RejectedDuplicate) }
	a.Order = func() doing {
		o := app.RejectOrder{Stand: m.s.Stand(m.c.Issue), Code: code.Value(), Reason: reason.Value()}
		number := related.Value()
		return func(ctx context.Context) (app.Move, error) {
			id, err := m.related(ctx, number)
			if err != nil {
				return app.Move{}, err
			}
			o.Related = id
			return do(ctx, o)
		}
	}
	return a
}
