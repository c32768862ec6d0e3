package statistics

import (
	"context"
	"errors"
	"io"
	"iter"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
)

// WriteBook writes a reckoned month as a workbook, with the issues that had come
// in by its cut-off.
func WriteBook(ctx context.Context, out io.Writer, asks Asks, f reports.Facts, r Reckoned, s figures.Scope) error {
	return withLines(ctx, asks, figures.Bounds{Project: s.Project, From: s.From, To: s.To, At: s.At}, func(lines iter.Seq[app.Line]) error {
		return reports.WriteMonthBook(out, f, r.Month, s.Project, lines)
	})
}

// withLines hands on the issues of a month that had come in by its cut-off.
func withLines(ctx context.Context, asks Asks, s figures.Bounds, write func(iter.Seq[app.Line]) error) error {
	var failed error
	err := write(func(yield func(app.Line) bool) {
		for l, err := range asks.EachLine(app.Reads(ctx, 0), s.Filter(), app.Order{By: app.ByReceived}, s.At) {
			if failed = err; err != nil || !yield(l) {
				return
			}
		}
	})
	return errors.Join(err, failed)
}
