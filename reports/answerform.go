package reports

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// formHeadings are the headings of our form, by what their columns hold.
var formHeadings = map[annual.Holds]string{
	annual.HoldsNo: "surveys.column.number", annual.HoldsArea: "surveys.column.area", annual.HoldsOwner: "surveys.column.owner",
	annual.HoldsSince: "surveys.column.since", annual.HoldsMode: "surveys.column.mode", annual.HoldsDay: "surveys.column.filled",
	annual.HoldsScore: "paper.survey.col.recommend", annual.Choosing: "paper.survey.col.choices",
}

// WriteAnswerForm writes a sheet on which answers are filled in, one row for each
// questionnaire, to be read back as any file of answers is. It names nobody.
func WriteAnswerForm(out io.Writer, f Facts, h annual.Head, numbers []int) error {
	q := asking{f, h}
	columns, held := q.formColumns()
	rows := make([][]any, len(numbers))
	for i, no := range numbers {
		rows[i] = []any{no}
	}
	codes := make([][]any, len(held))
	for i, c := range held {
		codes[i] = []any{columns[i].Title, string(c.Holds), c.Code}
	}
	form := q.table("paper.survey.form", dotted(say.SurveyTitle(q.Voice, h), h.Number, q.Say("paper.survey.form.how")), columns, rows)
	_, err := sheet.Write(out, form,
		sheet.Table{Name: annual.CodesSheet, Hidden: true, Columns: []sheet.Column{{Title: "heading"}, {Title: "holds"}, {Title: "code"}}, Rows: slices.Values(codes)})
	if err != nil {
		return fmt.Errorf("write the form of %s: %w", h.Number, err)
	}
	return nil
}

// table is a sheet of our office.
func (q asking) table(name, title string, columns []sheet.Column, rows [][]any) sheet.Table {
	return sheet.Table{Name: q.Say(name), Title: title, Header: dotted(q.Ground.Office.Company, q.Project(q.h.Project)), Footer: q.Say("slip.secrecy"), Columns: columns, Rows: slices.Values(rows)}
}

// formColumns are the columns of the form with what each holds.
func (q asking) formColumns() (columns []sheet.Column, held []annual.Column) {
	add := func(c annual.Column, title string, kind sheet.ColumnKind, width float64, choices []string) {
		held = append(held, c)
		columns = append(columns, sheet.Column{Title: title, Kind: kind, Width: width, Choices: choices})
	}
	simple := func(h annual.Holds, kind sheet.ColumnKind, width float64, choices []string) {
		add(annual.Column{Holds: h}, q.Say(formHeadings[h]), kind, width, choices)
	}
	a := q.h.Questionnaire
	simple(annual.HoldsNo, sheet.Int, 12, nil)
	if q.h.Plan.Convenience {
		simple(annual.HoldsArea, sheet.Text, 12, q.areas())
		simple(annual.HoldsOwner, sheet.Text, 14, worded(q.Facts, q.owners()))
	}
	simple(annual.HoldsSince, sheet.Text, 14, worded(q.Facts, annual.Sinces))
	marks := []string{"5", "4", "3", "2", "1", q.Say("paper.survey.unknown")}
	for i, code := range a.Asked() {
		add(annual.Column{Holds: annual.HoldsMark, Code: code}, q.numbered(i+1, say.ItemText(q.Voice, a, code)), sheet.Text, 13, marks)
	}
	n := len(a.Asked())
	if a.Recommend {
		n++
		add(annual.Column{Holds: annual.HoldsScore}, q.numbered(n, q.Say(formHeadings[annual.HoldsScore])), sheet.Text, 13, toTen)
	}
	if len(a.Choices) > 0 {
		n++
		for i := range max(1, a.MostChosen) {
			add(annual.Column{Holds: annual.Choosing}, q.numbered(n, q.Say("paper.survey.col.choices")+" "+strconv.Itoa(i+1)), sheet.Text, 20, q.choices())
		}
	}
	for _, o := range a.Open {
		n++
		add(annual.Column{Holds: annual.HoldsOpen, Code: o.Code}, q.numbered(n, say.OpenText(q.Voice, a, o.Code)), sheet.Text, 36, nil)
	}
	simple(annual.HoldsMode, sheet.Text, 14, worded(q.Facts, q.modes()))
	simple(annual.HoldsDay, sheet.Date, 12, nil)
	return columns, held
}

var toTen = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}

func (q asking) numbered(n int, text string) string { return strconv.Itoa(n) + ". " + text }

// worded are codes in words.
func worded[T ~string](f Facts, codes []T) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = say.Code(f.Voice, c)
	}
	return all
}
