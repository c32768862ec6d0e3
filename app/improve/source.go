package improve

import (
	"cmp"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

// FromIssue is the measure that a complaint leads to, as far as it is known there.
func FromIssue(c app.Case, f Found, by app.StaffID) NewOrder {
	o := NewOrder{Project: c.Project, By: by, Source: Source{Origin: FromComplaint, Issue: c.ID, Called: c.Shown()}}
	if !c.Restricted() { // everybody reads measures
		o.Problem, o.Dept, o.Person = c.Description, c.Lead, c.Handler
	}
	o.about(f, c.Category)
	if c.Inquiry != nil {
		o.What = strings.TrimSpace(cmp.Or(c.Inquiry.Preventive, c.Inquiry.Corrective))
	}
	return o
}

// about ties an order to a subject of issues: its dimension, and complaints about it.
func (o *NewOrder) about(f Found, c app.Category) {
	if c != "" {
		o.Dimension, o.Categories, o.Gauge = f.Of(c), []app.Category{c}, Complaints
	}
}

// About is an order about a subject of issues, for who leads here from a meeting.
func (o NewOrder) About(f Found, c app.Category) NewOrder {
	o.about(f, c)
	return o
}

// FromFinding is the measure that a problem of a survey's report leads to, with what
// the report suggests.
func FromFinding(h annual.Head, n int, f Found, by app.StaffID) NewOrder {
	o := NewOrder{Project: h.Project, By: by, Year: h.Year, Source: Source{Origin: FromReport, Survey: h.ID, N: n, Called: h.Number}}
	for _, p := range h.Findings.Problems {
		if p.N != n || p.Gone {
			continue
		}
		o.Problem, o.Dimension, o.Item = strings.TrimSpace(p.Title), p.Dimension, p.Item
		o.Categories = f.Part(p.Dimension).Subjects
		switch { // a problem named by hand may be about none
		case p.Item != "":
			o.Gauge = ItemScore
		case p.Dimension != "":
			o.Gauge = DimensionScore
		}
	}
	for _, s := range h.Findings.Suggestions {
		if s.Problem != n || s.Gone {
			continue
		}
		o.What, o.Dept = s.Text, s.Dept
		if s.To > 0 {
			o.Aimed, o.Target = true, s.To
		}
		break
	}
	return o
}
