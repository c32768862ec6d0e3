package sample

import (
	"math/rand/v2"
	"time"

	"ownerdesk/app"
)

// The minutes of work between two acts into which a suspension fits.
const (
	leastWait = 540
	mostWait  = 9600
)

// wait lets some issues be suspended until what happens to them next: this comes when
// it would have come. Its chance is the issue's own, so that all else about the office
// stays as it was.
func (l *life) wait() {
	c := chance{rand.New(rand.NewPCG(uint64(l.c.ID), l.order.Seed))}
	if !c.of(25) || !l.mayWait() {
		return
	}
	l.held = append(l.waits(c), chore{l.next, l.will})
	l.goOn()
}

// mayWait tells whether a department works on the issue, nothing presses or is laid
// down for it, and there is time.
func (l *life) mayWait() bool {
	if l.will == nil || l.c.Step != app.StepHandle || l.c.State != app.Handling || l.stage != nil || l.c.Urgency == app.Emergency || len(l.c.Suspensions) > 0 {
		return false
	}
	span := l.hours.between(l.now, l.next)
	return span >= leastWait && span <= mostWait
}

// goOn takes up the next of what happens while the issue waits, at last what was to
// happen anyway; false when there is nothing.
func (l *life) goOn() bool {
	if len(l.held) == 0 {
		return false
	}
	l.next, l.will, l.held = l.held[0].at, l.held[0].do, l.held[1:]
	return true
}

// waits is a suspension from its beginning to its end, with a look by the day of
// review, seldom after it: then the work goes on, or it waits on for once.
func (l *life) waits(c chance) []chore {
	span := l.hours.between(l.now, l.next)
	share := func(from, to int) time.Time { return l.hours.after(l.now, span*c.between(from, to)/100) }
	code := one(c, []app.SuspendCode{app.WaitsParts, app.WaitsParts, app.WaitsOwner, app.WaitsAuthority})
	begun, review := share(5, 12), share(40, 55)
	looks := l.hours.after(review, -c.between(5, 60))
	if late := share(57, 72); c.of(12) && !late.After(l.order.Until) { // it slipped their minds
		looks = late
	}
	acts := []chore{{begun, l.suspend(c, code, review)}}
	if c.of(40) {
		until := share(82, 88)
		acts = append(acts, chore{looks, l.waitOn(c, code, until)})
		looks = l.hours.after(until, -c.between(5, 30))
	}
	return append(acts, chore{looks, l.resume(c, code)})
}

func (l *life) suspend(c chance, code app.SuspendCode, review time.Time) deed {
	text := one(c, l.order.Texts.Phrases[string(code)])
	return func(at time.Time) (app.Move, error) {
		return l.c.Suspend(app.SuspendOrder{Stand: l.by(l.hand), Code: code, Text: text, Review: review}, l.Ground, at)
	}
}

func (l *life) waitOn(c chance, code app.SuspendCode, review time.Time) deed {
	text := one(c, l.order.Texts.Phrases["still-"+string(code)])
	return func(at time.Time) (app.Move, error) {
		return l.c.WaitOn(app.SuspendOrder{Stand: l.by(l.hand), Text: text, Review: review}, l.Ground, at)
	}
}

func (l *life) resume(c chance, code app.SuspendCode) deed {
	note := one(c, l.order.Texts.Phrases["on-"+string(code)])
	return func(at time.Time) (app.Move, error) {
		return l.c.Resume(app.ResumeOrder{Stand: l.by(l.hand), Note: note}, l.Ground, at)
	}
}
