package audit

import "ownerdesk/app"

func (s seen) arrived() verdict {
	if s.Urgency != app.Emergency || !s.works() {
		return apart
	}
	return inTime(s.Site.Arrived, s.Site.ArriveDue, s.at)
}

func (s seen) controlled() verdict {
	if s.Urgency != app.Emergency || !s.works() {
		return apart
	}
	return inTime(s.Site.Controlled, s.Site.ControlDue, s.at)
}

func (s seen) repairPlan() verdict {
	if s.Kind != app.Repair {
		return apart
	}
	return s.eachDone(func(r app.Round) bool { return len(r.Plan) > 0 || r.Solution != "" })
}

func (s seen) othersTold() verdict {
	return worst(s.Rounds, func(r app.Round) verdict {
		if r.Disturbs != app.SaidYes {
			return apart
		}
		return judge(s.toldOthers(r.N))
	})
}

// toldOthers tells whether others were told of a round's work before it began.
func (s seen) toldOthers(round int) bool {
	for _, d := range s.Disturbances {
		if d.Round == round && !d.Late {
			return true
		}
	}
	return false
}

func (s seen) inspected() verdict {
	if s.Kind != app.Repair {
		return apart
	}
	return worst(s.Feedbacks, func(f app.Feedback) verdict {
		if !f.Accepted {
			return apart
		}
		return judge(s.inspectionOf(f.N))
	})
}

func (s seen) inspectionOf(feedback int) bool {
	for _, i := range s.Inspections {
		if i.Feedback == feedback && i.Passed {
			return true
		}
	}
	return false
}
