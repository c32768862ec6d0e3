package audit

import (
	"slices"

	"ownerdesk/app"
)

func (s seen) promised() verdict {
	if !s.complaint() {
		return apart
	}
	return judge(!s.Promised.At.IsZero())
}

func (s seen) complaintSlip() verdict {
	if !s.complaint() || len(s.Rounds) == 0 {
		return apart
	}
	r := s.Rounds[0]
	return judge(r.Slip == app.ComplaintSlip && (r.Lead != 0 || s.Restricted()) && !r.Due.IsZero() && s.registered() == kept)
}

// lacking judges a complaint whose last report was accepted by what it still lacks
// of what its level demands: the very rule that closing asks.
func (s seen) lacking(is func(app.Lack) bool) verdict {
	f, there := s.LastFeedback()
	if !s.complaint() || !there || !f.Accepted {
		return apart
	}
	return judge(!slices.ContainsFunc(s.Lacks(s.g, app.ToEnd), is))
}

func (s seen) investigated() verdict {
	return s.lacking(func(l app.Lack) bool { return l.By == app.ActInquiry })
}

func (s seen) measures() verdict {
	return s.lacking(func(l app.Lack) bool { return l.By == app.ActPlanned })
}

func (s seen) approved() verdict {
	return s.lacking(func(l app.Lack) bool { return l.By == app.ActPlanPassed })
}

// talked judges a complaint that became critical by itself: a talk on site was held in
// time, or it was said why there is none.
func (s seen) talked() verdict {
	if !s.complaint() || s.Talk.Asked.IsZero() {
		return apart
	}
	return inTime(s.Talk.Ended, s.Talk.Due, s.at)
}

// integrity judges a complaint about integrity by how it went: to the manager, past
// the department concerned (regulation 7.1).
func (s seen) integrity() verdict {
	if !s.Restricted() || len(s.Rounds) == 0 {
		return apart
	}
	return judge(s.PastThoseConcerned(s.g))
}

func (s seen) complaintTold() verdict {
	f, there := s.passed()
	if !s.complaint() || !there || s.NoReply {
		return apart
	}
	return inTime(s.lastAct(app.ActTold), s.due(f.Reviewed, "tell"), s.at)
}

func (s seen) complaintAsked() verdict {
	if !s.complaint() || !s.FollowUpWanted(s.g) {
		return apart
	}
	return s.asked()
}

func (s seen) complaintAgain() verdict {
	if !s.complaint() {
		return apart
	}
	return s.again()
}
