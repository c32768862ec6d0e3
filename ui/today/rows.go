package today

import (
	"context"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// list finds the lines of a view.
func (p *Page) list(ctx context.Context, v View, now time.Time) ([]row, error) {
	switch v {
	case Drafts:
		return p.drafts(ctx)
	case Items:
		return p.items(ctx, now)
	case Surveys:
		return p.surveys(ctx, now)
	case Measures:
		return p.measures(ctx, now)
	case Scenes:
		lines, err := p.asks.Scenes(ctx, p.seat.Project)
		return awaited(lines), err
	case Helpers:
		return p.helping(ctx)
	case Gathered:
		return p.gathered(ctx)
	case CallBacks:
		lines, err := p.asks.CallBacks(ctx, p.seat.Project, p.endOfDay(now))
		return called(lines), err
	case Talks:
		return p.talks(ctx)
	case Waits:
		lines, err := p.asks.Waiting(ctx, p.seat.Project, p.endOfDay(now))
		return waited(lines), err
	case Late:
		lines, err := p.asks.Lines(ctx, app.Filter{Project: p.seat.Project, Late: true, OpenOnly: true},
			app.Order{By: app.ByDue}, 0, most, now)
		return lined(lines), err
	case DueToday:
		return p.dueToday(ctx, now)
	case Approve:
		return p.both(ctx, app.StepDelay, app.StepApprove)
	case Tell:
		return p.both(ctx, app.StepOwed, app.StepTell)
	case All:
		return p.everything(ctx, now)
	}
	lines, err := p.asks.Pressing(ctx, steps[v], p.seat.Project, most, 0)
	return lined(lines), err
}

// both are what waits in either of two steps.
func (p *Page) both(ctx context.Context, one, other app.Step) ([]row, error) {
	lines, err := p.asks.Pressing(ctx, one, p.seat.Project, most, 0)
	if err != nil {
		return nil, err
	}
	more, err := p.asks.Pressing(ctx, other, p.seat.Project, most, 0)
	return byLimit(lined(append(lines, more...))), err
}

// everything is the whole day: promised calls, what is to be looked at again, and what emergencies wait for on
// site, stand where their hour puts them.
func (p *Page) everything(ctx context.Context, now time.Time) ([]row, error) {
	lines, err := p.asks.Pressing(ctx, "", p.seat.Project, most, 0)
	if err != nil {
		return nil, err
	}
	calls, err := p.asks.CallBacks(ctx, p.seat.Project, p.endOfDay(now))
	if err != nil {
		return nil, err
	}
	scenes, err := p.asks.Scenes(ctx, p.seat.Project)
	if err != nil {
		return nil, err
	}
	waits, err := p.asks.Waiting(ctx, p.seat.Project, p.endOfDay(now))
	if err != nil {
		return nil, err
	}
	drafts, err := p.drafts(ctx)
	if err != nil {
		return nil, err
	}
	helping, err := p.helping(ctx)
	if err != nil {
		return nil, err
	}
	talks, err := p.talks(ctx)
	if err != nil {
		return nil, err
	}
	gathered, err := p.gathered(ctx)
	return append(drafts, byLimit(slices.Concat(awaited(scenes), called(calls), waited(waits), talks, helping, gathered, lined(lines)))...), err
}

// dueToday goes through the pressing lines up to the end of the day.
func (p *Page) dueToday(ctx context.Context, now time.Time) ([]row, error) {
	var due []row
	end := p.endOfDay(now)
	for offset := 0; ; offset += most {
		lines, err := p.asks.Pressing(ctx, "", p.seat.Project, most, offset)
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			if !l.StepDue.IsZero() && !l.StepDue.Before(now) && !l.StepDue.After(end) {
				due = append(due, row{line: l, limit: l.StepDue})
			}
		}
		if len(lines) < most || lines[len(lines)-1].StepDue.After(end) || len(due) >= most {
			return due, nil
		}
	}
}

func (p *Page) drafts(ctx context.Context) ([]row, error) {
	drafts, err := p.asks.Drafts(ctx, p.seat.Staff.ID)
	rows := make([]row, len(drafts))
	for i := range drafts {
		rows[i] = row{draft: &drafts[i]}
	}
	return rows, err
}

// items are the action items that somebody has to see to: due by today, and done
// but not verified.
func (p *Page) items(ctx context.Context, now time.Time) (rows []row, err error) {
	all, err := p.asks.Actions(ctx, meeting.WantedActions{Project: p.seat.Project, Open: true, Verify: true})
	today := workday.DayOf(p.seat.Here(now))
	for i := range all {
		if a := &all[i]; a.ToVerify() || !a.Due.After(today) {
			rows = append(rows, row{item: a})
		}
	}
	return rows, err
}

// row is one line of the list: an issue at its step, one that waits for somebody on
// site, a promised call, an intake
// that was not finished, an action item, a yearly survey, an improvement measure, or
// opinions that were gathered.
type row struct {
	line    app.Line
	limit   time.Time
	call    bool
	scene   bool
	wait    bool // its day of review has come
	talk    bool // it owes a talk on site
	draft   *app.IntakeDraft
	item    *meeting.Action
	survey  *annual.Head
	measure *pressing
	help    *app.Help // a helping department's share of the line
	owing   *meeting.Owing
}

func lined(lines []app.Line) []row {
	rows := make([]row, len(lines))
	for i, l := range lines {
		rows[i] = row{line: l, limit: l.StepDue}
	}
	return rows
}

func called(lines []app.Line) []row {
	rows := make([]row, len(lines))
	for i, l := range lines {
		rows[i] = row{line: l, limit: l.CallBack, call: true}
	}
	return rows
}

func waited(lines []app.Line) []row {
	rows := make([]row, len(lines))
	for i, l := range lines {
		rows[i] = row{line: l, limit: l.Wait.Review, wait: true}
	}
	return rows
}

func awaited(lines []app.Line) []row {
	rows := make([]row, len(lines))
	for i, l := range lines {
		rows[i] = row{line: l, limit: l.SceneDue, scene: true}
	}
	return rows
}

// byLimit puts the most pressing first; what has no limit comes last.
func byLimit(rows []row) []row {
	slices.SortStableFunc(rows, func(a, b row) int {
		switch {
		case a.limit.IsZero() != b.limit.IsZero():
			if a.limit.IsZero() {
				return 1
			}
			return -1
		}
		return a.limit.Compare(b.limit)
	})
	return rows
}
