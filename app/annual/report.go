package annual

import (
	"context"
	"strings"
	"time"

	"ownerdesk/app"
)

// ReportOrder gives the report out.
type ReportOrder struct{ Stand }

// Report gives the report out: its figures are kept as they are, and its conclusions
// stay.
func (d *Desk) Report(ctx context.Context, o ReportOrder) (Move, error) {
	return d.act(ctx, "report", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		if _, err := v.Report(o, Results{}, g, at); err != nil {
			return Move{}, err
		}
		r, err := d.Results(ctx, v.ID)
		if err != nil {
			return Move{}, err
		}
		return v.Report(o, r, g, at)
	})
}

// Report decides Desk.Report.
func (v Survey) Report(o ReportOrder, r Results, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.decides(g, o.By)
	f.open(v, Counted)
	f.unless(v.Findings.Summary != "" || len(v.Findings.Live())+len(v.Findings.Advised()) > 0, "findings", "missing")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := v.begin(ActReported, o.By, at, "")
	m.Head.State, m.Head.Reported, m.Head.ReportedBy, m.Results = Reported, at, o.By, &r
	return v.settle(m), nil
}

// ReissueOrder takes a report back.
type ReissueOrder struct {
	Stand
	Why string
}

// Reissue takes a report back to be corrected, with a reason. What it kept stays until
// the next is out.
func (d *Desk) Reissue(ctx context.Context, o ReissueOrder) (Move, error) {
	return d.act(ctx, "reissue", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) { return v.Reissue(o, g, at) })
}

// Reissue decides Desk.Reissue.
func (v Survey) Reissue(o ReissueOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.decides(g, o.By)
	f.open(v, Reported)
	f.text(o.Why, "reason", true, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := v.begin(ActReissued, o.By, at, strings.TrimSpace(o.Why))
	m.Head.State, m.Head.Reported, m.Head.ReportedBy = Counted, time.Time{}, 0
	return v.settle(m), nil
}

// DestroyOrder destroys what tells whose sheet is whose.
type DestroyOrder struct{ Stand }

// Destroy destroys the links between sheets and households for good, after the report.
// Who did so and when stays. Sheets lose the day they were filled in and who asked, which
// visits tell too. From then on no sheet can be corrected.
func (d *Desk) Destroy(ctx context.Context, o DestroyOrder) (Move, error) {
	return d.act(ctx, "destroy", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) { return v.Destroy(o, g, at) })
}

// Destroy decides Desk.Destroy.
func (v Survey) Destroy(o DestroyOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.decides(g, o.By)
	f.open(v, Reported)
	f.unless(v.Destroyed.IsZero(), "survey", "destroyed")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := v.begin(ActDestroyed, o.By, at, "")
	m.unlink(o.By, at)
	return m, nil
}

// unlink destroys the links with a move.
func (m *Move) unlink(by app.StaffID, at time.Time) {
	m.Unlink, m.Head.Destroyed, m.Head.DestroyedBy = true, at, by
}

// keptMonths is for how long after the report owners are told that it may still be
// known whose sheet is whose.
const keptMonths = 6

// DueToDestroy reports whether the time is over for which it may be known whose sheet
// is whose.
func (h Head) DueToDestroy(now time.Time) bool {
	return h.State == Reported && h.Destroyed.IsZero() && !now.Before(h.keptUntil())
}

// keptUntil is when that time is over; where the month has no such day, on its last.
func (h Head) keptUntil() time.Time {
	until := h.Reported.AddDate(0, keptMonths, 0)
	if until.Day() < h.Reported.Day() {
		until = until.AddDate(0, 0, -until.Day())
	}
	return until
}
