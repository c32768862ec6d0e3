package register

import (
	"context"
	"errors"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// reveal asks why somebody is to be seen in full, notes it, and goes on. It is
// asked once while the card stays.
func (p *Page) reveal(one app.Person, then func()) {
	if p.open[one.ID] {
		then()
		return
	}
	s := p.seat
	kit.AskReason(s.Window.Canvas(),
		kit.Question{Title: s.Say("register.reveal"), Text: s.Say("register.reveal.what"), Yes: s.Say("register.show"), No: s.Say("register.cancel"), Draft: seat.FormName("reveal", one.ID)},
		kit.ReasonWords{Label: s.Say("register.reveal.reason"), Hint: s.Say("register.reveal.hint"),
			Missing: s.Fault(app.Invalid{Field: "reason", Rule: "missing"}), TooLong: s.Fault(app.Invalid{Field: "reason", Rule: "too-long"})},
		app.LongestLine, func(sheet *kit.Sheet, reason string) { p.noteAccess(sheet, one, reason, then) })
}

func (p *Page) noteAccess(sheet *kit.Sheet, one app.Person, reason string, then func()) {
	look := app.Access{By: p.seat.Staff.ID, Person: one.ID, Fields: "name,contact", Reason: reason, Action: "view"}
	sheet.SetBusy(true)
	kit.Do(p.seat.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.seat.Desk.Reveal(ctx, look)
	}, func(_ struct{}, err error) {
		sheet.SetBusy(false)
		var faults app.Faults
		switch {
		case errors.As(err, &faults) && len(faults) > 0:
			sheet.Say(kit.Bad, p.seat.Fault(faults[0]))
		case err != nil:
			sheet.Say(kit.Bad, p.seat.Trouble(err))
		default:
			sheet.Close()
			p.open[one.ID] = true
			then()
		}
	})
}
