package audit

import (
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// caseDuty is a duty that each case has or has not.
type caseDuty struct {
	Duty
	see func(seen) verdict
}

// verdict is what becomes of a duty in one case.
type verdict int

// A duty does not apply, or not yet; it was kept; it was not.
const (
	apart verdict = iota
	kept
	broken
)

// judge is the verdict on a duty that applies.
func judge(ok bool) verdict {
	if ok {
		return kept
	}
	return broken
}

// inTime is the verdict on something that was to be done by a moment: before that
// it is not ripe.
func inTime(done, due, now time.Time) verdict {
	switch {
	case due.IsZero():
		return apart
	case !done.IsZero():
		return judge(!done.After(due))
	case now.After(due):
		return broken
	}
	return apart
}

// seen is one case, and what it is judged by.
type seen struct {
	app.Case
	g  app.Ground
	at time.Time
}

func (o *office) overCases(d caseDuty) Finding {
	f := Finding{Duty: d.Duty}
	for _, c := range o.cases {
		if c.State == app.Void || c.State == app.Draft || c.Taken || c.Close == app.ClosedMerged {
			continue
		}
		switch d.see(seen{c, o.g, o.At}) {
		case kept:
			f.tally(true, Of{})
		case broken:
			f.tally(false, Of{Number: c.Shown(), Issue: c.ID, At: c.Received})
		}
	}
	return f
}

// caseDuties are the duties of issues and complaints. The comment after each says
// what the clause asks for.
var caseDuties = []caseDuty{
	{Duty{"1.3.2", "heard-in-time"}, seen.heardInTime},         // 規定時間內給予回應
	{Duty{"3.1.1", "channel"}, seen.channel},                   // channels: each is named
	{Duty{"3.1.2", "registered"}, seen.registered},             // name, contact, description, time of receipt
	{Duty{"3.2.1", "decided"}, seen.decided},                   // own department, or a slip to another
	{Duty{"3.2.2", "passed-on"}, seen.passedOn},                // slip with problem, department, required time, within X1
	{Duty{"2.2.2", "arrived"}, seen.arrived},                   // somebody comes to an emergency in time
	{Duty{"2.2.2", "controlled"}, seen.controlled},             // and brings it under control
	{Duty{"2.2.2", "repair-plan"}, seen.repairPlan},            // what is done, and until when
	{Duty{"2.2.3", "others-told"}, seen.othersTold},            // notice before the work disturbs others
	{Duty{"2.2.4", "inspected"}, seen.inspected},               // customer service looks at the work
	{Duty{"2.5.3", "helpers"}, seen.helpers},                   // several departments: each has reported on its part
	{Duty{"3.3.1", "handler"}, seen.handler},                   // a named person
	{Duty{"3.3.1", "plan"}, seen.planned},                      // what, who, until when
	{Duty{"3.3.2", "delay-told"}, seen.delayTold},              // the owner is told of a delay in advance
	{Duty{"3.3.2", "handled-in-time"}, seen.handledInTime},     // by the required time, or the later one that was approved
	{Duty{"3.4.1", "reported"}, seen.reported},                 // situation, result, what the owner thinks
	{Duty{"3.4.2", "reviewed-in-time"}, seen.reviewedInTime},   // customer service reviews
	{Duty{"3.4.2", "reviewed-by-another"}, seen.otherReviewer}, // not by who reported
	{Duty{"3.4.2", "two-people"}, seen.twoPeople},              // nobody decides on his own work
	{Duty{"3.4.2", "told"}, seen.told},                         // the owner is told
	{Duty{"3.5.1", "asked-in-time"}, seen.askedInTime},         // follow-up within X2
	{Duty{"3.5.1", "asked-by-another"}, seen.askedByAnother},   // not by who handled it
	{Duty{"3.5.2", "dissatisfied"}, seen.takenUpAgain},         // opinion noted, transferred again, followed
	{Duty{"3.5.2", "closed-rightly"}, seen.closedRightly},      // nobody is closed against his will
	{Duty{"3.5.3", "cause"}, seen.caused},                      // every issue has its cause
	{Duty{"5.1.2", "promised"}, seen.promised},                 // the complainant is told until when he will hear
	{Duty{"5.2.1", "slip"}, seen.complaintSlip},                // content, person, department, required time
	{Duty{"5.2.2", "investigated"}, seen.investigated},         // by a named person, with facts and evidence or talks
	{Duty{"5.3.1", "measures"}, seen.measures},                 // measure, person responsible, date
	{Duty{"5.3.1", "approved"}, seen.approved},                 // by who may approve it
	{Duty{"5.4.1", "complaint-told"}, seen.complaintTold},      // the complainant is told the result
	{Duty{"5.5.1", "complaint-asked"}, seen.complaintAsked},    // follow-up within X3
	{Duty{"5.5.2", "complaint-again"}, seen.complaintAgain},    // not satisfied: again
}

func (s seen) accepted() bool { return s.State != app.Rejected }

func (s seen) complaint() bool { return s.Kind == app.Complaint && s.accepted() }

// works tells whether somebody is to do something about it: praise is only noted.
func (s seen) works() bool { return s.accepted() && s.Kind != app.Commendation }

func (s seen) due(from time.Time, parts ...string) time.Time {
	if from.IsZero() {
		return time.Time{}
	}
	due, _ := s.g.Calendar.When(from, s.g.RulesOf(s.Rules).Limit(parts...))
	return due
}

// passed is the report that was accepted last.
func (s seen) passed() (f app.Feedback, there bool) {
	for _, f := range slices.Backward(s.Feedbacks) {
		if f.Accepted {
			return f, true
		}
	}
	return f, false
}

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
	return judge(!r.Issued.After(s.RouteDue) && r.Lead != 0 && !r.Due.IsZero() && s.Description != "")
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

// eachDone judges every round that was reported done.
func (s seen) eachDone(ok func(app.Round) bool) verdict {
	v := apart
	for _, f := range s.Feedbacks {
		if i := f.Round - 1; i >= 0 && i < len(s.Rounds) {
			if v = judge(ok(s.Rounds[i])); v == broken {
				return broken
			}
		}
	}
	return v
}

func (s seen) delayTold() verdict {
	v := apart
	for _, d := range s.Delays {
		if !d.Approved {
			continue
		}
		if v = judge(!d.Told.IsZero() && !d.Told.After(d.From)); v == broken {
			return broken
		}
	}
	return v
}

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

func (s seen) reported() verdict {
	v := apart
	for _, f := range s.Feedbacks {
		if v = judge(strings.TrimSpace(f.Situation) != "" && f.Result != ""); v == broken {
			return broken
		}
	}
	return v
}

func (s seen) reviewedInTime() verdict {
	v := apart
	for _, f := range s.Feedbacks {
		switch inTime(f.Reviewed, s.due(f.At, "review"), s.at) {
		case broken:
			return broken
		case kept:
			v = kept
		}
	}
	return v
}

func (s seen) otherReviewer() verdict {
	v := apart
	for _, f := range s.Feedbacks {
		if f.Reviewed.IsZero() || s.ownWork(f.Round) {
			continue
		}
		if v = judge(f.ReviewedBy != f.By); v == broken {
			return broken
		}
	}
	return v
}

// ownWork tells whether a round stayed with the desk: nobody else's report is reviewed.
func (s seen) ownWork(round int) bool {
	return round < 1 || round > len(s.Rounds) || s.Rounds[round-1].Slip == app.NoSlip
}

// twoPeople judges that nobody decided on his own work because there was nobody else.
func (s seen) twoPeople() verdict {
	v := apart
	for _, a := range s.Acts {
		switch a.Kind {
		case app.ActAccepted, app.ActSentBack, app.ActClosed, app.ActDelayed, app.ActPlanPassed:
			if v = judge(!a.Alone()); v == broken {
				return broken
			}
		}
	}
	return v
}

func (s seen) told() verdict {
	f, there := s.passed()
	if !there || s.NoReply || s.Kind == app.Complaint {
		return apart
	}
	return inTime(s.lastAct(app.ActTold), s.due(f.Reviewed, "tell"), s.at)
}

func (s seen) lastAct(kind app.ActKind) time.Time {
	for _, a := range slices.Backward(s.Acts) {
		if a.Kind == kind {
			return a.At
		}
	}
	return time.Time{}
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
	v := apart
	for _, f := range s.FollowUps {
		if v = judge(f.Round > len(s.Rounds) || f.Round < 1 || s.Rounds[f.Round-1].Handler != f.By); v == broken {
			return broken
		}
	}
	return v
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
	v := apart
	for _, f := range s.FollowUps {
		if !unhappy(f) {
			continue
		}
		noted := strings.TrimSpace(f.Opinion) != "" || f.Why != ""
		on := f.Disposal == app.NewRound || f.Disposal == app.TryAgain || s.endedByApproval()
		if v = judge(noted && on); v == broken {
			return broken
		}
	}
	return v
}

func (s seen) endedByApproval() bool {
	return slices.ContainsFunc(s.Closings, func(c app.Closing) bool { return c.Approved })
}

func (s seen) closedRightly() verdict {
	if s.State != app.Closed || !s.works() {
		return apart
	}
	if s.Close == app.ClosedSatisfied || s.Close == app.ClosedNeutral {
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

// helpers judges that every department asked to help signed and reported in time, or
// that it is said why the work went on without it.
func (s seen) helpers() verdict {
	v := apart
	for _, h := range s.Helps {
		switch one := inTime(later(h.FedBack, h.Left), h.Due, s.at); {
		case one == broken:
			return broken
		case one == kept:
			v = kept
		}
	}
	return v
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
