package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"ownerdesk/app/workday"
)

// AmendOrder corrects what was written down at intake; the timeline keeps what
// stood there before.
type AmendOrder struct {
	Stand
	Intake
	Level Level
	Why   string
}

// Amend corrects an intake.
func (d *Desk) Amend(ctx context.Context, o AmendOrder) (Move, error) {
	return d.act(ctx, "amend", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Amend(o, g, at)
	})
}

// Amend decides Desk.Amend. Once a slip is out, what it printed about kind and
// receipt stays; but between two rounds anything may turn into a complaint.
func (c Case) Amend(o AmendOrder, g Ground, at time.Time) (Move, error) {
	if sameMinute(o.Received, c.Received) {
		o.Received = c.Received
	}
	o.Households = max(1, o.Households)
	var f Faults
	f.open(c)
	f = append(f, o.Intake.check(g, at, c.Registered, c.Intake)...)
	f.text(strings.TrimSpace(o.Why), "why", true, LongestText)
	out := len(c.Rounds) > 0
	turns := o.Kind == Complaint && oneOf(c.State, []State{Accepted, Retransferred})
	f.unless(!out || o.Kind == "" || o.Kind == c.Kind || turns, "kind", "slip-out")
	f.unless(!out || o.Received.Equal(c.Received), "received", "slip-out")
	if o.Kind == Complaint {
		f.grade(o.Level, o.Households, g.RulesOf(c.Rules))
	}
	f.unless(o.Related == 0 || o.Related != c.ID, "related", "same")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActAmended, o.By, at, strings.TrimSpace(o.Why))
	m.Act.Diffs = intakeDifferences(c.Intake, o.Intake)
	m.Issue.Intake = o.Intake
	if o.Kind == Complaint {
		m.Issue.Level = o.Level
	} else {
		m.Issue.Level = ""
	}
	if !out {
		c.amendLimits(&m.Issue, g)
	}
	if !c.Restricted() && oneOf(c.State, []State{Handling, Rework}) {
		m.toManager(c, o.By)
	}
	return c.settle(m, g), nil
}

// amendLimits counts anew what stands on an answer that was corrected. Whatever
// else was corrected, a promise once given stays.
func (c Case) amendLimits(i *Issue, g Ground) {
	rules, came := g.RulesOf(c.Rules), !i.Received.Equal(c.Received)
	if came || i.Urgency != c.Urgency {
		from := c
		from.Received = i.Received
		i.RouteDue = g.until(from.came(), rules, "transfer", string(i.Urgency))
	}
	if came || i.Kind != c.Kind || i.Urgency != c.Urgency {
		i.Site = g.awaited(*i, i.Received)
	}
	if came || i.Kind != c.Kind || i.Urgency != c.Urgency || i.Level != c.Level {
		i.Promise = g.promise(rules, *i, i.Received).Due
	}
}

// sameMinute reports whether a form that shows minutes shows both alike.
func sameMinute(a, b time.Time) bool {
	return a.Truncate(time.Minute).Equal(b.Truncate(time.Minute))
}

// tick is how a box of the form stands in the timeline.
func tick(set bool) string {
	if set {
		return "✓"
	}
	return ""
}

// intakeDifferences lists what a correction changed beyond what differences
// finds on the issue.
func intakeDifferences(a, b Intake) []Difference {
	var d []Difference
	add := func(field, old, new string) {
		if old != new {
			d = append(d, Difference{field, old, new})
		}
	}
	add("received", moment(a.Received), moment(b.Received))
	add("received-why", a.ReceivedWhy, b.ReceivedWhy)
	add("channel", string(a.Channel), string(b.Channel))
	d = append(d, reporterDifferences(a.Reporter, b.Reporter)...)
	add("place", a.Place.Short(), b.Place.Short())
	add("description", a.Description, b.Description)
	add("wish", a.Wish, b.Wish)
	add("occurred", moment(a.Occurred), moment(b.Occurred))
	add("households", id(a.Households), id(b.Households))
	add("no-reply", tick(a.NoReply), tick(b.NoReply))
	add("reply-how", string(a.ReplyHow), string(b.ReplyHow))
	add("reply-when", a.ReplyWhen, b.ReplyWhen)
	add("reference", a.Reference, b.Reference)
	return d
}

func reporterDifferences(a, b Reporter) []Difference {
	all := []Difference{
		{"owner", string(a.Owner), string(b.Owner)},
		{"anonymous", tick(a.Anonymous), tick(b.Anonymous)},
		{"name", a.Name, b.Name},
		{"phone", a.Phone, b.Phone},
		{"email", a.Email, b.Email},
		{"wechat", a.WeChat, b.WeChat},
		{"no-contact", tick(a.Refused), tick(b.Refused)},
	}
	return slices.DeleteFunc(all, func(d Difference) bool { return d.Old == d.New })
}

// AttachOrder adds files that are already in the store beside the database.
type AttachOrder struct {
	Stand
	Files []Attachment // Name, Hash, Size, Note, Closed
}

// Attach adds files to an issue.
func (d *Desk) Attach(ctx context.Context, o AttachOrder) (Move, error) {
	return d.act(ctx, "attach", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Attach(o, g, at)
	})
}

// Attach decides Desk.Attach.
func (c Case) Attach(o AttachOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.unless(len(o.Files) > 0, "files", "missing")
	for _, a := range o.Files {
		f.unless(a.Name != "" && len(a.Hash) == 64, "files", "incomplete")
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	names := make([]string, len(o.Files))
	m := c.begin(ActAttached, o.By, at, "")
	for i, a := range o.Files {
		a.N, a.At, a.By = len(c.Attachments)+i+1, at, o.By
		m.Attached = append(m.Attached, a)
		names[i] = a.Name
	}
	m.Act.Note = strings.Join(names, "、")
	return c.settle(m, g), nil
}

// MoveDueOrder confirms that a limit follows a calendar loaded later.
type MoveDueOrder struct{ Stand }

// MoveDue lets the current limit follow the calendar as it is now. The printed
// required time stays on its slip; only the limit that counts moves.
func (d *Desk) MoveDue(ctx context.Context, o MoveDueOrder) (Move, error) {
	return d.act(ctx, "move limit", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.MoveDue(o, g, at)
	})
}

// MoveDue decides Desk.MoveDue. A limit that was extended, reworked or set by
// hand does not follow, nor one of work that is done. It is no act on the owner's
// matter, so a closing that waits does not keep it.
func (c Case) MoveDue(o MoveDueOrder, g Ground, at time.Time) (Move, error) {
	r, there := c.Current()
	var f Faults
	f.unless(c.Open(), "issue", "closed")
	f.unless(oneOf(c.State, []State{Handling, Rework}), "issue", "not-now")
	answer := c.Followed(r, g)
	f.unless(there && r.Effect.Equal(r.RuleDue) && (r.Unsure || !answer.Due.Equal(r.Effect)), "issue", "not-now")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActDueMoved, o.By, at, "")
	r = r.counted(answer)
	r.Effect = answer.Due
	m.Round, m.Issue.Due = &r, answer.Due
	m.Issue = m.Issue.within(answer.Due)
	return c.settle(m, g), nil
}

// Followed is the limit of a round by the calendar as it is now, within the longest
// that the issue may take.
func (c Case) Followed(r Round, g Ground) workday.Answer {
	return g.Calendar.Sooner(c.LimitFrom(r), r.Limit, g.RulesOf(c.Rules).cap(c.Kind))
}
