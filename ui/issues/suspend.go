package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// suspendForm lets an issue wait until a day of review.
func suspendForm(m matter) *actForm {
	a := newAct(m, Suspend, 2)
	s := m.s
	a.Tell(s.Say("suspend.tell." + clockKey(m)))
	code := seat.Codes(s, seat.Offered(s, "suspend", app.SuspendCodes))
	a.Add("code", code, 1)
	review := a.review()
	reason := a.Area("reason", 3, 2)
	a.Order = func() doing {
		return seat.Ask(s.Desk.Suspend, app.SuspendOrder{Stand: s.Stand(m.c.Issue), Code: code.Value(), Text: reason.Value(), Review: review.Moment()})
	}
	return a
}

// review asks when somebody looks at it again, and says how far that may be.
func (a *actForm) review() *kit.MomentField {
	review := a.Moment("review", seat.Morning, 1)
	a.Form.Field("review").SetHint(a.s.Say("suspend.latest", a.s.Day(a.s.Ground.SuspendUntil(a.c.Issue, a.now()))))
	return review
}

// clockKey is whether the time an issue is suspended counts.
func clockKey(m matter) string {
	if m.s.Ground.StopsClock(m.c.Issue) {
		return "stops"
	}
	return "runs"
}

// Whether an issue still waits.
const (
	waitsOn = "still"
	goesOn  = "go-on"
)

// waitOnForm is the look at what waits: it waits on until another day, or goes on.
func waitOnForm(m matter) *actForm {
	a := newAct(m, WaitOn, 2)
	s := m.s
	if w, on := m.c.Suspended(); on {
		a.Tell(s.Voice.Suspension(w, s.Ground.StopsClock(m.c.Issue)))
	}
	waits := worded(s, "suspend.", []string{waitsOn, goesOn})
	a.Add("waits", waits, 2)
	review := a.review()
	reason := a.Area("reason", 3, 2)
	note := a.Area("note", 3, 2)
	show := func(said string) {
		a.ShowField("review", said == waitsOn)
		a.ShowField("reason", said == waitsOn)
		a.ShowField("note", said == goesOn)
	}
	waits.OnChanged = show
	waits.SetValue(waitsOn)
	show(waitsOn)
	a.Order = func() doing {
		if waits.Value() == goesOn {
			return seat.Ask(s.Desk.Resume, app.ResumeOrder{Stand: s.Stand(m.c.Issue), Note: note.Value()})
		}
		return seat.Ask(s.Desk.WaitOn, app.SuspendOrder{Stand: s.Stand(m.c.Issue), Text: reason.Value(), Review: review.Moment()})
	}
	return a
}

// resumeForm ends the waiting.
func resumeForm(m matter) *actForm {
	a := newAct(m, "resume", 1)
	if w, on := m.c.Suspended(); on {
		a.Tell(m.s.Voice.Suspension(w, m.s.Ground.StopsClock(m.c.Issue)))
	}
	note := a.Area("note", 3, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Resume, app.ResumeOrder{Stand: m.s.Stand(m.c.Issue), Note: note.Value()})
	}
	return a
}
