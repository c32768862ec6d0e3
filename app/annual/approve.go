package annual

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// ApproveOrder approves plan and questionnaire.
type ApproveOrder struct {
	Stand
	Checked app.StaffID // who looked at them before; 0 for nobody
}

// Approve approves plan and questionnaire, and takes the frame out of the register
// as it stands at this moment. From then on they stay.
func (d *Desk) Approve(ctx context.Context, o ApproveOrder) (Move, error) {
	return d.act(ctx, "approve", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		frame, err := d.Store.RegisterFrame(ctx, v.Project)
		if err != nil {
			return Move{}, fmt.Errorf("take the frame: %w", err)
		}
		strata := Strata(v.Plan, frame)
		spreads, err := d.Spreads(ctx, v.Head, strata)
		if err != nil {
			return Move{}, err
		}
		return v.Approve(o, frame, spreads, g, at)
	})
}

// Spreads are what Neyman's rule asks for: how far answers lay apart in each stratum
// in the year before. None where the plan does not ask, or there is no such year.
func (d *Desk) Spreads(ctx context.Context, h Head, strata []Stratum) ([]float64, error) {
	if h.Plan.Rule != survey.Neyman {
		return nil, nil
	}
	all, err := d.Store.Surveys(ctx, h.Project)
	if err != nil {
		return nil, fmt.Errorf("read the surveys before: %w", err)
	}
	last, found := Before(h.Year, slices.DeleteFunc(all, func(h Head) bool { return h.State != Counted && h.State != Reported }))
	if !found {
		return nil, nil
	}
	sheets, err := d.Store.Sheets(ctx, last.ID)
	if err != nil {
		return nil, fmt.Errorf("read the sheets of %d: %w", last.Year, err)
	}
	return Spreads(strata, last, sheets), nil
}

// Approve decides Desk.Approve.
func (v Survey) Approve(o ApproveOrder, frame []FrameUnit, spreads []float64, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.decides(g, o.By)
	alone := o.By == v.By && g.Alone(o.By, func(who app.StaffID) bool { return g.Staff[who].Role == app.Manager })
	f.unless(o.By != v.By || alone, "by", "planner")
	f.here(g, o.Checked, "checked")
	f.unless(o.Checked == 0 || o.Checked != v.By, "checked", "planner")
	f.open(v, Planning)
	f.head(g, v.Head, at)
	f.unless(len(v.Plan.Stages) == len(StageKeys), "stages", "missing")
	m := v.begin(ActApproved, o.By, at, "")
	h := &m.Head
	h.Strata = Strata(v.Plan, frame)
	f.unless(len(h.Strata) > 0, "frame", "missing")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	size, err := Sized(h.Plan, h.Strata, spreads)
	if err != nil {
		return Move{}, err
	}
	for i := range h.Strata {
		h.Strata[i].Planned, h.Strata[i].Issued = size.Planned[i], size.Issued[i]
	}
	h.State, h.Checked, h.Approved, h.ApprovedBy = Approved, o.Checked, at, o.By
	h.Frame, h.Framed, h.Plan.FrameOn = v.Frame+1, at, today(g, at)
	m.Units = framed(h.Plan, h.Strata, frame)
	m.Act.Diffs = planDiffs(v.Plan, h.Plan)
	if alone {
		m.Act.Diffs = append(m.Act.Diffs, app.DecidedAlone())
	}
	m.counts("households", len(m.Units))
	m.counts("planned", size.Answers)
	return v.settle(m), nil
}

// ReopenOrder takes an approval back.
type ReopenOrder struct {
	Stand
	Why string
}

// Reopen takes an approval back before the sample is drawn, with a reason. The frame
// is taken anew with the next.
func (d *Desk) Reopen(ctx context.Context, o ReopenOrder) (Move, error) {
	return d.act(ctx, "reopen", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) { return v.Reopen(o, g, at) })
}

// Reopen decides Desk.Reopen.
func (v Survey) Reopen(o ReopenOrder, g app.Ground, at time.Time) (Move, error) {
	m, err := v.because(ActReopened, o.Stand, o.Why, g, at, Approved)
	m.Head.State, m.Head.Strata = Planning, nil
	m.Head.Checked, m.Head.Approved, m.Head.ApprovedBy = 0, time.Time{}, 0
	return v.settle(m), err
}

// CancelOrder gives a survey up.
type CancelOrder struct {
	Stand
	Why string
}

// Cancel gives a survey up, with a reason. Its number stays listed; whose sheets came
// in already is told nowhere any more.
func (d *Desk) Cancel(ctx context.Context, o CancelOrder) (Move, error) {
	return d.act(ctx, "cancel", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) { return v.Cancel(o, g, at) })
}

// Cancel decides Desk.Cancel.
func (v Survey) Cancel(o CancelOrder, g app.Ground, at time.Time) (Move, error) {
	m, err := v.because(ActCancelled, o.Stand, o.Why, g, at, Planning, Approved, Field)
	m.Head.State, m.Head.Why = Cancelled, m.Act.Note
	if v.State == Field {
		m.unlink(o.By, at)
	}
	return v.settle(m), err
}

// because begins an act that needs nothing but its reason.
func (v Survey) because(kind ActKind, s Stand, why string, g app.Ground, at time.Time, from ...State) (Move, error) {
	var f faults
	f.may(g, s.By)
	f.open(v, from...)
	f.text(why, "reason", true, app.LongestText)
	return v.begin(kind, s.By, at, strings.TrimSpace(why)), f.err()
}
