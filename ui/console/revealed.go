package console

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/reports"
)

// revealed writes into the log, before paper is made, whose data it shows in full
// and to whom: such paper wants to know who prints it.
func (c *call) revealed(ctx context.Context, s Store, by app.Staff, docs ...reports.Document) error {
	shown := reports.Shown(docs...)
	if len(shown) == 0 {
		return nil
	}
	if by.ID == 0 {
		return misled("console.by.missing")
	}
	d := app.Desk{Store: s, Now: c.Now}
	return d.RevealOnPaper(ctx, app.PaperOrder{By: by.ID, Shown: shown, Way: app.WaySaved})
}

// unmade notes that nothing came of such paper after all.
func (c *call) unmade(ctx context.Context, s Store, by app.Staff, docs ...reports.Document) error {
	d := app.Desk{Store: s, Now: c.Now}
	return d.PaperCame(context.WithoutCancel(ctx), app.PaperOrder{By: by.ID, Shown: reports.Shown(docs...), Way: app.WaySaved}, app.WayNone)
}
