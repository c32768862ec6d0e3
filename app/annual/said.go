package annual

import (
	"cmp"
	"slices"
	"strings"

	"ownerdesk/app/survey"
)

// recommend reckons the score of 0 to 10; nothing where too few answered.
func (a *analysis) recommend(r *Results) error {
	if !a.head.Questionnaire.Recommend {
		return nil
	}
	y := make([]float64, len(a.valid))
	var said Recommendation
	agreed := true
	first := NoRecommendation
	for i, s := range a.valid {
		y[i] = survey.None()
		if s.Recommend < 0 || s.Recommend > 10 {
			continue
		}
		if first == NoRecommendation {
			first = s.Recommend
		}
		y[i], agreed = float64(s.Recommend), agreed && s.Recommend == first
		switch {
		case s.Recommend >= 9:
			said.Promoters++
		case s.Recommend >= 7:
			said.Passives++
		default:
			said.Detractors++
		}
	}
	if !seen((survey.Respondents{N: said.Promoters + said.Passives + said.Detractors, Agreed: agreed}).Shows()) {
		return nil
	}
	var err error
	if said.Estimate, err = a.design.Mean(a.sheets.Of, survey.Recommendation(y)); err != nil {
		return err
	}
	r.Recommend = &said
	return nil
}

// said counts what was chosen, what open answers are about, and by which way sheets
// came; and gathers the quotes that may be printed, in an order that tells nothing
// of whose they are.
func (a *analysis) said(r *Results) {
	q := a.head.Questionnaire
	var choices, topics, modes []Count
	for _, c := range q.Choices {
		choices = append(choices, Count{Code: c.Code, Text: c.Text})
	}
	for _, d := range q.Dimensions {
		topics = append(topics, Count{Code: d.Code, Text: d.Text})
	}
	for _, m := range Modes {
		modes = append(modes, Count{Code: string(m)})
	}
	r.Choices = shown(a.tally(choices, func(s *Sheet) []string { return s.Choices }))
	r.Topics = shown(a.tally(topics, func(s *Sheet) []string { return s.Topics }))
	ways, _ := a.tally(modes, func(s *Sheet) []string { return []string{string(s.Mode)} }) // of sheets, not of answers
	r.Modes = slices.DeleteFunc(ways, func(c Count) bool { return c.N == 0 })
	for _, s := range a.valid {
		if s.Quoted && strings.TrimSpace(s.Quote) != "" {
			r.Quotes = append(r.Quotes, s.Quote)
		}
	}
	slices.Sort(r.Quotes)
}

// tally counts sheets by what they said, the most frequent first; a sheet that says a
// thing twice says it once. of is how many said anything.
func (a *analysis) tally(counts []Count, says func(*Sheet) []string) (sorted []Count, of int) {
	for i := range a.valid {
		all := says(a.valid[i])
		any := false
		for k := range counts {
			if slices.Contains(all, counts[k].Code) {
				counts[k].N++
				any = true
			}
		}
		if any {
			of++
		}
	}
	for k := range counts {
		if of > 0 {
			counts[k].Share = float64(counts[k].N) / float64(of)
		}
	}
	slices.SortStableFunc(counts, func(x, y Count) int { return cmp.Compare(y.N, x.N) })
	return counts, of
}

// shown are counts, where enough sheets stand behind them.
func shown(counts []Count, of int) []Count {
	if !seen((survey.Respondents{N: of}).Shows()) {
		return nil
	}
	return counts
}

// quality looks at the sheets themselves, those that do not count among them.
func quality(sheets []Sheet) Quality {
	q := Quality{Sheets: len(sheets)}
	alike := map[string]int{}
	marks, unknown := 0, 0
	for i := range sheets {
		s := &sheets[i]
		q.Second, q.SecondMarks, q.SecondOff = q.second(s)
		switch s.Back {
		case Differs:
			q.BackWrong++
			q.Back++
		case Confirmed:
			q.Back++
		}
		if s.Void {
			q.Voided++
			continue
		}
		flaws, counts := survey.Flaws(s.Answers(), s.Seconds)
		for _, f := range []struct {
			flaw survey.Flaw
			n    *int
		}{{survey.HalfEmpty, &q.HalfEmpty}, {survey.Straight, &q.Straight}, {survey.Fast, &q.Fast}} {
			if slices.Contains(flaws, f.flaw) {
				*f.n++
			}
		}
		if s.doubtful() {
			alike[s.Marks]++
		}
		if !counts {
			q.Left++
			continue
		}
		q.Valid++
		unknown += strings.Count(s.Marks, string(DontKnow))
		marks += len(s.Marks) - strings.Count(s.Marks, string(Blank))
	}
	for _, n := range alike {
		if n > 1 {
			q.Doubles += n
		}
	}
	if marks > 0 {
		q.Unknown = float64(unknown) / float64(marks)
	}
	return q
}

// second adds a sheet keyed twice.
func (q Quality) second(s *Sheet) (sheets, marks, off int) {
	sheets, marks, off = q.Second, q.SecondMarks, q.SecondOff
	if s.Second == "" {
		return sheets, marks, off
	}
	return sheets + 1, marks + len(s.Second), off + len(s.Off())
}

// leastAlike is how many marks two sheets must share to be taken for doubles.
const leastAlike = 10

// doubtful reports whether another sheet with the same marks would be a double: it
// came without paper, and says enough, and not the same everywhere.
func (s *Sheet) doubtful() bool {
	said := strings.ReplaceAll(s.Marks, string(Blank), "")
	return (s.File != "" || s.Mode == Online) && len(said) >= leastAlike && strings.Trim(said, said[:1]) != ""
}
