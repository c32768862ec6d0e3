package issues

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app"
)

// What Page.Print may be asked for.
const (
	PrintTransfer  = "transfer"
	PrintComplaint = "complaint"
	PrintDelay     = "delay"
	PrintFollowUp  = "followup"
	PrintNotice    = "notice"
)

// printable are the documents that an issue has.
func printable(c app.Case) (what []string) {
	for _, r := range c.Rounds {
		if r.Slip == app.TransferSlip {
			what = append(what, PrintTransfer)
			break
		}
	}
	if c.Inquiry != nil {
		what = append(what, PrintComplaint)
	}
	if len(c.Delays) > 0 {
		what = append(what, PrintDelay)
	}
	if len(c.Disturbances) > 0 {
		what = append(what, PrintNotice)
	}
	if c.State == app.Told || len(c.FollowUps) > 0 {
		what = append(what, PrintFollowUp)
	}
	return what
}

// PrintMenu offers the documents of the issue.
func (p *Page) PrintMenu() {
	if !p.there || p.Print == nil || p.seen.c.Veiled {
		return
	}
	var items []*fyne.MenuItem
	for _, what := range printable(p.seen.c) {
		items = append(items, fyne.NewMenuItem(p.s.Say("print."+what), p.s.Tasks.Guard(func() { p.Print(p.seen.c, what) })))
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(p.s.Say("print.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	p.s.Under(p.print, items)
}
