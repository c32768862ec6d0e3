package figures

import (
	"time"

	"ownerdesk/app"
)

// Key names one figure.
type Key string

// The figures, in the order in which they are shown.
const (
	Acceptance       Key = "acceptance"
	FirstResponse    Key = "first_response_on_time"
	TransferOnTime   Key = "transfer_on_time"
	ArrivalOnTime    Key = "emergency_arrival_on_time"
	ControlOnTime    Key = "emergency_control_on_time"
	HandlingOnTime   Key = "handling_on_time"
	HandlingOriginal Key = "handling_on_time_original"
	Completed        Key = "completion"
	Closure          Key = "closure"
	FollowedUp       Key = "followup"
	FollowUpOnTime   Key = "followup_on_time"
	Satisfied        Key = "followup_satisfied"
	SatisfiedNeutral Key = "followup_satisfied_incl_neutral"
	SatisfiedFinal   Key = "followup_satisfied_final"
	FinalNeutral     Key = "followup_satisfied_final_incl_neutral"
	Reworked         Key = "rework"
	Retransferred    Key = "retransfer"
	Complaints       Key = "complaints_per_100_households"
	ValidComplaints  Key = "valid_complaints_per_100_households"
	RepeatComplaints Key = "repeat_complaints"
	RecurringRepairs Key = "recurring_repairs"
	Overdue          Key = "overdue"
	Extended         Key = "extension"
)

// The bounds that the definitions name.
const (
	repeatWithinDays    = 90 // after the closing of the earlier complaint
	recurringWithinDays = 30 // after the completion of the earlier repair
	perHouseholds       = 100
	satisfiedFrom       = app.Rating(4)
	neutralFrom         = app.Rating(3)
)

// verdict is what one issue adds to a rate.
type verdict int

const (
	apart    verdict = iota // not concerned
	immature                // neither done nor due at the cut-off: left out, and counted beside
	missed                  // in the denominator only
	met                     // in numerator and denominator
)

func metIf(ok bool) verdict {
	if ok {
		return met
	}
	return missed
}

// kpi is one figure: what each issue of the cohort adds to it.
type kpi struct {
	key        Key
	of         func(seen, *past) verdict
	households bool // per 100 households in place of per issue
}

// kpis are all figures, as the design defines them: one receipt cohort as of a
// cut-off, equal to the limit is on time.
var kpis = []kpi{
	{key: Acceptance, of: acceptance},
	{key: FirstResponse, of: firstResponse},
	{key: TransferOnTime, of: transferOnTime},
	{key: ArrivalOnTime, of: arrivalOnTime},
	{key: ControlOnTime, of: controlOnTime},
	{key: HandlingOnTime, of: handlingOnTime},
	{key: HandlingOriginal, of: handlingOriginal},
	{key: Completed, of: completed},
	{key: Closure, of: closure},
	{key: FollowedUp, of: followedUp},
	{key: FollowUpOnTime, of: followUpOnTime},
	{key: Satisfied, of: satisfied(satisfiedFrom, false)},
	{key: SatisfiedNeutral, of: satisfied(neutralFrom, false)},
	{key: SatisfiedFinal, of: satisfied(satisfiedFrom, true)},
	{key: FinalNeutral, of: satisfied(neutralFrom, true)},
	{key: Reworked, of: reworked},
	{key: Retransferred, of: retransferred},
	{key: Complaints, of: complained, households: true},
	{key: ValidComplaints, of: validlyComplained, households: true},
	{key: RepeatComplaints, of: repeated},
	{key: RecurringRepairs, of: recurring},
	{key: Overdue, of: overdue},
	{key: Extended, of: extended},
}

// Keys lists all figures in order.
func Keys() []Key {
	keys := make([]Key, len(kpis))
	for i, k := range kpis {
		keys[i] = k.key
	}
	return keys
}

// acceptance: accepted of those registered; what was not accepted stays below.
func acceptance(v seen, _ *past) verdict { return metIf(v.accepted) }

// firstResponse: the owner heard by the promised time.
func firstResponse(v seen, _ *past) verdict {
	switch {
	case !v.accepted || v.Promise.IsZero():
		return apart
	case v.happened(v.Answered):
		return metIf(!v.Answered.After(v.Promise))
	case v.passed(v.Promise):
		return missed
	}
	return immature
}

// transferOnTime: the first slip went out within X1. What the desk handles
// itself is not concerned, nor what ended before anybody had to decide; what
// nobody has decided yet is.
func transferOnTime(v seen, _ *past) verdict {
	switch {
	case !v.accepted || !v.Transfer || v.RouteDue.IsZero():
		return apart
	case v.happened(v.Transferred):
		return metIf(!v.Transferred.After(v.RouteDue))
	case v.Undecided && v.endedBy(v.RouteDue):
		return apart
	case v.passed(v.RouteDue):
		return missed
	}
	return immature
}

