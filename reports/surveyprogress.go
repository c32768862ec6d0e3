package reports

import (
	"fmt"
	"io"
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// progressColumns are how far the field work has come, stratum by stratum; counts
// stand right.
var progressColumns = []string{"paper.survey.col.area", "paper.survey.col.owner", "paper.survey.units", "paper.survey.planned", "paper.survey.issued", "paper.survey.contacted",
	"paper.survey.refused", "paper.survey.unreached", "paper.survey.ineligible", "paper.survey.valid", "paper.survey.response", "paper.survey.short"}

// counts are the counts of a stratum in the order of the columns.
func progressCounts(s annual.Stratum, f survey.Field) []int {
	return []int{s.Units, s.Planned, f.Issued, f.Contacted, f.Refused, max(0, f.Issued-f.Ineligible-f.Contacted), f.Ineligible, f.Valid}
}

// progressTotal is all strata together.
func progressTotal(all []annual.StratumResult) (sum annual.Stratum) {
	for _, s := range all {
		sum.Units, sum.Planned = sum.Units+s.Units, sum.Planned+s.Planned
	}
	return sum
}

// SurveyProgress is how far the field work has come, and which strata are
// under-covered.
func SurveyProgress(f Facts, h annual.Head, all []annual.StratumResult) Document {
	q := asking{f, h}
	t := paper.Table{Sum: true}
	for i, key := range progressColumns {
		c := q.column(key, 0)
		if i >= 2 && i < len(progressColumns)-1 {
			c.Align = paper.Right
		}
		t.Columns = append(t.Columns, c)
	}
	row := func(area, owner string, s annual.Stratum, f survey.Field, short string) {
		cells := []string{area, owner}
		for _, n := range progressCounts(s, f) {
			cells = append(cells, strconv.Itoa(n))
		}
		t.Rows = append(t.Rows, append(cells, q.response(f), short))
	}
	short := 0
	for _, s := range all {
		row(s.Name, say.Code(q.Voice, s.Owner), s.Stratum, s.Field, q.short(s))
		if s.Unfilled() {
			short++
		}
	}
	row(q.Say("paper.survey.sum"), "", progressTotal(all), annual.Total(all), "")
	sh := q.sheet(formProgress, q.Say("paper.survey.progress"), paper.A4Wide)
	sh.No = h.Number
	about := dotted(say.SurveyTitle(q.Voice, h), say.SurveyState(q.Voice, h.State), q.Say("paper.survey.as-of", q.Moment(q.At)))
	if short > 0 {
		about = dotted(about, q.Count("paper.survey.shorts", short))
	}
	return Document{Sheet: sh, Number: h.Number, Blocks: []paper.Block{paper.Note(about), t, paper.Note(q.Say("paper.survey.progress.note"))}}
}

// response is the response rate; nothing before anybody could answer.
func (q asking) response(f survey.Field) string {
	rate, there := f.Response()
	if !there {
		return "–"
	}
	return q.Percent(rate)
}

func (q asking) short(s annual.StratumResult) string {
	if s.Unfilled() {
		return q.Say("paper.survey.short.yes")
	}
	return ""
}

// WriteSurveyProgress writes the same as a workbook, in real numbers.
func WriteSurveyProgress(out io.Writer, f Facts, h annual.Head, all []annual.StratumResult) error {
	q := asking{f, h}
	var columns []sheet.Column
	for i, key := range progressColumns {
		c := sheet.Column{Title: q.Say(key)}
		switch {
		case i == 10:
			c.Kind = sheet.Percent
		case i >= 2 && i < 10:
			c.Kind = sheet.Int
		}
		columns = append(columns, c)
	}
	var rows [][]any
	row := func(area, owner string, s annual.Stratum, f survey.Field, short string) {
		cells := []any{area, owner}
		for _, n := range progressCounts(s, f) {
			cells = append(cells, n)
		}
		var rate any
		if r, there := f.Response(); there {
			rate = r
		}
		rows = append(rows, append(cells, rate, short))
	}
	for _, s := range all {
		row(s.Name, say.Code(q.Voice, s.Owner), s.Stratum, s.Field, q.short(s))
	}
	row(q.Say("paper.survey.sum"), "", progressTotal(all), annual.Total(all), "")
	if _, err := sheet.Write(out, q.table("paper.survey.progress", dotted(say.SurveyTitle(q.Voice, h), h.Number, q.Moment(q.At)), columns, rows)); err != nil {
		return fmt.Errorf("write the progress of %s: %w", h.Number, err)
	}
	return nil
}
