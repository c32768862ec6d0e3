package annual

import (
	"errors"
	"math"

	"ownerdesk/app/survey"
)

// items reckons every item, as asked.
func (a *analysis) items(r *Results) error {
	for j, i := range a.head.Questionnaire.Items {
		item, err := a.item(a.first + j)
		if err != nil {
			return err
		}
		item.Code, item.Dimension, item.Text = i.Code, i.Dimension, i.Text
		if j < len(r.Alpha.Items) {
			if !seen(item.Showing) {
				r.Alpha.Items[j] = item.Tie
			}
			item.Tie = r.Alpha.Items[j]
		}
		r.Items = append(r.Items, item)
	}
	return a.alike(r)
}

// alike reckons the index in which every item weighs alike, unless it would tell of a
// hidden item.
func (a *analysis) alike(r *Results) error {
	r.Alike = noEstimate()
	every, there := survey.Dimension{Weight: 1}, false
	for j, i := range r.Items {
		if i.Showing.Hidden() {
			return nil
		}
		every.Items, there = append(every.Items, a.first+j), there || seen(i.Showing)
	}
	if !there {
		return nil
	}
	x, err := a.design.Index(a.sheets.Of, a.sheets.Answers, []survey.Dimension{every})
	r.Alike = a.head.Plan.Scale.Scored(x.Estimate)
	return err
}

// item reckons one column.
func (a *analysis) item(c int) (ItemResult, error) {
	none := math.NaN()
	r := ItemResult{Showing: a.mask.column(c), Mean: noEstimate(), Score: noEstimate(), Top: noShare(), Importance: none, Priority: none,
		Tie: survey.Tie{Dropped: none, Correlation: none}}
	if !seen(r.Showing) {
		return r, nil
	}
	for _, s := range a.valid {
		switch m := s.Marks[c]; {
		case m >= '1' && m <= '5':
			r.Counts[m-'1']++
			r.N++
		case m == DontKnow:
			r.Unknown++
		}
	}
	var err error
	if r.Mean, err = a.design.Mean(a.sheets.Of, a.sheets.Answers[c]); err != nil {
		return r, err
	}
	r.Score = a.head.Plan.Scale.Scored(r.Mean)
	r.Top, err = a.design.Share(a.sheets.Of, a.sheets.Answers[c], survey.TopTwo)
	return r, err
}

func (a *analysis) dimensions(r *Results) error {
	for k, d := range a.head.Questionnaire.Dimensions {
		one := DimensionResult{Code: d.Code, Text: d.Text, Weight: d.Weight, Showing: a.mask.total(a.mask.dimension(k)),
			Score: noEstimate(), Top: math.NaN(), Alpha: noReliability()}
		if seen(one.Showing) {
			if err := a.dimension(&one, r.Items, a.dims[k].Items); err != nil {
				return err
			}
		}
		r.Dimensions = append(r.Dimensions, one)
	}
	return nil
}

func (a *analysis) dimension(d *DimensionResult, items []ItemResult, columns []int) error {
	x, err := a.design.Index(a.sheets.Of, a.sheets.Answers, []survey.Dimension{{Items: columns, Weight: 1}})
	if err != nil {
		return err
	}
	d.Score = a.head.Plan.Scale.Scored(x.Estimate)
	least, top, shown, hidden := math.MaxInt, 0.0, 0, false
	var answers [][]float64
	for _, c := range columns {
		i := items[c-a.first]
		hidden = hidden || i.Showing.Hidden()
		answers = append(answers, a.sheets.Answers[c])
		if seen(i.Showing) {
			least, d.Most = min(least, i.N), max(d.Most, i.N)
			top += i.Top.P
			shown++
		}
	}
	if shown > 0 {
		d.Score.N = least
	}
	if shown > 0 && !hidden { // the mean over items would tell of a hidden one
		d.Top = top / float64(shown)
	}
	d.Alpha, err = alpha(answers)
	return err
}

// alpha is survey.Alpha, NaN where it cannot be had.
func alpha(answers [][]float64) (survey.Reliability, error) {
	r, err := survey.Alpha(answers)
	if errors.Is(err, survey.ErrTooFew) || errors.Is(err, survey.ErrFlat) {
		none := noReliability()
		none.N, none.K = r.N, r.K
		return none, nil
	}
	return r, err
}
