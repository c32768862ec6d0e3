package sample

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// WeekText is what a department tells of its week: of its own field, and what went
// wrong.
type WeekText struct {
	Module                                        meeting.Module
	Done, Doing, Next, Problem, Cause, Plan, Task string
	Rounds, Found, Mended                         int
}

// recently is for how many weeks engineering has sat down, too; the regulation asks it
// of the property department alone.
const recently = 8

// tellsOfWeeks lets the property department, and of late another one, sit down at the
// end of each week of the months that are met about. Once in a while nobody does.
func (c *gathering) tellsOfWeeks() {
	weeks := 13 * c.w.months() / 3
	for back := weeks; back >= 0; back-- {
		monday := workday.DayOf(c.w.order.Until).AddDays(-7 * back)
		monday = monday.AddDays(-(int(monday.Weekday()) + 6) % 7)
		day := monday.AddDays(6)
		for day != monday && !c.w.order.Calendar.Works(day) {
			day = day.AddDays(-1)
		}
		if !c.w.order.Calendar.Works(day) || back%19 == 12 { // a week of holidays, or of haste
			continue
		}
		c.week(property, day, weeks-back)
		if back <= recently {
			c.week(engineering, day, weeks-back)
		}
	}
}

// week is the meeting of one department about one week: prepared at noon, its figures
// kept, held, and written down before everybody goes home.
func (c *gathering) week(key string, day workday.Date, nth int) {
	all := c.w.order.Texts.Records.Weeks[key]
	if len(all) == 0 {
		return
	}
	t, dept := all[nth%len(all)], c.w.depts[key]
	s := &sheetOf{by: c.w.head(key).ID}
	at := func(clock workday.Clock) time.Time { return day.At(clock, c.w.order.Until.Location()) }
	c.add(s, at(11*60), func(s *sheetOf) error {
		if err := c.finished(dept, s); err != nil {
			return err
		}
		return c.plan(s, meeting.PlanOrder{Kind: meeting.Weekly, About: day, Details: meeting.Details{
			Begins: at(16 * 60), Ends: at(16*60 + 40), Dept: dept, Chair: s.by, Recorder: c.w.worker(key).ID, Contact: c.w.worker(key).ID,
		}})
	})
	c.add(s, at(15*60), func(s *sheetOf) error { return c.tells(s, t, dept) })
	c.add(s, at(15*60+30), c.freeze)
	c.add(s, at(16*60+45), c.hold)
	c.add(s, at(16*60+55), func(s *sheetOf) error { return c.promises(s, t, dept) })
	c.add(s, at(17*60+20), c.minute)
}

// tells fills in a department's week.
func (c *gathering) tells(s *sheetOf, t WeekText, dept app.DeptID) error {
	r, err := c.store.Record(c.ctx, s.id)
	if err != nil {
		return err
	}
	told := meeting.Live(r.Accounts)
	for i := range told {
		if a := &told[i]; a.Module == t.Module {
			a.Done, a.Doing, a.Next, a.Rounds, a.Found, a.Mended = t.Done, t.Doing, t.Next, t.Rounds, t.Found, t.Mended
		}
	}
	problems := append(meeting.Live(r.Problems), meeting.Problem{Title: t.Problem, Cause: t.Cause, Plan: t.Plan, Dept: dept, ByHand: true})
	_, err = c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Accounts: &told, Problems: &problems})
	return err
}

// promises notes who came, and gives the department its task of the next week.
func (c *gathering) promises(s *sheetOf, t WeekText, dept app.DeptID) error {
	r, err := c.store.Record(c.ctx, s.id)
	if err != nil {
		return err
	}
	guests := meeting.Live(r.Guests)
	for i := range guests {
		guests[i].Presence = meeting.Came
	}
	if _, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Guests: &guests}); err != nil {
		return err
	}
	if _, err := c.desk.Give(c.ctx, meeting.GiveOrder{Stand: s.stand(), Actions: []meeting.NewAction{{
		Task: meeting.Task{What: t.Task, Dept: dept, Person: r.Contact}, Due: workday.DayOf(c.now).AddDays(7),
	}}}); err != nil {
		return err
	}
	given, err := c.store.Actions(c.ctx, meeting.WantedActions{Source: s.id})
	if len(given) > 0 {
		c.given[dept] = given[0].ID
	}
	return err
}

// finished is what became of the task of the week before: done and seen, mostly.
func (c *gathering) finished(dept app.DeptID, s *sheetOf) error {
	id, there := c.given[dept]
	if !there || c.w.chance.of(25) {
		return nil
	}
	delete(c.given, dept)
	a, err := c.store.Action(c.ctx, id)
	if err != nil {
		return err
	}
	return c.done(a, s.by, c.w.order.Texts.Records.Talk.Kept)
}
