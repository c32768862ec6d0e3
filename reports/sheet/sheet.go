// Package sheet reads and writes tables: workbooks (.xlsx) and text tables
// (.csv). It is the only place that knows excelize, the inside of a workbook and
// the encodings of text. It knows no owner and no issue: cells come in and go out.
package sheet

import "fmt"

// A Book is a file that was read.
type Book struct {
	Name   string
	Sheets []Sheet
}

// A Sheet is one table; its first row is row 1 of the file.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   [][]Cell
}

// A Cell is one field as it is meant to be read: a date as 2024-01-02, a number
// with all its digits.
type Cell struct {
	Text    string // under a merged cell of the same column, the text of its first row
	Formula bool
	NoCache bool // a formula whose value was never computed
	Down    bool // lies under a merged cell of the same column
	Across  bool // lies beside a merged cell that begins in a column to the left
}

// Kind names what is wrong with a file.
type Kind string

// What can be wrong with a file.
const (
	OldExcel    Kind = "file-old-xls"      // Excel 97 to 2003
	BinaryExcel Kind = "file-xlsb"         // Excel's binary workbook
	Encrypted   Kind = "file-encrypted"    // needs a password
	WrongType   Kind = "file-wrong-type"   // no table at all: a picture, a PDF …
	WebPage     Kind = "file-web-page"     // a web page that calls itself a workbook
	Damaged     Kind = "file-damaged"      // cut off or broken
	BrokenXML   Kind = "file-broken-xml"   // the inside of one sheet is broken
	TooLarge    Kind = "file-too-large"    // more than a register can be
	Bomb        Kind = "file-bomb"         // small outside, immense inside
	UnknownText Kind = "file-unknown-text" // no known encoding fits
	OpenQuote   Kind = "file-open-quote"   // a quotation mark without its end
	NothingInIt Kind = "file-empty"
	Unreadable  Kind = "file-unreadable" // the disk or the network would not give it
)

// Problem is why a file cannot be read, as exactly as is known.
type Problem struct {
	Kind   Kind
	File   string
	Sheet  string
	Row    int    // 0 unknown
	Column string // letter, empty unknown
	Detail string // for the log
}

// Error is for the log; a person is shown the words of Key.
func (p Problem) Error() string {
	return fmt.Sprintf("%s: %s, sheet %q, row %d, column %q: %s", p.File, p.Kind, p.Sheet, p.Row, p.Column, p.Detail)
}

// Key names the sentence for the problem; it has one gap, for the file's name.
func (p Problem) Key() string { return "import.problem." + string(p.Kind) }
