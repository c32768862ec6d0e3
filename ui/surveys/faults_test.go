package surveys

import (
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/reports/say"
	"ownerdesk/ui/seat/beside"
)

// unmended tells what no form of surveys can mend: it is about the survey or the person and
// keeps the form from being offered, or is chosen by a program.
func unmended(f app.Invalid) bool {
	return slices.Contains([]string{"survey", "by", "units", "unit", "no", "sheets", "problems", "suggestions", "findings"}, f.Field)
}

// of are the faults of some fields or lists alone.
func of(faults []app.Invalid, fields ...string) (some []app.Invalid) {
	for _, f := range faults {
		list, _, _ := f.Row()
		if slices.Contains(fields, list) {
			some = append(some, f)
		}
	}
	return some
}

// Every fault that an order on a survey can find stands beside a field that mends it.
func TestEveryFaultOfSurveysStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.drawn()
	rules := faulty.Read(t, "../../app/annual")
	all := func(order string) []app.Invalid { return slices.DeleteFunc(rules.Of(order), unmended) }
	change := all("Change")
	walked := map[app.Invalid]bool{}
	stages := []app.Invalid{{Field: "stages.pretest", Rule: "order"}, {Field: "stages.field.to", Rule: "incomplete"}, {Field: "stages.report", Rule: "twice"}}
	sheets := &sheetsPart{p: p, seen: p.seen}
	part := &reportPart{p: p, seen: p.seen}
	items := p.seen.survey.Questionnaire.Dimensions[0]
	for name, w := range map[string]struct {
		form   *form
		faults []app.Invalid
	}{
		"plan":        {planForm(x.Seat, x.desk, nil), of(all("Plan"), "year")},
		"about":       {aboutForm(p), of(change, "title", "modes", "owners", "areas", "phoned", "purpose", "scope", "content", "method")},
		"stages":      {stagesForm(p), stages},
		"work":        {workForm(p), of(change, "interviewers", "attempts", "back-check", "second", "contact", "training", "quality", "secrecy", "keep", "budget")},
		"scoring":     {scoringForm(p), of(change, "scale", "bands")},
		"sample":      {sampleForm(p), of(change, "confidence", "error", "share", "effect", "response", "rule", "way", "floor", "cap")},
		"dimensions":  {weightsForm(p), of(change, "dimensions")},
		"items":       {itemsForm(p, items), of(change, "items")},
		"choices":     {choicesForm(p), of(change, "choices", "most-chosen")},
		"open":        {openForm(p), of(change, "open")},
		"intro":       {introForm(p), of(change, "intro")},
		"approve":     {approveForm(p), of(all("Approve"), "checked")},
		"count":       {countForm(p), of(all("Count"), "reason")},
		"void":        {sheets.voidForm(annual.Sheet{}), all("Void")},
		"back":        {sheets.backForm(annual.Sheet{}), all("Back")},
		"sort":        {sheets.sortForm(annual.Sheet{}), all("Sort")},
		"reopen":      {reopenForm(p), all("Reopen")},
		"cancel":      {cancelForm(p), all("Cancel")},
		"reissue":     {reissueForm(p), all("Reissue")},
		"destroy":     {destroyForm(p), []app.Invalid{{Field: "confirm", Rule: "differs"}}},
		"assign":      {assignForm(p, []int{1}), all("Assign")},
		"visit":       {visitForm(p, visited{}, say.Open, annual.Later), all("Attempt")},
		"summary":     {part.summaryForm(), of(all("Conclude"), "summary", "limits")},
		"problem":     {part.problemForm(annual.Problem{Kind: annual.ByHand}), of(all("Conclude"), "problems")},
		"suggestions": {part.suggestionsForm(), of(all("Conclude"), "suggestions")},
	} {
		for f, amiss := range beside.Shows(x.win, w.form, w.faults) {
			if walked[f] = true; amiss != "" && f != (app.Invalid{Field: "problems.1.kind", Rule: "unknown"}) {
				t.Errorf("%s, %s %s: %s", name, f.Field, f.Rule, amiss)
			}
		}
		if len(w.faults) == 0 {
			t.Errorf("%s finds nothing wrong", name)
		}
	}
	for _, f := range change {
		if !walked[f] && f.Field != "frame-on" && f.Field != "spread" { // neither is typed
			t.Errorf("no form has %s %s", f.Field, f.Rule)
		}
	}
}
