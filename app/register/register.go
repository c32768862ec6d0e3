// Package register reads an owner register as offices keep it: which column is
// which, which rooms and people a row names, what is wrong with it, and what it
// would change. It works on rows of texts; it knows no file format, no database
// and no window.
package register

import "fmt"

// A Cell is one field of a table as read from a file.
type Cell struct {
	Text    string // of a merged cell, the text of its first row
	Formula bool   // Text is what was last computed
	Empty   bool   // a formula without a computed value
	Down    bool   // lies under a merged cell of the same column
	Across  bool   // lies beside a merged cell; the text is in a column to the left
}

// A Sheet is one table of a file; its first row is row 1.
type Sheet struct {
	Name   string
	Hidden bool // in the file, such as last year's register
	Rows   [][]Cell
}

// A Problem is one thing to tell the person about a row, in words of the key
// that Key gives; Value fills the gap of the sentence.
type Problem struct {
	Sheet  string
	Row    int
	Column string // the letter, empty for the whole row
	Field  Column
	Rule   string
	Value  string
	Fatal  bool // the row cannot come in; otherwise it comes in without this
}

// Key names the sentence for the problem; it has one gap, for Value.
func (p Problem) Key() string { return "import.problem." + p.Rule }

// Gap is what fills the gap of the sentence; say words the name of a column, of
// one that is missing or in which nothing stands.
func (p Problem) Gap(say func(key string) string) string {
	if p.Rule == ColumnMissing || p.Value == string(p.Field) && p.Field != "" {
		return say(p.Field.Key())
	}
	return p.Value
}

// String is for logs and tests.
func (p Problem) String() string {
	return fmt.Sprintf("%s!%s%d %s %q", p.Sheet, p.Column, p.Row, p.Rule, p.Value)
}

// What can be wrong with a row, beside the rules of phones.
const (
	ColumnMissing   = "column-missing"   // no column for rooms or for names
	HeadingMissing  = "heading-missing"  // no row of headings
	RoomMissing     = "room-missing"     // a person without a room
	BuildingMissing = "building-missing" // a room without a building
	NameMissing     = "name-missing"     // a phone without a name
	PlaceUnread     = "place-unread"     // the place is in no known form
	FormulaEmpty    = "formula-empty"    // a formula without a computed value
	MergedAcross    = "merged-across"    // one merged cell over several columns
	MergedDown      = "merged-down"      // the value is taken from the merged cell above
	FilledDown      = "filled-down"      // the value is taken from the row above
	SameLine        = "same-line"        // the row says again what an earlier one said
	SamePerson      = "same-person"      // the person is in an earlier row, with other facts
	KindUnknown     = "kind-unknown"     // taken for an owner who lives there
	DateUnread      = "date-unread"
	SizeUnread      = "size-unread"
	EmailUnread     = "email-unread"
	IdentityInNote  = "identity-in-note" // an identity number stands in the note
	TextUnfit       = "text-unfit"       // NUL or bytes that are no text
	TextLong        = "text-long"        // longer than the register takes
)

// Longest texts, in characters; longer ones are refused rather than cut.
const (
	LongestNote = 2000
	LongestLine = 200
)

// letter names a column, from 0: A, B … Z, AA.
func letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
