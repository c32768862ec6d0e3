package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// toHandle does the next chore of the round; chores are laid out once for every
// round and every rework.
func (l *life) toHandle() {
	if mark := l.c.Issue.Round*100 + l.c.Rework + 1; l.chored != mark {
		l.chored = mark
		l.layOut()
	}
	l.meetSoon()
	if len(l.chores) == 0 {
		return
	}
	next := l.chores[0]
	l.at(l.pace(next.at), func(at time.Time) (app.Move, error) {
		l.chores = l.chores[1:]
		return next.do(at)
	})
}

// layOut plans what the department does until it feeds back.
func (l *life) layOut() {
	l.chores = []chore{}
	end := l.doneBy()
	share := func(percent int) time.Time {
		return l.after(l.now, l.hours.between(l.now, end)*percent/100)
	}
	add := func(odds float64, percent int, do deed) {
		if l.chance.of(odds) {
			l.chores = append(l.chores, chore{share(percent), do})
		}
	}
	switch {
	case l.far:
		l.waitLong(share)
		return
	case l.stage != nil:
		l.stageChores(end)
		return
	case l.c.State == app.Rework:
		l.chores = append(l.chores, chore{end, l.once(app.ToReport, l.feedBack)})
		return
	}
	plain := l.c.Kind == app.Repair || l.c.Kind == app.Complaint || l.c.Kind == app.Suggestion
	if l.c.Kind == app.Complaint {
		add(100, 8, l.beginInquiry)
		add(97, 22, l.planWork)
		add(97, 30, l.approvePlan)
		add(96, 75, l.endInquiry)
	} else if plain {
		add(48, 12, l.planWork)
	}
	if l.c.Answered.IsZero() && l.c.Promise.After(l.now) && l.chance.of(93) { // the owner hears by when it was promised
		at := l.before(l.c.Promise, 3)
		if at.After(end) {
			at = share(60)
		}
		l.chores = append(l.chores, chore{at, l.progress})
	}
	if plain {
		add(30, 40, l.progress)
		add(5, 48, l.promiseCall)
		if l.slow.IsZero() {
			add(7, 68, l.askDelay)
		}
		add(7, 88, l.chase)
	}
	for _, h := range l.c.OpenHelps() {
		add(97, 10, l.helpSigned(h))
		add(94, 65, l.helped(h))
	}
	add(1.5, 60, l.remark)
	l.joins(share)
	if code := l.giveUp(); code != "" {
		l.chores = append(l.chores, chore{share(90), l.askClose(code)})
	} else {
		l.chores = append(l.chores, chore{end, l.once(app.ToReport, l.feedBack)})
	}
	slices.SortStableFunc(l.chores, func(a, b chore) int { return a.at.Compare(b.at) })
}

// doneBy is when the department will be done: mostly in time.
func (l *life) doneBy() time.Time {
	r, _ := l.c.Current()
	switch {
	case l.stage != nil:
		return l.after(l.now, l.chance.between(20, 90))
	case l.far:
		return l.order.Until
	case l.slow.After(l.now):
		return l.slow
	case r.Slip == app.NoSlip:
		return l.after(l.now, l.chance.between(3, 150))
	case l.c.Urgency == app.Emergency:
		return l.now.Add(time.Duration(l.chance.between(25, 600)) * time.Minute)
	}
	return l.before(r.Effect, 6)
}

// giveUp is why an issue ends before it is handled, if it does.
func (l *life) giveUp() app.CloseCode {
	if l.c.Kind == app.Commendation || l.c.Kind == app.Enquiry || !l.plain() {
		return ""
	}
	return drawn(l.chance, []share[app.CloseCode]{
		{964, ""}, {11, app.ClosedWithdrawn}, {10, app.ClosedOutOfScope}, {7, app.ClosedLegal}, {8, app.ClosedMerged},
	})
}

// stageChores leads to where a staged issue must stand.
func (l *life) stageChores(end time.Time) {
	if l.c.State == app.Handling && l.c.Kind != app.Complaint && l.chance.of(60) {
		l.chores = append(l.chores, chore{end, l.planWork})
	}
	switch l.stage.step {
	case app.StepHandle:
		if l.chance.of(50) {
			l.chores = append(l.chores, chore{end, l.progress})
		}
	case app.StepNotice:
		l.chores = append(l.chores, chore{end, l.planWork})
	case app.StepDelay, app.StepOwed:
		l.chores = append(l.chores, chore{end, l.askDelay})
	case app.StepApprove:
		l.chores = append(l.chores, chore{end, l.askClose(app.ClosedWithdrawn)})
	default:
		l.beforehand(end)
		l.chores = append(l.chores, chore{end, l.once(app.ToReport, l.feedBack)})
	}
}

