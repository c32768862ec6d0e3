package sample

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// MeetingTexts is what is said around the table.
type MeetingTexts struct {
	Place     string
	Goes      string
	Accounts  map[string]AccountText // by key of department
	Opinions  []OpinionText
	Questions []QuestionText
	Decisions []string
	Actions   []ActionText // the first of each meeting is done, the second put off, the third still open
	Cause     string
	Taken     string
	Plan      string
	Postponed string
	Points    map[string]PointText // by key of the agenda
	Checked   string
}

// AccountText is what a department tells of its month.
type AccountText struct{ Done, Doing, Next, Needs string }

// PointText is what the minutes say of an item of the agenda.
type PointText struct{ Points, Conclusion string }

// OpinionText is what an owner asks for, and what is said to it.
type OpinionText struct {
	Text, Answer string
	Category     app.Category
}

// QuestionText is a question that many have.
type QuestionText struct{ Question, Answer, Basis string }

// ActionText is something that a department is given to do.
type ActionText struct{ What, Dept, Verify string }

// meetings is how many of the last whole months have had their meeting.
const meetings = 2

// Meet holds the monthly meetings of the first estate about the last whole
// months: planned, frozen, held, with their minutes and what came of them. It
// asks the same rules as the window does, by a clock of its own. What lies after
// the moment at which the office stands still has not happened. Before each step
// meanwhile lets happen what came before it elsewhere.
func (w *World) Meet(ctx context.Context, front app.Store, store meeting.Store, meanwhile func(time.Time) error) error {
	c := &table{w: w, ctx: ctx, store: store, meanwhile: meanwhile}
	c.desk = &meeting.Desk{Front: &app.Desk{Store: front, Now: func() time.Time { return c.now }, Changes: &app.Changes{}}, Store: store}
	until := w.order.Until
	for back := meetings; back > 0; back-- {
		month := time.Date(until.Year(), until.Month()-time.Month(back), 1, 0, 0, 0, 0, until.Location())
		if err := c.meet(month, meetings-back); err != nil {
			return fmt.Errorf("sample meeting about %s: %w", month.Format("2006-01"), err)
		}
	}
	return nil
}

// table is where a meeting sits.
type table struct {
	w     *World
	ctx   context.Context
	store meeting.Store
	desk  *meeting.Desk
	now   time.Time
	given []meeting.ActionID // by the meeting before

	meanwhile func(time.Time) error
}

// at moves the clock to an hour of the n-th working day after a month, and tells
// whether that has come yet.
func (c *table) at(month time.Time, workdays, hour, minute int) bool {
	day := workday.DayOf(month.AddDate(0, 1, -1))
	for n := 0; n < workdays; {
		if day = day.AddDays(1); c.w.order.Calendar.Works(day) {
			n++
		}
	}
	c.now = day.At(workday.Clock(hour*60+minute), month.Location())
	return !c.now.After(c.w.order.Until)
}

