package annual

import (
	"context"
	"fmt"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// DrawOrder draws the sample.
type DrawOrder struct{ Stand }

// Draw draws the sample that plan, seed and frame give, with its reserves in order,
// and gives a sample number to every household that is asked. Where everybody is
// invited nothing is drawn, but numbers are given all the same.
func (d *Desk) Draw(ctx context.Context, o DrawOrder) (Move, error) {
	return d.act(ctx, "draw", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		units, err := d.Store.Units(ctx, WantedUnits{Survey: v.ID})
		if err != nil {
			return Move{}, fmt.Errorf("read the frame: %w", err)
		}
		n := v.toIssue()
		numbers, err := numbers(d.Chance, n, n, free)
		if err != nil {
			return Move{}, err
		}
		return v.Draw(o, units, numbers, g, at)
	})
}

// toIssue is how many households are asked at first.
func (h Head) toIssue() (n int) {
	for _, s := range h.Strata {
		n += s.Issued
	}
	return n
}

// Draw decides Desk.Draw. numbers are as many as questionnaires are handed out.
func (v Survey) Draw(o DrawOrder, units []Unit, numbers []int, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.open(v, Approved)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if len(numbers) != v.toIssue() {
		return Move{}, fmt.Errorf("draw: %d numbers for %d households", len(numbers), v.toIssue())
	}
	m := v.begin(ActDrawn, o.By, at, "")
	m.Head.State, m.Head.Drawn = Field, at
	var err error
	if m.Units, err = v.drawn(units); err != nil {
		return Move{}, fmt.Errorf("draw: %w", err)
	}
	for _, u := range m.Units {
		if u.Called {
			m.Links = append(m.Links, Link{No: numbers[len(m.Links)], Unit: u.N})
		}
	}
	m.counts("issued", len(m.Links))
	m.counts("reserves", len(m.Units)-len(m.Links))
	return v.settle(m), nil
}

// drawn are the units in the order drawn in each stratum: those called, then the
// reserves. The same frame, seed and plan give the same.
func (h Head) drawn(units []Unit) ([]Unit, error) {
	p := survey.Plan{Seed: h.Plan.Seed, Way: h.Plan.Way}
	for _, s := range h.Strata {
		p.Strata = append(p.Strata, survey.Stratum{Keys: s.keys(), N: s.Units})
		p.Counts = append(p.Counts, s.Issued)
	}
	frame, at := make([]survey.Unit, len(units)), map[string]int{}
	for i, u := range units {
		id := number(int64(u.Room))
		frame[i] = survey.Unit{ID: id, Order: fmt.Sprintf("%09d", u.N), Stratum: u.Stratum}
		at[id] = i
	}
	drawn, err := p.Draw(frame)
	if err != nil {
		return nil, err
	}
	all := make([]Unit, 0, len(units))
	for _, one := range drawn {
		for n, d := range append(one.Units, one.Reserves...) {
			u := units[at[d.ID]]
			u.Order, u.Called, u.Reserve = n+1, n < len(one.Units), n >= len(one.Units)
			all = append(all, u)
		}
	}
	return all, nil
}
