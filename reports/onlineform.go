package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// onlineQuestions are the questions in their order, as they are to be set up in an
// online tool, so that its export is read back without further ado: number, kind,
// text, options, remark.
func (q asking) onlineQuestions() (rows [][]string) {
	a := q.h.Questionnaire
	add := func(kind, text, note string, options ...string) {
		if note != "" {
			note = q.Say(note)
		}
		rows = append(rows, []string{ordinal(len(rows) + 1), q.Say("paper.survey.kind." + kind), text, strings.Join(options, "\n"), note})
	}
	if !q.h.Plan.Convenience {
		add("text", q.Say("paper.survey.col.number"), "paper.survey.note.number")
	}
	add("single", q.Say("paper.survey.col.area"), "", q.areas()...)
	add("single", q.Say("paper.survey.col.owner"), "", worded(q.Facts, q.owners())...)
	add("single", q.Say("paper.survey.col.since"), "", worded(q.Facts, annual.Sinces)...)
	for _, code := range a.Asked() {
		add("single", say.ItemText(q.Voice, a, code), "", append(q.marks(), q.Say("paper.survey.unknown"))...)
	}
	if a.Recommend {
		add("score", say.RecommendText(q.Voice), "paper.survey.note.recommend", toTen...)
	}
	if len(a.Choices) > 0 {
		add("several", q.Count("paper.survey.choices", a.MostChosen), "paper.survey.note.choices", q.choices()...)
	}
	for _, o := range a.Open {
		add("text", say.OpenText(q.Voice, a, o.Code), "paper.survey.note.open")
	}
	return rows
}

var onlineColumns = []string{"list.no", "paper.survey.kind", "paper.survey.question", "paper.survey.options", "paper.col.note"}

// WriteOnlineForm writes the questions as a workbook, with what is to be said before
// them.
func WriteOnlineForm(out io.Writer, f Facts, h annual.Head) error {
	q := asking{f, h}
	columns := []sheet.Column{{Title: q.Say(onlineColumns[0]), Kind: sheet.Int, Width: 7}, {Title: q.Say(onlineColumns[1]), Width: 12},
		{Title: q.Say(onlineColumns[2]), Width: 48}, {Title: q.Say(onlineColumns[3]), Width: 36}, {Title: q.Say(onlineColumns[4]), Width: 36}}
	var rows [][]any
	for i, r := range q.onlineQuestions() {
		rows = append(rows, []any{i + 1, r[1], r[2], r[3], r[4]})
	}
	var before [][]any
	for _, r := range q.before() {
		before = append(before, []any{r[0], r[1]})
	}
	intro := q.table("paper.survey.before", q.title(), []sheet.Column{{Title: q.Say("paper.col.key"), Width: 16}, {Title: q.Say("paper.col.value"), Width: 90}}, before)
	if _, err := sheet.Write(out, q.table("paper.survey.online", dotted(q.title(), q.Say("paper.survey.online.how")), columns, rows), intro); err != nil {
		return fmt.Errorf("write the online form of %s: %w", h.Number, err)
	}
	return nil
}

// before is what owners have to be told before they answer.
func (q asking) before() [][2]string {
	return append([][2]string{{q.Say("paper.survey.intro"), say.IntroText(q.Voice, q.h.Questionnaire)}}, q.notice()...)
}

// WriteOnlineText writes the questions as a text table, for tools that take those.
func WriteOnlineText(out io.Writer, f Facts, h annual.Head) error {
	q := asking{f, h}
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return fmt.Errorf("write the questions of %s: %w", h.Number, err)
	}
	w := csv.NewWriter(out)
	heads := make([]string, len(onlineColumns))
	for i, key := range onlineColumns {
		heads[i] = q.Say(key)
	}
	if err := w.WriteAll(append([][]string{heads}, q.onlineQuestions()...)); err != nil {
		return fmt.Errorf("write the questions of %s: %w", h.Number, err)
	}
	return nil
}
