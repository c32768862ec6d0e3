package today

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"ownerdesk/app"
)

// raise lets those complaints become critical that time alone has made so: nobody
// acts on what lies forgotten. Where nothing can be kept, because the clock is
// doubted or the file is open for reading only, today is shown all the same, and it
// is done the next time.
func (p *Page) raise(ctx context.Context, now time.Time) error {
	days := p.seat.Ground.Rules.Duty("grave.days")
	if days == 0 || p.seat.Staff.ID == 0 {
		return nil
	}
	old := app.Filter{Kinds: []app.Kind{app.Complaint}, OpenOnly: true, To: now.AddDate(0, 0, -days).Add(time.Second)}
	lines, err := p.asks.Lines(ctx, old, app.Order{By: app.ByReceived}, 0, most, now)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.Level == app.Critical || l.Level == "" {
			continue
		}
		_, err := p.seat.Desk.Raise(ctx, app.RaiseOrder{Stand: app.Stand{Issue: l.ID, By: p.seat.Staff.ID}})
		var barred app.Faults
		if err != nil && !errors.As(err, &barred) && !errors.Is(err, app.ErrConflict) {
			slog.Warn("raise", "issue", l.ID, "err", err)
			return ctx.Err()
		}
	}
	return nil
}
