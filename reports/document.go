// Package reports words the documents of the office and hands them to paper and
// sheets: transfer and complaint slips, delay notices, follow-up cards, lists.
// Every document is built in two steps: what it says is a list of blocks, plain
// data that tests can read; how it looks is package paper's. It knows no file,
// no window and no clock: cases, words and the time of printing are handed in.
package reports

import (
	"fmt"
	"io"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// Facts are what every document stands on: the language of paper, who prints,
// when, and whether the desk's own papers show personal data in full, which the
// caller has logged.
type Facts struct {
	say.Voice
	By   app.Staff
	At   time.Time
	Open bool
}

// Document is one copy of one document, worded.
type Document struct {
	Sheet  paper.Sheet
	Blocks []paper.Block
	Number string
	Of     app.IssueID // whose paper it is; 0 for what is of none, or of several
	Shows  []app.Shown // whose data it shows in full: written into the log before it is made
}

// Shown gathers whom documents show in full.
func Shown(docs ...Document) (all []app.Shown) {
	for _, d := range docs {
		all = append(all, d.Shows...)
	}
	return all
}

// Copy says for whom a copy is, and with that how much it shows.
type Copy int

// The three copies of a slip.
const (
	CopyDesk  Copy = iota // first, kept by customer service
	CopyDept              // second, for the department that handles it
	CopyOwner             // third, for the owner
)

// Copies are all copies in the order of printing.
var Copies = []Copy{CopyDesk, CopyDept, CopyOwner}

var copyKeys = [...]string{CopyDesk: "desk", CopyDept: "dept", CopyOwner: "owner"}

// Size is the paper a slip is printed on.
type Size int

// The sizes of a slip; A5 lies, half an A4 sheet.
const (
	A4 Size = iota
	A5
)

// The codes and versions of our forms, as the footer says them.
const (
	formIntakeList   = "KF-01 A/0"
	formTransfer     = "KF-02 A/0"
	formComplaint    = "KF-03 A/0"
	formDelay        = "KF-04 A/0"
	formFollowUp     = "KF-05 A/0"
	formFollowUpList = "KF-06 A/0"
	formSignList     = "KF-07 A/0"
	formPack         = "KF-08 A/0"
	formInvitation   = "KF-09 A/0"
	formSignIn       = "KF-10 A/0"
	formMinutes      = "KF-11 A/0"
	formWeekly       = "KF-12 A/0"
	formOnSite       = "KF-13 A/0"
	formNotice       = "KF-14 A/0"
	formActions      = "KF-15 A/0"
	formActivity     = "KF-16 A/0"

	formSurveyPlan    = "KF-17 A/0"
	formQuestionnaire = "KF-18 A/0"
	formAnnual        = "KF-19 A/0"
	formScript        = "KF-21 A/0"
	formAddresses     = "KF-22 A/0"
	formLetter        = "KF-23 A/0"
	formProgress      = "KF-24 A/0"
	formMeasures      = "KF-20 A/0"
	formChain         = "KF-25 A/0"
	formAudit         = "KF-26 A/0"
	formGathered      = "KF-27 A/0"
)

// WritePDF prints documents into one file. The same documents and the same
// moment give the same bytes.
func WritePDF(out io.Writer, at time.Time, docs ...Document) error {
	info := paper.Info{At: at}
	if len(docs) > 0 {
		info.Title = strings.TrimSpace(docs[0].Sheet.Title + " " + docs[0].Number)
		info.Author = docs[0].Sheet.Office
	}
	file := paper.New(info)
	for _, d := range docs {
		file.Add(d.Sheet, d.Blocks...)
	}
	if _, err := file.WriteTo(out); err != nil {
		return fmt.Errorf("print %s: %w", info.Title, err)
	}
	return nil
}

// Missing lists, once each, the characters that paper will show as a mark only,
// so that a form can say so before printing.
func Missing(docs ...Document) []rune {
	var texts []string
	for _, d := range docs {
		s := d.Sheet
		texts = append(texts, s.Office, s.Copy, s.Title, s.No, s.Secrecy, s.Printed)
		texts = append(texts, d.Texts()...)
	}
	return paper.Missing(texts...)
}

// Texts are all words of a document, in order.
func (d Document) Texts() []string { return textsOf(d.Blocks) }

func textsOf(blocks []paper.Block) []string {
	var all []string
	for _, b := range blocks {
		switch b := b.(type) {
		case paper.Band:
			all = append(all, string(b))
		case paper.Note:
			all = append(all, string(b))
		case paper.Tear:
			all = append(all, string(b))
		case paper.Para:
			all = append(all, b.Text)
		case paper.Point:
			all = append(all, string(b))
		case paper.Caption:
			all = append(all, string(b))
		case paper.List:
			all = append(all, b...)
		case paper.Chapter:
			all = append(all, b.Title)
		case paper.Tiles:
			for _, t := range b {
				all = append(all, t.Label, t.Value, t.Note)
			}
		case paper.Cover:
			all = append(all, b.Above, b.Title, b.Below)
			for _, r := range b.Rows {
				all = append(all, r[:]...)
			}
		case paper.Scale, paper.Ladder, paper.Options, paper.Panel, paper.Labels:
			all = append(all, formTexts(b)...)
		case paper.Foot:
			all = append(all, textsOf(b.Blocks)...)
		case paper.Keep:
			all = append(all, textsOf(b)...)
		case paper.Room:
			all = append(all, textsOf(b)...)
		case paper.Signs:
			all = append(append(all, b.Names...), b.When)
		case paper.Row:
			for _, f := range b {
				all = append(all, f.Label, f.Text, f.Small)
			}
		case paper.Table:
			for _, c := range b.Columns {
				all = append(all, c.Title)
			}
			for _, r := range b.Rows {
				all = append(all, r...)
			}
		}
	}
	return all
}

// formTexts are the words of blocks that are filled in by hand.
func formTexts(b paper.Block) (all []string) {
	switch b := b.(type) {
	case paper.Scale:
		all = append(append(all, b.Heads...), b.Rest)
		for _, g := range b.Groups {
			all = append(all, g.Title)
			for _, r := range g.Rows {
				all = append(all, r.No, r.Text)
			}
		}
	case paper.Ladder:
		all = append(all, b.Low, b.High)
	case paper.Options:
		all = append(all, b.Items...)
	case paper.Panel:
		for _, r := range b {
			all = append(all, r[:]...)
		}
	case paper.Labels:
		for _, item := range b.Items {
			all = append(all, item...)
		}
	}
	return all
}

// sheet dresses a document of our office.
func (f Facts) sheet(form, title, estate string, size paper.Size) paper.Sheet {
	s := paper.Sheet{
		Size: size, Office: dotted(f.Ground.Office.Company, estate), Title: title,
		Form: form, Secrecy: f.Say("slip.secrecy"),
		Printed: f.Say("slip.printed", f.By.Name, f.Moment(f.At)),
		PageOf:  f.Say("slip.page"), Lacks: f.Say("slip.lacks"),
	}
	if f.Ground.Office.Sample {
		s.Sample = f.Say("slip.sample")
	}
	return s
}

// slipSheet dresses one copy of a numbered document.
func (f Facts) slipSheet(form, title, number string, project app.ProjectID, to Copy, size Size) paper.Sheet {
	on := paper.A4
	if size == A5 {
		on = paper.A5
	}
	s := f.sheet(form, title, f.Project(project), on)
	s.No, s.QR, s.Copy = number, number, f.Say("slip.copy."+copyKeys[to])
	if to == CopyOwner {
		s.Secrecy = f.Say("slip.secrecy.owner")
	}
	return s
}
