package meetings

import (
	"slices"

	"fyne.io/fyne/v2"

	"ownerdesk/app/meeting"
)

// What Page.Print may be asked for.
const (
	PrintPack       = "pack"       // the papers of the meeting
	PrintBook       = "book"       // the same as a workbook
	PrintBoth       = "both"       // both, beside each other
	PrintInvitation = "invitation" // the letter to who is invited
	PrintSignIn     = "signin"     // the sheet to sign on
	PrintMinutes    = "minutes"
	PrintPublic     = "public" // the minutes without names, rooms and phones
	PrintWeekly     = "weekly"
	PrintOnSite     = "onsite"
	PrintNotice     = "notice"
	PrintActivity   = "activity"
	PrintGathered   = "gathered"   // the summary of opinions
	PrintGatherBook = "gatherbook" // the same as a workbook
)

// The ways that a document may go.
const (
	ToScreen = "preview"
	ToPaper  = "print"
	ToFile   = "save"
	InFull   = "full" // to the screen, with names and rooms, for a reason
)

// masked are the documents that show people masked, and may show them in full.
var masked = map[string]bool{PrintPack: true, PrintMinutes: true, PrintOnSite: true, PrintActivity: true, PrintGathered: true}

// books are the documents that are workbooks, or have one beside them.
var books = []string{PrintBook, PrintBoth, PrintGatherBook}

// printable are the documents that a record has, as far as it has come.
func printable(r meeting.Record) (what []string) {
	if r.State == meeting.Cancelled {
		return nil
	}
	_, frozen := r.Frozen()
	held := r.State == meeting.Held || r.State == meeting.Minuted
	switch r.Kind {
	case meeting.Monthly:
		what = []string{PrintInvitation, PrintSignIn}
		if frozen {
			what = append([]string{PrintPack, PrintBook, PrintBoth}, what...)
		}
		if held {
			what = append(what, PrintMinutes, PrintPublic)
		}
	case meeting.Weekly:
		what = []string{PrintWeekly}
	case meeting.OnSite:
		what = []string{PrintOnSite}
	case meeting.Notice:
		what = []string{PrintNotice}
	case meeting.Activity:
		what = []string{PrintActivity}
	case meeting.Gathering:
		what = []string{PrintGathered, PrintGatherBook}
	}
	return what
}

// PrintMenu offers the documents of the record.
func (p *Page) PrintMenu() {
	if !p.there || p.Print == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, what := range printable(p.seen.r) {
		items = append(items, p.ways(what))
	}
	if len(items) > 0 {
		p.s.Under(p.print, items)
	}
}

// ways are what can be done with a document: what is a workbook is only kept.
func (p *Page) ways(what string) *fyne.MenuItem {
	way := func(label, how string) *fyne.MenuItem {
		return fyne.NewMenuItem(p.s.Say(label), p.s.Tasks.Guard(func() { p.Print(p.seen.r, what, how) }))
	}
	words := p.s.Say("meetings.print." + what)
	if slices.Contains(books, what) {
		return fyne.NewMenuItem(words, p.s.Tasks.Guard(func() { p.Print(p.seen.r, what, ToFile) }))
	}
	item := fyne.NewMenuItem(words, nil)
	item.ChildMenu = fyne.NewMenu("", way("press.preview", ToScreen), way("press.print", ToPaper), way("press.save", ToFile))
	if masked[what] && p.s.Ground.MayReveal(p.s.Staff.ID) {
		item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItemSeparator(), way("meetings.print.full", InFull))
	}
	return item
}
