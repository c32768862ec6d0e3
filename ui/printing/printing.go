// Package printing makes paper from issues: it asks which document, which copies
// and what size, says which characters paper lacks, and previews, prints or keeps
// the file. What stands on the paper is package reports'; where files go and how
// the system prints them is seat.Outside's.
package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports"
	"ownerdesk/reports/paper"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what printing asks of the store.
type Asks interface {
	Case(context.Context, app.IssueID) (app.Case, error)
	Printable(ctx context.Context, dept app.DeptID, from, until time.Time) ([]app.Line, error)
	Received(ctx context.Context, estate app.ProjectID, from, until time.Time, most int) ([]app.Issue, error)
	Asked(ctx context.Context, estate app.ProjectID, from, until time.Time, most int) ([]app.Asked, error)
}

// Press makes paper at one desk.
type Press struct {
	seat   *seat.Seat
	asks   Asks
	folder string
}

// NewPress keeps its files in folder until they are cleared away.
func NewPress(s *seat.Seat, asks Asks, folder string) *Press {
	return &Press{seat: s, asks: asks, folder: folder}
}

// Clear throws away what was printed: it holds personal data, and can be made again.
func Clear(folder string) error { return os.RemoveAll(folder) }

// Missing tells which characters of a text paper would show as a mark only,
// listed as they are; "" for none.
func Missing(s *seat.Seat, text string) string {
	runes := paper.Missing(text)
	if len(runes) == 0 {
		return ""
	}
	return s.Say("intake.missing", spell(s, runes))
}

// spell lists characters with their codes: one that the paper lacks the screen
// may lack as well.
func spell(s *seat.Seat, runes []rune) string {
	const most = 12
	words := make([]string, 0, most+1)
	for i, r := range runes {
		if i == most {
			words = append(words, "…")
			break
		}
		words = append(words, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return s.List(words)
}

// job is paper that is wanted: what to word, and how it is called.
type job struct {
	name   string // of the file: numbers only, no one's name
	word   func(context.Context, kit.Progress) ([]reports.Document, error)
	set    func(context.Context, io.Writer) error // in place of word: who sets it in his own way
	noted  map[app.IssueID]string                 // in whose timeline it is written down, and as which document
	copies string
	reason string // why the desk's own paper shows personal data in full; "" when it does not
}

// sheets is a file that was made.
type sheets struct {
	path  string
	pdf   []byte
	of    []app.IssueID  // whose paper is in it
	look  app.PaperOrder // whom it shows in full
	came  app.Way        // what became of it
	where string         // the printer, or the folder and file

	noted   bool // the timelines know
	unnoted error
}

// make words a job and sets it.
func (p *Press) make(ctx context.Context, j job, w app.Way, progress kit.Progress) (sheets, error) {
	var out bytes.Buffer
	made := sheets{came: app.WayNone, look: app.PaperOrder{By: p.seat.Staff.ID, Reason: j.reason, Way: w}}
	if j.set != nil {
		err := j.set(ctx, &out)
		made.pdf = out.Bytes()
		return made, errors.Join(err, ctx.Err())
	}
	docs, err := j.word(ctx, progress)
	if err != nil {
		return made, err
	}
	if len(docs) == 0 {
		return made, errNothing
	}
	made.of, made.look.Shown = whose(docs), reports.Shown(docs...)
	if err := p.seat.Desk.RevealOnPaper(ctx, made.look); err != nil {
		return made, err
	}
	err = reports.WritePDF(&out, p.seat.Here(p.seat.Now()), docs...)
	if err = errors.Join(err, ctx.Err()); err != nil {
		return made, errors.Join(err, p.seat.Desk.PaperCame(context.WithoutCancel(ctx), made.look, app.WayNone))
	}
	made.pdf = out.Bytes()
	return made, nil
}

// keep writes the file where nobody else may read it, each time under a name of its
// own: the program that shows the one before may still hold that.
func (p *Press) keep(pdf []byte, name string) (path string, err error) {
	path = filepath.Join(p.folder, fileName(name))
	if err := os.MkdirAll(p.folder, 0o700); err != nil {
		return "", unwritten{path, err}
	}
	for n := 2; taken(path); n++ {
		path = filepath.Join(p.folder, fileName(name+" "+strconv.Itoa(n)))
	}
	return path, writeTo(path, pdf)
}

// Preview, Print and Save let a document that somebody else sets go its way.
func (p *Press) Preview(name string, set func(context.Context, io.Writer) error) {
	p.run(job{name: name, set: set}, app.WayOpened, nil)
}

// Print sends it to the printer.
func (p *Press) Print(name string, set func(context.Context, io.Writer) error) {
	p.run(job{name: name, set: set}, app.WaySent, nil)
}

// Save asks where to keep it.
func (p *Press) Save(name string, set func(context.Context, io.Writer) error) {
	p.run(job{name: name, set: set}, app.WaySaved, nil)
}

func taken(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// fileName is a PDF's name that every system takes.
func fileName(name string) string { return cleaned(name) + ".pdf" }

func cleaned(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, name)
}
