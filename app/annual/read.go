package annual

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app/fold"
)

// TroubleKind is what is wrong with a row or a cell of a file of answers.
type TroubleKind string

// The kinds of trouble. With the first six the whole row is left out, with the others the
// cell counts as not answered.
const (
	NoNumber       TroubleKind = "no-number"
	WrongNumber    TroubleKind = "wrong-number"   // no whole number above 0
	UnknownNumber  TroubleKind = "unknown-number" // nobody was given it
	TwiceInFile    TroubleKind = "twice"
	NoStratum      TroubleKind = "no-stratum" // area or kind of owner is not said
	UnknownStratum TroubleKind = "unknown-stratum"

	NotUnderstood TroubleKind = "not-understood"
	UnknownChoice TroubleKind = "unknown-choice"
	TooMany       TroubleKind = "too-many" // choices
	UnreadText    TroubleKind = "unread-text"
)

// Troubles lists them.
var Troubles = []TroubleKind{NoNumber, WrongNumber, UnknownNumber, TwiceInFile, NoStratum, UnknownStratum, NotUnderstood, UnknownChoice, TooMany, UnreadText}

// LeavesOut reports whether the whole row is left out.
func (k TroubleKind) LeavesOut() bool {
	return slices.Index(Troubles, k) <= slices.Index(Troubles, UnknownStratum)
}

// Trouble is something in a file of answers that could not be taken as it stands.
type Trouble struct {
	Row     int // as a spreadsheet counts them, from 1
	Column  int // from 0; -1 for the row as a whole
	Heading string
	Kind    TroubleKind
	Said    string // at most a line of it
	First   int    // the row that had the number already
}

// Error is for the log, and says nothing that an owner wrote.
func (t Trouble) Error() string {
	return fmt.Sprintf("row %d, column %d: %s", t.Row, t.Column+1, t.Kind)
}

// ReadRows reads the answers of a file. Whose stratum a number is of is told by
// resolve; where nothing is drawn, rows need no number (theirs is 0 then, to be
// numbered on) and say area and kind of owner themselves. Rows without any answer are
// forms that nobody filled in, and passed over.
func ReadRows(m Mapping, rows [][]string, h Head, resolve func(no int) (stratum int, ok bool)) ([]Sheet, []Trouble) {
	r := rowReader{Mapping: m, h: h, resolve: resolve, seen: map[int]int{}}
	if m.Heads <= len(rows) {
		r.heads = rows[:m.Heads]
	}
	for i, row := range rows {
		if i < m.Heads {
			continue
		}
		r.row, r.cells = i+1, row
		r.read()
	}
	return r.sheets, r.troubles
}

// A rowReader reads row after row.
type rowReader struct {
	Mapping
	h       Head
	resolve func(int) (int, bool)
	heads   [][]string
	seen    map[int]int // row of each number

	row      int
	cells    []string
	sheets   []Sheet
	troubles []Trouble
}

