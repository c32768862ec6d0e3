package reports

import (
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
)

// DraftFindings words the problems that the numbers speak of, and the suggestions
// that would answer them, marked as a draft: a person reads and edits them.
func DraftFindings(f Facts, drafted []annual.Drafted, r annual.Results) annual.Findings {
	d := drafting{annually{Facts: f, r: r}}
	var all annual.Findings
	for i, x := range drafted {
		n := i + 1
		all.Problems = append(all.Problems, annual.Problem{
			N: n, Kind: x.Kind, Dimension: x.Dimension, Item: x.Item,
			Title: f.Say("annual.draft", d.problem(x)), Evidence: d.evidence(x), Scope: d.scope(), Complaints: x.Complaints,
		})
		from, to := x.Suggested.From, x.Suggested.To
		if !has(from) || !has(to) {
			from, to = 0, 0
		}
		all.Suggestions = append(all.Suggestions, annual.Suggestion{
			N: n, Problem: n, Text: f.Say("annual.draft", d.suggestion(x)), Dept: d.dept(x.Subjects), Priority: x.Suggested.Priority, Item: x.Suggested.Item, From: from, To: to,
		})
	}
	return all
}

// Undrafted is a text without the mark that it is a draft.
func (f Facts) Undrafted(text string) string {
	return strings.TrimPrefix(text, f.Say("annual.draft", ""))
}

type drafting struct{ annually }

// called is an item or a dimension, by its own text or the ready one.
func (d drafting) called(x annual.Drafted) string {
	if x.Item == "" {
		return say.DimensionText(d.Voice, annual.Questionnaire{Dimensions: []annual.Dimension{{Code: x.Dimension, Text: x.Text}}}, x.Dimension)
	}
	return say.ItemText(d.Voice, annual.Questionnaire{Items: []annual.Item{{Code: x.Item, Text: x.Text}}}, x.Item)
}

func (d drafting) problem(x annual.Drafted) string {
	if x.Kind == annual.Fell && x.Last != nil {
		return d.Say("annual.draft.problem.fell", d.called(x), x.Last.Year)
	}
	return d.Say("annual.draft.problem."+string(x.Kind), d.called(x))
}

// evidence is every figure that speaks of the problem.
func (d drafting) evidence(x annual.Drafted) string {
	var said []string
	if has(x.Score) {
		said = append(said, d.Say("annual.draft.score", d.estimate(survey.Estimate{Mean: x.Score, Low: x.Low, High: x.High}), x.N))
	}
	if x.Few {
		said = append(said, d.Say("annual.draft.few"))
	}
	if has(x.Importance) {
		said = append(said, d.Say("annual.draft.importance", digits(x.Importance, 3)))
	}
	if x.Last != nil && d.exact() {
		said = append(said, d.change(x.Last))
	}
	if len(x.Complaints) > 0 {
		said = append(said, d.Say("annual.draft.complaints", len(x.Complaints), x.Before))
	}
	return joined(d.Say("annual.draft.between"), said...)
}

// scope is whom it concerns: everybody of the frame. Areas are tested on the whole
// only, so none is named for a single item.
func (d drafting) scope() string {
	n := 0
	for _, s := range d.r.Strata {
		n += s.Units
	}
	return d.Say("annual.draft.scope", n)
}

func (d drafting) suggestion(x annual.Drafted) string {
	return d.Say("annual.draft.suggestion."+string(x.Kind), d.called(x))
}

// dept is the department that usually leads what a dimension is about, the first
// subject that anybody leads.
func (d drafting) dept(subjects []app.Category) app.DeptID {
	for _, s := range subjects {
		if lead := d.Ground.UsualLead(s); lead != 0 {
			return lead
		}
	}
	return 0
}
