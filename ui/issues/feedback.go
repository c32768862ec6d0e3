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
	a.tellLacks(otherLacks(m.c, m.c.Lacks(m.s.Ground, app.ToReport)))
	situation := a.Area("situation", 5, 2)
	result := seat.Codes(m.s, seat.Offered(m.s, "result", app.Results))
	a.Add("result", result, 1)
	cause := seat.Codes(m.s, seat.Offered(m.s, "cause", app.Causes))
	kit.Hold(cause, causeOf(m.c))
	a.Add("cause", cause, 1)
	completed := a.Moment("completed", seat.Evening, 1)
	completed.SetValue(m.now())
	satisfaction := kit.NewRadios(heard, func(r app.Rating) string { return m.s.Say("satisfaction." + strconv.Itoa(int(r))) })
	a.Add("satisfaction", satisfaction, 2)
	who := a.addNaming(false)
	disturbs := disturbRadios(m)
	if m.c.AsksDisturb(m.s.Ground) {
		a.Add("disturbs", disturbs, 2)
	}
	helpWhy := a.addHelpWhy()
	cost := a.addCostAsked()
	a.Order = func() doing {
		named := who.values()
		return seat.Ask(m.s.Desk.FeedBack, app.FeedbackOrder{
			Stand: m.s.Stand(m.c.Issue), Situation: situation.Value(), Result: result.Value(), Completed: completed.Moment(),
			Satisfaction: satisfaction.Value(), Asked: satisfaction.Chosen(), Disturbs: disturbs.Value(), HelpWhy: helpWhy.Value(),
			Cause: cause.Value(), Handler: named.Handler, Solution: named.Solution, Cost: cost(),
		})
	}
	return a
}

// causeOf is the cause that is known before a report: the complaint slip's, that
// of the report before, or that there was nothing to find one for.
func causeOf(c app.Case) app.Cause {
	switch f, there := c.LastFeedback(); {
	case c.Inquiry != nil:
		return c.Inquiry.Cause
	case there:
		return f.Cause
	case c.Kind == app.Enquiry || c.Kind == app.Suggestion:
		return app.CauseUnknown
	}
	return ""
}
