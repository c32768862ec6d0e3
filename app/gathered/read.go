package gathered

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/meeting"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
)

// Words are what people call the codes, in whatever language.
type Words struct {
	past.Words
	Events past.Dictionary[meeting.Subject]
}

// Options say what a file does not.
type Options struct {
	Now    time.Time
	Zone   *time.Location
	Words  Words
	Ground app.Ground
	// Project is the estate of rows that name none; 0: there are several and none was said.
	Project app.ProjectID
}

// needed are the columns without which nothing can be read; the event may stand
// beside the list.
var needed = []register.Column{OfText, OfEvent, OfHeld, OfBy}

// missing says which columns are not there without which nothing can be read.
func missing(s register.Sheet, l register.Layout) (all []register.Problem) {
	if l.HeadRow == 0 {
		return []register.Problem{{Sheet: s.Name, Row: 1, Rule: register.HeadingMissing, Fatal: true}}
	}
	there := beside(s, l)
	for _, c := range needed {
		if _, said := there[c]; l.Index(c) < 0 && !said {
			all = append(all, register.Problem{Sheet: s.Name, Row: l.HeadRow, Field: c, Rule: register.ColumnMissing, Value: string(c), Fatal: true})
		}
	}
	return all
}

// Read takes in a sheet by its layout. A row with a fatal problem is no entry.
func Read(s register.Sheet, l register.Layout, o Options) Reading {
	r := reader{sheet: s, layout: l, options: o, at: map[register.Column]int{}, told: map[string]bool{}}
	r.Sheet = s.Name
	if problems := missing(s, l); len(problems) > 0 {
		r.Problems = problems
		return r.Reading
	}
	for _, g := range l.Guesses {
		if g.Column != register.Ignored {
			r.at[g.Column] = g.Index
		}
	}
	r.beside = beside(s, l)
	r.learn()
	r.left()
	for i, cells := range s.Rows {
		r.row, r.cells, r.fatal = i+1, cells, false
		if why := r.passed(); why != "" {
			r.Skipped = append(r.Skipped, register.Skip{Row: r.row, Why: why, Text: register.Opening(cells)})
			continue
		}
		r.outside()
		r.entry()
	}
	return r.Reading
}

// A reader goes through the rows of one sheet.
type reader struct {
	Reading
	sheet   register.Sheet
	layout  register.Layout
	options Options
	at      map[register.Column]int
	beside  map[register.Column]stated
	above   map[register.Column]string // what the row before says of its event

	estates past.Dictionary[app.ProjectID]
	staff   past.Dictionary[app.StaffID]

	row   int
	cells []register.Cell
	fatal bool
	told  map[string]bool // what is worth saying once only
}

func (r *reader) learn() {
	r.estates, r.staff = past.Dictionary[app.ProjectID]{}, past.Dictionary[app.StaffID]{}
	for id, p := range r.options.Ground.Projects {
		r.estates.Add(p.Name, id)
		r.estates.Add(p.Code, id)
	}
	for id, s := range r.options.Ground.Staff {
		if !s.Closed {
			r.staff.Add(s.Name, id)
		}
	}
}

// problem notes what is wrong in this row, where the value stands.
func (r *reader) problem(c register.Column, rule, value string, fatal bool) {
	p := register.Problem{Sheet: r.sheet.Name, Row: r.row, Column: r.layout.Letter(c), Field: c, Rule: rule, Value: value, Fatal: fatal}
	if one, there := r.beside[c]; there && (p.Column == "" || r.cell(c) == "") {
		p.Column = register.Guess{Index: one.at}.Letter()
	}
	r.Problems = append(r.Problems, p)
	r.fatal = r.fatal || fatal
}

// once notes what every row with the same value would have to say again.
func (r *reader) once(c register.Column, rule, value string) {
	if key := string(c) + "|" + rule + "|" + fold.Key(value); !r.told[key] {
		r.told[key] = true
		r.problem(c, rule, value, false)
	}
}

// left says which columns with something in them are not taken.
func (r *reader) left() {
	for _, g := range r.layout.Guesses {
		if g.Column != register.Ignored || g.Sure > 0 {
			continue
		}
		if n := r.filled(g.Index); n > 0 {
			r.Problems = append(r.Problems, register.Problem{Sheet: r.sheet.Name, Row: r.layout.HeadRow, Column: g.Letter(), Rule: ColumnLeft,
				Value: strings.TrimSpace(g.Heading + " (" + strconv.Itoa(n) + ")")})
		}
	}
}

// filled counts the rows under the headings in which something stands in a column.
func (r *reader) filled(at int) (n int) {
	for _, cells := range r.sheet.Rows[r.layout.HeadRow:] {
		if at < len(cells) && strings.TrimSpace(cells[at].Text) != "" {
			n++
		}
	}
	return n
}

// outside notes what stands beyond the last heading.
func (r *reader) outside() {
	for i := len(r.layout.Guesses); i < len(r.cells); i++ {
		if text := strings.TrimSpace(r.cells[i].Text); text != "" {
			r.Problems = append(r.Problems, register.Problem{Sheet: r.sheet.Name, Row: r.row, Column: register.Guess{Index: i}.Letter(), Rule: CellOutside, Value: text})
		}
	}
}

// passed says why this row is no entry, if it is none.
func (r *reader) passed() string {
	filled, same, first := 0, 0, ""
	for i, c := range r.cells {
		text := strings.TrimSpace(c.Text)
		if c.Down || c.Across || text == "" && !c.Empty {
			continue
		}
		if filled++; filled == 1 {
			first = text
		}
		if i < len(r.layout.Guesses) && text != "" && text == r.layout.Guesses[i].Heading {
			same++
		}
	}
	switch {
	case r.row < r.layout.HeadRow:
		return register.SkippedTitle
	case r.row == r.layout.HeadRow || same >= 2:
		return register.SkippedHeading
	case filled == 0:
		return register.SkippedBlank
	case register.IsTotal(first):
		return register.SkippedTotal
	case r.cell(OfText) == "" && (filled == 1 || len(inOne(first)) > 0):
		return register.SkippedRemark
	}
	return ""
}

func (r *reader) cell(c register.Column) string {
	at, there := r.at[c]
	if !there || at >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[at].Text)
}

// nothing stands for nothing.
var nothing = []string{"-", "--", "—", "——", "/", "n/a", "null", "无", "none"}

// text is what stands in a column.
func (r *reader) text(c register.Column) string {
	at, there := r.at[c]
	if !there || at >= len(r.cells) {
		return ""
	}
	where := r.layout.Letter(c) + strconv.Itoa(r.row)
	if r.cells[at].Empty {
		r.problem(c, register.FormulaEmpty, where, true)
		return ""
	}
	s, err := fold.Clean(r.cells[at].Text)
	if err != nil {
		r.problem(c, TextUnfit, where, true)
		return ""
	}
	if slices.Contains(nothing, fold.Key(s)) {
		return ""
	}
	return s
}

// limited is text that is not longer than is taken.
func (r *reader) limited(c register.Column, s string, most int) string {
	if utf8.RuneCountInString(s) > most {
		r.problem(c, TooLong, strconv.Itoa(most), true)
	}
	return s
}

func (r *reader) plain(c register.Column, most int) string { return r.limited(c, r.text(c), most) }
