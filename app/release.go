package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// mergedAway reports whether an issue ended because another one answers for it.
func (c Case) mergedAway() bool {
	if c.Related == 0 || c.Open() {
		return false
	}
	if c.Close == ClosedMerged {
		return true
	}
	for _, a := range c.Acts {
		if a.Kind == ActRejected || a.Kind == ActVoided {
			if slices.Contains(a.Diffs, Difference{"code", "", string(RejectedDuplicate)}) {
				return true
			}
		}
	}
	return false
}

// Back is who goes back with an issue that is opened again, and of how many households.
type Back struct {
	Callers    []Caller
	Households int
}

// goesBack is all who came with an issue: its first reporter and the others.
func (c Case) goesBack() Back {
	return Back{append([]Caller{{Reporter: c.Reporter, At: c.Received}}, c.Others()...), c.Households}
}

// release lets whoever came with an issue go back with it when it is opened again, from
// the one that it was merged into and from what that was merged into in turn. None where
// nobody had come along.
func (d *Desk) release(ctx context.Context, c Case, back Back, by StaffID, g Ground, at time.Time) (*Move, error) {
	if !c.mergedAway() {
		return nil, nil
	}
	into, err := d.caseWhole(ctx, c.Related)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read issue %d that it was merged into: %w", c.Related, err)
	}
	m, there := into.Release(c, back, by, g, at)
	if !there {
		return nil, nil
	}
	m.Into, err = d.release(ctx, into, Back{m.Callers, into.Households - m.Issue.Households}, by, g, at)
	return &m, err
}

// Release is what becomes of an issue when another one that was merged into it is opened
// again: who came with that one, and its households, count there and no longer here. They
// stay listed, so that the paper that named them can be understood.
func (c Case) Release(other Case, back Back, by StaffID, g Ground, at time.Time) (m Move, there bool) {
	m = c.begin(ActReleased, by, at, "")
	homes := map[string]bool{homeOf(c.Reporter, c.Place): true}
	for _, k := range c.Others() {
		came := func(b Caller) bool { return sameReporter(b.Reporter, c.asCame(k)) && b.At.Equal(k.At) }
		if k.From == "" || k.From != other.Shown() && k.From != other.Number || !slices.ContainsFunc(back.Callers, came) {
			homes[homeOf(k.Reporter, k.Place)] = true
			continue
		}
		k.Left = at
		m.Callers = append(m.Callers, k)
	}
	if len(m.Callers) == 0 {
		return m, false
	}
	shared, seen := 0, map[string]bool{}
	for _, k := range m.Callers {
		home := homeOf(k.Reporter, k.Place)
		if homes[home] && !seen[home] {
			shared++
		}
		seen[home] = true
	}
	m.Act.Diffs = []Difference{{"merged", other.Shown(), ""}}
	if n := max(len(homes), c.Households-back.Households+shared); n != c.Households {
		m.Issue.Households = n
		m.Act.Diffs = append(m.Act.Diffs, Difference{"households", id(c.Households), id(n)})
	}
	return c.settle(m, g), true
}
