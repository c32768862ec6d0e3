package issues

import (
	"strconv"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// heard are the answers that a department may bring back about satisfaction.
var heard = []app.Rating{5, 3, 1, 0}

// feedbackForm records what the department reports back.
func feedbackForm(m matter) *actForm {
	a := newAct(m, "feedback", 2)
	situation := a.Area("situation", 5, 2)
	result := seat.Codes(m.s, seat.Offered(m.s, "result", app.Results))
	a.Add("result", result, 1)
	completed := a.Moment("completed", seat.Evening, 1)
	completed.SetValue(m.now())
	satisfaction := kit.NewRadios(heard, func(r app.Rating) string { return m.s.Say("satisfaction." + strconv.Itoa(int(r))) })
	a.Add("satisfaction", satisfaction, 2)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.FeedBack, app.FeedbackOrder{
			Stand: m.s.Stand(m.c.Issue), Situation: situation.Value(), Result: result.Value(), Completed: completed.Moment(),
			Satisfaction: satisfaction.Value(), Asked: satisfaction.Chosen(),
		})
	}
	return a
}
