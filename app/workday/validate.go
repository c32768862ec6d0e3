package workday

import "strconv"

// Validate says what is wrong with one year's special days before they are taken
// in. Warnings may be meant; anything else must be put right first.
func Validate(p Pattern, year int, specials []Special) []Problem {
	var found []Problem
	if year < 1900 || year > 9999 {
		found = append(found, Problem{Field: "year", Rule: RuleYear, Value: strconv.Itoa(year)})
	}
	if len(specials) == 0 {
		found = append(found, Problem{Field: "table", Rule: RuleEmpty})
	}
	seen := map[Date]bool{}
	for _, s := range specials {
		found = append(found, s.problems(p, year)...)
		if seen[s.Date] {
			found = append(found, s.problem("date", RuleTwice, s.Date.String()))
		}
		seen[s.Date] = true
	}
	return found
}

// problem is something wrong with this day.
func (s Special) problem(field, rule, value string) Problem {
	return Problem{Row: s.Row, Field: field, Rule: rule, Value: value}
}

// problems says what is wrong with one day by itself.
func (s Special) problems(p Pattern, year int) []Problem {
	var found []Problem
	if s.Name == "" {
		found = append(found, s.problem("name", RuleEmpty, s.Date.String()))
	}
	if s.Kind != Holiday && s.Kind != Makeup {
		found = append(found, s.problem("type", RuleUnknown, string(s.Kind)))
	}
	if !s.Date.valid() {
		return append(found, s.problem("date", RuleUnreadable, s.Date.String()))
	}
	switch {
	case s.Date.Year == year-1 && s.Date.Month == 12:
		early := s.problem("date", RuleDecember, s.Date.String())
		early.Warn = true
		found = append(found, early)
	case s.Date.Year != year:
		found = append(found, s.problem("date", RuleOutside, s.Date.String()))
	}
	usual := p.Days[s.Date.Weekday()]
	if s.Kind == Makeup && s.shift(usual) == usual {
		// An office that works on Saturdays loses nothing by a make-up Saturday; a
		// make-up Wednesday is a slip of the pen.
		idle := s.problem("date", RuleNotRest, s.Date.String())
		idle.Warn = s.Date.Weekday() == 0 || s.Date.Weekday() == 6
		found = append(found, idle)
	}
	return found
}

// Coverage warns of statutory days that a year does not have off: the list is
// likely cut short. A custom region has none.
func Coverage(r Region, year int, specials []Special) []Problem {
	off := map[Date]bool{}
	for _, s := range specials {
		if s.Kind == Holiday {
			off[s.Date] = true
		}
	}
	var found []Problem
	for _, s := range StatutoryDays(r, year) {
		if !off[s.Date] {
			found = append(found, Problem{Field: s.Name, Rule: RuleUncovered, Value: s.Date.String(), Warn: true})
		}
	}
	return found
}

// Refused tells whether anything found is more than a warning.
func Refused(found []Problem) bool {
	for _, p := range found {
		if !p.Warn {
			return true
		}
	}
	return false
}
