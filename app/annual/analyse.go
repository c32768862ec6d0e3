package annual

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// Year is a survey with what it came to.
type Year struct {
	Head    Head
	Results Results
}

// Analyse reckons everything that sheets say. Void ones and those that the rules of
// quality leave out do not count, nor does the order in which they come. before is
// the survey to compare with, nil for none; complaints are added by Desk.Results.
// Errors: those of app/survey, for sheets that do not fit the frame or the
// questionnaire.
func Analyse(h Head, sheets []Sheet, units []Unit, before *Year) (Results, error) {
	a, err := newAnalysis(h, sheets)
	if err != nil {
		return Results{}, err
	}
	r := Results{Year: h.Year, Scale: h.Plan.Scale, Convenience: h.Plan.Convenience, Bands: h.Plan.Bands}
	a.strata(&r, units)
	for _, step := range []func(*Results) error{a.whole, a.items, a.dimensions, a.weights, a.recommend, a.cells} {
		if err := step(&r); err != nil {
			return Results{}, fmt.Errorf("analyse survey %d: %w", h.ID, err)
		}
	}
	a.fits(&r)
	a.drivers(&r)
	a.late(&r)
	a.said(&r)
	r.Quality = quality(sheets)
	if before != nil {
		a.compare(&r, *before)
	}
	return r, nil
}

// analysis is a survey as package survey takes it. Columns are Questionnaire.Asked;
// items begin at first.
type analysis struct {
	head   Head
	design survey.Design
	valid  []*Sheet // those that count, in the order of their numbers
	sheets survey.Sheets
	first  int
	dims   []survey.Dimension // of the questionnaire
	marks  []float64          // what groups are compared by: overall scores, or the mean score of each sheet
	groups groups
	mask   mask
}

func newAnalysis(h Head, sheets []Sheet) (*analysis, error) {
	a := &analysis{head: h, sheets: survey.Sheets{Items: h.Questionnaire.Asked()}}
	if h.Questionnaire.Overall {
		a.first = 1
	}
	a.valid = make([]*Sheet, 0, len(sheets))
	for i := range sheets {
		s := &sheets[i]
		if len(s.Marks) != len(a.sheets.Items) {
			return nil, fmt.Errorf("analyse survey %d, sheet %d: %w", h.ID, s.No, survey.ErrLengths)
		}
		if s.Stratum < 0 || s.Stratum >= len(h.Strata) {
			return nil, fmt.Errorf("analyse survey %d, sheet %d: %w", h.ID, s.No, survey.ErrStratum)
		}
		if s.Counts() {
			a.valid = append(a.valid, s)
		}
	}
	slices.SortStableFunc(a.valid, func(s, t *Sheet) int { return cmp.Compare(s.No, t.No) })
	a.columns()
	a.design = a.drawn()
	for _, d := range h.Questionnaire.Dimensions {
		dim := survey.Dimension{Weight: float64(d.Weight)}
		for j, i := range h.Questionnaire.Items {
			if i.Dimension == d.Code {
				dim.Items = append(dim.Items, a.first+j)
			}
		}
		a.dims = append(a.dims, dim)
	}
	a.groups = newGroups(h.Strata)
	a.mask = a.newMask()
	a.marks = a.compared()
	return a, nil
}

// columns turns marks into answers by item.
func (a *analysis) columns() {
	n := len(a.valid)
	a.sheets.Of = make([]int, n)
	for i, s := range a.valid {
		a.sheets.Of[i] = s.Stratum
	}
	all := make([]float64, n*len(a.sheets.Items))
	for c := range a.sheets.Items {
		a.sheets.Answers = append(a.sheets.Answers, all[c*n:(c+1)*n:(c+1)*n])
	}
	for i, s := range a.valid {
		for c, x := range s.Answers() {
			a.sheets.Answers[c][i] = x
		}
	}
}

// drawn is the design of the frame. Where everybody was invited, a household may
// have answered more than once.
func (a *analysis) drawn() survey.Design {
	d := survey.Design{Convenience: a.head.Plan.Convenience}
	n := make([]int, len(a.head.Strata))
	for _, h := range a.sheets.Of {
		n[h]++
	}
	for h, s := range a.head.Strata {
		units := s.Units
		if d.Convenience {
			units = max(units, n[h])
		}
		d.Strata = append(d.Strata, survey.Stratum{Keys: []string{areaKey(s.Area), string(s.Owner)}, N: units})
	}
	return d
}

