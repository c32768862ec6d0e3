package issues

import (
	"strconv"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// reviewForm accepts a feedback or sends it back with a reason and a new limit.
func reviewForm(m matter) *actForm {
	a := newAct(m, "review", 2)
	s := m.s
	f, _ := m.c.LastFeedback()
	a.Tell(feedbackWords(m, f))
	a.tellLacks(m.c.Lacks(s.Ground, app.ToEnd))
	accept := kit.NewRadios([]bool{true, false}, func(yes bool) string {
		if yes {
			return s.Say("review.accept")
		}
		return s.Say("review.back")
	})
	a.Form.Add("accept", kit.NewField(s.Say("review.verdict"), accept, ""), 2)
	code := seat.Codes(s, seat.Offered(s, "rework", app.ReworkCodes))
	a.Add("code", code, 1)
	due := a.Moment("due", seat.Evening, 1)
	due.SetValue(m.c.ReworkDue(s.Ground, s.Now()))
	a.Form.Field("due").SetLabel(s.Say("review.due"))
	a.Form.Field("due").SetHint(s.Say("review.due.hint"))
	note := a.Area("note", 3, 2)
	back := func(yes bool) {
		a.ShowField("code", !yes)
		a.ShowField("due", !yes)
	}
	back(true)
	accept.OnChanged = back
	a.Order = func() doing {
		if !accept.Chosen() {
			return refuse(app.Invalid{Field: "accept", Rule: "missing"})
		}
		o := app.ReviewOrder{Stand: s.Stand(m.c.Issue), Accept: accept.Value(), Note: note.Value()}
		if !o.Accept {
			o.Code, o.Due = code.Value(), due.Moment()
		}
		return seat.Ask(s.Desk.Review, o)
	}
	return a
}

// feedbackWords is a feedback in a few lines: what was done, the result, the
// owner's satisfaction, when.
func feedbackWords(m matter, f app.Feedback) string {
	s := m.s
	return s.Say("feedback.words", f.Situation, say.Code(s.Voice, f.Result),
		s.Say("satisfaction."+strconv.Itoa(int(f.Satisfaction))), s.Moment(f.Completed.Truncate(time.Minute)))
}
