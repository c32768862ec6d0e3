package say

import (
	"time"

	"ownerdesk/app/workday"
)

// stepIn says shortly what a day is to a limit, for a line of many: 11/28 六半日.
func (v Voice) stepIn(s workday.Step, p workday.Part) string {
	day := s.Date.At(0, time.UTC)
	date, weekday := day.Format("1/2"), v.short(day.Weekday())
	switch p {
	case workday.RestsNamed, workday.RollsNamed:
		return v.Say("due.step."+string(p), date, v.Holiday(s.Name))
	case workday.Works, workday.WorksHalf:
		return v.Say("due.step."+string(p), date, weekday, v.Worked(s.Minutes))
	}
	return v.Say("due.step."+string(p), date, weekday)
}

// DueDay says at length what a day is to a limit, for a line of its own; n is how
// many days were counted up to it.
func (v Voice) DueDay(s workday.Step, p workday.Part, n int) string {
	key := "console.due." + string(p)
	switch p {
	case workday.Counts, workday.CountsHalf, workday.CountsMade:
		return v.Say(key, n)
	case workday.RestsNamed, workday.RollsNamed:
		return v.Say(key, v.Holiday(s.Name))
	case workday.Works, workday.WorksHalf:
		return v.Say(key, v.Worked(s.Minutes))
	}
	return v.Say(key)
}

// Worked is a length of working time: 4 小時 30 分鐘.
func (v Voice) Worked(minutes int) string {
	hours, rest := v.Count("limit.h", minutes/60), v.Count("limit.min", minutes%60)
	switch {
	case minutes < 60:
		return rest
	case minutes%60 == 0:
		return hours
	}
	return v.Say("due.worked", hours, rest)
}
