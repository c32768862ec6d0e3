package app

import (
	"context"
	"strings"
	"time"

	"ownerdesk/app/workday"
)

// Scene is what an emergency waits for on site.
type Scene string

// Somebody arrives, then brings it under control; the empty Scene waits for nothing.
const (
	SceneArrive  Scene = "arrive"
	SceneControl Scene = "control"
)

// OnSite is until when somebody had to be on site and have it under control, and
// when that was. A limit that the rules do not give is zero.
type OnSite struct {
	ArriveDue  time.Time
	ControlDue time.Time
	Arrived    time.Time
	Who        string // came
	Controlled time.Time
	How        string // brought under control
}

// onSite is a limit of the rules for getting to an issue: of its kind and urgency,
// else of its urgency, whatever it is about.
func (r Rules) onSite(what string, i Issue) workday.Limit {
	if l := r.Limit(what, string(i.Kind), string(i.Urgency)); !l.IsZero() {
		return l
	}
	return r.Limits[what+"."+string(i.Urgency)]
}

// OnSiteLimits are the limits for arriving and for control that the rules give an
// issue, zero for none. Praise asks nobody to come.
func (g Ground) OnSiteLimits(i Issue) (arrive, control workday.Limit) {
	if i.Kind == Commendation {
		return arrive, control
	}
	r := g.RulesOf(i.Rules)
	return r.onSite("arrive", i), r.onSite("control", i)
}

// awaited is when somebody has to be on site, counted from a moment.
func (g Ground) awaited(i Issue, from time.Time) OnSite {
	site := i.Site
	due := func(l workday.Limit) time.Time {
		if l.N == 0 {
			return time.Time{}
		}
		t, _ := g.Calendar.When(from, l)
		return t
	}
	arrive, control := g.OnSiteLimits(i)
	site.ArriveDue, site.ControlDue = due(arrive), due(control)
	return site
}

// Waits is what an emergency waits for on site and until when, while it is worked
// on for the first time; what is less urgent has its limit, but does not press.
func (c Case) Waits() (Scene, time.Time) {
	switch s := c.Site; {
	case c.Urgency != Emergency, c.Issue.Round > 1, !oneOf(c.State, []State{Accepted, Handling}), !s.Controlled.IsZero():
		return "", time.Time{}
	case s.Arrived.IsZero() && !s.ArriveDue.IsZero():
		return SceneArrive, s.ArriveDue
	case !s.ControlDue.IsZero():
		return SceneControl, s.ControlDue
	}
	return "", time.Time{}
}

// SceneOrder is who came when, or how it was brought under control and when.
type SceneOrder struct {
	Stand
	At  time.Time
	Who string
	How string
}

// Arrive records that somebody arrived on site.
func (d *Desk) Arrive(ctx context.Context, o SceneOrder) (Move, error) {
	return d.act(ctx, "arrive", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Arrive(o, g, at)
	})
}

// Control records that an emergency was brought under control.
func (d *Desk) Control(ctx context.Context, o SceneOrder) (Move, error) {
	return d.act(ctx, "control", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Control(o, g, at)
	})
}

// Arrive decides Desk.Arrive. It may be entered after the work was reported done.
func (c Case) Arrive(o SceneOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	who := strings.TrimSpace(o.Who)
	var f Faults
	f.open(c)
	f.unless(!c.Site.ArriveDue.IsZero() && c.Site.Arrived.IsZero(), "issue", "not-now")
	f.text(who, "came", true, LongestLine)
	f.past(o.At, "on-site-at", at)
	f.unless(notEarlier(o.At, c.Received), "on-site-at", "before-received")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActArrived, o.By, at, who)
	m.Issue.Site.Arrived, m.Issue.Site.Who = o.At, who
	m.Act.Diffs = []Difference{{"on-site-at", "", moment(o.At)}}
	return c.settle(m, g), nil
}

// Control decides Desk.Control. Nobody has it under control before somebody is there.
func (c Case) Control(o SceneOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	how := strings.TrimSpace(o.How)
	var f Faults
	f.open(c)
	f.unless(!c.Site.ControlDue.IsZero() && c.Site.Controlled.IsZero(), "issue", "not-now")
	f.unless(c.Site.ArriveDue.IsZero() || !c.Site.Arrived.IsZero(), "issue", "not-arrived")
	f.text(how, "control-how", true, LongestText)
	f.past(o.At, "on-site-at", at)
	f.unless(notEarlier(o.At, later(c.Received, c.Site.Arrived)), "on-site-at", "before-arrived")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActControlled, o.By, at, how)
	m.Issue.Site.Controlled, m.Issue.Site.How = o.At, how
	m.Act.Diffs = []Difference{{"on-site-at", "", moment(o.At)}}
	return c.settle(m, g), nil
}

// notEarlier reports whether a moment is not before what came first. Forms show
// minutes; that it lacks is said elsewhere.
func notEarlier(t, first time.Time) bool {
	return t.IsZero() || !t.Before(first.Truncate(time.Minute))
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
