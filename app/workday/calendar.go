package workday

import (
	"maps"
	"slices"
	"time"
)

// Calendar is the working days of an office: its week, and what its region adds and
// takes away. It never changes once made, so it may be shared.
type Calendar struct {
	Region  Region
	Pattern Pattern
	Loc     *time.Location

	specials map[Date]Special
	years    map[int]standing
}

// standing is how much is known of a year.
type standing uint8

const (
	listed standing = 1 << iota // some days are known
	loaded                      // the whole year is announced
)

// New is the calendar of a region with these special days. Only the years named are
// taken as fully known; a date that needs another is provisional.
func New(region Region, pattern Pattern, loc *time.Location, specials []Special, years []int) Calendar {
	c := Calendar{
		Region: region, Pattern: pattern, Loc: loc,
		specials: make(map[Date]Special, len(specials)),
		years:    make(map[int]standing, len(years)),
	}
	if loc == nil {
		c.Loc = OfficeTime()
	}
	for _, s := range specials {
		if s.Civil {
			continue
		}
		c.specials[s.Date] = s
		c.years[s.Date.Year] |= listed
	}
	for _, y := range years {
		c.years[y] |= loaded
	}
	return c
}

// With is the calendar after importing one year.
func (c Calendar) With(year int, specials []Special) Calendar {
	years := append(c.Years(), year)
	return New(c.Region, c.Pattern, c.Loc, Replace(c.Specials(), year, specials), years)
}

// Loaded tells whether the holidays of a year are known.
func (c Calendar) Loaded(year int) bool { return c.years[year]&loaded != 0 }

// Years lists the years that are loaded, in order.
func (c Calendar) Years() []int {
	var years []int
	for y := range c.years {
		if c.Loaded(y) {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return years
}

// Specials lists the special days, in order.
func (c Calendar) Specials() []Special {
	return slices.SortedFunc(maps.Values(c.specials), func(a, b Special) int { return a.Date.Compare(b.Date) })
}

// Day is what a calendar says of one date.
type Day struct {
	Date  Date
	Kind  Kind
	Name  string // of the holiday or of the holiday a make-up day is for
	Shift Shift
}

// Day says what a date is. In a year of which nothing is known the statutory days
// are holidays and everything else follows the week.
func (c Calendar) Day(d Date) Day {
	day := Day{Date: d, Kind: Workday, Shift: c.Pattern.Days[d.Weekday()]}
	if day.Shift == Off {
		day.Kind = Weekend
	}
	if s, ok := c.specials[d]; ok {
		return day.become(s)
	}
	if c.years[d.Year] == 0 {
		if name := statutory(c.Region, d); name != "" {
			return day.become(Special{Kind: Holiday, Name: name})
		}
	}
	return day
}

// become is the day once a special one falls on it. Half a holiday leaves a working
// day, so only the name tells.
func (d Day) become(s Special) Day {
	d.Name, d.Shift = s.Name, s.shift(d.Shift)
	if s.Kind == Makeup || d.Shift == Off {
		d.Kind = s.Kind
	}
	return d
}

// Works tells whether anybody works on a date, be it half a day.
func (c Calendar) Works(d Date) bool { return c.Day(d).Shift != Off }

// CloseOfBusiness is when the office closes on a date: at noon on a half day, at
// the usual hour on a rest day.
func (c Calendar) CloseOfBusiness(d Date) time.Time { return c.closes(c.Day(d)) }

func (c Calendar) closes(d Day) time.Time {
	return d.Date.At(c.Pattern.Closes(d.Shift), c.Loc)
}
