package survey

import "errors"

// Analysis is what a questionnaire says, item by item.
type Analysis struct {
	Sheets []int // in each stratum
	Items  []Result
	Alpha  Reliability // Value NaN where it cannot be had
	Index  Index       // in scores, every item weighing alike
}

// Result is one item: its mean, the same as a score, and the share of 4 and 5.
type Result struct {
	Item  string
	Mean  Estimate
	Score Estimate
	Top   Share // of answers 1 to 5 only
}

// Analyse estimates every item on a scale, their reliability and an index in which
// each weighs alike; an item without answers has an estimate of NaN. Formulas are
// those of Design.Mean, Design.Share, Alpha and Design.Index. Errors: ErrLengths,
// ErrStratum, ErrOverfull; ErrNoAnswers where no item has any.
func (d Design) Analyse(s Sheets, scale Scale) (Analysis, error) {
	a := Analysis{Sheets: make([]int, len(d.Strata))}
	if err := d.check(s.Of, s.Answers...); err != nil {
		return a, err
	}
	for _, h := range s.Of {
		a.Sheets[h]++
	}
	every := Dimension{Weight: 1}
	for j, item := range s.Items {
		r, err := d.result(s.Of, s.Answers[j], scale)
		if err != nil {
			return a, err
		}
		r.Item = item
		a.Items = append(a.Items, r)
		every.Items = append(every.Items, j)
	}
	var err error
	if a.Alpha, err = Alpha(s.Answers); errors.Is(err, ErrTooFew) || errors.Is(err, ErrFlat) {
		a.Alpha.Value = None()
	} else if err != nil {
		return a, err
	}
	if a.Index, err = d.Index(s.Of, s.Answers, []Dimension{every}); err != nil {
		return a, err
	}
	a.Index.Estimate = scale.Scored(a.Index.Estimate)
	return a, nil
}

func (d Design) result(of []int, y []float64, scale Scale) (Result, error) {
	mean, err := d.Mean(of, y)
	if errors.Is(err, ErrNoAnswers) {
		no := Estimate{0, None(), None(), 0, None(), None(), None(), nil}
		return Result{Mean: no, Score: no, Top: Share{0, None(), None(), 0, None(), None(), nil}}, nil
	}
	if err != nil {
		return Result{}, err
	}
	r := Result{Mean: mean, Score: scale.Scored(mean), Top: Share{mean.N, None(), None(), 0, None(), None(), nil}}
	if scale != Raw {
		r.Top, err = d.Share(of, y, TopTwo)
	}
	return r, err
}
