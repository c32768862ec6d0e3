package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// Said is what a person answers about a duty that leaves no record.
type Said string

// The answers.
const (
	Yes  Said = "yes"
	No   Said = "no"
	None Said = "none" // the duty does not apply
)

// Answers lists them.
var Answers = []Said{Yes, No, None}

// Asked is what an answer is about: a duty by name, an estate, 0 for all, and the
// first and the last day of a period.
type Asked struct {
	Duty        string
	Project     app.ProjectID
	First, Last workday.Date
}

// Answer is one answer. Of those to the same question the last counts; the earlier stay.
type Answer struct {
	Asked
	N     int
	Said  Said
	Basis string // what it rests on
	At    time.Time
	By    app.StaffID
}

// Question is a duty that a person answers for, and what was answered, the first first.
type Question struct {
	Duty
	Answers []Answer
}

// Last is the answer that counts; false where nobody has answered.
func (q Question) Last() (Answer, bool) {
	if len(q.Answers) == 0 {
		return Answer{}, false
	}
	return q.Answers[len(q.Answers)-1], true
}

// Answered counts the questions that somebody has answered.
func (r Report) Answered() (n int) {
	for _, q := range r.ByHand {
		if _, there := q.Last(); there {
			n++
		}
	}
	return n
}

// About is a question about a duty in the span, by the days of a calendar.
func (s Span) About(duty string, loc *time.Location) Asked {
	return Asked{
		Duty: duty, Project: s.Project, First: workday.DayOf(s.From.In(loc)), Last: workday.DayOf(s.To.Add(-time.Second).In(loc)),
	}
}

// Keeper keeps the answers of people. Package data is the only real one.
type Keeper interface {
	// AuditAnswers lists the answers about an estate and a period, of all duties for
	// none, in the order in which they were given.
	AuditAnswers(context.Context, Asked) ([]Answer, error)
	// KeepAuditAnswer writes an answer after those to the same question, and numbers it.
	KeepAuditAnswer(context.Context, Answer) (Answer, error)
}

// AnswerOrder answers a question.
type AnswerOrder struct {
	Asked
	By    app.StaffID
	Said  Said
	Basis string
}

// Desk is where questions are answered.
type Desk struct {
	Front *app.Desk
	Store Keeper
}

// Answer notes what a person says about a duty that leaves no record.
func (d *Desk) Answer(ctx context.Context, o AnswerOrder) (Answer, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Answer{}, err
	}
	a, err := o.decide(g, d.Front.Now().Truncate(time.Second))
	if err != nil {
		return Answer{}, err
	}
	if a, err = d.Store.KeepAuditAnswer(ctx, a); err != nil {
		return Answer{}, fmt.Errorf("answer %s: %w", o.Duty, err)
	}
	d.Front.Changes.Tell(app.Change{Answers: true})
	return a, nil
}

// decide says what becomes of an order: the desk, a head or the manager answers, for a
// period that has begun, and whoever does not say yes says why.
func (o AnswerOrder) decide(g app.Ground, at time.Time) (Answer, error) {
	a := Answer{Asked: o.Asked, Said: o.Said, Basis: strings.TrimSpace(o.Basis), At: at, By: o.By}
	var f faults
	f.may(g, o.By)
	d, asked := ByHand(o.Duty)
	f.unless(asked && d.Name == o.Duty, "duty", "unknown")
	_, there := g.Projects[o.Project]
	f.unless(o.Project == 0 || there, "project", "unknown")
	f.unless(!o.First.After(o.Last), "period", "order")
	f.unless(!o.First.After(workday.DayOf(at.In(g.Calendar.Loc))), "period", "future")
	f.unless(o.Said != "", "said", "missing")
	f.unless(o.Said == "" || slices.Contains(Answers, o.Said), "said", "unknown")
	f.unless(a.Basis != "" || o.Said != No && o.Said != None, "basis", "missing")
	f.unless(utf8.RuneCountInString(a.Basis) <= app.LongestText, "basis", "too-long")
	if len(f) > 0 {
		return Answer{}, app.Faults(f)
	}
	return a, nil
}

// faults gathers the rules that an order breaks.
type faults app.Faults

func (f *faults) unless(ok bool, field, rule string) {
	if !ok {
		*f = append(*f, app.Invalid{Field: field, Rule: rule})
	}
}

// may checks that whoever answers works here, and is of the desk, a head or the manager.
func (f *faults) may(g app.Ground, by app.StaffID) {
	who, known := g.Staff[by]
	f.unless(known, "by", "unknown")
	f.unless(!who.Closed, "by", "left")
	f.unless(!known || who.Role == app.Manager || who.Role == app.Head || g.Departments[who.Dept].Desk, "by", "not-allowed")
}
