package sheet

import (
	"fmt"
	"io"
	"iter"

	"github.com/xuri/excelize/v2"
)

// ColumnKind says what the values of a column are.
type ColumnKind int

// The kinds of columns. Their values are, in this order: string; int or int64;
// float64; time.Time or 2026-01-07; time.Time in office time; float64 with 1 for
// 100 %. A nil value is an empty cell, and a text is always possible.
const (
	Text ColumnKind = iota
	Int
	Number
	Date
	Moment
	Percent
	Decimal // a float64 to two decimals
	Points  // a float64 to one decimal, with its sign

	Tenth      // a float64 to one decimal
	Starred    // the same, with a star: it stands on few
	Thousandth // a float64 to three decimals
	Chance     // the same, and what is below one thousandth as that
)

// Column is one column of a table that is written.
type Column struct {
	Title string
	Kind  ColumnKind
	Width float64 // in letters; 0 fits the first rows

	Choices []string // what a person who fills the sheet in may choose from
}

// Table is one sheet that is written: A4 landscape, as wide as the page or, with
// many columns, as several; headings frozen, filtered and repeated on every page.
type Table struct {
	Name           string // of the sheet
	Title          string // above the headings, may be empty
	Columns        []Column
	Rows           iter.Seq[[]any]
	Note           string // below the rows, across all columns
	Header, Footer string // of the printed page; the page number is added
	Portrait       bool
	OnePage        bool // one page across, however many columns
	Hidden         bool // for programs only
	Charts         []Chart
}

// Written says what went into a book.
type Written struct {
	Sheets []string
	Rows   int
	Cut    []Cut // texts too long for a cell
}

// Cut is a text of which a cell holds only the beginning, marked by its end.
type Cut struct {
	Sheet  string
	Row    int
	Column string
	Units  int // how long it was, in UTF-16 units
}

// Write writes a book with one sheet for each table; a table with more rows than
// a sheet has goes on in a further one.
func Write(out io.Writer, tables ...Table) (Written, error) {
	return writeBook(out, maxRows, tables)
}

func writeBook(out io.Writer, limit int, tables []Table) (w Written, err error) {
	return writeCovered(out, limit, Cover{}, tables)
}

func writeCovered(out io.Writer, limit int, cover Cover, tables []Table) (w Written, err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil && closing != nil {
			err = fmt.Errorf("close book: %w", closing)
		}
	}()
	b := &bookWriter{file: f, limit: limit}
	if err := b.makeStyles(); err != nil {
		return w, fmt.Errorf("write book: %w", err)
	}
	if err := b.cover(cover, tables); err != nil {
		return w, fmt.Errorf("write cover: %w", err)
	}
	if err := b.about(cover, tables); err != nil {
		return w, fmt.Errorf("write about: %w", err)
	}
	for _, t := range tables {
		if err := b.table(t); err != nil {
			return w, fmt.Errorf("write sheet %q: %w", t.Name, err)
		}
	}
	if err := b.hidden(tables); err != nil {
		return w, fmt.Errorf("write lists: %w", err)
	}
	if _, err := f.WriteTo(out); err != nil {
		return w, fmt.Errorf("write book: %w", err)
	}
	return b.Written, nil
}

// A bookWriter writes table after table.
type bookWriter struct {
	Written
	file   *excelize.File
	limit  int
	styles [Chance + 1]int
	title  int
	head   int
	link   int
	note   int
	lists  [][]string // choices that are too long for a cell
}

// measured is how many rows are looked at for the width of a column; they wait
// in memory, for excelize wants widths before rows.
const measured = 200

func (b *bookWriter) table(t Table) error {
	var page *pageWriter
	var waiting [][]any
	var failed error
	release := func() error {
		var err error
		if page == nil {
			page, err = b.page(t, waiting)
		}
		for _, row := range waiting {
			if err != nil {
				break
			}
			if page.row == b.limit {
				if err = page.close(); err == nil {
					page, err = b.page(t, waiting)
				}
			}
			if err == nil {
				err = page.write(row)
			}
		}
		waiting = waiting[:0]
		return err
	}
	if t.Rows != nil {
		t.Rows(func(row []any) bool {
			waiting = append(waiting, row)
			if page != nil || len(waiting) == measured {
				failed = release()
			}
			return failed == nil
		})
	}
	if failed == nil {
		failed = release()
	}
	if failed != nil {
		return failed
	}
	return page.close()
}
