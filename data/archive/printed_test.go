package archive_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// gaps are the places in a text that take a value.
var gaps = regexp.MustCompile(`%(\[\d+\])?[-+ 0#]*[\d.]*[a-zA-Z]`)

// speechless says keys and values in place of words, so that what is printed here
// changes with the figures alone.
func speechless(t testing.TB) lang.Words {
	t.Helper()
	words, err := lang.Load(lang.English)
	if err != nil {
		t.Fatal(err)
	}
	for key, text := range words {
		words[key] = strings.Join(append([]string{key}, gaps.FindAllString(text, -1)...), " ")
	}
	return words
}

// printer are the facts of an office whose people and places are called by their ids.
func printer(t testing.TB) reports.Facts {
	zone := time.FixedZone("UTC+8", 8*60*60)
	g := app.Ground{
		Office:   app.Office{Company: "office", Zone: "Asia/Shanghai"},
		Calendar: workday.New("CN", workday.Five(), zone, nil, []int{2025, 2026}), Rules: app.DefaultRules(),
		Projects: map[app.ProjectID]app.Project{}, Staff: map[app.StaffID]app.Staff{}, Departments: map[app.DeptID]app.Department{},
	}
	for id := range 100 {
		g.Projects[app.ProjectID(id)] = app.Project{ID: app.ProjectID(id), Name: fmt.Sprint("project ", id)}
		g.Staff[app.StaffID(id)] = app.Staff{ID: app.StaffID(id), Name: fmt.Sprint("person ", id)}
		g.Departments[app.DeptID(id)] = app.Department{ID: app.DeptID(id), Name: fmt.Sprint("department ", id)}
	}
	return reports.Facts{Voice: say.Voice{Words: speechless(t), Ground: g}, At: time.Date(2027, 1, 4, 9, 0, 0, 0, zone)}
}

func places() reports.PlaceNames {
	p := reports.PlaceNames{Areas: map[app.AreaID]string{}, Buildings: map[app.BuildingID]string{}, Places: map[app.IssueID]string{}}
	for id := range 5000 {
		p.Areas[app.AreaID(id)], p.Buildings[app.BuildingID(id)], p.Places[app.IssueID(id)] = fmt.Sprint("area ", id), fmt.Sprint("building ", id), fmt.Sprint("place ", id)
	}
	return p
}

// sitting is a record of which nothing is known but what a freeze kept.
func sitting(kind meeting.Kind, k meeting.Kept) reports.Sitting {
	s := reports.Sitting{PlaceNames: places(), Kept: k}
	s.Kind, s.Project, s.Number, s.Dept = kind, 1, "no 1", 2
	s.From, s.To = workday.Date{Year: 2026, Month: 10, Day: 1}, workday.Date{Year: 2026, Month: 10, Day: 31}
	s.Freezes = []meeting.Freeze{{N: 1, At: time.Date(2026, 11, 6, 8, 0, 0, 0, time.UTC), By: 1}}
	return s
}

// printedMonth is what screen, paper and workbook show of a month.
func printedMonth(t testing.TB, k meeting.Kept) []string {
	t.Helper()
	f := printer(t)
	m := reports.NewMonth(f, k.Report, places())
	lines := append([]string{m.Title + " | " + m.Basis}, tables(m.Tables)...)
	for _, c := range m.Charts {
		lines = append(lines, charted(c)...)
	}
	var book bytes.Buffer
	if err := reports.WriteMeetingBook(&book, f, sitting(meeting.Monthly, k)); err != nil {
		t.Fatal(err)
	}
	return append(lines, booked(t, book.Bytes())...)
}

// printedWeek is what the paper of a week shows.
func printedWeek(t testing.TB, k meeting.Kept) []string {
	t.Helper()
	return blocks(reports.Weekly(printer(t), sitting(meeting.Weekly, k)).Blocks)
}

