package audit

import (
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

func (s seen) reviewedInTime() verdict {
	return worst(s.Feedbacks, func(f app.Feedback) verdict {
		return inTime(f.Reviewed, s.due(f.At, "review"), s.at)
	})
}

func (s seen) otherReviewer() verdict {
	return worst(s.Feedbacks, func(f app.Feedback) verdict {
		if f.Reviewed.IsZero() || s.ownWork(f.Round) {
			return apart
		}
		return judge(f.ReviewedBy != f.By)
	})
}

// ownWork tells whether a round stayed with the desk: nobody else's report is reviewed.
func (s seen) ownWork(round int) bool {
	return round < 1 || round > len(s.Rounds) || s.Rounds[round-1].Slip == app.NoSlip
}

// twoPeople judges that nobody decided on his own work because there was nobody else.
func (s seen) twoPeople() verdict {
	return worst(s.Acts, func(a app.Act) verdict {
		switch a.Kind {
		case app.ActAccepted, app.ActSentBack, app.ActClosed, app.ActDelayed, app.ActPlanPassed:
			return judge(!a.Alone())
		}
		return apart
	})
}

func (s seen) told() verdict {
	f, there := s.passed()
	if !there || s.NoReply || s.Kind == app.Complaint {
		return apart
	}
	return inTime(s.lastAct(app.ActTold), s.due(f.Reviewed, "tell"), s.at)
}

func (s seen) askedInTime() verdict {
	if s.Kind == app.Complaint || !s.FollowUpWanted(s.g) {
		return apart
	}
	return s.asked()
}

// asked judges the follow-up: the owner was reached by its limit, counted from the
// completion that was accepted. Who could not be reached after all attempts was
// asked as far as one can.
func (s seen) asked() verdict {
	if s.Done.IsZero() || s.Close == app.ClosedUnreachable {
		return apart
	}
	var reached time.Time
	for _, f := range s.FollowUps {
		if f.Reached == app.ReachedOwner && f.Round == s.Issue.Round {
			reached = f.At
			break
		}
	}
	return inTime(reached, s.due(s.Done, "followup", string(s.Kind)), s.at)
}

func (s seen) askedByAnother() verdict {
	return worst(s.FollowUps, func(f app.FollowUp) verdict {
		return judge(f.Round > len(s.Rounds) || f.Round < 1 || s.Rounds[f.Round-1].Handler != f.By)
	})
}

// unhappy tells whether an owner said so, or that nothing is solved.
func unhappy(f app.FollowUp) bool {
	return f.Rating != 0 && f.Rating <= 2 || f.Solved == app.SolvedNo
}

func (s seen) takenUpAgain() verdict {
	if s.Kind == app.Complaint {
		return apart
	}
	return s.again()
}

// again judges what was done for owners who were not satisfied: what they said is
// noted, and a further round went out or the ending was approved.
func (s seen) again() verdict {
	return worst(s.FollowUps, func(f app.FollowUp) verdict {
		if !unhappy(f) {
			return apart
		}
		noted := strings.TrimSpace(f.Opinion) != "" || f.Why != ""
		on := f.Disposal == app.NewRound || f.Disposal == app.TryAgain || s.endedByApproval()
		return judge(noted && on)
	})
}

func (s seen) endedByApproval() bool {
	return slices.ContainsFunc(s.Closings, func(c app.Closing) bool { return c.Approved })
}

func (s seen) closedRightly() verdict {
	if s.State != app.Closed || !s.works() {
		return apart
	}
	if slices.Contains(app.OwnerCloses, s.Close) {
		last := s.lastAnswer()
		return judge(last == nil || !unhappy(*last))
	}
	for _, c := range s.Closings {
		if c.Approved && (c.DecidedBy != c.AskedBy || c.Alone) {
			return kept
		}
	}
	return judge(len(s.Closings) == 0)
}

// lastAnswer is what the owner said last of the work that counts: of an earlier round
// he may have thought otherwise, and been content when told of this one.
func (s seen) lastAnswer() *app.FollowUp {
	for _, f := range slices.Backward(s.FollowUps) {
		if f.Reached == app.ReachedOwner && f.Round == s.Issue.Round {
			return &f
		}
	}
	return nil
}
