package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
)

// FreezeOrder keeps the figures as they are now.
type FreezeOrder struct {
	Stand
	Why string // from the second time on
}

// Freeze keeps the figures as they are at this moment, with the action items to
// be reported on as they stand. Pack and re-prints show these from then on. A
// further freeze is a further version; the earlier ones stay.
func (d *Desk) Freeze(ctx context.Context, o FreezeOrder) (Move, error) {
	return d.act(ctx, "freeze", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) {
		if err := r.mayFreeze(o, g, at); err != nil {
			return Move{}, err
		}
		var kept Kept
		var carried []ActionMove
		err := d.Store.Still(app.ReadsAll(ctx), func(ctx context.Context) error { // who reads it later is shown no more than he may know
			e, err := d.earlier(ctx, g, r.Head)
			if err != nil {
				return err
			}
			carried = r.carried(e.Open, o.By, at, g.Calendar.Loc)
			kept, err = d.now(ctx, r, g, at, e, carried)
			return err
		})
		if err != nil {
			return Move{}, err
		}
		return r.Freeze(o, kept, carried, g, at)
	})
}

// Now is what a freeze would keep at this moment: for a preview, and for what has
// changed since the last one.
func (d *Desk) Now(ctx context.Context, id RecordID) (k Kept, err error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return k, err
	}
	err = d.Store.Still(ctx, func(ctx context.Context) error {
		r, err := d.Store.Record(ctx, id)
		if err != nil {
			return fmt.Errorf("reckon record %d: %w", id, err)
		}
		if !r.Kind.Figures() {
			return nil
		}
		e, err := d.earlier(ctx, g, r.Head)
		if err == nil {
			k, err = d.now(ctx, r, g, d.moment(), e, nil)
		}
		return err
	})
	return k, err
}

// now reckons a record's figures. e is what it stands on; carried are items that come
// back with this act.
func (d *Desk) now(ctx context.Context, r Record, g app.Ground, at time.Time, e Earlier, carried []ActionMove) (Kept, error) {
	k := Kept{Rules: g.Rules.Version}
	households, err := d.Store.Households(ctx, r.Project)
	if err != nil {
		return k, fmt.Errorf("count households: %w", err)
	}
	areas, err := d.Store.AreaHouseholds(ctx, r.Project)
	if err != nil {
		return k, fmt.Errorf("count households: %w", err)
	}
	s := r.scope(g, at, households)
	facts, err := figures.GatherMonth(ctx, d.Store, g, s)
	if err != nil {
		return k, err
	}
	if r.Kind == Weekly {
		k.Week = weekOf(s, facts, r.Dept)
	} else {
		gathered, err := s.Gatherings(ctx, d.Store)
		if err != nil {
			return k, err
		}
		k.Report = s.Report(facts, figures.Surroundings{Areas: areas, Gathering: gathered})
		if k.Measures, err = d.measures(ctx, s); err != nil {
			return k, err
		}
		if k.Issues, err = d.listed(ctx, k.Report.Scope, g.Calendar); err != nil {
			return k, err
		}
	}
	if k.Actions, err = d.reviewed(ctx, r, e, carried); err != nil {
		return k, err
	}
	due := r.comingBack()
	due.Open, due.DueFrom, due.DueBy = false, r.From, r.To
	all, err := d.Store.Actions(ctx, due)
	if err != nil {
		return k, err
	}
	k.OnTime = OnTime(all, r.From, r.To, today(g, at), g.Calendar.Loc)
	k.Names, err = d.names(ctx, g, r, k)
	return k, err
}

// measures are the improvement measures that were open in a month or closed in it,
// as they stand, without their timelines.
func (d *Desk) measures(ctx context.Context, s figures.Scope) ([]improve.Measure, error) {
	all, err := d.Store.Measures(ctx, improve.OfMonth(s.Project, s.From, s.To))
	if err != nil {
		return nil, fmt.Errorf("read measures: %w", err)
	}
	for i := range all {
		all[i].Acts, all[i].Files = nil, nil
	}
	return all, nil
}

// scope is which issues a record counts.
func (r Record) scope(g app.Ground, at time.Time, households int) figures.Scope {
	loc := g.Calendar.Loc
	s := figures.Scope{
		Project: r.Project, From: r.From.At(0, loc), To: r.To.AddDays(1).At(0, loc),
		At: at, Calendar: g.Calendar, Households: households,
	}
	return s
}

// reviewed are the action items that a record reports on: the open ones of
// earlier records, and those that ended since the one before.
func (d *Desk) reviewed(ctx context.Context, r Record, e Earlier, carried []ActionMove) ([]Action, error) {
	wanted := r.comingBack()
	wanted.Verify = true
	if last, found := r.last(e.Heads); found {
		wanted.Since = last.Begins
	}
	all, err := d.Store.Actions(ctx, wanted)
	if err != nil {
		return nil, err
	}
	var these []Action
	for _, a := range r.fromEarlier(all, e.Heads) {
		if a.Source == r.ID {
			continue
		}
		for _, m := range carried {
			if m.Action.ID == a.ID {
				a.Carries = m.Action.Carries
			}
		}
		a.Acts = nil // the timeline goes on
		these = append(these, a)
	}
	Pressing(these)
	return these, nil
}

