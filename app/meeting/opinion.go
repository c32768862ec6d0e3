package meeting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
)

// How issues come in that were brought to a meeting, or gathered by the marketing
// department at sales and events (clause 2.4.2).
const (
	meetingChannel   app.Channel = "CH-MEET"
	marketingChannel app.Channel = "CH-SALES"
)

func (k Kind) channel() app.Channel {
	if k == Gathering {
		return marketingChannel
	}
	return meetingChannel
}

// IssueOrder makes an issue of an opinion. The intake is what IssueForm gave, with
// what the person put right.
type IssueOrder struct {
	Stand
	N      int // of the opinion
	Intake app.ReceiveOrder
}

// IssueForm is the intake that an opinion makes: who said it, how to reach them,
// what it is about. Often nothing is missing.
func (d *Desk) IssueForm(ctx context.Context, s Stand, n int) (app.ReceiveOrder, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return app.ReceiveOrder{}, err
	}
	r, err := d.Store.Record(ctx, s.Record)
	if err != nil {
		return app.ReceiveOrder{}, fmt.Errorf("read record %d: %w", s.Record, err)
	}
	v, err := r.toAnswer(n, s.By, g)
	if err != nil {
		return app.ReceiveOrder{}, err
	}
	who, ties := app.Person{Name: v.Name}, []app.Tie(nil)
	if v.Person != 0 {
		if who, err = d.Store.Person(ctx, v.Person); err == nil {
			ties, err = d.Store.PersonRooms(ctx, v.Person)
		}
		if err != nil && !errors.Is(err, app.ErrNotFound) {
			return app.ReceiveOrder{}, fmt.Errorf("read person %d: %w", v.Person, err)
		}
	}
	form := r.intake(v, who, ties, s.By, d.moment())
	if v.Room == "" {
		return form, nil
	}
	rooms, err := d.Store.EveryRoom(ctx, r.Project)
	if err != nil {
		return app.ReceiveOrder{}, fmt.Errorf("look for the room of an opinion: %w", err)
	}
	form.Place = roomSaid(v.Room, rooms)
	return form, nil
}

// intake is the pure half of IssueForm.
func (r Record) intake(v Opinion, who app.Person, ties []app.Tie, by app.StaffID, at time.Time) app.ReceiveOrder {
	if r.Kind == Gathering {
		return r.gathered(v, who, ties, by, at)
	}
	return r.spoken(v, who, ties, by, at)
}

// spoken is the intake of what was said at a meeting.
func (r Record) spoken(v Opinion, who app.Person, ties []app.Tie, by app.StaffID, at time.Time) app.ReceiveOrder {
	o := app.ReceiveOrder{Project: r.Project, By: by, Intake: app.Intake{
		Received: at, Channel: r.Kind.channel(), Kind: app.Suggestion, Category: v.Category, Urgency: app.Normal,
		Reporter:    app.Reporter{Person: who.ID, Owner: "OW-SELF", Name: who.Name, Email: who.Email, WeChat: who.WeChat},
		Place:       app.Place{Area: v.Area, Text: v.Place},
		Description: v.Text,
	}}
	if !r.Begins.IsZero() && r.Begins.Before(at) { // limits run from when it was said
		o.Received, o.ReceivedWhy = r.Begins, r.Number
	}
	if len(who.Phones) > 0 {
		o.Reporter.Phone = who.Phones[0]
	}
	o.Reporter.Refused = !o.Reporter.Reachable()
	o.Reporter.Anonymous = strings.TrimSpace(o.Reporter.Name) == ""
	if o.Reporter.Anonymous {
		o.Reporter.Owner = app.Anonymous
	}
	for _, t := range ties {
		if !t.Ended {
			o.Reporter.Owner = t.Owner
			break
		}
	}
	return o
}

// toAnswer finds an opinion that may still become an issue.
func (r Record) toAnswer(n int, by app.StaffID, g app.Ground) (Opinion, error) {
	var f faults
	f.may(g, by, r.Head)
	f.open(r, Planned, Frozen, Held, Minuted)
	there := n > 0 && n <= len(r.Opinions) && !r.Opinions[n-1].Gone
	f.unless(there, "opinions", "unknown")
	f.unless(!there || !r.Opinions[n-1].Answered(), "opinion", "taken")
	if err := f.err(); err != nil {
		return Opinion{}, err
	}
	return r.Opinions[n-1], nil
}

// Issue makes an issue of an opinion: it is received as any other, through the
// channel "meeting" or "marketing", and the opinion names its number from then on.
// Both are kept together or not at all.
func (d *Desk) Issue(ctx context.Context, o IssueOrder) (app.Move, error) {
	d.issuing.Lock()
	defer d.issuing.Unlock()
	m, err := d.act(ctx, "issue of", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Raise(o, g, at) })
	if err != nil {
		return app.Move{}, err
	}
	d.Front.Changes.Tell(app.Change{Issue: m.Raised[0].Move.Issue.ID})
	return m.Raised[0].Move, nil
}

// Raise decides Desk.Issue.
func (r Record) Raise(o IssueOrder, g app.Ground, at time.Time) (Move, error) {
	v, err := r.toAnswer(o.N, o.By, g)
	if err != nil {
		return Move{}, err
	}
	o.Intake.Channel, o.Intake.By = r.Kind.channel(), o.By
	received, err := app.Receive(o.Intake, g, at)
	if err != nil {
		return Move{}, err
	}
	m := r.begin(ActIssue, o.By, at, "")
	v.Settled, v.SettledBy = at, o.By
	m.Opinions, m.Raised = []Opinion{v}, []Raised{{v.N, received}}
	return r.answered(m, at), nil
}

// Tied is the move once its issues were kept: only then are their numbers known,
// which the opinions and the timeline name.
func (m Move) Tied() Move {
	m.Opinions = slices.Clone(m.Opinions)
	var numbers []string
	for _, one := range m.Raised {
		i := slices.IndexFunc(m.Opinions, func(v Opinion) bool { return v.N == one.N })
		if i < 0 {
			continue
		}
		was := m.Opinions[i]
		fresh := was
		fresh.Issue, fresh.Number = one.Move.Issue.ID, one.Move.Issue.Shown()
		m.Opinions[i] = fresh
		numbers = append(numbers, fresh.Number)
		m.Act.Diffs = append(m.Act.Diffs, trace.Differences(fmt.Sprintf("opinions.%d.", was.N), was, fresh)...)
	}
	if m.Act.Note == "" {
		m.Act.Note = strings.Join(numbers, " ")
	}
	return m
}

// Brought lists the issues that a record's opinions became.
func (r Record) Brought() []app.IssueID {
	var ids []app.IssueID
	for _, v := range r.Opinions {
		if v.Issue != 0 && !slices.Contains(ids, v.Issue) {
			ids = append(ids, v.Issue)
		}
	}
	return ids
}
