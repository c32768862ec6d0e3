package workday

import "time"

// statutory names the holiday the law itself puts on a date, or nothing. Moves,
// bridges and days in lieu are announced year by year and are not known here.
func statutory(r Region, d Date) string {
	if name := fixedDays[r][monthDay{d.Month, d.Day}]; name != "" {
		return name
	}
	switch {
	case fixedDays[r] == nil:
		return "" // an office's own calendar: the law says nothing
	case r == MO && d.Month == time.December && d.Day == solarTerm(d.Year, winterSolstice):
		return "holiday.winter-solstice"
	case d.Month == time.April && d.Day == solarTerm(d.Year, clearBright):
		return "holiday.qingming"
	}
	if name := easterDay(r, d); name != "" {
		return name
	}
	return lunarDay(r, d)
}

// StatutoryDays lists the statutory holidays of a year, for years whose calendar is
// not announced. Names are keys the screen has words for.
func StatutoryDays(r Region, year int) []Special {
	var days []Special
	for d := (Date{year, time.January, 1}); d.Year == year; d = d.AddDays(1) {
		if name := statutory(r, d); name != "" {
			days = append(days, Special{Date: d, Kind: Holiday, Name: name, Status: "statutory"})
		}
	}
	return days
}

type monthDay struct {
	time.Month
	day int
}

// fixedDays are the holidays with a date of their own in the solar calendar.
var fixedDays = map[Region]map[monthDay]string{
	CN: {
		{1, 1}: "holiday.new-year", {5, 1}: "holiday.labour-day", {5, 2}: "holiday.labour-day",
		{10, 1}: "holiday.national-day", {10, 2}: "holiday.national-day", {10, 3}: "holiday.national-day",
	},
	HK: {
		{1, 1}: "holiday.new-year", {5, 1}: "holiday.labour-day", {7, 1}: "holiday.hong-kong-day",
		{10, 1}: "holiday.national-day", {12, 25}: "holiday.christmas", {12, 26}: "holiday.christmas",
	},
	MO: {
		{1, 1}: "holiday.new-year", {5, 1}: "holiday.labour-day", {10, 1}: "holiday.national-day",
		{10, 2}: "holiday.national-day", {11, 2}: "holiday.all-souls", {12, 8}: "holiday.immaculate-conception",
		{12, 20}: "holiday.macau-day", {12, 24}: "holiday.christmas", {12, 25}: "holiday.christmas",
	},
	TW: {
		{1, 1}: "holiday.new-year", {2, 28}: "holiday.peace-day", {4, 4}: "holiday.children",
		{5, 1}: "holiday.labour-day", {9, 28}: "holiday.teachers", {10, 10}: "holiday.double-tenth",
		{10, 25}: "holiday.restoration-day", {12, 25}: "holiday.constitution-day",
	},
}

// The two solar terms that are holidays, as the constant of the usual formula for
// the day of the month in 2000–2099.
const (
	clearBright    = 4.81
	winterSolstice = 21.94
)

// solarTerm is the day of the month of a solar term, or 0 outside 2000–2099.
func solarTerm(year int, c float64) int {
	if year < 2000 || year > 2099 {
		return 0
	}
	y := year % 100
	return int(float64(y)*0.2422+c) - y/4
}

// easterDay names Good Friday to Easter Monday, as far as a region keeps them.
func easterDay(r Region, d Date) string {
	if r != HK && r != MO || d.Month < time.March || d.Month > time.April {
		return ""
	}
	switch n := easter(d.Year).DaysTo(d); {
	case n == -2:
		return "holiday.good-friday"
	case n == -1:
		return "holiday.easter-saturday"
	case n == 1 && r == HK:
		return "holiday.easter-monday"
	}
	return ""
}

// easter is Easter Sunday by the rule of Meeus, Jones and Butcher.
func easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date{year, time.Month(n / 31), n%31 + 1}
}
