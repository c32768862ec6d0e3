package sample

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// MeetingTexts is what is said around the table.
type MeetingTexts struct {
	Place     string
	Goes      string
	Accounts  map[string][]AccountText // by key of department, month after month
	Opinions  []OpinionText
	Questions []QuestionText
	Decisions []string
	Actions   []ActionText // of each meeting the first is done by the next, the second put off, the third takes two
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

// months is how many of the last whole months have had their meeting, weeks how many
// weeks: those of a year, and of a season in an office with little to talk about.
func (w *World) months() int {
	if w.order.Issues < fewToTell {
		return 3
	}
	return 12
}

// fewToTell is below how many issues a year an office has little to talk about.
const fewToTell = 300

// table is where an estate's months are talked over.
type table struct {
	*gathering
	given []meeting.ActionID // by the meeting before
	older []meeting.ActionID // by the one before that, not done yet
}

// sitting is one month at the table; it is the nth of the estate's, as the texts go round.
type sitting struct {
	*table
	*sheetOf
	nth int
}

// meets lets each estate sit down about the last whole months: planned, frozen, held,
// with its minutes and what came of them.
func (c *gathering) meets() {
	until := c.w.order.Until
	for i, estate := range c.w.Projects {
		t := &table{gathering: c}
		for back := c.w.months(); back > 0; back-- {
			m := &sitting{t, &sheetOf{by: c.w.teams[desk][1].ID, estate: estate.ID}, 5*i + c.w.months() - back}
			m.about(time.Date(until.Year(), until.Month()-time.Month(back), 1, 0, 0, 0, 0, until.Location()), i)
		}
	}
}

// workday is an hour of the n-th working day after a month.
func (t *table) workday(month time.Time, n, hour, minute int) time.Time {
	day := workday.DayOf(month.AddDate(0, 1, -1))
	for n > 0 {
		if day = day.AddDays(1); t.w.order.Calendar.Works(day) {
			n--
		}
	}
	return day.At(workday.Clock(hour*60+minute), month.Location())
}

// about lays out one meeting; the second estate sits down a day after the first.
func (m *sitting) about(month time.Time, later int) {
	begins := m.workday(month, 6+later, 15, 0)
	then := func(at time.Time, take func() error) { m.add(m.sheetOf, at, func(*sheetOf) error { return take() }) }
	then(m.workday(month, 2, 10, 0), func() error {
		return m.plan(m.sheetOf, meeting.PlanOrder{Kind: meeting.Monthly, About: workday.DayOf(month), Details: meeting.Details{
			Begins: begins, Ends: begins.Add(2 * time.Hour), Place: m.w.order.Texts.Meeting.Place, Chair: m.w.head(desk).ID, Recorder: m.by,
		}})
	})
	then(m.workday(month, 4+later, 9, 30), m.prepare)
	then(m.workday(month, 4+later, 17, 0), m.seeTo)
	m.add(m.sheetOf, m.workday(month, 5+later, 16, 0), m.freeze)
	then(begins.Add(125*time.Minute), m.sit)
	minuted := 7 + later
	if m.w.months() > 3 && month.Month()%6 == time.Month(later*3) { // written down late once in a while
		minuted += 3
	}
	then(m.workday(month, minuted, 15, 0), func() error {
		_, err := m.desk.Minute(m.ctx, meeting.MinuteOrder{Stand: m.stand(), Goes: m.w.order.Texts.Meeting.Goes})
		return err
	})
}

// prepare invites owners and lets the departments write their reports.
func (m *sitting) prepare() error {
	r, err := m.store.Record(m.ctx, m.id)
	if err != nil {
		return err
	}
	guests := meeting.Live(r.Guests)
	if !invited(guests) {
		for _, door := range m.w.doors[m.estate][:3] {
			home := m.w.house[door]
			guests = append(guests, meeting.Guest{Group: meeting.OwnerGuest, Invited: true, Person: home.who[0].Person, Area: home.place.Area})
		}
	}
	accounts := meeting.Live(r.Accounts)
	for i := range accounts {
		for key, all := range m.w.order.Texts.Meeting.Accounts {
			if m.w.depts[key] == accounts[i].Dept {
				said := turn(all, m.nth)
				accounts[i].Done, accounts[i].Doing, accounts[i].Next, accounts[i].Needs = said.Done, said.Doing, said.Next, said.Needs
			}
		}
	}
	_, err = m.desk.Change(m.ctx, meeting.ChangeOrder{Stand: m.stand(), Guests: &guests, Accounts: &accounts})
	return err
}

// turn is the n-th of a list that begins anew.
func turn[T any](all []T, n int) T { return all[n%len(all)] }

func invited(guests []meeting.Guest) bool {
	for _, g := range guests {
		if g.Group == meeting.OwnerGuest {
			return true
		}
	}
	return false
}

// seeTo is what became of the items of the meetings before: what took long is done now,
// and of the last ones one is done, one put off, one still open.
func (m *sitting) seeTo() error {
	for _, id := range m.older {
		if err := m.checked(id); err != nil {
			return err
		}
	}
	m.older = nil
	for i, id := range m.given {
		if i == 0 {
			if err := m.checked(id); err != nil {
				return err
			}
			continue
		}
		m.older = append(m.older, id)
		if i != 1 {
			continue
		}
		order := meeting.PostponeOrder{ActionStand: meeting.ActionStand{Action: id, By: m.by}, Due: workday.DayOf(m.now).AddDays(21), Why: m.w.order.Texts.Meeting.Postponed}
		if _, err := m.desk.Postpone(m.ctx, order); err != nil {
			return err
		}
	}
	return nil
}

// checked is a task that was done, and seen by the head of the desk.
func (m *sitting) checked(id meeting.ActionID) error {
	a, err := m.store.Action(m.ctx, id)
	if err != nil {
		return err
	}
	return m.done(a, m.w.head(desk).ID, m.w.order.Texts.Meeting.Checked)
}

// sit notes who came and what was said, and gives the departments their tasks.
func (m *sitting) sit() error {
	if err := m.hold(m.sheetOf); err != nil {
		return err
	}
	r, err := m.store.Record(m.ctx, m.id)
	if err != nil {
		return err
	}
	guests := meeting.Live(r.Guests)
	for i := range guests {
		guests[i].Presence = meeting.Came
	}
	if n := len(guests); n > 4 {
		guests[n-1-m.nth%3].Presence = meeting.Excused
	}
	order := meeting.ChangeOrder{Stand: m.stand(), Guests: &guests}
	opinions, answers, decisions := m.said(guests)
	order.Opinions, order.Answers, order.Decisions = &opinions, &answers, &decisions
	if problems := meeting.Live(r.Problems); len(problems) > 0 {
		m.solves(problems)
		order.Problems = &problems
	}
	agenda := meeting.Live(r.Agenda)
	for i := range agenda {
		point := m.w.order.Texts.Meeting.Points[agenda[i].Key]
		agenda[i].Points, agenda[i].Conclusion = point.Points, point.Conclusion
	}
	order.Agenda = &agenda
	if _, err := m.desk.Change(m.ctx, order); err != nil {
		return err
	}
	return m.give()
}

// solves says of each common problem why it is, and what is done.
func (m *sitting) solves(problems []meeting.Problem) {
	w, said := m.w, m.w.order.Texts.Meeting
	first := &problems[0]
	first.Cause, first.Taken, first.Plan = said.Cause, said.Taken, said.Plan
	first.Dept, first.Due = w.depts[engineering], workday.DayOf(m.now).AddDays(30)
	for i := 1; i < len(problems); i++ {
		p, team := &problems[i], teamOf(problems[i].Category)
		p.Cause, p.Taken, p.Plan = w.phrase("root"), w.phrase("corrective"), w.phrase("preventive")
		p.Dept, p.Person, p.Due = w.depts[team], w.head(team).Name, workday.DayOf(m.now).AddDays(14+7*(i%4))
	}
}

// said is what of the texts it is this meeting's turn to say.
func (m *sitting) said(guests []meeting.Guest) (opinions []meeting.Opinion, answers []meeting.Answer, decisions []meeting.Decision) {
	all := m.w.order.Texts.Meeting
	var owners []meeting.Guest
	for _, g := range guests {
		if g.Group == meeting.OwnerGuest && g.Presence == meeting.Came {
			owners = append(owners, g)
		}
	}
	for i := 0; i < 3 && len(owners) > 0; i++ {
		o, v := turn(owners, i), turn(all.Opinions, 3*m.nth+i)
		opinions = append(opinions, meeting.Opinion{Person: o.Person, Area: o.Area, Text: v.Text, Category: v.Category, Answer: v.Answer, By: m.w.head(desk).Name})
	}
	for i := range 2 {
		v := turn(all.Questions, 2*m.nth+i)
		answers = append(answers, meeting.Answer{Question: v.Question, Answer: v.Answer, Basis: v.Basis, By: m.w.head(property).Name})
	}
	for i := range 2 {
		decisions = append(decisions, meeting.Decision{Text: turn(all.Decisions, 2*m.nth+i)})
	}
	return opinions, answers, decisions
}

// give gives the departments the tasks of this meeting.
func (m *sitting) give() error {
	order := meeting.GiveOrder{Stand: m.stand()}
	for i := range 3 {
		task := turn(m.w.order.Texts.Meeting.Actions, 3*m.nth+i)
		dept := m.w.depts[task.Dept]
		order.Actions = append(order.Actions, meeting.NewAction{
			Task: meeting.Task{What: task.What, Dept: dept, Person: m.headOf(dept), Verify: task.Verify},
			Due:  workday.DayOf(m.now).AddDays(14 + 14*i),
		})
	}
	if _, err := m.desk.Give(m.ctx, order); err != nil {
		return err
	}
	all, err := m.store.Actions(m.ctx, meeting.WantedActions{Source: m.id})
	if err != nil {
		return err
	}
	m.given = nil
	for _, a := range all {
		m.given = append(m.given, a.ID)
	}
	return nil
}
