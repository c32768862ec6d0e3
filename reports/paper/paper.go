// Package paper lays words out on pages and writes them as a PDF: grid, long
// text, tables, boxes to tick and to sign, head, foot and QR code. It is the
// only place that knows gofpdf. It knows no issue and no language: every word,
// date and number is handed to it, and it prints all of them or says which
// characters it cannot.
//
// A copy of a document is a Sheet and a list of Blocks. Blocks are plain values,
// so what a document says is tested without a PDF; Doc.Add lays a copy out,
// Doc.WriteTo writes all copies into one file.
package paper

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// Info is what the file says about itself, seen in the viewer's properties.
type Info struct {
	Title  string
	Author string
	At     time.Time // the same words and the same At give the same bytes
}

// Doc is one PDF file: one or many copies of one or many documents.
type Doc struct {
	info  Info
	pages []*page
	codes map[string]*qrCode
	err   error
}

// New opens an empty file.
func New(info Info) *Doc {
	return &Doc{info: info, codes: map[string]*qrCode{}}
}

// Part is blocks on one kind of sheet.
type Part struct {
	Sheet  Sheet
	Blocks []Block
}

// Add lays out one copy of a document; its pages are counted from 1. What goes
// wrong is told by WriteTo.
func (d *Doc) Add(sheet Sheet, blocks ...Block) { d.Join(Part{sheet, blocks}) }

// Join lays out a document of several kinds of sheets, as one that is bound: its
// pages are counted through. Where it lists its contents it is laid out again, until
// they say the pages on which the chapters stand.
func (d *Doc) Join(parts ...Part) {
	flows := d.layParts(parts, nil)
	if listsContents(parts) {
		for range mostPasses {
			known := targets(flows)
			if flows = d.layParts(parts, known); slices.Equal(known, targets(flows)) {
				break
			}
		}
	}
	if d.err != nil {
		return
	}
	all, file := 0, len(d.pages)
	for _, f := range flows {
		all += len(f.pages)
	}
	before := 0
	for _, f := range flows {
		for _, p := range f.pages {
			for i := range p.links {
				p.links[i].page += file
			}
		}
		d.pages = append(d.pages, f.dress(before, all)...)
		before += len(f.pages)
	}
}

// mostPasses is how often a document is laid out at most to know its pages.
const mostPasses = 4

func (d *Doc) layParts(parts []Part, contents []target) []*flow {
	var flows []*flow
	for _, p := range parts {
		f := d.lay(p, contents)
		if d.err != nil {
			return nil
		}
		flows = append(flows, f)
	}
	return flows
}

func (d *Doc) lay(p Part, contents []target) *flow {
	if d.err != nil {
		return nil
	}
	defer d.caught("lay out " + p.Sheet.Title)
	faces, err := typefaces()
	if err != nil {
		d.err = err
		return nil
	}
	code, err := d.code(p.Sheet.QR)
	if err != nil {
		d.err = err
		return nil
	}
	f := newFlow(p.Sheet, faces, code)
	f.contents = contents
	f.label = f.labelWidth(p.Blocks)
	f.layAll(p.Blocks)
	f.finish()
	d.err = f.broken
	return f
}

// Pages tells how many pages were laid out so far.
func (d *Doc) Pages() int { return len(d.pages) }

// WriteTo writes the file. Nothing is written if any part of it failed.
func (d *Doc) WriteTo(out io.Writer) (int64, error) {
	if d.err == nil && len(d.pages) == 0 {
		d.err = fmt.Errorf("write paper: no page was laid out")
	}
	if d.err != nil {
		return 0, d.err
	}
	count := &counter{to: out}
	d.write(count)
	return count.n, d.err
}

func (d *Doc) write(out io.Writer) {
	defer d.caught("write paper")
	faces, err := typefaces()
	if err != nil {
		d.err = err
		return
	}
	d.err = writePDF(out, d.info, d.pages, faces)
}

// caught turns a panic below it into the error of the document: gofpdf panics
// on input it did not expect, and a slip must not take the window down with it.
func (d *Doc) caught(doing string) {
	if r := recover(); r != nil {
		d.err = fmt.Errorf("%s: %v", doing, r)
	}
}

// code draws each QR code once; the copies of a slip share theirs.
func (d *Doc) code(text string) (*qrCode, error) {
	if text == "" || d.codes[text] != nil {
		return d.codes[text], nil
	}
	c, err := newQRCode(text)
	if err != nil {
		return nil, err
	}
	d.codes[text] = c
	return c, nil
}

type counter struct {
	to io.Writer
	n  int64
}

// Write passes p on and counts it.
func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += int64(n)
	return n, err
}
