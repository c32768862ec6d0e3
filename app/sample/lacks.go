package sample

import (
	"math/rand/v2"
	"slices"
	"time"

	"ownerdesk/app"
)

// mend does the first act that an issue lacks on its way to a stage; none where
// it lacks nothing that needs an act of its own.
func (l *life) mend(to app.Stage) deed {
	if l.c.Kind != app.Complaint || l.c.Inquiry == nil {
		return nil
	}
	for _, lack := range l.c.Lacks(l.Ground, to) {
		switch {
		case lack.By == app.ActInquiry && l.c.Inquiry.Began.IsZero():
			return l.beginInquiry
		case lack.By == app.ActInquiry:
			return l.endInquiry
		case lack.By == app.ActPlanned:
			return l.planWork
		case lack.By == app.ActPlanPassed:
			return l.approvePlan
		case lack.By == app.ActNoTalk:
			return l.talkOnSite
		}
	}
	return nil
}

// talkOnSite is the talk that a complaint asks for once it is critical by itself; here
// and there it is said why there is none.
func (l *life) talkOnSite(at time.Time) (app.Move, error) {
	c := l.talkChance()
	if worthATalk(l.c) && c.of(75) {
		return l.c.TalkHeld(l.clerk, "", l.Ground, at)
	}
	return l.c.NoTalk(app.NoTalkOrder{Stand: l.by(l.clerk), Reason: one(c, l.order.Texts.Phrases["no-talk"])}, l.Ground, at)
}

// meetSoon lays out the talk that a complaint asks for, within some days of the asking;
// now and then nobody thinks of it before the end.
func (l *life) meetSoon() {
	if l.meets || l.stage != nil || !l.c.OwesTalk() || len(l.chores) == 0 {
		return
	}
	l.meets = true
	c := l.talkChance()
	if !c.of(90) {
		return
	}
	talk := chore{l.hours.after(l.now, c.between(200, 1300)), func(at time.Time) (app.Move, error) {
		if !l.c.OwesTalk() {
			return app.Move{}, errPass
		}
		return l.talkOnSite(at)
	}}
	i, _ := slices.BinarySearchFunc(l.chores, talk, func(a, b chore) int { return a.at.Compare(b.at) })
	l.chores = slices.Insert(l.chores, min(i, len(l.chores)-1), talk) // before it is reported done
}

// talkChance is the variety of talks on site, apart from that of all else.
func (l *life) talkChance() chance {
	return chance{rand.New(rand.NewPCG(l.order.Seed, uint64(l.c.Received.Unix())^0x7a1c))}
}

// once does a deed when nothing is lacking any more; what is done first leaves
// it to be done a little later.
func (l *life) once(to app.Stage, do deed) deed {
	return func(at time.Time) (app.Move, error) {
		first := l.mend(to)
		if first == nil {
			return do(at)
		}
		if l.c.Step == app.StepHandle { // what the department still does is laid out
			l.chores = slices.Insert(l.chores, 0, chore{l.after(at, l.chance.between(4, 25)), l.once(to, do)})
		}
		return first(at)
	}
}

// beforehand are the acts that lead a complaint to its report.
func (l *life) beforehand(end time.Time) {
	if l.c.Kind != app.Complaint {
		return
	}
	for _, do := range []deed{l.beginInquiry, l.planWork, l.approvePlan, l.endInquiry} {
		l.chores = append(l.chores, chore{end, do})
	}
}

// cause is why it came to the issue; what nobody looked into is not determined.
func (l *life) cause() app.Cause {
	if l.talk.Cause == "" {
		return "RC-UNK"
	}
	return l.talk.Cause
}

// method is how this round will be solved: by the book, or as this trouble wants it.
func (l *life) method() string {
	if l.talk.Solve == "" || l.chance.of(40) {
		return l.phrase("solve-standard")
	}
	return l.fill(l.talk.Solve, l.gaps)
}
