package seat

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// Reveal asks why somebody must see what is masked, notes it, and goes on.
func (s *Seat) Reveal(look app.Access, then func()) { s.RevealAll([]app.Access{look}, then) }

// RevealAll is Reveal for several people at once, each with an entry of his own.
func (s *Seat) RevealAll(looks []app.Access, then func()) {
	kit.AskReason(s.Window.Canvas(), kit.Question{
		Title: s.Say("reveal.title"), Text: s.Say("reveal.text"), Yes: s.Say("reveal.yes"), No: s.Say("issue.cancel"), Draft: FormName("reveal", looks[0].Issue, looks[0].Person),
	}, kit.ReasonWords{
		Label: s.Say("reveal.reason"), Missing: s.Say("fault.reason.missing"), TooLong: s.Say("fault.too-long"),
	}, app.LongestLine, func(sheet *kit.Sheet, reason string) {
		for i := range looks {
			looks[i].By, looks[i].Reason = s.Staff.ID, reason
		}
		kit.Do(s.Tasks, func(ctx context.Context) (struct{}, error) {
			return struct{}{}, s.Desk.Reveal(ctx, looks...)
		}, func(_ struct{}, err error) {
			if err != nil {
				sheet.Say(kit.Bad, s.Trouble(err))
				return
			}
			sheet.Close()
			then()
		})
	})
}
