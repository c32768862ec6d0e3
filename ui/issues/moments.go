package issues

import (
	"time"

	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// moment is a field for a day and a time, office time; a day alone means the
// time otherwise.
func moment(s *seat.Seat, otherwise workday.Clock) *kit.MomentField {
	return kit.NewMomentField(dates(s), func() time.Time { return s.Here(s.Now()) }, otherwise)
}

// The times that a day typed alone stands for: when something was done, and by
// when it is to be done.
const (
	morning workday.Clock = 9 * 60
	evening workday.Clock = 18 * 60
)

// when is what a moment field says; the zero Time when it says nothing.
func when(f *kit.MomentField) time.Time {
	t, _ := f.Value()
	return t
}

// dates tells date fields about the office's calendar in the person's language.
func dates(s *seat.Seat) kit.Dates {
	d := kit.Dates{
		Today:      func() workday.Date { return workday.DayOf(s.Here(s.Now())) },
		Kind:       func(day workday.Date) (kit.DayKind, string) { return dayKind(s, day) },
		Month:      func(year, month int) string { return s.Month(year, time.Month(month)) },
		TodayWord:  s.Say("date.today"),
		Unreadable: s.Say("date.unreadable"),
	}
	for i := range d.Weekdays {
		d.Weekdays[i] = s.Say("weekday.short." + string(rune('0'+i)))
	}
	return d
}

func dayKind(s *seat.Seat, day workday.Date) (kit.DayKind, string) {
	switch d := s.Ground.Calendar.Day(day); d.Kind {
	case workday.Holiday:
		return kit.DayHoliday, s.Say("date.rest")
	case workday.Makeup:
		return kit.DayMadeUp, s.Say("date.work")
	case workday.Weekend:
		return kit.DayOff, ""
	}
	return kit.DayWorked, ""
}
