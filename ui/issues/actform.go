package issues

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/ui/seat"
)

// matter is what a form is given: the issue as it was read, and whom to ask.
type matter struct {
	s    *seat.Seat
	asks PageAsks
	c    app.Case
}

// doing is an order on its way to the desk.
type doing = seat.Doing[app.Move]

// actForm is the form of an act on an issue.
type actForm struct {
	matter
	*seat.Act[app.Move]
}

// newAct is a form without fields.
func newAct(m matter, verb string, columns int) *actForm {
	a := seat.NewAct[app.Move](m.s, columns, seat.ActWords{
		Title: m.s.Dotted(m.s.Say("verb."+verb), m.c.Shown()), Verb: m.s.Say("verb." + verb), Conflict: m.s.Say("issue.conflict"),
		Label: func(field string) string { return label(m.s, field) },
	})
	a.Said = func(now app.Move) string { return done(m.s, now) }
	return &actForm{m, a}
}

// done says what was done, and what comes next until when.
func done(s *seat.Seat, m app.Move) string {
	act := s.Say("act." + string(m.Act.Kind))
	if m.Issue.Step == "" {
		return s.Say("issue.done.over", act, m.Issue.Shown(), s.Say("state."+string(m.Issue.State)))
	}
	return s.Say("issue.done", act, m.Issue.Shown(), s.Say("step."+string(m.Issue.Step)), s.Voice.Due(m.Issue.StepDue))
}

// now is the moment on the office's clock, whole minutes.
func (m matter) now() time.Time { return m.s.Here(m.s.Now()).Truncate(time.Minute) }