// waitLong is an issue that everybody knows will take its time: a plan, and
// word to the owner every few weeks.
func (l *life) waitLong(share func(int) time.Time) {
	if l.c.Kind == app.Complaint {
		l.chores = append(l.chores, chore{share(3), l.beginInquiry})
	}
	if l.c.Answered.IsZero() && l.c.Promise.After(l.now) {
		l.chores = append(l.chores, chore{l.before(l.c.Promise, 3), l.progress})
	}
	l.chores = append(l.chores, chore{share(5), l.planWork})
	slices.SortStableFunc(l.chores, func(a, b chore) int { return a.at.Compare(b.at) })
	for percent := 30; percent < 100; percent += 30 {
		l.chores = append(l.chores, chore{share(percent), func(at time.Time) (app.Move, error) {
			return l.note(app.NoteProgress, "far-note", true, at)
		}})
	}
}

func (l *life) planWork(at time.Time) (app.Move, error) {
	solve := l.talk.Solve
	if solve == "" {
		solve = l.phrase("solve")
	}
	r, _ := l.c.Current()
	o := app.PlanOrder{Stand: l.by(l.hand), Handler: l.hand, Solution: l.fill(solve, l.gaps), Expected: r.Effect, Disturbs: l.disturbing()}
	person := l.Ground.Staff[l.hand].Name
	for _, what := range l.planned() {
		o.Rows = append(o.Rows, app.PlanRow{Measure: what, Person: person, By: r.Effect, Status: app.PlanOpen})
	}
	return l.c.PlanWork(o, l.Ground, at)
}

// planned is what a plan says is to be done, each step once and in the order of
// the texts, which is that of the work.
func (l *life) planned() (steps []string) {
	drawn := map[string]bool{}
	for range l.chance.between(1, 3) {
		drawn[l.phrase("plan")] = true
	}
	for _, step := range l.order.Texts.Phrases["plan"] {
		if drawn[step] {
			steps = append(steps, step)
		}
	}
	return steps
}

func (l *life) note(kind app.NoteKind, key string, told bool, at time.Time) (app.Move, error) {
	o := app.NoteOrder{Stand: l.by(l.clerk), Kind: kind, Text: l.phrase(key)}
	if told && l.c.Reporter.Reachable() {
		o.Told, o.How, o.ToldAt, o.Answer = true, l.way(), at, l.phrase("answer")
	}
	return l.c.WriteNote(o, l.Ground, at)
}

func (l *life) progress(at time.Time) (app.Move, error) {
	if l.talk.Where == "room" && l.chance.of(70) {
		return l.note(app.NoteProgress, "progress-room", true, at)
	}
	return l.note(app.NoteProgress, "progress", true, at)
}

func (l *life) chase(at time.Time) (app.Move, error) {
	return l.note(app.NoteChase, "chase", false, at)
}

func (l *life) remark(at time.Time) (app.Move, error) {
	return l.note(app.NoteRemark, "remark", false, at)
}

// promiseCall is an owner who calls and is promised a call, which is kept.
func (l *life) promiseCall(at time.Time) (app.Move, error) {
	if !l.c.Reporter.Reachable() {
		return app.Move{}, errPass
	}
	back := l.hours.after(at, l.chance.between(120, 420)).Truncate(time.Minute)
	keep := chore{back.Add(-10 * time.Minute), l.progress}
	i, _ := slices.BinarySearchFunc(l.chores, keep, func(a, b chore) int { return a.at.Compare(b.at) })
	l.chores = slices.Insert(l.chores, i, keep)
	return l.c.WriteNote(app.NoteOrder{
		Stand: l.by(l.clerk), Kind: app.NoteCall, Text: l.phrase("call"), Told: true, How: "MT-TEL", ToldAt: at, CallBack: back,
	}, l.Ground, at)
}

// way is how this owner is spoken to.
func (l *life) way() app.Method {
	switch {
	case l.c.Reporter.WeChat != "" && l.chance.of(60):
		return "MT-WX"
	case l.c.Reporter.Phone == "" && l.c.Reporter.Email != "":
		return "MT-MAIL"
	case !l.c.Reporter.Reachable():
		return "MT-VISIT"
	}
	return "MT-TEL"
}

