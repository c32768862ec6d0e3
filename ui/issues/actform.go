package issues

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/ui/seat"
)

// matter is what a form is given: the issue as it was read, whom to ask, and the
// verbs that it may lead on to.
type matter struct {
	s    *seat.Seat
	asks PageAsks
	c    app.Case
	all  []verb
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
		Title: m.s.Dotted(m.s.Say("verb."+verb), m.c.Slipped()), Verb: m.s.Say("verb." + verb), Conflict: m.s.Say("issue.conflict"),
		Draft: seat.FormName("issue", m.c.ID, verb),
		Label: func(field string) string { return label(m.s, field) },
	})
	a.Said = func(now app.Move) string { return done(m.s, m.c.After(now), now.Act) }
	return &actForm{m, a}
}

// done says what was done, and what comes next until when.
func done(s *seat.Seat, c app.Case, a app.Act) string {
	act := s.Say("act." + string(a.Kind))
	if c.Step == "" {
		return s.Say("issue.done.over", act, c.Slipped(), s.Say("state."+string(c.State)))
	}
	return s.Say("issue.done", act, c.Slipped(), s.Say("step."+string(c.Step)), s.Voice.Due(c.StepDue))
}

// now is the moment on the office's clock, whole minutes.
func (m matter) now() time.Time { return m.s.Here(m.s.Now()).Truncate(time.Minute) }
