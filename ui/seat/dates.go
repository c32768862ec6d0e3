package seat

import (
	"strconv"
	"time"

	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// Dates tells date fields about the office's calendar in the person's language.
func (s *Seat) Dates() kit.Dates {
	d := kit.Dates{
		Today:      func() workday.Date { return workday.DayOf(s.Here(s.Now())) },
		Kind:       s.dayKind,
		Month:      func(year, month int) string { return s.Month(year, time.Month(month)) },
		TodayWord:  s.Say("date.today"),
		Unreadable: s.Say("date.unreadable"),
	}
	for i := range d.Weekdays {
		d.Weekdays[i] = s.Say("weekday.short." + strconv.Itoa(i))
	}
	return d
}

func (s *Seat) dayKind(day workday.Date) (kit.DayKind, string) {
	switch s.Ground.Calendar.Day(day).Kind {
	case workday.Holiday:
		return kit.DayHoliday, s.Say("date.rest")
	case workday.Makeup:
		return kit.DayMadeUp, s.Say("date.work")
	case workday.Weekend:
		return kit.DayOff, ""
	}
	return kit.DayWorked, ""
}
