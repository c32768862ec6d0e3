package surveys

import (
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// planForm plans the survey of a year, besides those that are there. What it is
// done by the desk proposes; it is changed on the survey's page.
func planForm(s *seat.Seat, desk *annual.Desk, there []listed) *form {
	f := newForm(s, seat.FormName("survey", "new", s.Project), s.Say("surveys.plan"), s.Say("meetings.plan.do"), 1)
	f.Tell(s.Say("surveys.plan.tell"))
	project := kit.NewChoice(s.Projects(), s.Voice.Project)
	kit.SetValue(project, estate(s))
	if len(project.Values()) > 1 && s.Project == 0 {
		f.Add("project", project, 1)
	}
	now := workday.DayOf(s.Here(s.Now())).Year
	year := kit.NewChoice([]int{now - 1, now, now + 1}, strconv.Itoa)
	kit.SetValue(year, firstFree(now, project.Value(), there))
	f.Add("year", year, 1)
	f.Order = func() doing {
		return seat.Ask(desk.Plan, annual.PlanOrder{Project: project.Value(), Year: year.Value(), By: s.Staff.ID})
	}
	f.Said = func(m annual.Move) string { return s.Say("meetings.planned", m.Head.Number) }
	return f
}

// firstFree is this year, or the next where this year's survey is there already.
func firstFree(year int, of app.ProjectID, there []listed) int {
	if slices.ContainsFunc(there, func(h listed) bool {
		return h.Project == of && h.Year == year && h.State != annual.Cancelled
	}) {
		return year + 1
	}
	return year
}
