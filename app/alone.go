package app

// An act that wants a second person (whoever asked, or did the work, does not
// decide on it) cannot be done where there is none. The rules may allow it to
// one person then (alone); the timeline says that it was done so.

// Alone reports whether somebody may decide on his own work: the office's rules
// of today allow it, and nobody else who works here fits.
func (g Ground) Alone(by StaffID, fits func(StaffID) bool) bool {
	if g.Rules.Count("alone") == 0 {
		return false
	}
	for _, s := range g.Staff {
		if s.ID != by && !s.Closed && fits(s.ID) {
			return false
		}
	}
	return true
}

// AloneField is the difference by which the timeline shows that somebody decided
// on his own work because there was nobody else.
const AloneField = "alone"

// DecidedAlone is that difference, for the timelines of meetings, surveys and measures.
func DecidedAlone() Difference { return Difference{AloneField, "", tick(true)} }

// traced notes in a move that it was decided alone.
func (m Move) traced(alone bool) Move {
	if alone {
		m.Act.Diffs = append(m.Act.Diffs, DecidedAlone())
	}
	return m
}

// Alone reports whether an act was decided by one person on his own work.
func (a Act) Alone() bool {
	for _, d := range a.Diffs {
		if d.Field == AloneField {
			return true
		}
	}
	return false
}