// printedSurvey is what screen, paper and workbook show of a survey: they all walk this
// one list.
func printedSurvey(t testing.TB, h annual.Head, r annual.Results) []string {
	t.Helper()
	f := printer(t)
	p := reports.Polled{Head: h, Results: r, Numbers: map[app.IssueID]string{}}
	for id := range 5000 {
		p.Numbers[app.IssueID(id)] = fmt.Sprint("issue ", id)
	}
	said := reports.NewAnnual(f, p)
	lines := []string{said.Title, said.Basis, said.Only, said.Summary.Text}
	for _, one := range said.Summary.Tiles {
		lines = append(lines, one.Label+" | "+one.Value+" | "+one.Note)
	}
	lines = append(lines, said.Summary.Points...)
	for _, part := range [][]reports.AnnualChapter{said.Chapters, said.Appendices} {
		for _, chapter := range part {
			for _, s := range chapter.Sections {
				lines = append(lines, s.Title+" | "+s.Says)
				for _, p := range s.Pairs {
					lines = append(lines, p[0]+" | "+p[1])
				}
				lines = append(append(lines, s.Text...), s.Points...)
				for _, c := range s.Charts {
					lines = append(lines, charted(c)...)
				}
				lines = append(append(lines, tables(s.Tables)...), tables(s.Behind)...)
			}
		}
	}
	return lines
}

// tables are the cells of tables of figures, one a line, with the values behind them.
func tables(all []reports.FigureTable) (lines []string) {
	for _, t := range all {
		for _, r := range t.Rows {
			for i, c := range r.Cells {
				line := []string{t.Name, r.Cells[0].Text, t.Columns[i].Title, c.Text, figure(c.Value)}
				if c.Den != 0 {
					line = append(line, fmt.Sprint(c.Num, "/", c.Den))
				}
				if c.Span {
					line = append(line, figure(c.Low), figure(c.High))
				}
				if n := len(c.Issues); n > 0 {
					line = append(line, fmt.Sprintf("of %d from %d to %d", n, c.Issues[0], c.Issues[n-1]))
				}
				lines = append(lines, strings.Join(line, " | "))
			}
		}
	}
	return lines
}

func charted(c reports.NamedChart) (lines []string) {
	for _, s := range c.Series {
		values := make([]string, len(s.Values))
		for i, v := range s.Values {
			values[i] = figure(v)
		}
		lines = append(lines, fmt.Sprintf("chart %s | %v | %v", c.Name, c.Labels, values))
	}
	return lines
}

// booked are the filled cells of a workbook, one a line: what their row begins with,
// and what stands above them.
func booked(t testing.TB, raw []byte) (lines []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range book.Sheets {
		for i, row := range s.Rows {
			for j, c := range row {
				if c.Text == "" {
					continue
				}
				above := ""
				if i > 1 && len(s.Rows[1]) > j {
					above = s.Rows[1][j].Text
				}
				text := c.Text
				if f, err := strconv.ParseFloat(text, 64); err == nil {
					text = figure(f)
				}
				lines = append(lines, strings.Join([]string{"book", s.Name, row[0].Text, above, text}, " | "))
			}
		}
	}
	return lines
}

// blocks are the rows of the tables of a paper.
func blocks(all []paper.Block) (lines []string) {
	for _, b := range all {
		switch b := b.(type) {
		case paper.Keep:
			lines = append(lines, blocks(b)...)
		case paper.Table:
			for _, r := range b.Rows {
				lines = append(lines, strings.Join(r, " | "))
			}
		}
	}
	return lines
}

// figure is a value to ten digits: the last ones hang on the machine.
func figure(v float64) string {
	if v == 0 || math.IsNaN(v) {
		return fmt.Sprint(v)
	}
	return strconv.FormatFloat(v, 'g', 10, 64)
}

// oneLine keeps each cell on a line of its own.
func oneLine(lines []string) []string {
	for i, l := range lines {
		lines[i] = strings.ReplaceAll(l, "\n", "¶")
	}
	return lines
}

// printedList is the list of issues of a frozen month.
func printedList(t testing.TB, k meeting.Kept) []string {
	t.Helper()
	var book bytes.Buffer
	if err := reports.WriteMeetingBook(&book, printer(t), sitting(meeting.Monthly, k)); err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(booked(t, book.Bytes()), func(l string) bool { return !strings.HasPrefix(l, "book | list.issues.title | ") })
}
