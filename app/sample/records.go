package sample

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// RecordTexts is what is posted, celebrated, talked over on site and told of a week.
type RecordTexts struct {
	Posted     string // where notices hang
	Notices    []NoticeText
	Activities []ActivityText
	Talk       TalkText
	Weeks      map[string][]WeekText // by key of department, one after the other
}

// NoticeText is a notice: how many days ago it was given out, and for which day; 0 is
// not yet.
type NoticeText struct {
	Ago         int
	Subject     meeting.Subject
	Title, Text string
}

// ActivityText is an activity, and how it went.
type ActivityText struct {
	Ago                      int // days; less than none: still ahead
	Title, Place, Text, Next string
	Came                     int
}

// TalkText is what is said where the trouble is.
type TalkText struct {
	Title, Place, Prepared, Unsettled, Promise, Verify, Kept string
	Found, Asked, Answered                                   []string
}

// WeekText is what a department tells of its week: of its own field, and what went
// wrong.
type WeekText struct {
	Module                                        meeting.Module
	Done, Doing, Next, Problem, Cause, Plan, Task string
	Rounds, Found, Mended                         int
}

// weeks is how many of the last whole weeks have had their meeting.
const weeks = 5

// talks is how many talks on site there were at most.
const talks = 6

// spoken is an issue that was worth a talk on site.
type spoken struct {
	issue    app.IssueID
	person   app.PersonID
	place    app.Place
	team     app.DeptID
	from, to time.Time // while the department had it
}

// speaksOf keeps an issue of the first estate in mind that many complained of, that
// weighs much, or that came back.
func (w *World) speaksOf(c app.Case) {
	r, there := c.Current()
	heavy := c.Level == app.Critical || c.Households >= 5 || c.Round > 1
	if !there || !heavy || c.Project != w.Projects[0].ID || c.Reporter.Person == 0 || r.Signed.IsZero() {
		return
	}
	s := spoken{issue: c.ID, person: c.Reporter.Person, place: c.Place, team: r.Lead, from: r.Signed, to: c.Done}
	if s.to.Before(s.from) {
		s.to = w.order.Until
	}
	w.spoken = append(w.spoken, s)
}

// Gather makes what the first estate posts, celebrates, talks over on site and tells
// of its weeks, as far as its time has come. It asks the same rules as the window does.
func (w *World) Gather(ctx context.Context, front app.Store, store meeting.Store) error {
	c := &gathering{w: w, ctx: ctx, store: store, given: map[app.DeptID]meeting.ActionID{}}
	c.desk = &meeting.Desk{Front: &app.Desk{Store: front, Now: func() time.Time { return c.now }, Changes: &app.Changes{}}, Store: store}
	c.posts()
	c.celebrates()
	c.talks()
	c.tellsOfWeeks()
	slices.SortStableFunc(c.acts, func(a, b gathered) int { return a.at.Compare(b.at) })
	for _, a := range c.acts {
		if a.at.After(w.order.Until) {
			return nil
		}
		if a.of.stuck {
			continue
		}
		c.now = a.at
		err := w.heard(a.take(a.of))
		if a.of.stuck = errors.Is(err, errRefused); err != nil && !a.of.stuck {
			return fmt.Errorf("sample record of %s: %w", a.at.Format(time.DateOnly), err)
		}
	}
	return nil
}

// gathering is who does that.
type gathering struct {
	w     *World
	ctx   context.Context
	store meeting.Store
	desk  *meeting.Desk
	now   time.Time
	acts  []gathered
	given map[app.DeptID]meeting.ActionID // by a department's last week
}

// sheetOf is one record on its way.
type sheetOf struct {
	id    meeting.RecordID
	by    app.StaffID
	stuck bool
}

// gathered is what is done to a record at a moment.
type gathered struct {
	at   time.Time
	of   *sheetOf
	take func(*sheetOf) error
}

func (c *gathering) add(of *sheetOf, at time.Time, take func(*sheetOf) error) {
	c.acts = append(c.acts, gathered{at, of, take})
}

