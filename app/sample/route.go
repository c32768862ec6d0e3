package sample

import (
	"context"
	"time"

	"ownerdesk/app"
)

// teamOf is which department a subject belongs to.
func teamOf(c app.Category) string {
	switch c.Subject() {
	case "EQ", "LK", "QL", "RS":
		return engineering
	case "CL", "GR", "SE", "PK", "NO", "NB", "AC":
		return property
	case "FE":
		return finance
	case "SL":
		return marketing
	}
	return desk
}

// toRoute decides what becomes of a new or reopened issue.
func (l *life) toRoute() {
	first := len(l.c.Rounds) == 0
	soon := l.pace(l.after(l.now, l.chance.between(4, 80)))
	if l.c.Urgency == app.Emergency {
		soon = l.after(l.now, l.chance.between(2, 16))
	} else if l.chance.of(2) {
		soon = l.pace(l.before(l.c.RouteDue, 60))
	}
	switch {
	case first && l.stage == nil && !l.amended && l.chance.of(2.5):
		l.amended = true
		l.at(soon, l.amend)
	case first && l.plain() && l.chance.of(2):
		l.at(soon, l.reject)
	case first && l.plain() && l.chance.of(0.8):
		l.at(soon, l.void)
	default:
		l.at(soon, l.handOver)
	}
}

func (l *life) amend(at time.Time) (app.Move, error) {
	o := app.AmendOrder{Stand: l.by(l.clerk), Intake: l.c.Intake, Level: l.c.Level, Why: l.phrase("amend")}
	o.Description += l.phrase("more")
	return l.c.Amend(o, l.Ground, at)
}

// reject does not accept an issue; a repeated one names what it repeats.
func (l *life) reject(at time.Time) (app.Move, error) {
	code := one(l.chance, []app.RejectCode{"RJ-01", "RJ-02", "RJ-02", "RJ-03", app.RejectedDuplicate, "RJ-05"})
	o := app.RejectOrder{Stand: l.by(l.clerk), Code: code, Reason: l.phrase(string(code))}
	if code == app.RejectedDuplicate {
		if o.Related = l.earlier(); o.Related == 0 {
			return app.Move{}, errPass
		}
	}
	return l.frontDoor(at, func(ctx context.Context, d *app.Desk) (app.Move, error) { return d.Reject(ctx, o) })
}

func (l *life) void(at time.Time) (app.Move, error) {
	o := app.RejectOrder{Stand: l.by(l.clerk), Code: app.RejectedMistake, Reason: l.phrase(string(app.RejectedMistake))}
	return l.frontDoor(at, func(ctx context.Context, d *app.Desk) (app.Move, error) { return d.Void(ctx, o) })
}

// earlier is an issue of the same category that came to its end lately; only
// those are known to be handed over before this one.
func (l *life) earlier() app.IssueID {
	if l.c.Restricted() { // who took this one down does not know of others
		return 0
	}
	for _, e := range l.year.ended {
		if e.c.Category == l.c.Category && e.c.Project == l.c.Project {
			return e.c.ID
		}
	}
	return 0
}

// handOver sends the issue to whoever handles it, or keeps it at the desk.
func (l *life) handOver(at time.Time) (app.Move, error) {
	l.team = teamOf(l.c.Category)
	l.chores, l.chored = nil, 0
	o := app.TransferOrder{Stand: l.by(l.clerk), Lead: l.depts[l.team]}
	if l.c.Restricted() {
		return l.toManager(o, at)
	}
	if l.keeps() {
		l.team, l.hand = desk, l.clerk
		return l.c.HandleSelf(o, l.Ground, at)
	}
	l.dated(&o)
	o.Contact = l.c.Reporter.Reachable() && l.chance.of(65)
	if l.chance.of(80) {
		o.Request = l.phrase("request")
	}
	if l.chance.of(9) {
		if help := l.depts[l.neighbour()]; help != o.Lead {
			o.Helping = []app.DeptID{help}
		}
	}
	if l.c.Kind == app.Complaint {
		return l.c.OpenComplaint(o, l.Ground, at)
	}
	return l.c.Transfer(o, l.Ground, at)
}

// keeps tells whether the desk handles the issue itself.
func (l *life) keeps() bool {
	switch {
	case l.c.Kind == app.Complaint:
		return false
	case l.team == desk || l.c.Kind == app.Commendation:
		return true
	case !l.plain():
		return false
	case l.c.Kind == app.Enquiry:
		return l.chance.of(85)
	case l.c.Kind == app.Assistance && l.c.Urgency == app.Normal:
		return l.chance.of(40)
	}
	return false
}

