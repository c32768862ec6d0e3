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

// meetingChannel is how issues come in that were brought to a meeting.
const meetingChannel app.Channel = "CH-MEET"

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
	v, err := r.opinion(n, s.By, g)
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
	return r.intake(v, who, ties, s.By, d.moment()), nil
}

// intake is the pure half of IssueForm.
func (r Record) intake(v Opinion, who app.Person, ties []app.Tie, by app.StaffID, at time.Time) app.ReceiveOrder {
	o := app.ReceiveOrder{Project: r.Project, By: by, Intake: app.Intake{
		Received: at, Channel: meetingChannel, Kind: app.Suggestion, Category: v.Category, Urgency: app.Normal,
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

// opinion finds an opinion that may still become an issue.
func (r Record) opinion(n int, by app.StaffID, g app.Ground) (Opinion, error) {
	var f faults
	f.may(g, by, r.Head)
	f.open(r, Planned, Frozen, Held, Minuted)
	there := n > 0 && n <= len(r.Opinions) && !r.Opinions[n-1].Gone
	f.unless(there, "opinions", "unknown")
	f.unless(!there || r.Opinions[n-1].Issue == 0, "opinion", "taken")
	if err := f.err(); err != nil {
		return Opinion{}, err
	}
	return r.Opinions[n-1], nil
}

// Issue makes an issue of an opinion: it is received as any other, through the
// channel "meeting", and the opinion names its number from then on. Both are kept
// together or not at all.
func (d *Desk) Issue(ctx context.Context, o IssueOrder) (app.Move, error) {
	d.issuing.Lock()
	defer d.issuing.Unlock()
	o.Intake.Channel, o.Intake.By = meetingChannel, o.By
	m, err := d.act(ctx, "issue of", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Raise(o, g, at) })
	if err != nil {
		return app.Move{}, err
	}
	d.Front.Changes.Tell(app.Change{Issue: m.Intake.Issue.ID})
	return *m.Intake, nil
}

// Raise decides Desk.Issue.
func (r Record) Raise(o IssueOrder, g app.Ground, at time.Time) (Move, error) {
	v, err := r.opinion(o.N, o.By, g)
	if err != nil {
		return Move{}, err
	}
	received, err := app.Receive(o.Intake, g, at)
	if err != nil {
		return Move{}, err
	}
	m := r.begin(ActIssue, o.By, at, "")
	m.Opinions, m.Intake = []Opinion{v}, &received
	return m, nil
}

// Tied is the move once its issue was kept: only then is its number known, which
// the opinion and the timeline name.
func (m Move) Tied() Move {
	if m.Intake == nil || len(m.Opinions) != 1 {
		return m
	}
	v := m.Opinions[0]
	fresh := v
	fresh.Issue, fresh.Number = m.Intake.Issue.ID, m.Intake.Issue.Number
	m.Opinions, m.Act.Note = []Opinion{fresh}, fresh.Number
	m.Act.Diffs = trace.Differences(fmt.Sprintf("opinions.%d.", v.N), v, fresh)
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
