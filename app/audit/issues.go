package audit

import (
	"slices"
	"time"

	"ownerdesk/app"
)

// caseDuty is a duty that each case has or has not.
type caseDuty struct {
	Duty
	see func(seen) verdict
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
	{Duty{"3.3.2", "suspended-looked"}, seen.lookedAgain},      // what waits is not forgotten: somebody looks by the day of review
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
	{Duty{"4.3.1", "talk-held"}, seen.talked},                  // critical by itself: a talk on site, or why there is none
	{Duty{"5.2.1", "slip"}, seen.complaintSlip},                // content, person, department, required time
	{Duty{"5.2.2", "investigated"}, seen.investigated},         // by a named person, with facts and evidence or talks
	{Duty{"5.3.1", "measures"}, seen.measures},                 // measure, person responsible, date
	{Duty{"5.3.1", "approved"}, seen.approved},                 // by who may approve it
	{Duty{"5.4.1", "complaint-told"}, seen.complaintTold},      // the complainant is told the result
	{Duty{"5.5.1", "complaint-asked"}, seen.complaintAsked},    // follow-up within X3
	{Duty{"5.5.2", "complaint-again"}, seen.complaintAgain},    // not satisfied: again
	{Duty{"7.1", "integrity"}, seen.integrity},                 // past the department concerned to the manager
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

// eachDone judges every round that was reported done.
func (s seen) eachDone(ok func(app.Round) bool) verdict {
	return worst(s.Feedbacks, func(f app.Feedback) verdict {
		if i := f.Round - 1; i >= 0 && i < len(s.Rounds) {
			return judge(ok(s.Rounds[i]))
		}
		return apart
	})
}

func (s seen) lastAct(kind app.ActKind) time.Time {
	for _, a := range slices.Backward(s.Acts) {
		if a.Kind == kind {
			return a.At
		}
	}
	return time.Time{}
}
