package statistics

import (
	"context"
	"errors"
	"io"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
)

// WriteBook writes a reckoned month as a workbook, with the issues that had come
// in by its cut-off.
func WriteBook(ctx context.Context, out io.Writer, asks Asks, f reports.Facts, r Reckoned, s figures.Scope) error {
	month := app.Filter{Project: s.Project, From: s.From, To: s.To}
	if known := s.At.Add(time.Second); known.Before(s.To) {
		month.To = known
	}
	var failed error
	lines := func(yield func(app.Line) bool) {
		for l, err := range asks.EachLine(ctx, month, app.Order{By: app.ByReceived}, s.At) {
			if failed = err; err != nil || !yield(l) {
				return
			}
		}
	}
	return errors.Join(reports.WriteMonthBook(out, f, r.Month, s.Project, lines), failed)
}
