package improve

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
	"ownerdesk/app/workday"
)

// NewOrder makes a measure. Whoever leads here from a report, a meeting or a
// complaint fills in what is known there.
type NewOrder struct {
	Project app.ProjectID
	By      app.StaffID
	Year    int // of the survey; 0: the year it is
	Source
	Plan
	Due        workday.Date
	Milestones []Milestone
}

// Make makes a measure, which is given its number at once.
func (d *Desk) Make(ctx context.Context, o NewOrder) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	v, err := Make(o, g, d.moment())
	if err != nil {
		return Move{}, err
	}
	return d.keep(ctx, "make", v)
}

// Make decides Desk.Make.
func Make(o NewOrder, g app.Ground, at time.Time) (Move, error) {
	if o.Origin == "" {
		o.Origin = ByHand
	}
	if o.Year == 0 {
		o.Year = today(g, at).Year
	}
	h := Head{
		Project: o.Project, State: Planned, Made: at, By: o.By, Year: o.Year, Source: o.Source, Round: 1,
		Plan: o.Plan.trimmed(), First: o.Due, Due: o.Due,
	}
	var f faults
	f.may(g, o.By)
	p, known := g.Projects[o.Project]
	f.unless(known && !p.Closed, "project", "missing")
	f.source(o.Source)
	f.unless(h.Problem != app.Blacked, "by", "restricted") // made of what its maker may not read
	f.plan(g, h.Plan, Plan{})
	f.days(h, today(g, at))
	v := Measure{}.begin(ActMade, o.By, at, "")
	v.Head = h
	v = Measure{}.settle(v)
	v.Milestones = v.Head.revised(&f, &v, nil, o.Milestones)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	return v, nil
}

// source checks that what a measure comes from is named.
func (f *faults) source(s Source) {
	ok := slices.Contains(Origins, s.Origin)
	switch s.Origin {
	case FromReport:
		ok = s.Survey != 0 && s.N > 0
	case FromMeeting:
		ok = s.Record != 0 && s.N > 0
	case FromComplaint:
		ok = s.Issue != 0
	}
	f.unless(ok, "source", "missing")
}

func (p Plan) trimmed() Plan {
	for _, text := range []*string{&p.Item, &p.Problem, &p.What, &p.Standard, &p.Needs, &p.GaugeName} {
		*text = strings.TrimSpace(*text)
	}
	slices.Sort(p.Categories)
	p.Categories = slices.Compact(p.Categories)
	if p.Gauge != OwnGauge {
		p.GaugeName, p.Less = "", p.Gauge == Complaints
	}
	if !p.Aimed {
		p.Target = 0
	}
	return p
}

// plan checks what a person filled in; was is what stands there already.
func (f *faults) plan(g app.Ground, p, was Plan) {
	f.text(p.Problem, "problem", true, app.LongestText)
	f.text(p.What, "what", true, app.LongestText)
	f.text(p.Standard, "standard", true, app.LongestText)
	f.text(p.Needs, "needs", false, app.LongestText)
	dept, known := g.Departments[p.Dept]
	f.unless(p.Dept != 0, "dept", "missing")
	f.unless(p.Dept == 0 || known && !dept.Closed, "dept", "unknown")
	f.unless(p.Person != 0, "responsible", "missing")
	f.here(g, p.Person, "responsible")
	for _, d := range p.Helping {
		dept, known := g.Departments[d]
		f.unless(known && !dept.Closed, "helping", "unknown")
		f.unless(d != p.Dept, "helping", "same")
	}
	f.categories(g, p.Categories, was.Categories)
	f.gauge(p)
}

// categories checks that what is counted is of the office's list; what an older file
// has written there may stay.
func (f *faults) categories(g app.Ground, all, was []app.Category) {
	odd := func(c app.Category) bool { return !g.KnowsCategory(c) && !slices.Contains(was, c) }
	f.unless(!slices.ContainsFunc(all, odd), "categories", "unknown")
}

// gauge checks that what the effect is told by can be read, and that a target lies
// where it can be reached.
func (f *faults) gauge(p Plan) {
	f.unless(p.Gauge == "" || slices.Contains(Gauges, p.Gauge), "gauge", "unknown")
	f.unless(p.Gauge != ItemScore || p.Item != "", "item", "missing")
	f.unless(p.Gauge != DimensionScore || p.Dimension != "", "dimension", "missing")
	f.unless(p.Gauge != Complaints || len(p.Categories) > 0, "categories", "missing")
	f.text(p.GaugeName, "gauge-name", p.Gauge == OwnGauge, app.LongestLine)
	f.unless(!p.Aimed || p.Gauge != "", "target", "no-gauge")
	f.unless(!math.IsNaN(p.Target), "target", "unreadable")
	f.unless(!p.Aimed || !p.Gauge.Scored() || !(p.Target < 0) && !(p.Target > 100), "target", "out-of-range")
	f.unless(!p.Aimed || p.Gauge != Complaints || !(p.Target < 0), "target", "out-of-range")
}

// days checks when a measure that is new is to be begun and done.
func (f *faults) days(h Head, today workday.Date) {
	f.unless(!h.Due.IsZero(), "due", "missing")
	f.unless(h.Due.IsZero() || !h.Due.Before(today), "due", "past")
	f.unless(h.Start.IsZero() || h.Due.IsZero() || !h.Start.After(h.Due), "start", "after-due")
	f.unless(h.Judge.IsZero() || h.Due.IsZero() || !h.Judge.Before(h.Due), "judge", "before-due")
}

// revised works out what becomes of the milestones that a person gives back: rows
// keep their numbers, new ones get the next, those left out are struck. What was
// reached stays as it was.
func (h Head) revised(f *faults, v *Move, had, want []Milestone) (changed []Milestone) {
	fresh, kept := slices.Clone(had), map[int]bool{}
	for i, w := range want {
		w.Text, w.Gone = strings.TrimSpace(w.Text), false
		f.row("milestones", i+1, func(f *faults) {
			f.text(w.Text, "text", true, app.LongestLine)
			f.unless(!w.Due.IsZero(), "day", "no-day")
			f.unless(w.Due.IsZero() || h.Due.IsZero() || !w.Due.After(h.Due), "day", "after-due")
		})
		if w.N == 0 {
			w.N, w.Reached, w.By, w.Note = len(fresh)+1, workday.Date{}, 0, ""
			fresh = append(fresh, w)
			kept[w.N] = true
			continue
		}
		if w.N < 0 || w.N > len(had) || had[w.N-1].Gone || kept[w.N] {
			f.unless(false, "milestones", "unknown")
			return nil
		}
		was := had[w.N-1]
		if w.Reached, w.By, w.Note = was.Reached, was.By, was.Note; !was.Reached.IsZero() {
			w.Text, w.Due = was.Text, was.Due
		}
		kept[w.N], fresh[w.N-1] = true, w
	}
	for i := range fresh {
		var old Milestone
		if i < len(had) {
			if old = had[i]; !kept[i+1] && !fresh[i].Gone {
				f.unless(fresh[i].Reached.IsZero(), "milestones", "taken-away")
				fresh[i].Gone = true
			}
		}
		these := trace.Differences(rowKey("milestones", i+1), old, fresh[i])
		if len(these) == 0 {
			continue
		}
		changed = append(changed, fresh[i])
		v.Act.Diffs = append(v.Act.Diffs, these...)
	}
	return changed
}
