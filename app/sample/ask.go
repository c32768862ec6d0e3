package sample

import (
	"time"

	"ownerdesk/app"
)

// toReview is the desk's verdict on a feedback.
func (l *life) toReview() {
	at := l.pace(l.usually(l.chance.between(8, 200), 3))
	l.at(at, func(at time.Time) (app.Move, error) {
		o := app.ReviewOrder{Stand: l.by(l.reviewer()), Accept: true}
		r, _ := l.c.Current()
		if r.Slip != app.NoSlip {
			o.Note = l.phrase("review-yes")
		}
		seen, looked := l.c.Inspected()
		bad := looked && !seen.Passed
		if again := [...]float64{8, 15, 0}[min(r.Rework, 2)]; bad || l.stage == nil && r.Slip != app.NoSlip && l.chance.of(again) {
			code := one(l.chance, app.ReworkCodes)
			o.Accept, o.Code, o.Note = false, code, l.phrase(string(code))
		}
		if first := l.mend(app.ToEnd); o.Accept && first != nil {
			return first(at)
		}
		return l.c.Review(o, l.Ground, at)
	})
}

// reviewer is the clerk of the issue, unless he handled it.
func (l *life) reviewer() app.StaffID {
	if l.hand == l.clerk && l.team != desk {
		return l.other(l.hand)
	}
	return l.clerk
}

// usually is so many minutes of work from now, or shortly before or after the
// limit of the step in so many cases of a hundred.
func (l *life) usually(minutes int, late float64) time.Time {
	if l.chance.of(2 * late) {
		return l.before(l.c.StepDue, 50)
	}
	return l.hours.after(l.now, minutes)
}

// toTell is the call that tells the owner what became of it.
func (l *life) toTell() {
	at := l.pace(l.usually(l.chance.between(10, 260), 3))
	l.at(at, func(at time.Time) (app.Move, error) {
		way := l.way()
		o := app.TellOrder{Stand: l.by(l.clerk), How: way, At: at, Text: l.phrase("told-" + string(way)), Answer: l.phrase("told-answer"), Content: l.chance.of(95)}
		if !l.c.Reporter.Reachable() {
			o.Text, o.Answer, o.Content = l.phrase("told-nobody"), "", false
		}
		o.Callers = l.toldToo(at)
		return l.c.Tell(o, l.Ground, at)
	})
}

// toFollowUp asks the owner, until he is reached or it is clear that he cannot be.
func (l *life) toFollowUp() {
	tried := len(l.c.Attempts())
	if !l.known {
		l.known, l.mute = true, l.stage == nil && l.chance.of(2)
	}
	declined := len(l.c.Closings) > 0 // an earlier request to close was not approved
	switch {
	case len(l.c.CallersUntold()) > 0:
		l.at(l.after(l.now, l.chance.between(10, 90)), l.tellOthers)
	case !l.c.Reporter.Reachable():
		l.at(l.usually(l.chance.between(100, 700), 0), l.askClose(app.ClosedByApproval))
	case l.mute && !declined && l.inVain():
		l.at(l.after(l.now, l.chance.between(5, 60)), l.askClose(app.ClosedUnreachable))
	case tried == 0:
		l.at(l.pace(l.hours.after(l.now, max(10, l.hours.between(l.now, l.c.StepDue)*l.chance.between(12, 72)/100))), l.followUp)
		if l.chance.of(4) {
			l.at(l.pace(l.hours.after(l.c.StepDue, l.chance.between(30, 600))), l.followUp)
		}
	case !l.c.CallBack.IsZero():
		l.at(l.c.CallBack.Add(time.Duration(l.chance.between(1, 12))*time.Minute), l.followUp)
	default:
		l.at(l.pace(l.after(l.now, l.chance.between(200, 500))), l.followUp)
	}
}

// apart is how long somebody waits at least before calling again, and mostTries how
// often he calls in a round.
const (
	apart     = 35 * time.Minute
	mostTries = 6
)

// lastTry is when the owner was last called in this round.
func (l *life) lastTry() (last time.Time) {
	for _, a := range l.c.Attempts() {
		last = a.At
	}
	return last
}

