package survey

// Within is a part of a survey, an area or an owner type, as a survey of its own:
// the strata that are kept, with the same numbers of units, and their sheets. As a
// part is made of whole strata, its estimates are those of its own frame. Source:
// Cochran (1977), 5A.14, domains that are strata.
func (s Sheets) Within(d Design, keep func(Stratum) bool) (Design, Sheets) {
	part := Design{NoCorrection: d.NoCorrection, Convenience: d.Convenience}
	as := make([]int, len(d.Strata))
	for h, stratum := range d.Strata {
		as[h] = -1
		if keep(stratum) {
			as[h] = len(part.Strata)
			part.Strata = append(part.Strata, stratum)
		}
	}
	n := 0
	for _, h := range s.Of {
		if as[h] >= 0 {
			n++
		}
	}
	these := Sheets{Of: make([]int, 0, n), Items: s.Items, Answers: make([][]float64, len(s.Answers))}
	which := make([]int, 0, n)
	for i, h := range s.Of {
		if as[h] >= 0 {
			these.Of, which = append(these.Of, as[h]), append(which, i)
		}
	}
	for j, y := range s.Answers {
		these.Answers[j] = make([]float64, n)
		for at, i := range which {
			these.Answers[j][at] = y[i]
		}
	}
	return part, these
}

// Group are the answers to an item, by the value of one key of the stratum, for tests
// that compare areas or owner types; values come in the order of the frame.
func (s Sheets) Group(d Design, item, key int) (values []string, groups [][]float64) {
	at := map[string]int{}
	for _, stratum := range d.Strata {
		if _, known := at[stratum.Keys[key]]; !known {
			at[stratum.Keys[key]] = len(values)
			values = append(values, stratum.Keys[key])
		}
	}
	groups = make([][]float64, len(values))
	for i, x := range s.Answers[item] {
		if given(x) {
			g := at[d.Strata[s.Of[i]].Keys[key]]
			groups[g] = append(groups[g], x)
		}
	}
	return values, groups
}