// dated sets another limit than the rules where the owner agreed to one.
func (l *life) dated(o *app.TransferOrder) {
	switch {
	case l.far:
		today := l.hours.day(l.order.Until)
		o.Due = l.hours.days[min(today+l.chance.between(2, 25), len(l.hours.days)-1)].At(l.Ground.Calendar.Pattern.Afternoon.To, l.hours.loc)
		o.DueWhy = l.phrase("far-why")
	case l.plain() && l.c.Urgency == app.Normal && l.chance.of(4):
		rule, _ := l.Ground.RequiredTime(l.c.Issue, l.now)
		o.Due = l.hours.after(rule.Due, 450*l.chance.between(1, 3))
		o.DueWhy = l.phrase("due-why")
	}
}

// neighbour is a department that could have the issue instead.
func (l *life) neighbour() string {
	if l.team == engineering {
		return property
	}
	return engineering
}

// toSign waits for the department's receipt, or its refusal.
func (l *life) toSign() {
	if r, _ := l.c.Current(); l.printed < r.N && l.stage == nil && l.chance.of(65) {
		l.printed = r.N
		l.at(l.now.Add(time.Duration(l.chance.between(1, 4))*time.Minute), l.print)
		return
	}
	refuses := l.plain() && !l.c.Restricted() && !l.refused && l.chance.of(3.5) || l.stage != nil && l.stage.step == app.StepReassign
	at := l.after(l.now, l.chance.between(8, 200))
	if l.c.Urgency == app.Emergency {
		at = l.after(l.now, l.chance.between(3, 20))
	} else if !refuses && l.chance.of(2) {
		at = l.before(l.c.StepDue, 70)
	}
	at = l.pace(at)
	if refuses && !at.After(l.c.RefuseUntil(l.Ground)) {
		l.refused = true
		l.at(at, func(at time.Time) (app.Move, error) {
			return l.c.Refuse(app.RefuseOrder{Stand: l.by(l.clerk), Reason: l.phrase("refuse")}, l.Ground, at)
		})
		return
	}
	if soon, hears := l.hears(at); hears {
		l.at(soon, l.answer)
		return
	}
	l.at(at, func(at time.Time) (app.Move, error) {
		l.hand = l.handler()
		o := app.SignOrder{Stand: l.by(l.clerk), Handler: l.hand}
		if l.c.Restricted() {
			o.By = l.head(manager).ID
		}
		if l.c.Kind == app.Repair && l.chance.of(55) {
			o.Solution = l.method()
		}
		return l.c.Sign(o, l.Ground, at)
	})
}

// hears is when the desk itself tells an owner how far it is who would else hear too
// late, since the department signs only then or shortly before.
func (l *life) hears(signed time.Time) (soon time.Time, hears bool) {
	if l.answered || l.stage != nil || !l.c.Answered.IsZero() || !l.c.Promise.After(l.now.Add(5*time.Minute)) || l.after(signed, 60).Before(l.c.Promise) {
		return soon, false
	}
	l.answered = true
	span := int(l.c.Promise.Sub(l.now) / time.Minute)
	return l.now.Add(time.Duration(span*l.chance.between(20, 90)/100) * time.Minute), l.chance.of(90)
}

// answer is what the desk tells an owner whose matter waits for a department.
func (l *life) answer(at time.Time) (app.Move, error) {
	return l.note(app.NoteProgress, "answer-desk", true, at)
}

// print is the slip on its way to the department.
func (l *life) print(at time.Time) (app.Move, error) {
	r, _ := l.c.Current()
	o := app.PrintOrder{Stand: l.by(l.clerk), Document: r.Number, Copies: "一聯 二聯", Way: app.WaySent}
	return l.frontDoor(at, func(ctx context.Context, d *app.Desk) (app.Move, error) { return d.Printed(ctx, o) })
}

// handler is who of the department takes it on; at the desk, somebody else than
// the clerk who will review it.
func (l *life) handler() app.StaffID {
	if l.c.Restricted() {
		return l.head(desk).ID
	}
	if l.team == desk {
		return l.other(l.clerk)
	}
	return l.worker(l.team).ID
}

func (l *life) toReassign() {
	l.at(l.pace(l.after(l.now, l.chance.between(15, 180))), func(at time.Time) (app.Move, error) {
		if l.chance.of(70) {
			l.team = l.neighbour()
		}
		return l.c.Reassign(app.ReassignOrder{Stand: l.by(l.head(desk).ID), Lead: l.depts[l.team], Note: l.phrase("reassign")}, l.Ground, at)
	})
}
