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
	v := apart
	for _, r := range s.Rounds {
		if r.Disturbs != app.SaidYes {
			continue
		}
		if v = judge(s.toldOthers(r.N)); v == broken {
			return broken
		}
	}
	return v
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
	v := apart
	for _, f := range s.Feedbacks {
		if !f.Accepted {
			continue
		}
		if v = judge(s.inspectionOf(f.N)); v == broken {
			return broken
		}
	}
	return v
}

func (s seen) inspectionOf(feedback int) bool {
	for _, i := range s.Inspections {
		if i.Feedback == feedback && i.Passed {
			return true
		}
	}
	return false
}
