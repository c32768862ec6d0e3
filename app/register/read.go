package register

import (
	"slices"
	"strings"

	"ownerdesk/app/fold"
)

// Person is somebody a row names.
type Person struct {
	Name     string
	Phones   []Phone
	Email    string
	WeChat   string
	Kind     string // OW-SELF …
	KindSaid bool   // the row says so; otherwise Kind is only the likeliest
	Identity string // only when asked for
	Birthday string // only when asked for
}

// Entry is what one row says: a room and the people in it, of whom there may be
// none.
type Entry struct {
	Row           int
	Project, Area string
	Place         Place
	Size          float64 // m², 0 unknown
	MoveIn        string  // 2023-09-02 or 2023-09
	Note          string
	People        []Person
}

// Options say what a file does not.
type Options struct {
	Project, Area, Building string   // where the file has no such column
	FillDown                bool     // an empty building, unit or floor is that of the row above
	Wanted                  []Column // columns taken in although they are Unwanted
}

// Why a row is passed over.
const (
	SkippedTitle   = "title" // above the headings
	SkippedBlank   = "blank"
	SkippedHeading = "heading" // the headings once more
	SkippedTotal   = "total"
	SkippedRemark  = "remark" // a sentence under the table
	SkippedSame    = "same"   // says again what an earlier row said
)

// Skip is a row that is passed over, and why.
type Skip struct {
	Row  int
	Why  string
	Text string // its first words
}

// Key names the words for why the row is passed over.
func (s Skip) Key() string { return "import.skipped." + s.Why }

// Reading is what a sheet says.
type Reading struct {
	Sheet    string
	Entries  []Entry
	Problems []Problem
	Skipped  []Skip
}

// Read takes in a sheet by its layout. A row with a fatal problem is no entry; the
// others are, each fact that could not be read left empty and said.
func Read(s Sheet, l Layout, o Options) Reading {
	r := reader{sheet: s, layout: l, options: o, seen: map[string]line{}, above: map[Column]string{}}
	r.Sheet = s.Name
	if !r.complete() {
		return r.Reading
	}
	for i, cells := range s.Rows {
		r.row, r.cells = i+1, cells
		if why := r.passed(); why != "" {
			r.Skipped = append(r.Skipped, Skip{r.row, why, Opening(cells)})
			continue
		}
		r.entry()
	}
	return r.Reading
}

// A reader goes through the rows of one sheet.
type reader struct {
	Reading
	sheet   Sheet
	layout  Layout
	options Options
	row     int
	cells   []Cell
	fatal   bool
	above   map[Column]string
	seen    map[string]line
}

// line remembers where a person of a room was first read, and with what facts.
type line struct {
	row   int
	facts string
}

// complete says that the columns are there without which nothing can be read.
func (r *reader) complete() bool {
	if r.layout.HeadRow == 0 {
		r.Problems = append(r.Problems, Problem{Sheet: r.sheet.Name, Row: 1, Rule: HeadingMissing, Fatal: true})
		return false
	}
	r.row = r.layout.HeadRow
	place := r.layout.Index(OfPlace) >= 0
	room := place || r.layout.Index(OfRoom) >= 0
	for _, need := range []struct {
		column Column
		there  bool
	}{
		{OfRoom, room},
		{OfBuilding, !room || place || r.layout.Index(OfBuilding) >= 0 || r.options.Building != "" || r.wholeRooms()},
		{OfName, r.layout.Index(OfName) >= 0},
	} {
		if !need.there {
			r.problem(need.column, ColumnMissing, string(need.column), true)
		}
	}
	return !r.fatal
}

// wholeRooms says that the column of rooms holds whole places.
func (r *reader) wholeRooms() bool {
	return mostly(r.sheet.Rows[r.layout.HeadRow:], r.layout.Index(OfRoom), wholePlace)
}

// problem notes what is wrong in this row.
func (r *reader) problem(c Column, rule, value string, fatal bool) {
	p := Problem{Sheet: r.sheet.Name, Row: r.row, Field: c, Rule: rule, Value: value, Fatal: fatal}
	if at := r.layout.Index(c); at >= 0 {
		p.Column = letter(at)
	}
	r.Problems = append(r.Problems, p)
	r.fatal = r.fatal || fatal
}

// passed says why this row is no entry, if it is none.
func (r *reader) passed() string {
	filled := slices.DeleteFunc(slices.Clone(r.cells), func(c Cell) bool {
		return c.Down || c.Text == "" && !c.Empty || strings.TrimSpace(c.Text) == "" && !c.Empty
	})
	switch {
	case r.row < r.layout.HeadRow:
		return SkippedTitle
	case r.row == r.layout.HeadRow:
		return SkippedHeading
	case len(filled) == 0:
		return SkippedBlank
	case IsTotal(filled[0].Text):
		return SkippedTotal
	case r.headingAgain():
		return SkippedHeading
	case !r.tellsAnything() || len(filled) == 1 && isSentence(filled[0].Text):
		return SkippedRemark
	}
	return ""
}

var totals = []string{"合计", "总计", "小计", "共计", "总数", "本页合计", "本页小计", "累计", "total", "subtotal", "grandtotal", "sum"}

// IsTotal says that a row that begins so adds up those above it.
func IsTotal(text string) bool {
	key := strings.Map(func(r rune) rune {
		if r == ' ' || r == ':' || r == '-' {
			return -1
		}
		return r
	}, fold.Key(text))
	for _, w := range totals {
		if key == w || strings.HasPrefix(key, w) && len(key) <= len(w)+12 {
			return true
		}
	}
	return false
}

func isSentence(text string) bool {
	_, place := ParsePlace(text)
	return !place && (strings.ContainsAny(fold.Key(text), ":。,;") || len([]rune(text)) > 6)
}

// headingAgain knows headings that are repeated for each printed page.
func (r *reader) headingAgain() bool {
	same := 0
	for _, g := range r.layout.Guesses {
		if g.Heading == "" || g.Index >= len(r.cells) {
			continue
		}
		if strings.TrimSpace(r.cells[g.Index].Text) == g.Heading {
			same++
		}
	}
	return same >= 2
}

// tellsAnything says that the row names a place, a person or a phone.
func (r *reader) tellsAnything() bool {
	for _, c := range []Column{OfPlace, OfRoom, OfBuilding, OfUnit, OfName, OfPhone, OfPhone2} {
		if at := r.layout.Index(c); at >= 0 && at < len(r.cells) && !r.cells[at].Down && (r.cells[at].Empty || strings.TrimSpace(r.cells[at].Text) != "") {
			return true
		}
	}
	return false
}

// Opening is how a row that is passed over begins.
func Opening(cells []Cell) string {
	for _, c := range cells {
		if text := []rune(strings.TrimSpace(c.Text)); len(text) > 0 {
			return string(text[:min(len(text), 30)])
		}
	}
	return ""
}
