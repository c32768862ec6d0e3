package workday

// Part is what one day is to a limit, by the unit that it is counted in: a rest day
// is none to a limit by the clock, and a day of its own to one in calendar days.
type Part string

// The parts of days. Those up to AfterWork are of the day that starts it.
const (
	Before     Part = "before"     // not counted: the limit starts with the day after
	SameDay    Part = "same"       // due on the very day
	SameHalf   Part = "same-half"  // the same, of half a day
	Running    Part = "running"    // by the clock, from the moment it starts
	AfterWork  Part = "after-work" // in working hours, and none are left on it
	Through    Part = "through"    // by the clock, a further day
	Counts     Part = "counts"     // a day counted, whatever it is, or a working day
	CountsHalf Part = "half"       // a working day of half a day
	CountsMade Part = "makeup"     // a working day made up for a holiday
	Works      Part = "works"      // so many minutes are counted on it
	WorksHalf  Part = "works-half" // the same on half a day
	Rests      Part = "rests"      // not counted: nobody works
	RestsNamed Part = "named"      // not counted: a holiday
	Rolls      Part = "rolls"      // the last day was one of rest, and so is this
	RollsNamed Part = "rolls-named"
	Ends       Part = "ends" // the working day onto which it rolled
	EndsHalf   Part = "ends-half"
)

// Parts say what each day of an answer is to its limit.
func (l Limit) Parts(steps []Step) []Part {
	parts := make([]Part, len(steps))
	for i, s := range steps {
		parts[i] = l.part(s, i == 0, len(steps) == 1)
	}
	return parts
}

func (l Limit) part(s Step, first, only bool) Part {
	switch {
	case !l.ByCalendar() && first:
		return Running
	case !l.ByCalendar():
		return Through
	case l.N == 0 && only:
		return s.whole(SameDay, SameHalf)
	case l.Unit == WorkHours:
		return s.worked(first)
	case first:
		return Before
	case l.Unit == Days:
		return s.ofCalendar()
	case s.Counted:
		return s.ofWork()
	}
	return s.rest(Rests, RestsNamed)
}

// worked is the part of a day in a limit of working hours.
func (s Step) worked(first bool) Part {
	switch {
	case s.Minutes > 0:
		return s.whole(Works, WorksHalf)
	case first && s.Shift != Off:
		return AfterWork
	}
	return s.rest(Rests, RestsNamed)
}

// ofCalendar is the part of a day in a limit of calendar days.
func (s Step) ofCalendar() Part {
	switch {
	case s.Counted:
		return s.whole(Counts, CountsHalf)
	case s.Shift != Off:
		return s.whole(Ends, EndsHalf)
	}
	return s.rest(Rolls, RollsNamed)
}

// ofWork is the part of a working day that is counted.
func (s Step) ofWork() Part {
	if s.Kind == Makeup && !s.half() {
		return CountsMade
	}
	return s.whole(Counts, CountsHalf)
}

func (s Step) rest(plain, named Part) Part {
	if s.Name != "" && s.Kind != Weekend {
		return named
	}
	return plain
}

// whole tells a day that closes at noon, or opens then, from a whole one.
func (s Step) whole(whole, half Part) Part {
	if s.half() {
		return half
	}
	return whole
}

func (s Step) half() bool { return s.Shift == Morning || s.Shift == Afternoon }
