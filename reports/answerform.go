package reports

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// KnownTexts are the texts by which a file of answers is read, in every language and
// in the office's own words.
func KnownTexts(own say.Voice, h annual.Head) (annual.Known, error) {
	k := annual.Known{}
	voices := []say.Voice{own}
	for _, l := range lang.All {
		w, err := lang.Load(l)
		if err != nil {
			return nil, err
		}
		voices = append(voices, say.Voice{Words: w, Ground: own.Ground})
	}
	for _, v := range voices {
		knownIn(k, v, h.Questionnaire)
	}
	return k, nil
}

// knownIn adds the texts of one voice.
func knownIn(k annual.Known, v say.Voice, q annual.Questionnaire) {
	add := func(code, text string) {
		if text != "" && !slices.Contains(k[code], text) {
			k[code] = append(k[code], text)
		}
	}
	for _, code := range q.Asked() {
		add(code, say.ItemText(v, q, code))
	}
	for _, c := range q.Choices {
		add(c.Code, say.ChoiceText(v, q, c.Code))
	}
	for _, o := range q.Open {
		add(o.Code, say.OpenText(v, q, o.Code))
	}
	for n := 1; n <= 5; n++ {
		add(strconv.Itoa(n), v.Say("paper.survey.mark."+strconv.Itoa(n)))
	}
	add(string(annual.DontKnow), v.Say("paper.survey.unknown"))
	for _, code := range annual.OwnerKinds {
		add(string(code), say.Code(v, code))
	}
	for _, code := range annual.Modes {
		add(string(code), say.Code(v, code))
	}
	for _, code := range annual.Sinces {
		add(code, say.Code(v, code))
	}
	for holds, key := range formHeadings {
		add(string(holds), v.Say(key))
	}
	add(string(annual.HoldsScore), say.RecommendText(v))
}

// formHeadings are the headings of our form, by what their columns hold.
var formHeadings = map[annual.Holds]string{
	annual.HoldsNo: "paper.survey.col.number", annual.HoldsArea: "paper.survey.col.area", annual.HoldsOwner: "paper.survey.col.owner",
	annual.HoldsSince: "paper.survey.col.since", annual.HoldsMode: "paper.survey.mode", annual.HoldsDay: "paper.survey.date",
	annual.HoldsScore: "paper.survey.col.recommend", annual.Choosing: "paper.survey.col.choices",
}

// codesSheet is the hidden sheet that says what the columns of a form hold.
const codesSheet = "_codes"

// WriteAnswerForm writes a sheet on which answers are filled in, one row for each
// questionnaire, to be read back by AnswerRows. It names nobody.
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
	form := q.table("paper.survey.form", dotted(q.Say("paper.survey.name", h.Year), h.Number, q.Say("paper.survey.form.how")), columns, rows)
	_, err := sheet.Write(out, form,
		sheet.Table{Name: codesSheet, Hidden: true, Columns: []sheet.Column{{Title: "heading"}, {Title: "holds"}, {Title: "code"}}, Rows: slices.Values(codes)})
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

// AnswerRows finds the answers in a file: the rows of their sheet as text, and how
// they are to be read. Of our own form this is known, of others it is guessed.
func AnswerRows(book sheet.Book, h annual.Head, known annual.Known) ([][]string, annual.Mapping) {
	var rows [][]string
	for _, s := range book.Sheets {
		if !s.Hidden && len(s.Rows) > len(rows) {
			rows = textRows(s)
		}
	}
	for _, s := range book.Sheets {
		if s.Hidden && s.Name == codesSheet {
			if m, ok := ownMapping(textRows(s), rows, known); ok {
				return rows, m
			}
		}
	}
	return rows, annual.GuessMapping(rows, h.Questionnaire, known)
}

func textRows(s sheet.Sheet) [][]string {
	all := make([][]string, len(s.Rows))
	for i, row := range s.Rows {
		all[i] = make([]string, len(row))
		for k, c := range row {
			all[i][k] = c.Text
		}
	}
	return all
}

// ownMapping reads off the hidden sheet what the columns hold, wherever somebody
// moved them; false where the headings are not there.
func ownMapping(codes, rows [][]string, known annual.Known) (annual.Mapping, bool) {
	held := map[string]annual.Column{}
	for _, c := range codes {
		for len(c) < 3 {
			c = append(c, "")
		}
		held[strings.TrimSpace(c[0])] = annual.Column{Holds: annual.Holds(c[1]), Code: c[2]}
	}
	for i, row := range rows[:min(len(rows), 10)] {
		m, found := annual.Mapping{Heads: i + 1, Columns: make([]annual.Column, len(row)), Known: known}, 0
		for k, head := range row {
			if c, is := held[strings.TrimSpace(head)]; is {
				m.Columns[k] = c
				found++
			}
		}
		if found > len(held)/2 {
			return m, true
		}
	}
	return annual.Mapping{}, false
}
