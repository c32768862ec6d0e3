package workday

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// ReadCSV reads a calendar of one's own, already split into rows: date, type (off or
// work, -am and -pm for half days) and name, in any order where the first row names
// them. Years are those that any day falls in. The error is Problems, row by row.
func ReadCSV(rows [][]string) (specials []Special, years []int, err error) {
	cols, body, wrong := headings(rows)
	if wrong == nil && cols.kind < 0 {
		wrong = &Problem{Row: body, Field: "type", Rule: RuleColumns}
	}
	if wrong != nil {
		return nil, nil, Problems{*wrong}
	}
	var bad Problems
	for i, row := range rows[body:] {
		if blank(row) {
			continue
		}
		s, problems := cols.special(row, body+i+1)
		bad = append(bad, problems...)
		specials = append(specials, s)
	}
	if len(specials) == 0 {
		bad = append(bad, Problem{Field: "table", Rule: RuleEmpty})
	}
	if bad != nil {
		return nil, nil, bad
	}
	return specials, yearsOf(specials), nil
}

// columns is where a table keeps what; -1 where it does not.
type columns struct{ region, date, kind, name, status int }

// columnWords are the headings people write, lower case.
var columnWords = map[string][]string{
	"region": {"region", "地區", "地区"},
	"date":   {"date", "day", "日期"},
	"type":   {"type", "kind", "類型", "类型", "類別", "类别"},
	"name":   {"name", "holiday", "名稱", "名称", "節日", "节日", "假期"},
	"status": {"status", "狀態", "状态"},
}

// titles is how many rows above the headings may be titles.
const titles = 10

// headings finds the columns, and the row where the days begin. A table without
// headings is date, type, name.
func headings(rows [][]string) (cols columns, body int, wrong *Problem) {
	if len(rows) == 0 {
		return cols, 0, &Problem{Field: "table", Rule: RuleEmpty}
	}
	for i, row := range rows[:min(titles, len(rows))] {
		cols = columnsOf(row)
		_, day := looseDate(cell(row, 0))
		switch none := cols == (columns{-1, -1, -1, -1, -1}); {
		case cols.date >= 0:
			return cols, i + 1, nil
		case none && day:
			return columns{-1, 0, 1, 2, -1}, i, nil
		case !none:
			return cols, 0, &Problem{Row: i + 1, Field: "date", Rule: RuleColumns}
		}
	}
	return cols, 0, &Problem{Row: 1, Field: "date", Rule: RuleColumns}
}

func columnsOf(row []string) columns {
	find := func(what string) int {
		return slices.IndexFunc(row, func(cell string) bool {
			return slices.Contains(columnWords[what], strings.ToLower(clean(cell)))
		})
	}
	return columns{find("region"), find("date"), find("type"), find("name"), find("status")}
}

// special reads one row.
func (c columns) special(row []string, line int) (Special, Problems) {
	s := Special{Name: cell(row, c.name), Status: cell(row, c.status), Row: line}
	var bad Problems
	var ok bool
	if s.Date, ok = looseDate(cell(row, c.date)); !ok {
		bad = append(bad, Problem{Row: line, Field: "date", Rule: RuleUnreadable, Value: cell(row, c.date)})
	}
	if s.Kind, s.Half, ok = kindOf(cell(row, c.kind)); !ok {
		bad = append(bad, Problem{Row: line, Field: "type", Rule: RuleUnknown, Value: cell(row, c.kind)})
	}
	return s, bad
}

// kindWords are the words people write for a day off and a day worked.
var kindWords = map[Kind][]string{
	Holiday: {"off", "holiday", "rest", "休", "休息", "放假", "假", "節假日", "节假日"},
	Makeup:  {"work", "makeup", "make-up", "班", "上班", "補班", "补班", "調休上班", "调休上班", "工作"},
}

func kindOf(word string) (Kind, Shift, bool) {
	word, half := strings.ToLower(word), Off
	if w, ok := strings.CutSuffix(word, "-am"); ok {
		word, half = w, Morning
	} else if w, ok := strings.CutSuffix(word, "-pm"); ok {
		word, half = w, Afternoon
	}
	for kind, words := range kindWords {
		if slices.Contains(words, word) {
			return kind, half, true
		}
	}
	return "", Off, false
}

// looseDate reads a date in the ways sheets show it: 2026-01-07, 2026/1/7,
// 2026.1.7, 20260107, 2026年1月7日, and the bare day number of a spreadsheet. A
// time of day behind it says nothing.
func looseDate(s string) (Date, bool) {
	s, _, _ = strings.Cut(s, " ")
	parts := strings.FieldsFunc(strings.TrimSuffix(s, "日"), func(r rune) bool {
		return strings.ContainsRune("-/.年月", r)
	})
	switch {
	case len(parts) == 1 && len(s) == 8:
		parts = []string{s[:4], s[4:6], s[6:]}
	case len(parts) == 1 && len(s) == 5:
		if n, err := strconv.Atoi(s); err == nil && n > 30_000 {
			return Date{1899, time.December, 30}.AddDays(n), true
		}
	}
	if len(parts) != 3 || len(parts[0]) != 4 {
		return Date{}, false
	}
	y, errY := strconv.Atoi(parts[0])
	m, errM := strconv.Atoi(parts[1])
	day, errD := strconv.Atoi(parts[2])
	d := Date{y, time.Month(m), day}
	return d, errY == nil && errM == nil && errD == nil && d.valid()
}

// clean is a cell without the marks spreadsheets leave around it.
func clean(s string) string { return strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")) }

func cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return clean(row[i])
}

func blank(row []string) bool {
	return !slices.ContainsFunc(row, func(s string) bool { return clean(s) != "" })
}

// yearsOf lists the years the days fall in, in order.
func yearsOf(specials []Special) []int {
	var years []int
	for _, s := range specials {
		if !slices.Contains(years, s.Date.Year) {
			years = append(years, s.Date.Year)
		}
	}
	slices.Sort(years)
	return years
}