// meet takes one meeting as far as its time has come.
func (c *table) meet(month time.Time, nth int) error {
	w := c.w
	clerk, chair := w.teams[desk][1].ID, w.head(desk).ID
	if !c.at(month, 2, 10, 0) {
		return nil
	}
	planned := c.now
	c.at(month, 6, 15, 0)
	begins := c.now
	c.now = planned
	m, err := c.desk.Plan(c.ctx, meeting.PlanOrder{
		Kind: meeting.Monthly, Project: w.Projects[0].ID, By: clerk, About: workday.DayOf(month),
		Details: meeting.Details{Begins: begins, Ends: begins.Add(2 * time.Hour), Place: w.order.Texts.Meeting.Place, Chair: chair, Recorder: clerk},
	})
	if err != nil {
		return err
	}
	by := meeting.Stand{Record: m.Head.ID, By: clerk}
	for _, step := range []struct {
		workdays, hour, minute int
		take                   func(meeting.Stand, int) error
	}{
		{4, 9, 30, c.prepare}, {4, 17, 0, c.seeTo}, {5, 16, 0, c.freeze}, {6, 17, 5, c.hold}, {7, 15, 0, c.minute},
	} {
		if !c.at(month, step.workdays, step.hour, step.minute) {
			return nil
		}
		if err := c.meanwhile(c.now); err != nil {
			return err
		}
		err := c.w.heard(step.take(by, nth))
		if errors.Is(err, errRefused) { // it stays where it stands
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// prepare invites owners and lets the departments write their reports.
func (c *table) prepare(by meeting.Stand, _ int) error {
	r, err := c.store.Record(c.ctx, by.Record)
	if err != nil {
		return err
	}
	guests := meeting.Live(r.Guests)
	if !invited(guests) {
		for _, door := range c.w.doors[c.w.Projects[0].ID][:3] {
			home := c.w.house[door]
			guests = append(guests, meeting.Guest{Group: meeting.OwnerGuest, Invited: true, Person: home.who[0].Person, Area: home.place.Area})
		}
	}
	accounts := meeting.Live(r.Accounts)
	for i := range accounts {
		for key, said := range c.w.order.Texts.Meeting.Accounts {
			if c.w.depts[key] == accounts[i].Dept {
				accounts[i].Done, accounts[i].Doing, accounts[i].Next, accounts[i].Needs = said.Done, said.Doing, said.Next, said.Needs
			}
		}
	}
	_, err = c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: by, Guests: &guests, Accounts: &accounts})
	return err
}

func invited(guests []meeting.Guest) bool {
	for _, g := range guests {
		if g.Group == meeting.OwnerGuest {
			return true
		}
	}
	return false
}

func (c *table) freeze(by meeting.Stand, _ int) error {
	_, err := c.desk.Freeze(c.ctx, meeting.FreezeOrder{Stand: by})
	return err
}

// seeTo is what became of the items of the meeting before: one done and seen,
// one put off, one still open.
func (c *table) seeTo(by meeting.Stand, _ int) error {
	t := c.w.order.Texts.Meeting
	for i, id := range c.given {
		stand := meeting.ActionStand{Action: id, By: by.By}
		var err error
		switch i {
		case 0:
			a, asked := c.store.Action(c.ctx, id)
			if asked != nil {
				return asked
			}
			if _, err = c.desk.Finish(c.ctx, meeting.FinishOrder{ActionStand: stand, DoneBy: a.Person, Progress: t.Checked}); err == nil {
				_, err = c.desk.Verify(c.ctx, meeting.VerifyOrder{ActionStand: meeting.ActionStand{Action: id, By: c.w.head(desk).ID}, Good: true, Note: t.Checked})
			}
		case 1:
			_, err = c.desk.Postpone(c.ctx, meeting.PostponeOrder{ActionStand: stand, Due: workday.DayOf(c.now).AddDays(21), Why: t.Postponed})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *table) headOf(d app.DeptID) app.StaffID {
	for _, s := range c.w.Staff {
		if s.Dept == d && s.Role == app.Head {
			return s.ID
		}
	}
	return c.w.head(engineering).ID
}

// hold notes who came and what was said, and gives the departments their tasks.
func (c *table) hold(by meeting.Stand, nth int) error {
	r, err := c.store.Record(c.ctx, by.Record)
	if err != nil {
		return err
	}
	w, t := c.w, c.w.order.Texts.Meeting
	guests := meeting.Live(r.Guests)
	for i := range guests {
		guests[i].Presence = meeting.Came
	}
	if len(guests) > 4 {
		guests[len(guests)-1].Presence = meeting.Excused
	}
	if _, err = c.desk.Hold(c.ctx, meeting.HoldOrder{Stand: by}); err != nil {
		return err
	}
	order := meeting.ChangeOrder{Stand: by, Guests: &guests}
	opinions, answers, decisions := c.said(guests, nth)
	order.Opinions, order.Answers, order.Decisions = &opinions, &answers, &decisions
	if problems := meeting.Live(r.Problems); len(problems) > 0 {
		problems[0].Cause, problems[0].Taken, problems[0].Plan = t.Cause, t.Taken, t.Plan
		problems[0].Dept, problems[0].Due = c.w.depts[engineering], workday.DayOf(c.now).AddDays(30)
		for i := 1; i < len(problems); i++ {
			p, team := &problems[i], teamOf(problems[i].Category)
			p.Cause, p.Taken, p.Plan = w.phrase("root"), w.phrase("corrective"), w.phrase("preventive")
			p.Dept, p.Person, p.Due = w.depts[team], w.head(team).Name, workday.DayOf(c.now).AddDays(14+7*(i%4))
		}
		order.Problems = &problems
	}
	agenda := meeting.Live(r.Agenda)
	for i := range agenda {
		agenda[i].Points, agenda[i].Conclusion = t.Points[agenda[i].Key].Points, t.Points[agenda[i].Key].Conclusion
	}
	order.Agenda = &agenda
	if _, err := c.desk.Change(c.ctx, order); err != nil {
		return err
	}
	return c.give(by, nth)
}

// said is every other of what the texts have, so that two meetings differ.
func (c *table) said(guests []meeting.Guest, nth int) (opinions []meeting.Opinion, answers []meeting.Answer, decisions []meeting.Decision) {
	t := c.w.order.Texts.Meeting
	var owners []meeting.Guest
	for _, g := range guests {
		if g.Group == meeting.OwnerGuest && g.Presence == meeting.Came {
			owners = append(owners, g)
		}
	}
	for i := nth; i < len(t.Opinions) && len(owners) > 0; i += meetings {
		o := owners[i%len(owners)]
		opinions = append(opinions, meeting.Opinion{Person: o.Person, Area: o.Area, Text: t.Opinions[i].Text, Category: t.Opinions[i].Category,
			Answer: t.Opinions[i].Answer, By: c.w.head(desk).Name})
	}
	for i := nth; i < len(t.Questions); i += meetings {
		answers = append(answers, meeting.Answer{Question: t.Questions[i].Question, Answer: t.Questions[i].Answer, Basis: t.Questions[i].Basis, By: c.w.head(property).Name})
	}
	for i := nth; i < len(t.Decisions); i += meetings {
		decisions = append(decisions, meeting.Decision{Text: t.Decisions[i]})
	}
	return opinions, answers, decisions
}

func (c *table) give(by meeting.Stand, nth int) error {
	var order meeting.GiveOrder
	order.Stand = by
	t := c.w.order.Texts.Meeting
	for i := nth; i < len(t.Actions); i += meetings {
		dept := c.w.depts[t.Actions[i].Dept]
		order.Actions = append(order.Actions, meeting.NewAction{
			Task: meeting.Task{What: t.Actions[i].What, Dept: dept, Person: c.headOf(dept), Verify: t.Actions[i].Verify},
			Due:  workday.DayOf(c.now).AddDays(14),
		})
	}
	if _, err := c.desk.Give(c.ctx, order); err != nil {
		return err
	}
	all, err := c.store.Actions(c.ctx, meeting.WantedActions{Source: by.Record})
	if err != nil {
		return err
	}
	c.given = nil
	for _, a := range all {
		c.given = append(c.given, a.ID)
	}
	return nil
}

func (c *table) minute(by meeting.Stand, _ int) error {
	_, err := c.desk.Minute(c.ctx, meeting.MinuteOrder{Stand: by, Goes: c.w.order.Texts.Meeting.Goes})
	return err
}