// last is the record before this one.
func (h Head) last(heads []Head) (last Head, found bool) {
	for _, o := range heads {
		if o.ID != h.ID && o.State != Cancelled && o.Begins.Before(h.Begins) && o.Begins.After(last.Begins) {
			last, found = o, true
		}
	}
	return last, found
}

// mayFreeze are the rules that can be told before anything is reckoned.
func (r Record) mayFreeze(o FreezeOrder, g app.Ground, at time.Time) error {
	var f faults
	f.may(g, o.By, r.Head)
	f.unless(r.Kind.Figures(), "meeting", "not-now")
	f.open(r, Planned, Frozen, Held)
	f.unless(!at.Before(r.From.At(0, g.Calendar.Loc)), "month", "not-begun")
	f.text(strings.TrimSpace(o.Why), "reason", len(r.Freezes) > 0, app.LongestText)
	return f.err()
}

// Freeze decides Desk.Freeze. The common problems that were found come into the
// list; those that stand there already get their newest numbers.
func (r Record) Freeze(o FreezeOrder, k Kept, carried []ActionMove, g app.Ground, at time.Time) (Move, error) {
	if err := r.mayFreeze(o, g, at); err != nil {
		return Move{}, err
	}
	m := r.begin(ActFrozen, o.By, at, strings.TrimSpace(o.Why))
	if r.State == Planned {
		m.Head.State = Frozen
	}
	m.Freeze = &Freeze{N: len(r.Freezes) + 1, At: at, By: o.By, Why: m.Act.Note}
	m.Kept = &k
	m.Actions = carried
	m = r.settle(m)
	var f faults
	m.Problems = revised(&f, &m, "problems", r.Problems, r.drawn(k.Report), (*faults).problem, g, at)
	return m, f.err()
}

// drawn are the problems of a record with those that the figures found. What
// somebody struck out does not come back by itself.
func (r Record) drawn(m figures.Report) []Problem {
	rows := Live(r.Problems)
	for _, p := range m.Problems {
		same := func(v Problem) bool { return !v.ByHand && v.Category == p.Category && v.Where == p.Where }
		at := slices.IndexFunc(rows, same)
		if at < 0 {
			if slices.ContainsFunc(r.Problems, same) {
				continue
			}
			rows = append(rows, Problem{Category: p.Category, Where: p.Where})
			at = len(rows) - 1
		}
		v := &rows[at]
		v.Areas, v.Households, v.Cases, v.Before, v.Issues = p.Areas, p.Rooms, p.Month, p.Before, p.Issues
	}
	return rows
}

// Week is what a department's week is told by.
type Week struct {
	New        []app.IssueID // accepted, and its own
	Completed  []app.IssueID // accepted in review in the week, whenever they came
	Overdue    []app.IssueID // past their limit at that moment, whenever they came
	Complaints []app.IssueID // of the new ones
	Numbers    map[app.IssueID]string
}

// weekOf counts a week of one department.
func weekOf(s figures.Scope, all []figures.Fact, dept app.DeptID) Week {
	w := Week{Numbers: map[app.IssueID]string{}}
	own := slices.DeleteFunc(slices.Clone(all), func(f figures.Fact) bool { return f.Lead != dept })
	m := s.Report(own, figures.Surroundings{})
	for i, kind := range m.ByKind.Rows {
		for _, cell := range m.ByKind.Cells[i] {
			w.New = append(w.New, cell...)
			if kind == string(app.Complaint) {
				w.Complaints = append(w.Complaints, cell...)
			}
		}
	}
	for _, o := range m.Unresolved {
		if o.Late {
			w.Overdue = append(w.Overdue, o.ID)
		}
	}
	for i := range own {
		f := &own[i]
		for _, c := range f.Completions {
			if f.State != app.Void && !c.Accepted.Before(s.From) && c.Accepted.Before(s.To) && !c.Accepted.After(s.At) {
				w.Completed = append(w.Completed, f.ID)
				break
			}
		}
	}
	for _, list := range []*[]app.IssueID{&w.New, &w.Completed, &w.Overdue, &w.Complaints} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
		for _, id := range *list {
			w.Numbers[id] = ""
		}
	}
	for i := range own {
		if _, named := w.Numbers[own[i].ID]; named {
			w.Numbers[own[i].ID] = own[i].Number
		}
	}
	return w
}

// today is the day in the office.
func today(g app.Ground, at time.Time) workday.Date { return workday.DayOf(at.In(g.Calendar.Loc)) }
