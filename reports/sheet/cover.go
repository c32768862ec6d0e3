package sheet

import (
	"cmp"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Cover is the first sheet of a book: what it is, and the way to the others.
type Cover struct {
	Name  string // of the sheet; empty for no cover
	Title string
	About []string // lines below it
}

// WriteCovered writes a book that begins with a cover.
func WriteCovered(out io.Writer, c Cover, tables ...Table) (Written, error) {
	return writeCovered(out, maxRows, c, tables)
}

// cover writes the first sheet. The sheets it leads to get their names here.
func (b *bookWriter) cover(c Cover, tables []Table) error {
	if c.Name == "" {
		return nil
	}
	name := b.sheetName(c.Name)
	if err := b.file.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	b.Sheets = append(b.Sheets, name)
	row := 0
	say := func(text string, style int) error {
		row++
		cell := fmt.Sprintf("A%d", row)
		fit, _ := fitting(text)
		if err := b.file.SetCellStr(name, cell, fit); err != nil {
			return err
		}
		return b.file.SetCellStyle(name, cell, cell, style)
	}
	if err := say(c.Title, b.title); err != nil {
		return err
	}
	for _, line := range append(c.About, "") {
		if err := say(line, 0); err != nil {
			return err
		}
	}
	if err := b.links(name, &row, tables); err != nil {
		return err
	}
	if err := b.file.SetColWidth(name, "A", "A", 90); err != nil {
		return err
	}
	p := pageWriter{book: b, name: name, table: Table{Portrait: true, Header: tables[0].Header, Footer: tables[0].Footer}}
	return p.printing(90)
}

// about says in the file's properties what the book is and whose; nobody's name.
func (b *bookWriter) about(c Cover, tables []Table) error {
	p := excelize.DocProperties{Title: c.Title, Creator: "ownerdesk"}
	if len(tables) > 0 {
		p.Title, p.Creator = cmp.Or(p.Title, tables[0].Title, tables[0].Name), cmp.Or(tables[0].Header, p.Creator)
	}
	return b.file.SetDocProps(&p)
}

// links lists the sheets that follow.
func (b *bookWriter) links(name string, row *int, tables []Table) error {
	ahead := bookWriter{Written: Written{Sheets: b.Sheets}}
	for _, t := range tables {
		to := ahead.sheetName(t.Name)
		ahead.Sheets = append(ahead.Sheets, to)
		*row++
		cell := fmt.Sprintf("A%d", *row)
		if err := b.file.SetCellStr(name, cell, to); err != nil {
			return err
		}
		if err := b.file.SetCellHyperLink(name, cell, fmt.Sprintf("'%s'!A1", to), "Location"); err != nil {
			return err
		}
		if err := b.file.SetCellStyle(name, cell, cell, b.link); err != nil {
			return err
		}
	}
	return nil
}
