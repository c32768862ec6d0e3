package ledger

import (
	"time"

	"ownerdesk/app/workday"
)

// period is a stretch of days that is chosen by name.
type period string

const (
	anyTime   period = "any"
	today     period = "today"
	thisWeek  period = "week"
	lastWeek  period = "lastweek"
	thisMonth period = "month"
	lastMonth period = "lastmonth"
	thisYear  period = "year"
	lastYear  period = "lastyear"
	fromTo    period = "fromto"
)

var periods = []period{anyTime, today, thisWeek, lastWeek, thisMonth, lastMonth, thisYear, lastYear, fromTo}

// days are the first day of a period and the first after it, as seen on a day; a
// week begins on Monday. Zero dates are no bound.
func (p period) days(now workday.Date) (from, until workday.Date) {
	monday := now.AddDays(-(int(now.Weekday()) + 6) % 7)
	month := workday.Date{Year: now.Year, Month: now.Month, Day: 1}
	before := monthBefore(month)
	year := func(y int) workday.Date { return workday.Date{Year: y, Month: time.January, Day: 1} }
	switch p {
	case today:
		return now, now.AddDays(1)
	case thisWeek:
		return monday, monday.AddDays(7)
	case lastWeek:
		return monday.AddDays(-7), monday
	case thisMonth:
		return month, monthAfter(month)
	case lastMonth:
		return before, month
	case thisYear:
		return year(now.Year), year(now.Year + 1)
	case lastYear:
		return year(now.Year - 1), year(now.Year)
	}
	return workday.Date{}, workday.Date{}
}

func monthBefore(d workday.Date) workday.Date {
	last := d.AddDays(-1)
	return workday.Date{Year: last.Year, Month: last.Month, Day: 1}
}

func monthAfter(d workday.Date) workday.Date {
	next := d.AddDays(31)
	return workday.Date{Year: next.Year, Month: next.Month, Day: 1}
}