func (r *rowReader) cell(i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// at is the first column that holds something, or -1.
func (r *rowReader) at(h Holds) int {
	return slices.IndexFunc(r.Columns, func(c Column) bool { return c.Holds == h })
}

func (r *rowReader) trouble(column int, k TroubleKind) {
	t := Trouble{Row: r.row, Column: column, Kind: k, Said: line(r.cell(column))}
	for _, row := range slices.Backward(r.heads) {
		if t.Heading == "" && column >= 0 && column < len(row) {
			t.Heading = strings.TrimSpace(row[column])
		}
	}
	r.troubles = append(r.troubles, t)
}

// line is the beginning of what was said.
func line(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return s
}

// read reads one row, and keeps it unless it has to be left out.
func (r *rowReader) read() {
	s := Sheet{Mode: Online, Recommend: NoRecommendation}
	before := len(r.troubles)
	r.answers(&s)
	if !s.answered() {
		if len(r.troubles) == before {
			return
		}
	}
	if !r.number(&s) || !r.stratum(&s) {
		// What else is wrong with it does not matter then.
		r.troubles = slices.Delete(r.troubles, before, len(r.troubles)-1)
		return
	}
	if s.No > 0 {
		r.seen[s.No] = r.row
	}
	r.sheets = append(r.sheets, s)
}

// answered reports whether anything at all was answered.
func (s Sheet) answered() bool {
	return strings.Trim(s.Marks, string(Blank)) != "" || s.Recommend != NoRecommendation || len(s.Choices) > 0 ||
		slices.ContainsFunc(s.Open, func(o string) bool { return o != "" })
}

func (r *rowReader) number(s *Sheet) bool {
	at := r.at(HoldsNo)
	said := strings.TrimSuffix(strings.TrimLeft(fold.Key(r.cell(at)), "#no.№ "), ".0")
	if said == "" {
		if r.h.Plan.Convenience {
			return true
		}
		r.trouble(at, NoNumber)
		return false
	}
	n, err := strconv.Atoi(said)
	if err != nil || n <= 0 {
		r.trouble(at, WrongNumber)
		return false
	}
	if first, twice := r.seen[n]; twice {
		r.trouble(at, TwiceInFile)
		r.troubles[len(r.troubles)-1].First = first
		return false
	}
	s.No = n
	return true
}

// stratum finds out to which stratum a sheet belongs: by its number, or, where
// nothing was drawn, by what it says itself.
func (r *rowReader) stratum(s *Sheet) bool {
	if !r.h.Plan.Convenience {
		h, ok := r.resolve(s.No)
		if !ok || h < 0 || h >= len(r.h.Strata) {
			r.trouble(r.at(HoldsNo), UnknownNumber)
			return false
		}
		s.Stratum = h
		return true
	}
	area, owner := r.at(HoldsArea), r.at(HoldsOwner)
	var fits []int
	for h, one := range r.h.Strata {
		if r.isArea(one, r.cell(area)) && (r.cell(owner) == "" || coded(r.Known, r.cell(owner), OwnerKinds) == one.Owner) {
			fits = append(fits, h)
		}
	}
	switch {
	case len(fits) == 1:
		s.Stratum = fits[0]
		return true
	case len(fits) > 1 && r.cell(area) == "":
		r.trouble(area, NoStratum)
	case len(fits) > 1:
		r.trouble(owner, NoStratum)
	case !slices.ContainsFunc(r.h.Strata, func(one Stratum) bool { return r.isArea(one, r.cell(area)) }):
		r.trouble(area, UnknownStratum)
	default:
		r.trouble(owner, UnknownStratum)
	}
	return false
}

func (r *rowReader) isArea(one Stratum, said string) bool {
	if said == "" {
		return true
	}
	name, s := keepLetters(fold.Key(one.Name)), fold.Key(said)
	return keepLetters(s) == name || keepLetters(prefix.ReplaceAllString(s, "")) == name
}

// answers reads all of a row but whose it is.
func (r *rowReader) answers(s *Sheet) {
	marks := []byte(strings.Repeat(string(Blank), len(r.h.Questionnaire.Asked())))
	s.Open = make([]string, len(r.h.Questionnaire.Open))
	for i, c := range r.Columns {
		r.answer(s, marks, i, c)
	}
	s.Marks = string(marks)
	if most := r.h.Questionnaire.MostChosen; most > 0 && len(s.Choices) > most {
		at := r.at(Choosing)
		if at < 0 {
			at = r.at(Chosen)
		}
		r.trouble(at, TooMany)
		r.troubles[len(r.troubles)-1].Said = strconv.Itoa(len(s.Choices))
		s.Choices = nil
	}
}

// answer reads one cell into the sheet.
func (r *rowReader) answer(s *Sheet, marks []byte, i int, c Column) {
	said, ok := r.cell(i), true
	q := r.h.Questionnaire
	switch c.Holds {
	case HoldsMark:
		if at := slices.Index(q.Asked(), c.Code); at >= 0 {
			var mark byte
			if mark, ok = r.Known.MarkOf(said, r.Ordinal); ok {
				marks[at] = mark
			}
		}
	case HoldsScore:
		var n int
		if n, ok = ScoreOf(said); ok {
			s.Recommend = n
		}
	case Choosing:
		codes, other := r.Known.choicesIn(said, q)
		s.choose(codes...)
		if other != "" {
			r.trouble(i, UnknownChoice)
		}
	case Chosen:
		r.chosen(s, i, c.Code)
	case HoldsOpen:
		r.open(s, i, c.Code)
	case HoldsMode:
		s.Mode = r.Known.modeOf(said)
	case HoldsSince:
		s.Since = coded(r.Known, said, Sinces)
		ok = s.Since != "" || said == ""
	case HoldsTime:
		s.Seconds, ok = secondsOf(said)
	case HoldsDay:
		s.Filled, ok = dayIn(said)
	}
	if !ok {
		r.trouble(i, NotUnderstood)
	}
}

func (s *Sheet) choose(codes ...string) {
	for _, c := range codes {
		if !slices.Contains(s.Choices, c) {
			s.Choices = append(s.Choices, c)
		}
	}
}

// chosen reads a cell that says of one choice whether it was chosen.
func (r *rowReader) chosen(s *Sheet, i int, code string) {
	switch said := fold.Key(r.cell(i)); {
	case isNoTick(said):
	case isTick(said), r.Known.choice(said, r.h.Questionnaire) == code:
		s.choose(code)
	default:
		r.trouble(i, UnknownChoice)
	}
}

// open reads an answer in words, whole however long it is.
func (r *rowReader) open(s *Sheet, i int, code string) {
	at := slices.IndexFunc(r.h.Questionnaire.Open, func(o Open) bool { return o.Code == code })
	if at < 0 || slices.Contains(skipped, fold.Key(r.cell(i))) {
		return
	}
	text, err := fold.Clean(r.cell(i))
	if err != nil {
		r.trouble(i, UnreadText)
		return
	}
	s.Open[at] = text
}
