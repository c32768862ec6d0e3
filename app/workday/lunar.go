package workday

import "time"

// lunarYear is where the moon's festivals fall in a year of the solar calendar.
type lunarYear struct {
	newYear   monthDay // first day of the first month
	buddha    monthDay // eighth of the fourth
	dragon    monthDay // fifth of the fifth
	midAutumn monthDay // fifteenth of the eighth
	ninth     monthDay // ninth of the ninth
}

// lunarYears were reckoned from new moons and solar terms at 120° east. A year that
// is not here has no lunar holidays until its calendar is loaded.
var lunarYears = map[int]lunarYear{
	2024: {monthDay{2, 10}, monthDay{5, 15}, monthDay{6, 10}, monthDay{9, 17}, monthDay{10, 11}},
	2025: {monthDay{1, 29}, monthDay{5, 5}, monthDay{5, 31}, monthDay{10, 6}, monthDay{10, 29}},
	2026: {monthDay{2, 17}, monthDay{5, 24}, monthDay{6, 19}, monthDay{9, 25}, monthDay{10, 18}},
	2027: {monthDay{2, 6}, monthDay{5, 13}, monthDay{6, 9}, monthDay{9, 15}, monthDay{10, 8}},
	2028: {monthDay{1, 26}, monthDay{5, 2}, monthDay{5, 28}, monthDay{10, 3}, monthDay{10, 26}},
	2029: {monthDay{2, 13}, monthDay{5, 20}, monthDay{6, 16}, monthDay{9, 22}, monthDay{10, 16}},
	2030: {monthDay{2, 3}, monthDay{5, 9}, monthDay{6, 5}, monthDay{9, 12}, monthDay{10, 5}},
	2031: {monthDay{1, 23}, monthDay{5, 28}, monthDay{6, 24}, monthDay{10, 1}, monthDay{10, 24}},
	2032: {monthDay{2, 11}, monthDay{5, 16}, monthDay{6, 12}, monthDay{9, 19}, monthDay{10, 12}},
	2033: {monthDay{1, 31}, monthDay{5, 6}, monthDay{6, 1}, monthDay{9, 8}, monthDay{10, 1}},
	2034: {monthDay{2, 19}, monthDay{5, 25}, monthDay{6, 20}, monthDay{9, 27}, monthDay{10, 20}},
	2035: {monthDay{2, 8}, monthDay{5, 15}, monthDay{6, 10}, monthDay{9, 16}, monthDay{10, 9}},
}

// newYearDays are the first and last holiday around the lunar new year, counted
// from it: the mainland begins on its eve, Taiwan a day before that.
var newYearDays = map[Region][2]int{CN: {-1, 2}, HK: {0, 2}, MO: {0, 2}, TW: {-2, 2}}

// lunarDay names the holiday the moon puts on a date, or nothing.
func lunarDay(r Region, d Date) string {
	y, known := lunarYears[d.Year]
	around, ours := newYearDays[r]
	if !known || !ours {
		return ""
	}
	on := func(m monthDay, later int) bool {
		return Date{d.Year, m.Month, m.day}.DaysTo(d) == later
	}
	south := r == HK || r == MO
	night := 0 // Hong Kong and Macau rest on the day after the feast of the moon
	if south {
		night = 1
	}
	switch {
	case d.Month < time.March:
		n := Date{d.Year, y.newYear.Month, y.newYear.day}.DaysTo(d)
		if n >= around[0] && n <= around[1] {
			return "holiday.spring-festival"
		}
	case on(y.dragon, 0):
		return "holiday.dragon-boat"
	case on(y.midAutumn, night):
		return "holiday.mid-autumn"
	case south && on(y.buddha, 0):
		return "holiday.buddha"
	case south && on(y.ninth, 0):
		return "holiday.double-ninth"
	}
	return ""
}