// works is a moment of the working day so many days ago, or of the next one.
func (c *gathering) works(ago int, clock workday.Clock) time.Time {
	day := workday.DayOf(c.w.order.Until).AddDays(-ago)
	for !c.w.order.Calendar.Works(day) {
		day = day.AddDays(1)
	}
	return day.At(clock, c.w.order.Until.Location())
}

func (s *sheetOf) stand() meeting.Stand { return meeting.Stand{Record: s.id, By: s.by} }

func (c *gathering) plan(s *sheetOf, o meeting.PlanOrder) error {
	o.Project, o.By = c.w.Projects[0].ID, s.by
	m, err := c.desk.Plan(c.ctx, o)
	s.id = m.Head.ID
	return err
}

func (c *gathering) hold(s *sheetOf) error {
	_, err := c.desk.Hold(c.ctx, meeting.HoldOrder{Stand: s.stand()})
	return err
}

func (c *gathering) minute(s *sheetOf) error {
	_, err := c.desk.Minute(c.ctx, meeting.MinuteOrder{Stand: s.stand()})
	return err
}

// posts writes notices, and hangs them where everybody passes.
func (c *gathering) posts() {
	t := c.w.order.Texts.Records
	for _, n := range t.Notices {
		s := &sheetOf{by: c.w.teams[desk][1].ID}
		hung := c.works(max(n.Ago, 0), 11*60)
		c.add(s, c.works(max(n.Ago, 2)+1, 10*60), func(s *sheetOf) error {
			d := meeting.Details{Title: n.Title, Subject: n.Subject, Text: n.Text, Begins: hung.AddDate(0, 0, 3), Ends: hung.AddDate(0, 0, 3).Add(6 * time.Hour)}
			return c.plan(s, meeting.PlanOrder{Kind: meeting.Notice, Details: d})
		})
		if n.Ago <= 0 {
			continue
		}
		c.add(s, hung, c.hold)
		c.add(s, hung.Add(time.Hour), func(s *sheetOf) error {
			told := []meeting.Told{{Whom: t.Posted, How: app.Notice, At: c.now.Add(-20 * time.Minute), By: s.by}}
			_, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Told: &told})
			return err
		})
	}
}

// celebrates plans activities, and writes down how they went.
func (c *gathering) celebrates() {
	for _, a := range c.w.order.Texts.Records.Activities {
		s := &sheetOf{by: c.w.head(property).ID}
		begins := c.works(a.Ago, 14*60)
		c.add(s, c.works(max(a.Ago, 0)+9, 9*60+30), func(s *sheetOf) error {
			return c.plan(s, meeting.PlanOrder{Kind: meeting.Activity, Details: meeting.Details{
				Title: a.Title, Place: a.Place, Begins: begins, Ends: begins.Add(2 * time.Hour), Dept: c.w.depts[property],
			}})
		})
		c.add(s, begins.Add(3*time.Hour), func(s *sheetOf) error {
			r, err := c.store.Record(c.ctx, s.id)
			if err != nil {
				return err
			}
			d := r.Details
			d.Text, d.Headcount = a.Text, a.Came
			if _, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Details: &d}); err != nil {
				return err
			}
			return c.hold(s)
		})
		c.add(s, c.w.hours.after(begins, 600), c.minute)
	}
}

// talks lets the desk, the department and the owner meet where the trouble is.
func (c *gathering) talks() {
	w := c.w
	newest := slices.Clone(w.spoken)
	slices.SortStableFunc(newest, func(a, b spoken) int { return b.from.Compare(a.from) })
	for i, of := range newest[:min(talks, len(newest))] {
		begins := w.hours.after(of.from, max(5, w.hours.between(of.from, of.to)/3))
		s := &sheetOf{by: w.teams[desk][1].ID}
		c.add(s, of.from.Add(time.Minute), func(s *sheetOf) error {
			t := w.order.Texts.Records.Talk
			d := meeting.Details{
				Title: t.Title, Begins: begins.Truncate(time.Minute), Ends: begins.Truncate(time.Minute).Add(40 * time.Minute), Place: t.Place, Recorder: s.by,
				Dept: w.depts[desk], Issue: of.issue, Prepared: t.Prepared,
			}
			return c.plan(s, meeting.PlanOrder{Kind: meeting.OnSite, Details: d, Guests: []meeting.Guest{
				{Group: "GU-STAFF", Invited: true, Staff: s.by, Dept: w.depts[desk]},
				{Group: "GU-STAFF", Invited: true, Staff: c.headOf(of.team), Dept: of.team},
				{Group: meeting.OwnerGuest, Invited: true, Person: of.person, Area: of.place.Area},
			}})
		})
		c.add(s, begins.Add(time.Hour), c.hold)
		c.add(s, begins.Add(70*time.Minute), func(s *sheetOf) error { return c.agreed(s, of, i) })
		c.add(s, w.hours.after(begins, 300), c.minute)
		if i%3 != 1 {
			c.add(s, w.hours.after(begins, 450*w.chance.between(2, 4)), c.keepsWord)
		}
	}
}

