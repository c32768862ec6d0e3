package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// GatherText is an event at which opinions of owners were gathered, so many days ago,
// and what those heard who were answered there.
type GatherText struct {
	Ago                            int
	Event                          meeting.Subject
	Title, Place, Others, Answered string
}

// event is such an event on its way: when it was, and the issues that came of it.
type event struct {
	text   GatherText
	begins time.Time
	issues []app.IssueID
}

// eventClock is when events begin.
const eventClock workday.Clock = 14 * 60

// schedule lays the events of the year out.
func (w *World) schedule() {
	for _, t := range w.order.Texts.Records.Gatherings {
		w.events = append(w.events, &event{text: t, begins: w.works(t.Ago, eventClock)})
	}
}

// works is a moment of the working day so many days ago, or of the next one.
func (w *World) works(ago int, clock workday.Clock) time.Time {
	day := workday.DayOf(w.order.Until).AddDays(-ago)
	for !w.order.Calendar.Works(day) {
		day = day.AddDays(1)
	}
	return day.At(clock, w.order.Until.Location())
}

// room is how many minutes of work lie between an event and the end of the next working
// day, until which all of it is to be answered for.
func (w *World) room(e *event) int {
	day := workday.DayOf(e.begins).AddDays(1)
	for !w.order.Calendar.Works(day) {
		day = day.AddDays(1)
	}
	return w.hours.between(e.begins, day.AddDays(1).At(0, e.begins.Location()))
}

// mostGathered is how many issues one event brings.
const mostGathered = 6

// fromEvent lets what is registered soon after an event have been gathered there: it
// is dated back to it, with its source.
func (l *life) fromEvent(o *app.ReceiveOrder, a arrival, id app.IssueID) {
	if !l.plain() || o.Urgency != app.Normal || o.Kind == app.Repair || o.Kind == app.Assistance || o.Category == app.Integrity || o.Project != l.Projects[0].ID {
		return
	}
	for _, e := range l.events {
		if len(e.issues) < mostGathered && a.at.After(e.begins.Add(30*time.Minute)) && a.at.Before(l.hours.after(e.begins, l.room(e)*7/12)) {
			o.Channel, o.Received, o.ReceivedWhy = "CH-SALES", e.begins, e.text.Title
			e.issues = append(e.issues, id)
			return
		}
	}
}

// gathers hands in what was gathered at the events: most of it became issues, some
// was answered on the spot or wants no answer; once somebody was late with it, and
// what is new is still open.
func (c *gathering) gathers() {
	for i, e := range c.w.events {
		s := &sheetOf{by: c.w.teams[desk][1].ID}
		room := c.w.room(e)
		handed := c.w.hours.after(e.begins, room*5/8)
		c.add(s, handed, func(s *sheetOf) error { return c.handsIn(s, e, i) })
		there := c.w.hours.after(handed, room/24)
		if i%4 == 2 {
			there = c.w.hours.after(handed, room*2)
		}
		c.add(s, there, func(s *sheetOf) error { return c.sets(s, meeting.AsideThere, e.text.Answered) })
		if e.text.Ago > 2 {
			c.add(s, there.Add(5*time.Minute), func(s *sheetOf) error { return c.sets(s, meeting.AsideNone, "") })
		}
	}
}

// handsIn keeps a gathering with the issues that came of it, as they were registered.
func (c *gathering) handsIn(s *sheetOf, e *event, nth int) error {
	o := meeting.GatherOrder{Project: c.w.Projects[0].ID, By: s.by, Details: meeting.Details{
		Title: e.text.Title, Subject: e.text.Event, Begins: e.begins, Place: e.text.Place, Recorder: c.w.head(marketing).ID,
		Helpers: e.text.Others, Dept: c.w.depts[marketing],
	}}
	var became []app.Case
	for _, id := range e.issues {
		k, err := c.desk.Front.Store.Case(c.ctx, id)
		if err != nil {
			return err
		}
		became = append(became, k)
		o.Opinions = append(o.Opinions, opinionOf(k))
	}
	o.Opinions = append(o.Opinions, c.heardThere(2*nth), c.heardThere(2*nth+1))
	g, err := c.desk.Front.Ground(c.ctx)
	if err != nil {
		return err
	}
	m, err := meeting.Gather(o, nil, g, c.now)
	if err != nil {
		return err
	}
	for i, k := range became {
		v := &m.Opinions[i]
		v.Issue, v.Number, v.Settled, v.SettledBy = k.ID, k.Shown(), k.Registered, k.Issue.By
	}
	kept, err := c.store.KeepRecord(c.ctx, m)
	s.id = kept.Head.ID
	return err
}

// opinionOf is what an owner said before it became an issue.
func opinionOf(k app.Case) meeting.Opinion {
	v := meeting.Opinion{Person: k.Reporter.Person, Name: k.Reporter.Name, Phone: k.Reporter.Phone, Text: k.Description, Sort: k.Kind, Category: k.Category}
	if k.Place.Door != "" {
		v.Room = k.Place.Short()
	}
	return v
}

// heardThere is what somebody said who wanted no more than to be heard.
func (c *gathering) heardThere(nth int) meeting.Opinion {
	var fit []*Talk
	for i := range c.w.order.Texts.Talks {
		if t := &c.w.order.Texts.Talks[i]; t.Kind == app.Suggestion {
			fit = append(fit, t)
		}
	}
	t := fit[nth%len(fit)]
	return meeting.Opinion{Sort: t.Kind, Category: t.Category, Text: c.w.fill(t.Says[nth%len(t.Says)], gaps{"spot": c.w.order.Texts.Slots["spot"][0]})}
}

// sets answers for the first opinion that is still open without an issue.
func (c *gathering) sets(s *sheetOf, a meeting.Aside, why string) error {
	r, err := c.store.Record(c.ctx, s.id)
	if err != nil {
		return err
	}
	open := r.Unanswered()
	slices.SortFunc(open, func(a, b meeting.Opinion) int { return a.N - b.N })
	_, err = c.desk.SetAside(c.ctx, meeting.AsideOrder{Stand: s.stand(), N: open[0].N, Aside: a, Why: why})
	return err
}
