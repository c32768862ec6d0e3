package annual

import "ownerdesk/app/survey"

// Progress is how far the field work of each stratum has come.
func Progress(h Head, units []Unit, sheets []Sheet) []StratumResult {
	var valid []int
	for _, s := range sheets {
		if s.Counts() && s.Stratum >= 0 && s.Stratum < len(h.Strata) {
			valid = append(valid, s.Stratum)
		}
	}
	return fieldWork(h, units, valid)
}

// fieldWork counts units and the strata of valid sheets. Where everybody is invited,
// everybody is asked.
func fieldWork(h Head, units []Unit, valid []int) []StratumResult {
	all := make([]StratumResult, len(h.Strata))
	for i, s := range h.Strata {
		all[i].Stratum = s
	}
	for _, u := range units {
		if u.Called && u.Stratum >= 0 && u.Stratum < len(all) {
			all[u.Stratum].count(u)
		}
	}
	for _, at := range valid {
		all[at].Field.Valid++
	}
	for i := range all {
		f := &all[i].Field
		f.Contacted = max(f.Contacted, f.Valid) // sheets of anybody name no unit
		if h.Plan.Convenience {
			f.Issued = all[i].Units
		}
	}
	return all
}

func (s *StratumResult) count(u Unit) {
	s.Field.Issued++
	if u.Reserve {
		s.Called++
	}
	if u.Contacted {
		s.Field.Contacted++
	}
	switch u.Outcome {
	case Vacant, WrongAddress:
		s.Field.Ineligible++
	case Refused:
		s.Field.Refused++
	}
}

// Total is the field work of all strata together.
func Total(all []StratumResult) (sum survey.Field) {
	for _, s := range all {
		sum.Issued += s.Field.Issued
		sum.Ineligible += s.Field.Ineligible
		sum.Contacted += s.Field.Contacted
		sum.Refused += s.Field.Refused
		sum.Valid += s.Field.Valid
	}
	return sum
}

// Unfilled reports whether a stratum is under-covered: fewer than half of the answers
// that were planned, or fewer than the two that it takes to tell how far they lie
// apart, unless nobody else lives there.
func (s StratumResult) Unfilled() bool {
	return 2*s.Field.Valid < s.Planned || s.Field.Valid < min(2, s.Units)
}

// Phoned is the share of sheets that were answered by telephone, and whether that is
// more than the plan allows.
func Phoned(h Head, sheets []Sheet) (share float64, over bool) {
	n, all := 0, 0
	for _, s := range sheets {
		if s.Void {
			continue
		}
		all++
		if s.Mode == Phone {
			n++
		}
	}
	if all == 0 {
		return 0, false
	}
	share = float64(n) / float64(all)
	return share, h.Plan.Phoned > 0 && share > h.Plan.Phoned
}
