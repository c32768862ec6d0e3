package meeting

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// Since is what has changed in a month's figures since they were frozen.
type Since struct {
	Rates   []RateSince
	Entered []app.IssueID // now of the month, and were not
	Left    []app.IssueID // were of the month, and no longer are
	Numbers map[app.IssueID]string
}

// Nothing reports whether all is as it was.
func (s Since) Nothing() bool { return len(s.Rates)+len(s.Entered)+len(s.Left) == 0 }

// RateSince is one figure that is no longer as it was, and the issues that it
// counts otherwise.
type RateSince struct {
	Key      figures.Key
	Was, Now figures.Rate
	Entered  []app.IssueID // into what is counted, above or below
	Left     []app.IssueID
}

// Changes lists what is different now from what was frozen.
func Changes(frozen, now figures.Report) Since {
	s := Since{Numbers: map[app.IssueID]string{}}
	for _, r := range now.Rates {
		at := slices.IndexFunc(frozen.Rates, func(o figures.Rate) bool { return o.Key == r.Key })
		if at < 0 {
			continue
		}
		was := frozen.Rates[at]
		enteredAbove, leftAbove := apart(was.Above, r.Above)
		enteredBelow, leftBelow := apart(was.Below, r.Below)
		c := RateSince{r.Key, was, r, union(enteredAbove, enteredBelow), union(leftAbove, leftBelow)}
		if was.Num != r.Num || was.Den != r.Den || was.Immature != r.Immature || len(c.Entered)+len(c.Left) > 0 {
			s.Rates = append(s.Rates, c)
		}
	}
	s.Entered, s.Left = apart(ofMonth(frozen), ofMonth(now))
	for _, numbers := range []map[app.IssueID]string{frozen.Numbers, now.Numbers} { // a slip's number replaces that of intake
		for _, id := range s.named() {
			if n := numbers[id]; n != "" {
				s.Numbers[id] = n
			}
		}
	}
	return s
}

// ofMonth are the issues that a month counts anywhere.
func ofMonth(m figures.Report) []app.IssueID {
	all := slices.Clone(m.Praise)
	for _, r := range m.Rates {
		if r.Key == figures.Acceptance {
			all = append(all, r.Below...)
		}
	}
	return all
}

func (s Since) named() []app.IssueID {
	all := union(s.Entered, s.Left)
	for _, r := range s.Rates {
		all = union(all, union(r.Entered, r.Left))
	}
	return all
}

// apart tells which ids are in one list only.
func apart(was, now []app.IssueID) (entered, left []app.IssueID) {
	before, after := map[app.IssueID]bool{}, map[app.IssueID]bool{}
	for _, id := range was {
		before[id] = true
	}
	for _, id := range now {
		if after[id] = true; !before[id] {
			entered = append(entered, id)
		}
	}
	for _, id := range was {
		if !after[id] {
			left = append(left, id)
		}
	}
	return entered, left
}

func union(a, b []app.IssueID) []app.IssueID {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}