// inVain tells whether there were attempts enough, on days enough.
func (l *life) inVain() bool {
	days := map[string]bool{}
	tries := l.c.Attempts()
	for _, a := range tries {
		days[a.At.In(l.hours.loc).Format(time.DateOnly)] = true
	}
	return len(tries) >= l.order.Rules.Count("attempts") && len(days) >= l.order.Rules.Count("attempts.days")
}

// missed is what becomes of a call that does not get through.
var missed = []share[app.Reached]{{60, app.NoAnswer}, {15, "CT-03"}, {3, "CT-04"}, {2, app.WrongNumber}, {8, "CT-06"}, {12, app.AgreedToRetry}}

func (l *life) followUp(at time.Time) (app.Move, error) {
	r, _ := l.c.Current()
	by := l.other(r.Handler)
	if l.c.Restricted() {
		by = l.clerk
	}
	o := app.FollowUpOrder{Stand: l.by(by), Caller: l.asksCaller(), At: at, Method: l.way(), Reached: app.ReachedOwner}
	switch promised := l.stage != nil && !l.stage.call.IsZero(); {
	case !promised && (l.pressed || len(l.c.Attempts())+1 >= mostTries):
		l.mute = false
	case promised:
		o.Reached, o.CallBack = app.AgreedToRetry, l.stage.call
	case l.mute:
		o.Reached = one(l.chance, []app.Reached{app.NoAnswer, app.NoAnswer, "CT-03"})
	case l.stage == nil && len(l.c.Attempts()) < 4 && l.chance.of(18):
		o.Reached = drawn(l.chance, missed)
		if o.Reached == app.AgreedToRetry {
			o.CallBack = l.hours.after(at, l.chance.between(120, 700)).Truncate(time.Minute)
		}
	}
	if o.Reached == app.ReachedOwner {
		l.asked(&o)
	}
	return l.c.FollowUp(o, l.Ground, at)
}

// asked is what an owner answers who was reached.
func (l *life) asked(o *app.FollowUpOrder) {
	rates := []share[app.Rating]{{45, 5}, {34, 4}, {12, 3}, {6, 2}, {3, 1}}
	if l.c.Issue.Round > 1 {
		rates = []share[app.Rating]{{28, 5}, {40, 4}, {17, 3}, {10, 2}, {5, 1}}
	}
	o.Rating = drawn(l.chance, rates)
	if l.stage != nil && l.stage.step == app.StepAgain {
		o.Rating = 2
	}
	asked := l.c.Reporter
	if o.Caller > 0 {
		asked = l.c.Callers[o.Caller-1].Reporter
	}
	o.Who, o.Relation, o.Solved, o.Disposal = asked.Name, asked.Owner, app.SolvedYes, app.CloseIssue
	if l.asksOn(o.Caller) {
		o.Disposal = app.AskOthers
	}
	switch {
	case !o.Rating.Content():
		o.Why = one(l.chance, app.Dissatisfactions)
		o.Opinion, o.Solved, o.Disposal = l.phrase(string(o.Why)), app.SolvedNo, app.NewRound
	case o.Rating == 3:
		o.Opinion, o.Solved = l.phrase("fair"), one(l.chance, []app.Solved{app.SolvedYes, app.SolvedPart})
	case l.c.Kind == app.Repair && l.chance.of(60):
		o.Opinion = l.phrase("happy-repair")
	default:
		o.Opinion = l.phrase("happy")
	}
	if l.c.Kind == app.Repair {
		o.OnTime, o.Attitude, o.Clean = app.SolvedYes, app.SolvedYes, one(l.chance, []app.Solved{app.SolvedYes, app.SolvedYes, app.SolvedPart})
	}
}

// toGoAgain sends a dissatisfied owner's issue out once more; after the third
// round somebody above has to decide.
func (l *life) toGoAgain() {
	if l.c.Issue.Round >= 3 && !l.declinedLately() {
		code := one(l.chance, []app.CloseCode{app.ClosedByApproval, app.ClosedByApproval, app.ClosedLegal})
		l.at(l.after(l.now, l.chance.between(60, 300)), l.askClose(code))
		return
	}
	l.at(l.usually(l.chance.between(20, 260), 2), l.handOver)
}

// declinedLately tells whether a request to close was declined in this round.
func (l *life) declinedLately() bool {
	for _, a := range l.c.Acts {
		if a.Kind == app.ActNotClosed && a.Round == l.c.Issue.Round {
			return true
		}
	}
	return false
}