func areaKey(a app.AreaID) string { return strconv.FormatInt(int64(a), 10) }

// overall are the answers to the overall item; nil where it is not asked.
func (a *analysis) overall() []float64 {
	if a.first == 0 {
		return nil
	}
	return a.sheets.Answers[0]
}

// compared are the scores of the overall item, or the mean score of each sheet.
func (a *analysis) compared() []float64 {
	y := make([]float64, len(a.valid))
	for i := range y {
		if a.first > 0 {
			y[i] = a.head.Plan.Scale.Score(a.sheets.Answers[0][i])
			continue
		}
		sum, n := 0.0, 0
		for _, column := range a.sheets.Answers {
			if !math.IsNaN(column[i]) {
				sum += column[i]
				n++
			}
		}
		y[i] = a.head.Plan.Scale.Score(sum / float64(n))
	}
	return y
}

// whole reckons what goes over the whole sheet: overall item, index, alpha, grade.
func (a *analysis) whole(r *Results) error {
	r.Showing = a.mask.total(byIndex)
	r.Index, r.Top, r.Grade, r.Alpha = noEstimate(), noShare(), -1, noReliability()
	if a.first > 0 {
		o, err := a.item(0)
		if err != nil {
			return err
		}
		o.Code = Overall
		r.Overall, r.Top = &o, o.Top
	}
	if !seen(r.Showing) {
		return nil
	}
	x, err := a.design.Index(a.sheets.Of, a.sheets.Answers, a.dims)
	if err != nil {
		return err
	}
	r.Index = a.head.Plan.Scale.Scored(x.Estimate)
	r.Merged = x.Merged
	for _, k := range x.Missing {
		if d := a.head.Questionnaire.Dimensions[k]; d.Weight > 0 {
			r.IndexMiss = append(r.IndexMiss, d.Code)
		}
	}
	r.Grade = r.grade(r.Index.Mean)
	r.Alpha, err = alpha(a.sheets.Answers[a.first:])
	if err == nil && a.first == 0 && !a.mask.hides() { // else it would tell of a hidden item
		r.Top, err = a.topOfAll()
	}
	return err
}

// grade is the place of a score among the bands, from 0 the best; what only rounding
// keeps from a band reaches it.
func (r Results) grade(score float64) int {
	for g, from := range r.Bands {
		if score >= float64(from)-1e-9 {
			return g
		}
	}
	return len(r.Bands)
}

// topOfAll is the share of 4 and 5 among the answers to all items, each item weighing
// alike, with the error of the design.
func (a *analysis) topOfAll() (survey.Share, error) {
	every := survey.Dimension{Weight: 1}
	ones := make([][]float64, len(a.sheets.Answers))
	for c, y := range a.sheets.Answers {
		every.Items = append(every.Items, c)
		ones[c] = make([]float64, len(y))
		for i, x := range y {
			switch {
			case math.IsNaN(x):
				ones[c][i] = x
			case survey.TopTwo(x):
				ones[c][i] = 1
			}
		}
	}
	x, err := a.design.Index(a.sheets.Of, ones, []survey.Dimension{every})
	if err != nil {
		return noShare(), err
	}
	s := survey.Share{N: x.N, P: min(max(x.Mean, 0), 1), SE: x.SE, Merged: x.Merged}
	s.Effective = s.P * (1 - s.P) / (s.SE * s.SE)
	if s.SE == 0 || s.P == 0 || s.P == 1 || math.IsNaN(s.Effective) {
		s.Effective = float64(x.N)
	}
	s.Low, s.High = survey.Wilson(s.P, s.Effective)
	if a.design.Convenience {
		s.Low, s.High = math.NaN(), math.NaN()
	}
	return s, nil
}

// Figures that cannot be had, or may not be seen.
func noEstimate() survey.Estimate {
	none := math.NaN()
	return survey.Estimate{Mean: none, SE: none, Low: none, High: none, DEFF: none}
}

func noShare() survey.Share {
	none := math.NaN()
	return survey.Share{P: none, SE: none, Low: none, High: none}
}

func noReliability() survey.Reliability {
	none := math.NaN()
	return survey.Reliability{Value: none, Low: none, High: none}
}

// seen reports whether there is a figure, and it may be seen.
func seen(s survey.Showing) bool { return !s.Hidden() && s != survey.Empty }
