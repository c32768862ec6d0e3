package survey

import (
	"math"
	"strconv"
	"strings"
)

// UnitsColumn is the column of a frame that says how many units a stratum has.
const UnitsColumn = "N"

// Sheets are the answers to a questionnaire, item by item.
type Sheets struct {
	Of      []int // stratum of each sheet
	Items   []string
	Answers [][]float64 // by item, then sheet
}

// Kind is what is wrong with a file of a frame or of answers.
type Kind string

// What can be wrong.
const (
	NoColumn    Kind = "no-column"    // a column is missing
	TwoColumns  Kind = "two-columns"  // two columns have one name
	NoItems     Kind = "no-items"     // no column is left to be an item
	NoRows      Kind = "no-rows"      // there are headings only
	NoKey       Kind = "no-key"       // a stratum is not named
	NoSize      Kind = "no-size"      // units are no whole number above 0
	TwoStrata   Kind = "two-strata"   // a stratum is there twice
	NoStratum   Kind = "no-stratum"   // a sheet is of a stratum that the frame lacks
	OutOfRange  Kind = "out-of-range" // an answer is not 1 to 5
	NoNumber    Kind = "no-number"    // an answer is no number
	MoreAnswers Kind = "more-answers" // more sheets than units
)

// Problem is what is wrong with a file, and where: Row counts from 1 with the
// headings.
type Problem struct {
	Kind    Kind
	Answers bool // in the answers, else in the frame
	Row     int  // 0 for the file
	Column  string
	Value   string
}

// Error is for the log; a person is shown words for the kind.
func (p Problem) Error() string {
	return "survey: " + string(p.Kind) + " row " + strconv.Itoa(p.Row) + " column " + p.Column + " " + p.Value
}

// ReadFrame reads a frame: a row of headings, then one row a stratum, with the
// columns that name it and its units N. Its errors are Problems.
func ReadFrame(rows [][]string, keys []string) (strata []Stratum, lines []int, err error) {
	at, err := columns(rows, append(append([]string{}, keys...), UnitsColumn), false)
	if err != nil {
		return nil, nil, err
	}
	known := map[string]bool{}
	for i, row := range rows[1:] {
		if blank(row) {
			continue
		}
		line := i + 2
		s := Stratum{Keys: make([]string, len(keys))}
		for k := range keys {
			if s.Keys[k] = field(row, at[k]); s.Keys[k] == "" {
				return nil, nil, Problem{NoKey, false, line, keys[k], ""}
			}
		}
		typed := field(row, at[len(keys)])
		if s.N, err = strconv.Atoi(typed); err != nil || s.N < 1 {
			return nil, nil, Problem{NoSize, false, line, UnitsColumn, typed}
		}
		name := nameOf(s.Keys)
		if known[name] {
			return nil, nil, Problem{TwoStrata, false, line, keys[0], strings.Join(s.Keys, ", ")}
		}
		known[name] = true
		strata, lines = append(strata, s), append(lines, line)
	}
	if len(strata) == 0 {
		return nil, nil, Problem{Kind: NoRows}
	}
	return strata, lines, nil
}

