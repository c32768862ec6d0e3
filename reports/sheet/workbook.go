package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// readWorkbook reads every sheet of a workbook in one pass over its XML.
//
// excelize is not used for reading: it swallows XML errors and returns part of
// a sheet, and asking it cell by cell for formulas and styles takes longer than
// reading the XML ourselves, which has to be scanned for errors anyway.
func readWorkbook(name string, r io.ReaderAt, size int64) (Book, error) {
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return Book{}, Problem{Kind: Damaged, Detail: err.Error()}
	}
	if err := guard(zr); err != nil {
		return Book{}, err
	}
	p := newParts(zr)
	main, err := p.mainPart()
	if err != nil {
		return Book{}, err
	}
	w := workbook{parts: p}
	if err := w.readMain(main); err != nil {
		return Book{}, err
	}
	book := Book{Name: name}
	for _, s := range w.sheets {
		rows, err := w.readSheet(s)
		if err != nil {
			return Book{}, err
		}
		book.Sheets = append(book.Sheets, Sheet{s.name, s.hidden, rows})
	}
	if len(book.Sheets) == 0 {
		return Book{}, Problem{Kind: NothingInIt}
	}
	return book, nil
}

// A workbook is what has to be known before its sheets can be read.
type workbook struct {
	*parts
	from1904 bool
	sheets   []sheetPart
	strings  []string
	styles   []dateStyle
	cells    int // so far, of all sheets
}

type sheetPart struct {
	name, part string
	hidden     bool
}

// readMain reads the list of sheets, then the strings and styles they share.
func (w *workbook) readMain(main string) error {
	links, err := w.links(main)
	if err != nil {
		return err
	}
	byID := map[string]link{}
	for _, l := range links {
		byID[l.id] = l
		switch {
		case strings.HasSuffix(l.kind, "/sharedStrings"):
			err = w.readStrings(l.part)
		case strings.HasSuffix(l.kind, "/styles"):
			err = w.readStyles(l.part)
		}
		if err != nil {
			return err
		}
	}
	return w.each(main, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			w.from1904 = truth(attr(e, "date1904"))
		case "sheet":
			if l, ok := byID[attr(e, "id")]; ok && strings.HasSuffix(l.kind, "/worksheet") {
				state := attr(e, "state")
				w.sheets = append(w.sheets, sheetPart{attr(e, "name"), l.part, state == "hidden" || state == "veryHidden"})
			}
		}
		return nil
	})
}

// A link leads from one part of the workbook to another.
type link struct{ id, kind, part string }

// links reads the links of a part; a part need not have any.
func (p *parts) links(part string) ([]link, error) {
	dir, file := path.Split(part)
	var all []link
	err := p.each(path.Join(dir, "_rels", file+".rels"), func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		all = append(all, link{attr(e, "Id"), attr(e, "Type"), strings.TrimPrefix(path.Clean(target), "/")})
		return nil
	})
	return all, err
}

// mainPart finds the workbook in the package, or says what the package is instead.
func (p *parts) mainPart() (string, error) {
	links, err := p.links("")
	if err != nil {
		return "", err
	}
	main := "xl/workbook.xml"
	for _, l := range links {
		if strings.HasSuffix(l.kind, "/officeDocument") {
			main = l.part
		}
	}
	switch {
	case strings.HasSuffix(main, ".bin"):
		return "", Problem{Kind: BinaryExcel}
	case !p.has(main) || !strings.Contains(main, "workbook") && !p.has("xl/workbook.xml") && !strings.HasPrefix(main, "xl/"):
		return "", Problem{Kind: WrongType, Detail: main}
	}
	return main, nil
}

// each calls f for every element of a part, which must be well-formed to its
// end; a part that is not there is empty.
func (p *parts) each(part string, f func(*xml.Decoder, xml.StartElement) error) error {
	r, err := p.open(part)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	d := decoder(r)
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return broken(err, part)
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := f(d, e); err != nil {
				return err
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func truth(s string) bool { return s == "1" || s == "true" }
