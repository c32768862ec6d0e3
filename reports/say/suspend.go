package say

import (
	"time"

	"ownerdesk/app"
)

// Suspension is one time in which an issue waited: since when, what for, until when,
// and what that did to its limit. Screen, paper, command line and other programs say
// it alike.
func (v Voice) Suspension(s app.Suspension, stops bool) string {
	words := v.Say("suspend.ended", v.Moment(s.At), v.Moment(s.Ended), Code(v, s.Code))
	if s.On() {
		words = v.Say("suspend.on", v.Moment(s.At), Code(v, s.Code), v.Moment(s.Review))
	}
	for _, said := range []string{s.Text, s.Why} {
		if said != "" {
			words += v.Say("intake.between") + said
		}
	}
	switch {
	case s.To.After(s.From):
		return words + v.Say("suspend.moved", v.Due(s.From), v.Due(s.To))
	case !stops:
		return words + v.Say("suspend.runs")
	case s.On():
		return words + v.Say("suspend.stops")
	}
	return words + v.Say("suspend.unmoved")
}

// Suspensions are those of one round, in their order.
func (v Voice) Suspensions(c app.Case, round int) (lines []string) {
	for _, s := range c.Suspensions {
		if s.Round == round {
			lines = append(lines, v.Suspension(s, v.Ground.StopsClock(c.Issue)))
		}
	}
	return lines
}

// Wait is the mark of a suspended issue in a list; nothing for one that goes on.
func (v Voice) Wait(w app.Waits, now time.Time) string {
	switch {
	case w.Since.IsZero():
		return ""
	case w.Over(now):
		return v.Say("suspend.mark.look", Code(v, w.Code), v.Moment(w.Review))
	}
	return v.Say("suspend.mark", Code(v, w.Code), v.Moment(w.Review))
}
