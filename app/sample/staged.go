package sample

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// stage is where an issue must stand at the end, so that today's list shows a
// working day at its fullest: what it waits for, and since when.
type stage struct {
	step app.Step
	at   time.Time // the moment that starts the limit of that step
	call time.Time // a call promised for today, zero for none
}

// scene is one line of today's list: a step whose limit ends so many working
// days from today.
type scene struct {
	step app.Step
	days int
	call bool
}

// scenes are today's list, the most telling first; four are late.
var scenes = []scene{
	{app.StepHandle, -1, false}, {app.StepRoute, 0, false}, {app.StepReview, 0, false}, {app.StepFollowUp, 0, true},
	{app.StepTell, 0, false}, {app.StepReview, -1, false}, {app.StepFollowUp, -1, false}, {app.StepHandle, -2, false},
	{app.StepDelay, 0, false}, {app.StepReassign, 0, false}, {app.StepApprove, 0, false}, {app.StepAgain, 0, false},
	{app.StepHandle, 0, false}, {app.StepSign, 0, false}, {app.StepFollowUp, 0, false}, {app.StepRoute, 0, false},
	{app.StepTell, 0, false}, {app.StepReview, 0, false}, {app.StepHandle, 0, false}, {app.StepFollowUp, 1, true},
	{app.StepRoute, 1, false}, {app.StepSign, 0, false}, {app.StepHandle, 0, false}, {app.StepReview, 1, false},
	{app.StepTell, 1, false}, {app.StepDelay, 1, false}, {app.StepReassign, 1, false}, {app.StepApprove, 1, false},
	{app.StepInspect, 0, false}, {app.StepNotice, 0, false}, {app.StepInspect, 1, false},
	{app.StepOwed, 0, false},
}

// staged are the arrivals that end on today's list: all scenes once for a
// thousand issues, fewer for a small office, more for a huge one.
func (w *World) staged() []arrival {
	n := min(len(scenes)*(1+w.order.Issues/20_000), w.order.Issues/6)
	all := make([]arrival, 0, n)
	for i := range n {
		all = append(all, w.arrivalOf(scenes[i%len(scenes)]))
	}
	return all
}

// today is the first working day that is not yet over.
func (w *World) today() int {
	day := w.hours.day(w.order.Until)
	if w.hours.worked(w.order.Until) < w.hours.worked(w.hours.on(day+1, 0)) {
		return max(day, 0)
	}
	return day + 1
}

// forcedAt is the step at which the act is done that leads to a stage.
var forcedAt = map[app.Step]app.Step{
	app.StepSign: app.StepRoute, app.StepReassign: app.StepSign, app.StepDelay: app.StepHandle, app.StepOwed: app.StepDelay, app.StepReview: app.StepHandle, app.StepInspect: app.StepHandle,
	app.StepFollowUp: app.StepHandle, app.StepApprove: app.StepHandle, app.StepTell: app.StepReview, app.StepAgain: app.StepFollowUp,
}

// lead is how many minutes of work before its moment a staged issue came in.
var lead = map[app.Step][2]int{
	app.StepSign: {30, 90}, app.StepReassign: {60, 150}, app.StepDelay: {460, 800}, app.StepOwed: {520, 900}, app.StepReview: {400, 800}, app.StepInspect: {400, 800},
	app.StepFollowUp: {460, 850}, app.StepApprove: {400, 900}, app.StepTell: {700, 1200}, app.StepAgain: {1200, 2000},
}

func (w *World) arrivalOf(s scene) arrival {
	kind := stagedKind(w.chance, s.step)
	limit := w.stageLimit(s.step, kind)
	st := &stage{step: s.step}
	day := w.today() + s.days - limit
	st.at = w.hours.on(day, w.chance.between(30, 400))
	if st.at.After(w.order.Until) {
		st.at = w.hours.moment(w.hours.worked(w.order.Until) - int64(w.chance.between(10, 60))*60)
	}
	if s.call {
		st.call = w.hours.on(w.today(), w.chance.between(60, 440))
		if !st.call.After(w.order.Until) {
			st.call = w.order.Until.Add(time.Duration(w.chance.between(20, 90)) * time.Minute).Truncate(time.Minute)
		}
	}
	received := st.at
	if l := lead[s.step]; l[1] > 0 {
		received = w.hours.after(st.at, -w.chance.between(l[0], l[1]))
	}
	return arrival{received: received, at: received.Add(2 * time.Minute), stage: st, kind: kind}
}

// stageLimit is how many working days the limit of a step runs.
func (w *World) stageLimit(s app.Step, kind app.Kind) int {
	l := map[app.Step]workday.Limit{
		app.StepRoute:    w.order.Rules.Limit("transfer", string(app.Normal)),
		app.StepSign:     w.order.Rules.Limit("refuse", string(app.Normal)),
		app.StepNotice:   w.order.Rules.Limit("handle", string(kind), string(app.Normal)),
		app.StepHandle:   w.order.Rules.Limit("handle", string(kind), string(app.Normal)),
		app.StepDelay:    w.order.Rules.Limit("decide"),
		app.StepApprove:  w.order.Rules.Limit("decide"),
		app.StepReview:   w.order.Rules.Limit("review"),
		app.StepInspect:  w.order.Rules.Limit("review"),
		app.StepTell:     w.order.Rules.Limit("tell"),
		app.StepOwed:     w.order.Rules.Limit("tell"),
		app.StepFollowUp: w.order.Rules.Limit("followup", string(kind)),
		app.StepReassign: w.order.Rules.Limit("again"),
		app.StepAgain:    w.order.Rules.Limit("again"),
	}[s]
	if l.Unit != workday.Workdays {
		return 1
	}
	return l.N
}

// stagedKind is a kind that passes the step, with a limit long enough for it.
func stagedKind(c chance, s app.Step) app.Kind {
	switch s {
	case app.StepDelay, app.StepOwed, app.StepApprove:
		return app.Complaint
	case app.StepHandle, app.StepSign, app.StepReassign, app.StepNotice, app.StepInspect:
		return app.Repair
	}
	return drawn(c, []share[app.Kind]{{6, app.Repair}, {3, app.Complaint}})
}

// staged tells whether an issue has come to where it must stand at the end.
func (l *life) staged() bool {
	s := l.stage
	if s == nil || l.c.Step != s.step {
		return false
	}
	return s.step != app.StepHandle && (s.call.IsZero() || len(l.c.FollowUps) > 0) || s.step == app.StepHandle && l.chores != nil && len(l.chores) == 0
}

// pace is when a staged issue's next act happens, or the usual moment.
func (l *life) pace(usual time.Time) time.Time {
	if l.stage == nil {
		return usual
	}
	soon := l.after(l.now, l.chance.between(3, 12))
	if forcedAt[l.stage.step] == l.c.Step && l.stage.at.After(l.now) && len(l.chores) < 2 {
		return l.stage.at
	}
	return soon
}
