package workday

// Kind is what a day is.
type Kind string

// A special day is a holiday or a make-up day; the others come from the week. Start
// is the day of receipt in an explanation.
const (
	Start   Kind = "start"
	Workday Kind = "workday"
	Makeup  Kind = "makeup"
	Weekend Kind = "weekend"
	Holiday Kind = "holiday"
)

// Special is a day that breaks the weekly pattern.
type Special struct {
	Date   Date
	Kind   Kind   // Holiday or Makeup
	Name   string // as announced, or a key of the form holiday.spring-festival
	Half   Shift  // the half that is off or worked; none or both is the whole day
	Status string // where it comes from: official-checked, computed-by-library …
	Civil  bool   // binds civil servants only: New leaves it out
	Row    int    // line of the table it was read from
}

// shift is what the special day makes of a day of the week.
func (s Special) shift(usual Shift) Shift {
	half := s.Half
	if half == Off {
		half = Whole
	}
	if s.Kind == Makeup {
		return usual | half
	}
	return usual &^ half
}

// ForCivilServants is the same list for an office that keeps the days of civil
// servants too (compensation days and half days in Macau).
func ForCivilServants(specials []Special) []Special {
	all := make([]Special, len(specials))
	for i, s := range specials {
		s.Civil = false
		all[i] = s
	}
	return all
}

// Replace is the list with one year taken from fresh instead. Days of fresh that
// belong to a neighbouring year (an announcement may reach into the December
// before) take the place of that one day only.
func Replace(old []Special, year int, fresh []Special) []Special {
	given := make(map[Date]bool, len(fresh))
	for _, s := range fresh {
		given[s.Date] = true
	}
	kept := make([]Special, 0, len(old)+len(fresh))
	for _, s := range old {
		if s.Date.Year != year && !given[s.Date] {
			kept = append(kept, s)
		}
	}
	return append(kept, fresh...)
}
