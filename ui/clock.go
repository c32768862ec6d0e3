package ui

import (
	"context"
	"errors"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// heedClock asks once whether the clock is right where it does not fit what is in
// the file. Until somebody says so, or sets it, nothing is written by it.
func (s *shell) heedClock() {
	who, office := s.staff, s.office
	ask(s, func(ctx context.Context) (doubt *app.ClockDoubt, err error) {
		var d app.ClockDoubt
		if err = office.Store.DoubtClock(ctx); errors.As(err, &d) {
			return &d, nil
		}
		return nil, err
	}, func(d *app.ClockDoubt) {
		if d == nil || s.seat == nil || s.office != office {
			return
		}
		right := func() {
			ask(s, func(ctx context.Context) (struct{}, error) { return struct{}{}, office.Store.ConfirmClock(ctx, who) }, func(struct{}) {
				s.says(kit.Good, s.words.Say("clock.confirmed"))
			})
		}
		sheet := kit.Confirm(s.window.Canvas(), kit.Question{
			Title: s.words.Say("clock.title"), Text: s.seat.Voice.Doubt(*d),
			Yes: s.words.Say("clock.right"), No: s.words.Say("clock.wrong"), Danger: true,
		}, right)
		sheet.OnClosed = func() { s.toasts.Offer(kit.Bad, s.words.Say("clock.waits"), s.words.Say("clock.right"), right) }
	})
}