// ReadSheets reads answers: a row of headings, then one row a sheet, with the columns
// that name its stratum and its answers, 1 to 5 or, raw, any number; empty is don't
// know. Without items every other column with a heading is one. lines are the rows of
// the strata in their own file. Its errors are Problems.
func ReadSheets(rows [][]string, strata []Stratum, lines []int, keys, items []string, raw bool) (Sheets, error) {
	if len(items) == 0 {
		items = otherColumns(rows, keys)
	}
	at, err := columns(rows, append(append([]string{}, keys...), items...), true)
	switch {
	case err != nil:
		return Sheets{}, err
	case len(items) == 0:
		return Sheets{}, Problem{Kind: NoItems, Answers: true}
	}
	r := reader{at: at, keys: keys, items: items, raw: raw, known: map[string]int{}, n: make([]int, len(strata))}
	for h, s := range strata {
		r.known[nameOf(s.Keys)] = h
	}
	r.all = Sheets{Items: items, Answers: make([][]float64, len(items))}
	for j := range items {
		r.all.Answers[j] = make([]float64, 0, len(rows)-1)
	}
	for i, row := range rows[1:] {
		if err := r.sheet(i+2, row); err != nil {
			return Sheets{}, err
		}
	}
	for h, s := range strata {
		if r.n[h] > s.N {
			return Sheets{}, Problem{MoreAnswers, false, lines[h], UnitsColumn, strconv.Itoa(s.N) + " < " + strconv.Itoa(r.n[h])}
		}
	}
	if len(r.all.Of) == 0 {
		return Sheets{}, Problem{Kind: NoRows, Answers: true}
	}
	return r.all, nil
}

// reader reads answers row by row.
type reader struct {
	at          []int // columns of keys, then of items
	keys, items []string
	raw         bool
	known       map[string]int
	n           []int // sheets in each stratum
	all         Sheets
}

// sheet reads one row; a blank one is no sheet.
func (r *reader) sheet(line int, row []string) error {
	if blank(row) {
		return nil
	}
	own := make([]string, len(r.keys))
	for k := range r.keys {
		own[k] = field(row, r.at[k])
	}
	h, there := r.known[nameOf(own)]
	if !there {
		return Problem{NoStratum, true, line, strings.Join(r.keys, ", "), strings.Join(own, ", ")}
	}
	r.n[h]++
	r.all.Of = append(r.all.Of, h)
	for j, item := range r.items {
		typed := field(row, r.at[len(r.keys)+j])
		x, kind := answer(typed, r.raw)
		if kind != "" {
			return Problem{kind, true, line, item, typed}
		}
		r.all.Answers[j] = append(r.all.Answers[j], x)
	}
	return nil
}

// answer is one field as a number, NaN when empty, or what is wrong with it.
func answer(typed string, raw bool) (float64, Kind) {
	if typed == "" {
		return None(), ""
	}
	if !raw && len(typed) == 1 && typed[0] >= '1' && typed[0] <= '5' {
		return float64(typed[0] - '0'), ""
	}
	x, err := strconv.ParseFloat(typed, 64)
	switch {
	case raw && (err != nil || math.IsNaN(x) || math.IsInf(x, 0)):
		return 0, NoNumber
	case !raw && (err != nil || x != math.Trunc(x) || x < 1 || x > 5):
		return 0, OutOfRange
	}
	return x, ""
}

// columns finds headings, each just once.
func columns(rows [][]string, names []string, answers bool) ([]int, error) {
	if len(rows) == 0 {
		return nil, Problem{Kind: NoRows, Answers: answers}
	}
	at := make([]int, len(names))
	for k, name := range names {
		at[k] = -1
		for j, heading := range rows[0] {
			if strings.TrimSpace(heading) != name {
				continue
			}
			if at[k] >= 0 {
				return nil, Problem{TwoColumns, answers, 1, name, ""}
			}
			at[k] = j
		}
		if at[k] < 0 {
			return nil, Problem{NoColumn, answers, 1, name, ""}
		}
	}
	return at, nil
}

func otherColumns(rows [][]string, keys []string) []string {
	if len(rows) == 0 {
		return nil
	}
	var others []string
headings:
	for _, heading := range rows[0] {
		name := strings.TrimSpace(heading)
		for _, k := range keys {
			if name == k {
				continue headings
			}
		}
		if name != "" {
			others = append(others, name)
		}
	}
	return others
}

func field(row []string, at int) string {
	if at >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[at])
}

func blank(row []string) bool {
	for _, f := range row {
		if strings.TrimSpace(f) != "" {
			return false
		}
	}
	return true
}

func nameOf(keys []string) string { return strings.Join(keys, "\x1f") }
