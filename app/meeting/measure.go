package meeting

import (
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/improve"
)

// Measure is the improvement measure that a common problem leads to, as far as it is
// known at the table.
func (r Record) Measure(n int, f improve.Found, g app.Ground, by app.StaffID) improve.NewOrder {
	o := improve.NewOrder{Project: r.Project, By: by, Source: improve.Source{Origin: improve.FromMeeting, Record: int64(r.ID), N: n, Called: r.Number}}
	if n < 1 || n > len(r.Problems) {
		return o
	}
	p := r.Problems[n-1]
	o.Problem, o.What, o.Dept, o.Due = strings.TrimSpace(p.Title), strings.TrimSpace(p.Plan), p.Dept, p.Due
	if cause := strings.TrimSpace(p.Cause); cause != "" {
		o.Problem = strings.TrimSpace(o.Problem + "\n" + cause)
	}
	for _, s := range g.Staff {
		if s.Name == strings.TrimSpace(p.Person) && !s.Closed {
			o.Person = s.ID
			if o.Dept == 0 {
				o.Dept = s.Dept
			}
		}
	}
	return o.About(f, p.Category)
}
