package audit

import (
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

func (s seen) heardInTime() verdict {
	if !s.works() {
		return apart
	}
	return inTime(s.Answered, s.Promise, s.at)
}

func (s seen) channel() verdict { return judge(s.Channel != "") }

func (s seen) registered() verdict {
	r := s.Reporter
	who := r.Anonymous || strings.TrimSpace(r.Name) != ""
	how := r.Anonymous || r.Refused || r.Reachable()
	return judge(who && how && strings.TrimSpace(s.Description) != "" && !s.Received.IsZero())
}

func (s seen) decided() verdict {
	if !s.works() {
		return apart
	}
	if len(s.Rounds) > 0 || s.State.Over() {
		return kept
	}
	return inTime(time.Time{}, s.RouteDue, s.at)
}

func (s seen) passedOn() verdict {
	if !s.works() || len(s.Rounds) == 0 || s.Rounds[0].Slip == app.NoSlip {
		return apart
	}
	r := s.Rounds[0]
	return judge(!r.Issued.After(s.RouteDue) && (r.Lead != 0 || s.Restricted()) && !r.Due.IsZero() && s.Description != "")
}

func (s seen) handler() verdict {
	return s.eachDone(func(r app.Round) bool { return r.Handler != 0 })
}

func (s seen) planned() verdict {
	if s.Kind != app.Repair && s.Kind != app.Complaint {
		return apart
	}
	return s.eachDone(func(r app.Round) bool {
		return len(r.Plan) > 0 || r.Solution != "" && !r.Expected.IsZero()
	})
}

func (s seen) delayTold() verdict {
	return worst(s.Delays, func(d app.Delay) verdict {
		if !d.Approved {
			return apart
		}
		return judge(!d.Told.IsZero() && !d.Told.After(d.From))
	})
}

// lookedAgain judges each suspension whose day of review has come: somebody looked by
// then, and let it wait on or go on. What went on before that day asked for no look.
func (s seen) lookedAgain() verdict {
	return worst(s.Suspensions, func(w app.Suspension) verdict {
		switch {
		case w.Late || w.On() && s.at.After(w.Review):
			return broken
		case w.Looks > 0 || !w.On() && s.day(w.Ended) == s.day(w.Review):
			return kept
		}
		return apart
	})
}

func (s seen) day(t time.Time) workday.Date { return workday.DayOf(t.In(s.g.Calendar.Loc)) }

func (s seen) handledInTime() verdict {
	if !s.works() || len(s.Rounds) == 0 {
		return apart
	}
	r, _ := s.Current()
	done := s.Done
	if f, there := s.passed(); there && done.IsZero() {
		done = f.Completed
	}
	if f, there := s.LastFeedback(); there && done.IsZero() && f.Reviewed.IsZero() {
		done = f.Completed // reported, and not reviewed yet
	}
	return inTime(done, r.Effect, s.at)
}

// helpers judges that every department asked to help signed and reported in time, or
// that it is said why the work went on without it.
func (s seen) helpers() verdict {
	return worst(s.Helps, func(h app.Help) verdict {
		return inTime(later(h.FedBack, h.Left), h.Due, s.at)
	})
}

func (s seen) reported() verdict {
	return worst(s.Feedbacks, func(f app.Feedback) verdict {
		return judge(strings.TrimSpace(f.Situation) != "" && f.Result != "")
	})
}

func (s seen) caused() verdict {
	if !s.works() {
		return apart
	}
	f, there := s.passed()
	if !there {
		return apart
	}
	return judge(f.Cause != "" || s.Inquiry != nil && s.Inquiry.Cause != "")
}
