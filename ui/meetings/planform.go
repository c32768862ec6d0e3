package meetings

import (
	"context"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// planForm plans a record of a kind, besides those that are there. Whom to invite and what stands on the agenda
// the desk proposes; it is changed on the record's page.
func planForm(s *seat.Seat, desk *meeting.Desk, asks Asks, k meeting.Kind, of app.ProjectID, at places, there []meeting.Head) *form {
	return planned(s, desk, asks, planning{kind: k, of: of, begin: proposed(s, k)}, at, there)
}

// planning is what a form for planning begins with.
type planning struct {
	kind  meeting.Kind
	of    app.ProjectID
	about app.IssueID // the form was opened for; 0 for none
	begin meeting.Details
}

// draft is what is typed into the form is kept under: apart for each issue.
func (p planning) draft() string {
	if p.about != 0 {
		return seat.FormName("record", "new", p.kind, p.of, p.about)
	}
	return seat.FormName("record", "new", p.kind, p.of)
}

func planned(s *seat.Seat, desk *meeting.Desk, asks Asks, p planning, at places, there []meeting.Head) *form {
	k, of := p.kind, p.of
	a := newForm(s, p.draft(), s.Say("record.kind."+string(k)), s.Say("meetings.plan.do"), 3)
	if k == meeting.Notice {
		a.Width = seat.SheetFull
	}
	if k.Figures() {
		a.Tell(s.Say("meetings.plan.tell." + string(k)))
	}
	project := kit.NewChoice(s.Projects(), s.Voice.Project)
	kit.SetValue(project, of)
	if len(project.Values()) > 1 && s.Project == 0 {
		span := 3 // the first row of the others is full
		if k.Figures() {
			span = 1
		}
		a.Add("project", project, span)
	}
	period := periodChoice(s, k)
	if k == meeting.Monthly {
		kit.SetValue(period, firstFree(period.Value(), of, there))
	}
	number := kit.NumberEntry(s.Say("meetings.period.next"))
	if k.Figures() {
		a.Add("month", period, 1)
		a.Form.Field("month").SetLabel(label(s.Voice, "month."+string(k)))
	}
	if k == meeting.Monthly {
		a.Add("period", number, 1).SetHint(s.Say("meetings.period.hint"))
	}
	d := newDetails(a, s, asks, k, p.begin, at, true)
	project.OnChanged = func(of app.ProjectID) {
		kit.Do(s.Tasks, func(ctx context.Context) (places, error) { return placesOf(ctx, asks, of) }, func(p places, err error) {
			if err != nil {
				s.Fail(nil, err)
				return
			}
			d.move(p)
		})
	}
	a.Order = func() seat.Doing[meeting.Move] {
		n, _ := number.Number()
		o := meeting.PlanOrder{Kind: k, Project: project.Value(), By: s.Staff.ID, About: period.Value(), Period: n}
		w, issue, issues := d.read()
		return func(ctx context.Context) (m meeting.Move, err error) {
			if o.Details, err = d.found(ctx, w, issue, issues); err != nil {
				return m, err
			}
			return desk.Plan(ctx, o)
		}
	}
	a.Said = func(m meeting.Move) string { return s.Say("meetings.planned", m.Head.Number) }
	return a
}

// firstFree is the first month from one on that has no meeting yet.
func firstFree(month workday.Date, of app.ProjectID, there []meeting.Head) workday.Date {
	for slices.ContainsFunc(there, func(h meeting.Head) bool {
		return h.Kind == meeting.Monthly && h.Project == of && h.From == month && h.State != meeting.Cancelled
	}) {
		month = workday.DayOf(time.Date(month.Year, month.Month+1, 1, 0, 0, 0, 0, time.UTC))
	}
	return month
}

// proposed is what most records begin with.
func proposed(s *seat.Seat, k meeting.Kind) meeting.Details {
	d := meeting.Details{Recorder: s.Staff.ID, Dept: s.Staff.Dept}
	switch k {
	case meeting.Monthly:
		d.Dept = 0
		for _, id := range s.StaffOf(s.Staff.Dept) {
			if s.Ground.Staff[id].Role == app.Manager {
				d.Chair = id
				break
			}
		}
	case meeting.Weekly:
		if all := s.Departments(false); s.Ground.Departments[d.Dept].Desk && len(all) > 0 {
			d.Dept = all[0]
		}
	case meeting.OnSite:
		d.Begins = s.Here(s.Now()).Truncate(time.Minute)
	case meeting.Notice:
		d.Dept, d.Recorder = 0, 0
	}
	return d
}

// periodChoice offers the months or weeks that a meeting may be about: for a month
// the last whole one first, for a week this one.
func periodChoice(s *seat.Seat, k meeting.Kind) *kit.Choice[workday.Date] {
	today := workday.DayOf(s.Here(s.Now()))
	var days []workday.Date
	if k == meeting.Weekly {
		monday := today.AddDays(-(int(today.Weekday()) + 6) % 7)
		for n := -4; n <= 3; n++ {
			days = append(days, monday.AddDays(7*n))
		}
		c := kit.NewChoice(days, func(d workday.Date) string {
			_, week := d.At(0, time.UTC).ISOWeek()
			return s.Say("meetings.week", week, weekSpan(d))
		})
		kit.SetValue(c, monday)
		return c
	}
	for n := -4; n <= 3; n++ {
		days = append(days, workday.DayOf(time.Date(today.Year, today.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)))
	}
	c := kit.NewChoice(days, func(d workday.Date) string { return s.Voice.Month(d.Year, d.Month) })
	kit.SetValue(c, days[3])
	return c
}
