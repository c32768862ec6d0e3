package app

import (
	"context"
	"fmt"
	"strings"
	"time"

	"ownerdesk/app/workday"
)

// justNow is how long after a call its moment needs no reason.
const justNow = 15 * time.Minute

// ReceiveOrder is the intake form as the person left it.
type ReceiveOrder struct {
	Intake
	Project ProjectID
	Level   Level // of a complaint
	By      StaffID
	// PromiseHow is by which way the owner was told the promise on the spot; empty
	// when nobody said so.
	PromiseHow Method
}

// Receive registers what an owner brought: it gives the number, the promise
// and the limit until which it must be passed on.
func (d *Desk) Receive(ctx context.Context, o ReceiveOrder) (Move, error) {
	g, err := d.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	m, err := Receive(o, g, d.moment())
	if err != nil {
		return Move{}, err
	}
	kept, err := d.Store.Keep(ctx, m)
	if err != nil {
		return Move{}, fmt.Errorf("receive: %w", err)
	}
	d.Changes.Tell(Change{Issue: kept.Issue.ID})
	return kept, nil
}

// Receive is the pure half of Desk.Receive: the rules of the four facts that
// the regulation demands (clause 3.1.2) and the limits that start with them.
func Receive(o ReceiveOrder, g Ground, at time.Time) (Move, error) {
	if o.Received.IsZero() {
		o.Received = at
	}
	if o.Households < 1 {
		o.Households = 1
	}
	if o.Urgency == "" {
		o.Urgency = Normal
	}
	if err := o.check(g, at).err(); err != nil {
		return Move{}, err
	}
	i := Issue{
		Project: o.Project, State: Accepted, Level: o.Level, Intake: o.Intake, By: o.By,
		Registered: at, Rules: g.Rules.Version,
	}
	if i.Kind != Complaint {
		i.Level = ""
	}
	i.RouteDue = g.until(o.Received, g.Rules, "transfer", string(o.Urgency))
	i.Promise = g.promise(g.Rules, i, o.Received).Due
	i.Site = g.awaited(i, o.Received)
	if o.PromiseHow != "" {
		i.Promised = Promised{At: at, How: o.PromiseHow, By: o.By, Until: i.Promise}
	}
	c := Case{Issue: i}
	m := c.begin(ActReceived, o.By, at, "")
	m.Draw, m.Act.Diffs = PrefixIntake, i.Promised.differences()
	return c.settle(m, g), nil
}

func (o ReceiveOrder) check(g Ground, at time.Time) Faults {
	var f Faults
	f.here(g, o.By)
	p, known := g.Projects[o.Project]
	f.unless(known && !p.Closed, "project", "missing")
	f = append(f, o.Intake.check(g, at, at, Intake{})...)
	f.unless(o.PromiseHow == "" || oneOf(o.PromiseHow, Methods), "promise-how", "unknown")
	if o.Kind == Complaint {
		f.grade(o.Level, o.Households, g.Rules)
	}
	return f
}

// check holds for a new intake and for a corrected one alike; typed is when it
// was first written down, was what stood there before. An odd code of an older file
// is not made worse by a correction of something else.
func (o Intake) check(g Ground, at, typed time.Time, was Intake) Faults {
	var f Faults
	f.reporter(o.Reporter, was.Reporter.Owner)
	f.place(o.Place)
	f.unless(o.Channel != "", "channel", "missing")
	f.unless(o.Channel == "" || o.Channel == was.Channel || knows(g, listChannel, Channels, o.Channel), "channel", "unknown")
	f.unless(o.Kind != "", "kind", "missing")
	listed(&f, o.Kind, was.Kind, Kinds, "kind")
	f.integrityKind(o, was)
	f.unless(o.Category != "", "category", "missing")
	f.unless(o.Category == "" || o.Category == was.Category || g.KnowsCategory(o.Category), "category", "unknown")
	f.unless(oneOf(o.Urgency, Urgencies) || o.Urgency != "" && o.Urgency == was.Urgency, "urgency", "missing")
	listed(&f, o.ReplyHow, was.ReplyHow, Methods, "reply-how")
	f.text(strings.TrimSpace(o.Description), "description", true, LongestText)
	f.text(o.Wish, "wish", false, LongestText)
	f.past(o.Received, "received", at)
	f.text(o.ReceivedWhy, "received-why", false, LongestLine)
	f.text(o.ReplyWhen, "reply-when", false, LongestLine)
	f.text(o.Reference, "reference", false, LongestLine)
	f.unless(typed.Sub(o.Received) <= justNow || strings.TrimSpace(o.ReceivedWhy) != "", "received-why", "missing")
	f.unless(!o.Occurred.After(at), "occurred", "future")
	f.unless(o.Households <= 100000, "households", "too-many")
	return f
}

// reporter checks what the desk must know of whoever comes; was is what an older
// file says of him.
func (f *Faults) reporter(r Reporter, was OwnerKind) {
	f.unless(r.Anonymous || strings.TrimSpace(r.Name) != "", "name", "missing")
	f.text(r.Name, "name", false, LongestLine)
	f.unless(r.Refused || r.Reachable(), "contact", "missing")
	f.unless(!(r.Refused && r.Reachable()), "contact", "both")
	for _, way := range []string{r.Phone, r.Email, r.WeChat} {
		f.text(way, "contact", false, LongestLine)
	}
	f.unless(oneOf(r.Owner, OwnerKinds) || r.Owner != "" && r.Owner == was, "owner", "missing")
}

// place checks that a place is said.
func (f *Faults) place(p Place) {
	f.unless(strings.TrimSpace(p.Short()) != "", "place", "missing")
	f.text(p.Text, "place", false, LongestLine)
}

// RequiredTime is what the rules say for an issue as it stands on a form,
// before anything is saved: the limit, how it is counted, and under which rule.
func (g Ground) RequiredTime(i Issue, from time.Time) (workday.Answer, string) {
	rules := g.RulesOf(i.Rules)
	return g.capped(from, rules, i.Kind, i.handleKey()...)
}

// capped is a limit of the rules, or the longest that a complaint may take
// where that ends sooner: calendar days run through holidays, working days do
// not.
func (g Ground) capped(from time.Time, r Rules, kind Kind, parts ...string) (workday.Answer, string) {
	limit, most := r.Limit(parts...), r.cap(kind)
	answer := g.Calendar.Sooner(from, limit, most)
	if answer.Limit != limit && answer.Limit == most {
		return answer, "cap." + string(kind)
	}
	return answer, r.Key(parts...)
}
