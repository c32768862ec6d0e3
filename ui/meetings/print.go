package meetings

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app/meeting"
)

// What Page.Print may be asked for.
const (
	PrintPack       = "pack"       // the papers of the meeting
	PrintBook       = "book"       // the same as a workbook
	PrintInvitation = "invitation" // the letter to who is invited
	PrintSignIn     = "signin"     // the sheet to sign on
	PrintMinutes    = "minutes"
	PrintPublic     = "public" // the minutes without names, rooms and phones
	PrintWeekly     = "weekly"
	PrintOnSite     = "onsite"
	PrintNotice     = "notice"
)

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
			what = append([]string{PrintPack, PrintBook}, what...)
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
		what = []string{PrintSignIn}
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
		items = append(items, fyne.NewMenuItem(p.s.Say("meetings.print."+what), p.s.Tasks.Guard(func() { p.Print(p.seen.r, what) })))
	}
	if len(items) > 0 {
		under(p.s, p.print, items)
	}
}