// arrivalOnTime: somebody was on site of an emergency by its limit.
func arrivalOnTime(v seen, _ *past) verdict { return v.onSite(v.Site.ArriveDue, v.Site.Arrived) }

// controlOnTime: an emergency was under control by its limit.
func controlOnTime(v seen, _ *past) verdict { return v.onSite(v.Site.ControlDue, v.Site.Controlled) }

func (v seen) onSite(due, done time.Time) verdict {
	switch {
	case !v.accepted || due.IsZero():
		return apart
	case v.happened(done):
		return metIf(!done.After(due))
	case v.endedBy(due):
		return apart
	case v.passed(due):
		return missed
	}
	return immature
}

// handlingOnTime: the last completion came by the limit that counts, which is an
// extension only if it was approved before the original limit had passed.
func handlingOnTime(v seen, _ *past) verdict { return handled(v, v.effective()) }

// handlingOriginal: the same by the limit as it was printed first.
func handlingOriginal(v seen, _ *past) verdict { return handled(v, v.Due) }

func handled(v seen, due time.Time) verdict {
	switch {
	case !v.accepted:
		return apart
	case v.last != nil && !due.IsZero():
		return metIf(!v.last.Done.After(due))
	case v.passed(due):
		return missed
	}
	return immature
}

// completed: accepted in review and not opened again.
func completed(v seen, _ *past) verdict {
	if !v.accepted {
		return apart
	}
	return metIf(v.complete())
}

// closure: closed, by whatever code.
func closure(v seen, _ *past) verdict {
	if !v.accepted {
		return apart
	}
	return metIf(v.is(app.Closed))
}

// followedUp: the owner was reached, of those completed whose follow-up was
// tried or has become due.
func followedUp(v seen, _ *past) verdict {
	_, reached := v.reached()
	return v.wasAsked(reached)
}

// followUpOnTime: the owner was first reached within X2 or X3 after completion.
func followUpOnTime(v seen, _ *past) verdict {
	a, reached := v.reached()
	about, there := v.askedFor(a.At)
	return v.wasAsked(reached && there && !a.At.After(v.followUpDue(about)))
}

func (v seen) wasAsked(good bool) verdict {
	switch {
	case !v.accepted || !v.FollowUp:
		return apart
	case len(v.asked()) > 0:
		return metIf(good)
	case v.last == nil:
		return apart
	case v.passed(v.followUpDue(*v.last)):
		return missed
	}
	return immature
}

// satisfied: rated so or better, of those who gave a rating. The first rating
// speaks of the quality, the final one of the closing.
func satisfied(from app.Rating, final bool) func(seen, *past) verdict {
	return func(v seen, _ *past) verdict {
		rating, last := v.ratings()
		if final {
			rating = last
		}
		if !v.accepted || rating == 0 {
			return apart
		}
		return metIf(rating >= from)
	}
}

// reworked: sent back in review or by an owner, of those said to be done once.
func reworked(v seen, _ *past) verdict {
	if !v.accepted || !v.begun {
		return apart
	}
	return metIf(v.returns() > 0)
}

// retransferred: the follow-up led to a further round, of those reached.
func retransferred(v seen, _ *past) verdict {
	if _, reached := v.reached(); !v.accepted || !reached {
		return apart
	}
	return metIf(v.sentAgain())
}

func (v seen) sentAgain() bool {
	for _, a := range v.asked() {
		if a.Again {
			return true
		}
	}
	return false
}

// complained: complaints accepted, a group complaint once.
func complained(v seen, _ *past) verdict {
	if !v.accepted || v.Kind != app.Complaint {
		return apart
	}
	return met
}

// validlyComplained: complaints found to hold; those not decided yet are left out.
func validlyComplained(v seen, _ *past) verdict {
	switch {
	case !v.accepted || v.Kind != app.Complaint || v.Valid == app.NotValid:
		return apart
	case v.Valid == app.Valid:
		return met
	}
	return immature
}

// repeated: an earlier complaint about the same place and subject was closed at
// most 90 days before.
func repeated(v seen, p *past) verdict {
	if !v.accepted || v.Kind != app.Complaint {
		return apart
	}
	return metIf(p.closedBefore(v))
}

// recurring: the same place needed the same repair again at most 30 days after it
// was completed.
func recurring(v seen, p *past) verdict {
	if !v.accepted || v.Kind != app.Repair || v.last == nil {
		return apart
	}
	return metIf(p.cameBack(v))
}

// overdue: still to be done after its limit, of those open.
func overdue(v seen, _ *past) verdict {
	if !v.open() {
		return apart
	}
	return metIf(v.late())
}

// extended: at least one approved extension, of those done or due.
func extended(v seen, _ *past) verdict {
	switch {
	case !v.accepted:
		return apart
	case v.last == nil && !v.passed(v.effective()):
		return immature
	}
	for _, e := range v.Extensions {
		if v.happened(e.Approved) {
			return met
		}
	}
	return missed
}
