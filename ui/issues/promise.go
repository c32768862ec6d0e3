package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// promiseForm records that the owner was told until when he will hear: mostly on
// the spot, by the way he came.
func promiseForm(m matter) *actForm {
	a := newAct(m, Promise, 2)
	a.Tell(m.s.Say("promise.tell", m.s.Voice.Due(m.c.Promise)))
	how := seat.Codes(m.s, seat.Offered(m.s, "method", app.Methods))
	kit.SetValue(how, m.c.Channel.Method())
	a.Add("how", how, 1)
	at := a.Moment("told-at", seat.Morning, 1)
	at.SetValue(m.now())
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.TellPromise, app.PromiseOrder{Stand: m.s.Stand(m.c.Issue), How: how.Value(), At: at.Moment()})
	}
	return a
}
