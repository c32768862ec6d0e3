package annual

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// strata tells how the field work of each stratum, and of all, came out.
func (a *analysis) strata(r *Results, units []Unit) {
	r.Strata = fieldWork(a.head, units, a.sheets.Of)
	for h, s := range r.Strata {
		if s.Unfilled() {
			r.Unfilled = append(r.Unfilled, h)
		}
	}
	r.Total = Total(r.Strata)
}

// fits holds the sample against the frame.
func (a *analysis) fits(r *Results) {
	g := a.groups
	r.Areas = Fit{Keys: g.names, Frame: make([]int, len(g.areas)), Sample: make([]int, len(g.areas))}
	r.Owners = Fit{Keys: g.owners(), Frame: make([]int, len(g.kinds)), Sample: make([]int, len(g.kinds))}
	for h, s := range r.Strata {
		for of, fit := range []*Fit{&r.Areas, &r.Owners} {
			fit.Frame[g.at[h][of]] += a.design.Strata[h].N
			fit.Sample[g.at[h][of]] += s.Field.Valid
		}
	}
	r.Areas.hold()
	r.Owners.hold()
}

func (f *Fit) hold() {
	v, err := survey.Goodness(floats(f.Sample), floats(f.Frame))
	if err == nil {
		f.Independence, f.Tested = v, v.Fit
	}
}

func floats(n []int) []float64 {
	x := make([]float64, len(n))
	for i, v := range n {
		x[i] = float64(v)
	}
	return x
}

// weights tells what the weights cost, and tries others where a stratum without
// answers had to be put to another: weights that meet both margins of the frame.
func (a *analysis) weights(r *Results) error {
	r.Loss, r.RakedTo = math.NaN(), math.NaN()
	weights, merged, err := a.design.Weights(a.sheets.Of)
	switch {
	case errors.Is(err, survey.ErrNoAnswers):
		return nil
	case err != nil:
		return err
	}
	r.Loss = survey.Loss(weights)
	if !slices.ContainsFunc(merged, func(m survey.Merge) bool { return len(m.Empty) > 0 }) {
		return nil
	}
	margins := []survey.Margin{{Totals: make([]float64, len(a.groups.areas))}, {Totals: make([]float64, len(a.groups.kinds))}}
	for of := range margins {
		for h, s := range a.design.Strata {
			margins[of].Totals[a.groups.at[h][of]] += float64(s.N)
		}
		for _, h := range a.sheets.Of {
			margins[of].Of = append(margins[of].Of, a.groups.at[h][of])
		}
	}
	raked, err := survey.Rake(margins)
	if err != nil { // an area or a kind without any answer
		return nil
	}
	if seen(r.Showing) {
		r.RakedTo = a.head.Plan.Scale.Score(a.weighed(raked.Weights))
	}
	raked.Weights = nil // what a single sheet weighs is nobody's business
	r.Raked = &raked
	return nil
}

// weighed is the index, in answers, when each sheet weighs what it is given.
func (a *analysis) weighed(weights []float64) float64 {
	index, all := 0.0, 0.0
	for _, d := range a.dims {
		score, n := 0.0, 0
		for _, c := range d.Items {
			sum, w := 0.0, 0.0
			for i, x := range a.sheets.Answers[c] {
				if !math.IsNaN(x) {
					sum, w = sum+weights[i]*x, w+weights[i]
				}
			}
			if w > 0 {
				score += sum / w
				n++
			}
		}
		if n > 0 {
			index += d.Weight * score / float64(n)
			all += d.Weight
		}
	}
	return index / all
}

// late compares the last third of the sheets with the first, by the day they were
// filled in, or keyed in where they do not say. What came on one day is not divided.
func (a *analysis) late(r *Results) {
	type dated struct {
		day workday.Date
		y   float64
	}
	all := make([]dated, 0, len(a.valid))
	for i, s := range a.valid {
		day := s.Filled
		if day.IsZero() {
			day = s.Keyed
		}
		if !day.IsZero() && !math.IsNaN(a.marks[i]) {
			all = append(all, dated{day, a.marks[i]})
		}
	}
	third := len(all) / 3
	if third == 0 {
		return
	}
	slices.SortStableFunc(all, func(x, y dated) int { return cmp.Or(x.day.Compare(y.day), cmp.Compare(x.y, y.y)) })
	first, last := all[third-1].day, all[len(all)-third].day
	if !first.Before(last) {
		return
	}
	var early, late []float64
	for _, d := range all {
		switch {
		case !d.day.After(first):
			early = append(early, d.y)
		case !d.day.Before(last):
			late = append(late, d.y)
		}
	}
	if p, err := survey.Late(early, late); err == nil {
		r.Late = &p
	}
}
