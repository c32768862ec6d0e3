package annual

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/trace"
)

// planDiffs tells what became different in a plan.
func planDiffs(old, fresh Plan) []app.Difference {
	was, now := old, fresh
	for _, p := range []*Plan{&was, &now} {
		p.Precision, p.Stages = survey.Precision{}, nil
	}
	found := append(trace.Differences("", was, now), trace.Differences("", old.Precision, fresh.Precision)...)
	for _, key := range StageKeys {
		found = append(found, trace.Differences("stages."+string(key)+".", stageOf(old, key), stageOf(fresh, key))...)
	}
	return found
}

// stageOf is a stage without its key, which stands in the name of the difference.
func stageOf(p Plan, key StageKey) Stage {
	at := slices.IndexFunc(p.Stages, func(s Stage) bool { return s.Key == key })
	if at < 0 {
		return Stage{}
	}
	return Stage{From: p.Stages[at].From, To: p.Stages[at].To}
}

// questionnaireDiffs tells what became different in a questionnaire.
func questionnaireDiffs(old, fresh Questionnaire) []app.Difference {
	was, now := old, fresh
	for _, q := range []*Questionnaire{&was, &now} {
		q.Dimensions, q.Items, q.Choices, q.Open = nil, nil, nil, nil
	}
	found := trace.Differences("", was, now)
	found = append(found, rowDiffs("dimensions", old.Dimensions, fresh.Dimensions, Dimension.code)...)
	found = append(found, rowDiffs("items", old.Items, fresh.Items, Item.code)...)
	found = append(found, rowDiffs("choices", old.Choices, fresh.Choices, Choice.code)...)
	return append(found, rowDiffs("open", old.Open, fresh.Open, Open.code)...)
}

// rowDiffs tells by code which rows are new, gone, different, or in another order.
func rowDiffs[T any](list string, old, fresh []T, code func(T) string) (found []app.Difference) {
	had, have := codesOf(old, code), codesOf(fresh, code)
	for i, c := range had {
		before := list + "." + c + "."
		if at := slices.Index(have, c); at >= 0 {
			found = append(found, trace.Differences(before, old[i], fresh[at])...)
		} else {
			found = append(found, app.Difference{Field: before + "gone", New: "1"})
		}
	}
	for i, c := range have {
		if !slices.Contains(had, c) {
			var none T
			found = append(found, trace.Differences(list+"."+c+".", none, fresh[i])...)
		}
	}
	if was, now := common(had, have), common(have, had); was != now {
		found = append(found, app.Difference{Field: list + ".order", Old: was, New: now})
	}
	return found
}

// common are the codes that another list has, too, in their order.
func common(codes, of []string) string {
	var all []string
	for _, c := range codes {
		if slices.Contains(of, c) {
			all = append(all, c)
		}
	}
	return strings.Join(all, " ")
}

// findingDiffs tells what became different in findings.
func findingDiffs(old, fresh Findings) []app.Difference {
	was, now := old, fresh
	for _, f := range []*Findings{&was, &now} {
		f.Problems, f.Suggestions = nil, nil
	}
	found := trace.Differences("", was, now)
	for i, p := range fresh.Problems {
		before := Problem{N: p.N}
		if i < len(old.Problems) {
			before = old.Problems[i]
		}
		found = append(found, trace.Differences("problems."+strconv.Itoa(p.N)+".", before, p)...)
	}
	for i, s := range fresh.Suggestions {
		before := Suggestion{N: s.N}
		if i < len(old.Suggestions) {
			before = old.Suggestions[i]
		}
		found = append(found, trace.Differences("suggestions."+strconv.Itoa(s.N)+".", before, s)...)
	}
	return found
}
