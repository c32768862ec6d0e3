package meeting

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
)

// settleTalk lets a talk on site that was held answer for the one that the issue owes
// which it is about, kept with the record.
func (d *Desk) settleTalk(ctx context.Context, m *Move, g app.Ground, at time.Time) error {
	h := m.Head
	if h.Kind != OnSite || h.State != Held && h.State != Minuted || h.Issue == 0 {
		return nil
	}
	c, err := d.Front.Store.Case(app.ReadsAll(ctx), h.Issue)
	if err != nil {
		return fmt.Errorf("read issue %d that a talk is about: %w", h.Issue, err)
	}
	if !c.OwesTalk() || h.Held.Before(c.Talk.Asked) || !c.MayRead(g, m.Act.By) {
		return nil
	}
	answered, err := c.TalkHeld(m.Act.By, h.Number, g, at)
	if err != nil {
		return err
	}
	m.Raised = append(m.Raised, Raised{Move: answered})
	return nil
}