// agreed is what was found, asked, answered and promised on site.
func (c *gathering) agreed(s *sheetOf, of spoken, nth int) error {
	t := c.w.order.Texts.Records.Talk
	r, err := c.store.Record(c.ctx, s.id)
	if err != nil {
		return err
	}
	d, guests := r.Details, meeting.Live(r.Guests)
	for i := range guests {
		guests[i].Presence = meeting.Came
	}
	d.Text = t.Found[nth%len(t.Found)]
	if nth%3 == 2 {
		d.Unsettled = t.Unsettled
	}
	said := []meeting.Opinion{{Person: of.person, Area: of.place.Area, Text: t.Asked[nth%len(t.Asked)], Answer: t.Answered[nth%len(t.Answered)], By: c.w.head(desk).Name}}
	if _, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Details: &d, Guests: &guests, Opinions: &said}); err != nil {
		return err
	}
	_, err = c.desk.Give(c.ctx, meeting.GiveOrder{Stand: s.stand(), Actions: []meeting.NewAction{{
		Task: meeting.Task{What: t.Promise, Dept: of.team, Person: c.headOf(of.team), Verify: t.Verify, Issue: of.issue},
		Due:  workday.DayOf(c.now).AddDays(7),
	}}})
	return err
}

// keepsWord is what became of the promises given on site.
func (c *gathering) keepsWord(s *sheetOf) error {
	given, err := c.store.Actions(c.ctx, meeting.WantedActions{Source: s.id, Open: true})
	if err != nil {
		return err
	}
	for _, a := range given {
		if err := c.done(a, s.by); err != nil {
			return err
		}
	}
	return nil
}

// done is a task that was done, and seen by somebody else.
func (c *gathering) done(a meeting.Action, seen app.StaffID) error {
	kept := c.w.order.Texts.Records.Talk.Kept
	if _, err := c.desk.Finish(c.ctx, meeting.FinishOrder{ActionStand: meeting.ActionStand{Action: a.ID, By: a.Person}, DoneBy: a.Person, Progress: kept}); err != nil {
		return err
	}
	_, err := c.desk.Verify(c.ctx, meeting.VerifyOrder{ActionStand: meeting.ActionStand{Action: a.ID, By: seen}, Good: true, Note: kept})
	return err
}

func (c *gathering) headOf(d app.DeptID) app.StaffID { return (&table{w: c.w}).headOf(d) }

// tellsOfWeeks lets two departments sit down at the end of each of the last weeks.
func (c *gathering) tellsOfWeeks() {
	for back := weeks; back > 0; back-- {
		monday := workday.DayOf(c.w.order.Until).AddDays(-7 * back)
		monday = monday.AddDays(-(int(monday.Weekday()) + 6) % 7)
		day := monday.AddDays(6)
		for day != monday && !c.w.order.Calendar.Works(day) {
			day = day.AddDays(-1)
		}
		if !c.w.order.Calendar.Works(day) { // a week of holidays
			continue
		}
		for _, key := range []string{engineering, property} {
			c.week(key, day, weeks-back)
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
	c.add(s, at(15*60+30), func(s *sheetOf) error {
		_, err := c.desk.Freeze(c.ctx, meeting.FreezeOrder{Stand: s.stand()})
		return err
	})
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
	return c.done(a, s.by)
}
