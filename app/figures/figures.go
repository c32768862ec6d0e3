// Package figures reckons what management is told: rates, times, breakdowns and
// patterns, each able to name the issues it counts. It works on plain facts as of
// a cut-off. It knows no file, no window, no paper and no words, and nothing
// about people: no name and no phone ever reaches it.
package figures

import (
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// Scope is which issues are counted, and as of when: those received in [From, To),
// by what was known at the moment At.
type Scope struct {
	Project      app.ProjectID // 0 for all estates
	From, To, At time.Time
	Calendar     workday.Calendar
	Households   int // occupied, on average over the period; 0 when not known
}

// Month is the scope of a calendar month in office time.
func Month(year int, month time.Month, at time.Time, c workday.Calendar, households int) Scope {
	return Scope{
		From: time.Date(year, month, 1, 0, 0, 0, 0, c.Loc), To: time.Date(year, month+1, 1, 0, 0, 0, 0, c.Loc),
		At: at, Calendar: c, Households: households,
	}
}

// Before is the scope of the month that begins so many months earlier, with the
// same cut-off and households.
func (s Scope) Before(months int) Scope {
	s.From, s.To = s.From.AddDate(0, -months, 0), s.From.AddDate(0, 1-months, 0)
	return s
}

// covers reports whether a moment lies in the scope's period and before its cut-off.
func (s Scope) covers(t time.Time) bool { return !t.Before(s.From) && t.Before(s.To) && !t.After(s.At) }

// cohort are the facts of issues received in the period, as they stood at the
// cut-off, in the order of their receipt. What is counted nowhere is left out:
// void, not yet registered, merged into another, commendations.
func (s Scope) cohort(all []Fact) []seen {
	var these []seen
	for i := range all {
		if f := &all[i]; s.covers(f.Received) && f.counts() {
			these = append(these, s.see(f))
		}
	}
	slices.SortStableFunc(these, func(a, b seen) int { return a.Received.Compare(b.Received) })
	return these
}
