package sample

import (
	"errors"
	"fmt"
	"time"

	"ownerdesk/app"
)

// life is one issue on its way, and what is going to happen to it next.
type life struct {
	*World
	year  *year
	c     app.Case
	talk  *Talk
	gaps  gaps
	stage *stage
	far   bool
	slow  time.Time
	clerk app.StaffID
	team  string // the department that has it
	hand  app.StaffID

	now   time.Time
	next  time.Time
	will  deed // nil: nothing more happens
	mute  bool // never answers the phone
	known bool // mute was decided

	held     []chore // what happens while it is suspended, and then anyway
	chores   []chore // what the department still does in this round, feedback last
	meets    bool    // the talk on site was thought of
	chored   int     // for which round and rework chores were laid out
	printed  int     // the round whose slip was printed
	amended  bool
	answered bool // the desk was to tell the owner before the department signed
	refused  bool
	opened   bool
	pressed  bool // must come to its next step before the end
	stuck    bool // the rules refused what it was to do next
}

// deed decides one act at a moment, by the rules of the house.
type deed func(at time.Time) (app.Move, error)

// chore is a deed with its moment.
type chore struct {
	at time.Time
	do deed
}

// errPass says that a deed turned out to be needless.
var errPass = errors.New("nothing to do")

// act does a deed and takes its outcome over.
func (l *life) act(at time.Time, do deed) error {
	l.now = at
	m, err := do(at)
	if errors.Is(err, errPass) {
		return nil
	}
	if err != nil {
		err = l.heard(fmt.Errorf("sample %d, issue %d, %s at %s, %s: %w", l.order.Seed, l.c.ID, l.c.Step, at.Format(time.DateTime), l.c.State, err))
		if l.stuck = errors.Is(err, errRefused); l.stuck {
			return nil
		}
		return err
	}
	l.did(m)
	return nil
}

// did gives a move the number it asks for and lets it happen.
func (l *life) did(m app.Move) {
	if m.Draw != app.NoNumber {
		at := m.DrawnAt().In(l.hours.loc)
		k := counterKey{m.Issue.Project, m.Draw, at.Format("2006-01")}
		l.serials[k]++
		m = m.Numbered(app.Serial{Prefix: m.Draw, Project: l.Ground.Projects[m.Issue.Project].Code, Month: at, N: l.serials[k]}.String())
	}
	l.c = l.c.After(m)
	l.c.Version++
}

// schedule decides what happens next and when.
func (l *life) schedule() {
	if !l.stuck && l.goOn() {
		return
	}
	l.will, l.next, l.pressed = nil, never, false
	if l.stuck || l.staged() || l.toScene() {
		return
	}
	switch l.c.Step {
	case app.StepRoute:
		l.toRoute()
	case app.StepSign:
		l.toSign()
	case app.StepReassign:
		l.toReassign()
	case app.StepHandle:
		l.toHandle()
	case app.StepDelay:
		l.toDecideDelay()
	case app.StepNotice:
		l.toNotice()
	case app.StepInspect:
		l.toInspect()
	case app.StepOwed:
		l.toOwed()
	case app.StepReview:
		l.toReview()
	case app.StepTell:
		l.toTell()
	case app.StepFollowUp:
		l.toFollowUp()
	case app.StepAgain:
		l.toGoAgain()
	case app.StepApprove:
		l.toApprove()
	default:
		l.toReopen()
	}
	l.inTime()
	if last := l.lastTry(); l.c.Step == app.StepFollowUp && l.will != nil && l.next.Sub(last) < apart {
		l.next = last.Add(apart)
	}
	l.wait()
}

// at plans a deed.
func (l *life) at(t time.Time, do deed) {
	if !t.After(l.now) {
		t = l.now.Add(time.Minute)
	}
	l.next, l.will = t, do
}

// inTime keeps what would be late at the very end from being so: how many are
// late on today's list is decided by the scenes alone.
func (l *life) inTime() {
	until := l.order.Until
	if l.will == nil || l.stage != nil || !l.next.After(until) || l.c.StepDue.IsZero() || l.c.StepDue.After(until) {
		return
	}
	l.pressed = true
	latest := l.c.StepDue
	if !latest.After(l.now) {
		latest = until
	}
	span := int(latest.Sub(l.now) / time.Second)
	l.next = l.now.Add(time.Duration(span*l.chance.between(50, 95)/100) * time.Second)
	if span < 60 {
		l.next = l.now.Add(time.Second)
	}
}

// after is so many minutes of work later; an emergency does not wait for the
// office to open.
func (l *life) after(t time.Time, minutes int) time.Time {
	if l.c.Urgency == app.Emergency {
		return t.Add(time.Duration(minutes) * time.Minute)
	}
	return l.hours.after(t, minutes)
}

// before is some moment of work between now and a limit, or a little after the
// limit in so many cases of a hundred.
func (l *life) before(due time.Time, late float64) time.Time {
	span := l.hours.between(l.now, due)
	if l.c.Urgency == app.Emergency {
		span = int(due.Sub(l.now) / time.Minute)
	}
	if l.chance.of(late) {
		over := l.chance.between(20, 700)
		if l.chance.of(20) {
			over = l.chance.between(700, 3000)
		}
		return l.after(due, over)
	}
	if span < 15 {
		return l.after(l.now, l.chance.between(10, 120))
	}
	return l.after(l.now, span*l.chance.between(20, 96)/100)
}

// plain tells whether nothing is laid down for the issue: anything may happen to it.
func (l *life) plain() bool { return l.stage == nil && !l.far && l.slow.IsZero() }

// by is a stand on the issue as it is.
func (l *life) by(s app.StaffID) app.Stand {
	return app.Stand{Issue: l.c.ID, Version: l.c.Version, By: s}
}
