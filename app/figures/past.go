package figures

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// past finds issues of one place and subject among all facts, also those that
// were received before the period.
type past struct {
	scope *Scope
	alike map[likeness][]seen
}

type likeness struct {
	kind     app.Kind
	where    string
	category app.Category
	subject  string
}

func (f *Fact) likeness() likeness { return likeness{f.Kind, f.Where, f.Category, f.Subject} }

// history gathers what could repeat or be repeated.
func (s *Scope) history(all []Fact) *past {
	p := past{s, map[likeness][]seen{}}
	for i := range all {
		f := &all[i]
		if f.Kind != app.Complaint && f.Kind != app.Repair || f.Where == "" || !f.counts() || f.Received.After(s.At) {
			continue
		}
		if v := s.see(f); v.accepted {
			p.alike[f.likeness()] = append(p.alike[f.likeness()], v)
		}
	}
	return &p
}

func (p *past) closedBefore(v seen) bool {
	for _, other := range p.alike[v.likeness()] {
		for _, o := range other.Over {
			if other.ID != v.ID && o.State == app.Closed && !o.From.IsZero() && p.within(o.From, v, repeatWithinDays) {
				return true
			}
		}
	}
	return false
}

func (p *past) cameBack(v seen) bool {
	for _, other := range p.alike[v.likeness()] {
		if other.ID != v.ID && p.within(v.last.Done, other, recurringWithinDays) {
			return true
		}
	}
	return false
}

// within reports whether an issue came at or after a moment, and at most so many
// days of the calendar later.
func (p *past) within(t time.Time, later seen, days int) bool {
	loc := p.scope.Calendar.Loc
	from, to := workday.DayOf(t.In(loc)), workday.DayOf(later.Received.In(loc))
	return !later.Received.Before(t) && from.DaysTo(to) <= days
}