// askDelay asks for at most as much time again as there was.
func (l *life) askDelay(at time.Time) (app.Move, error) {
	r, _ := l.c.Current()
	to := l.Ground.Calendar.Due(r.Effect, r.Limit).Due
	if r.Limit.Unit == workday.Workdays {
		to = l.Ground.Calendar.Due(r.Effect, workday.Limit{N: l.chance.between(1, r.Limit.N), Unit: workday.Workdays}).Due
	}
	if !to.After(at) || !to.After(r.Effect) || l.c.Issue.Delays >= l.order.Rules.Count("delays") {
		return app.Move{}, errPass
	}
	code := one(l.chance, app.DelayCodes)
	o := app.DelayOrder{Stand: l.by(l.hand), To: to, Code: code, Text: l.phrase(string(code)), Progress: l.phrase("delay-progress"), Interim: l.phrase("interim")}
	if o.Later = l.owing() || !l.c.Reporter.Reachable() || l.chance.of(25); !o.Later {
		o.Told, o.ToldHow, o.Answer = at, l.way(), l.phrase("answer")
	}
	return l.c.AskDelay(o, l.Ground, at)
}

// toDecideDelay is the word of whoever may give it; the feedback then takes its
// time anew.
func (l *life) toDecideDelay() {
	l.at(l.pace(l.after(l.now, l.chance.between(15, 300))), func(at time.Time) (app.Move, error) {
		d, _ := l.c.Waiting()
		o := app.DecideOrder{Stand: l.by(l.decider(d.AskedBy)), Approve: l.owing() || l.chance.of(82), Note: l.phrase("delay-yes")}
		if !o.Approve {
			o.Note = l.phrase("delay-no")
		}
		m, err := l.c.DecideDelay(o, l.Ground, at)
		if n := len(l.chores); o.Approve && n > 0 {
			l.chores[n-1].at = l.before(d.To, 5)
			if l.c.Issue.Delays == 0 && l.chance.of(20) {
				l.chores = slices.Insert(l.chores, n-1, chore{l.before(d.To, 15), l.askDelay})
			}
		}
		return m, err
	})
}

// owing tells whether the issue must come to stand there that a delay was granted
// of which the owner does not know.
func (l *life) owing() bool { return l.stage != nil && l.stage.step == app.StepOwed }

// toOwed tells the owner of a delay that was granted before he knew of it; where
// he left no contact, a notice does.
func (l *life) toOwed() {
	l.at(l.pace(l.usually(l.chance.between(15, 240), 2)), func(at time.Time) (app.Move, error) {
		o := app.TellDelayOrder{Stand: l.by(l.clerk), How: l.way(), At: at, Answer: l.phrase("answer")}
		if !l.c.Reporter.Reachable() {
			o.How, o.Answer = app.Notice, ""
		}
		return l.c.TellDelay(o, l.Ground, at)
	})
}

// decider is who may give a delay: never who asked for it.
func (l *life) decider(asked app.StaffID) app.StaffID {
	first := l.head(l.team).ID
	switch {
	case l.c.Level == app.Critical, l.c.Restricted():
		return l.head(manager).ID
	case l.c.Issue.Delays > 0 || first == asked:
		return l.head(desk).ID
	}
	return first
}

func (l *life) feedBack(at time.Time) (app.Move, error) {
	r, _ := l.c.Current()
	completed := at.Add(-time.Duration(l.chance.between(3, 40)) * time.Minute)
	from := r.Issued
	if sent, back := l.c.LastFeedback(); back {
		from = sent.Reviewed
	}
	if completed.Before(from) {
		completed = at
	}
	done := l.fill(l.talk.Done, l.gaps)
	if l.c.State == app.Rework || l.c.Issue.Round > 1 {
		done = l.phrase("again-done") + done
	}
	return l.c.FeedBack(app.FeedbackOrder{
		Stand: l.by(l.hand), Situation: done, Result: l.talk.Result, Asked: true, Completed: completed, Cause: l.cause(), Solution: l.method(), Disturbs: l.quiet(), HelpWhy: l.helpWhy(), Cost: l.cost(),
		Satisfaction: drawn(l.chance, []share[app.Rating]{{46, 5}, {24, 3}, {2, 1}, {28, 0}}),
	}, l.Ground, at)
}
