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
	a.tell(m.s.Say(verb + ".tell"))
	code, related := codes(m.s, list), kit.Entry(m.s.Say("related.example"))
	a.add("code", code, 1)
	a.add("related", related, 1)
	reason := a.area("reason", 4, 1)
	a.showField("related", false)
	code.OnChanged = func(c app.RejectCode) { a.showField("related", c == app.RejectedDuplicate) }
	a.order = func() doing {
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
