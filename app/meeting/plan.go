package meeting

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// PlanOrder plans a record. Lists that are left out begin as the template says.
type PlanOrder struct {
	Kind    Kind
	Project app.ProjectID
	By      app.StaffID
	About   workday.Date // a day of the month or week it is about
	Period  int          // 0: the next of the year
	Details
	Guests   []Guest
	Agenda   []Item
	Accounts []Account
}

// Plan plans a record: it gets its number, and open action items of earlier ones
// come back in it.
func (d *Desk) Plan(ctx context.Context, o PlanOrder) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	var e Earlier
	if o.Kind.Figures() {
		if e, err = d.earlier(app.ReadsAll(ctx), g, o.head()); err != nil {
			return Move{}, fmt.Errorf("plan %s: %w", o.Kind, err)
		}
	}
	m, err := Plan(o, e, g, d.moment())
	if err != nil {
		return Move{}, err
	}
	return d.keep(ctx, "plan", m)
}

// Earlier is what a record stands on of those before it.
type Earlier struct {
	Heads []Head   // of the same kind, estate and department, the newest first
	Open  []Action // not over
	Last  []Guest  // of the one before
}

func (d *Desk) earlier(ctx context.Context, g app.Ground, h Head) (e Earlier, err error) {
	if e.Heads, err = d.Store.Records(ctx, Wanted{Project: h.Project, Kind: h.Kind, Dept: deptOf(h)}); err != nil {
		return e, err
	}
	open, err := d.Store.Actions(ctx, h.comingBack())
	if err != nil {
		return e, err
	}
	e.Open = h.fromEarlier(open, e.Heads)
	if last, found := h.last(e.Heads); found && h.ID == 0 {
		r, err := d.Store.Record(ctx, last.ID)
		if err != nil {
			return e, err
		}
		e.Last = Live(r.Guests)
	}
	return e, nil
}

// deptOf is whose records belong together: the weekly meetings of a department.
func deptOf(h Head) app.DeptID {
	if h.Kind == Weekly {
		return h.Dept
	}
	return 0
}

// fromEarlier leaves out what later records gave: an old meeting may be frozen anew
// after the next one was held.
func (h Head) fromEarlier(all []Action, heads []Head) []Action {
	return slices.DeleteFunc(all, func(a Action) bool {
		return slices.ContainsFunc(heads, func(o Head) bool { return o.ID == a.Source && o.Begins.After(h.Begins) })
	})
}

// comingBack are the open items that concern a record: those of monthly meetings
// come back in the next; a week takes up its department's plans and what it
// promised on site.
func (h Head) comingBack() WantedActions {
	if h.Kind == Weekly {
		return WantedActions{Project: h.Project, Kinds: []Kind{Weekly, OnSite, Activity}, Dept: h.Dept, Open: true}
	}
	return WantedActions{Project: h.Project, Kinds: []Kind{Monthly}, Open: true}
}

// head is the record as it is planned, before it has a number.
func (o PlanOrder) head() Head {
	h := Head{Kind: o.Kind, Project: o.Project, State: Planned, By: o.By, Period: o.Period, Details: o.Details.trimmed()}
	if o.About.IsZero() {
		return h
	}
	switch o.Kind {
	case Monthly:
		h.From = workday.Date{Year: o.About.Year, Month: o.About.Month, Day: 1}
		h.To = workday.DayOf(time.Date(o.About.Year, o.About.Month+1, 0, 0, 0, 0, 0, time.UTC))
	case Weekly:
		h.From = o.About.AddDays(-(int(o.About.Weekday()) + 6) % 7)
		h.To = h.From.AddDays(6)
	}
	return h
}

// Plan decides Desk.Plan.
func Plan(o PlanOrder, e Earlier, g app.Ground, at time.Time) (Move, error) {
	r := Record{Head: o.head()}
	r.Head.Made = at
	var f faults
	f.may(g, o.By, r.Head)
	f.unless(slices.Contains(Kinds, o.Kind), "kind", "missing")
	p, known := g.Projects[o.Project]
	f.unless(known && !p.Closed, "project", "missing")
	f.unless(!o.Kind.Figures() || !o.About.IsZero(), "month", "missing")
	f.details(g, r.Head, Details{})
	f.unless(o.Period >= 0 && o.Period <= 999, "period", "out-of-range")
	for _, h := range e.Heads {
		if h.State == Cancelled {
			continue
		}
		f.unless(h.From != r.From, "month", "taken")
		if h.From.Year == r.From.Year && o.Kind == Monthly {
			f.unless(o.Period == 0 || h.Period != o.Period, "period", "taken")
			if o.Period == 0 {
				r.Period = max(r.Period, h.Period)
			}
		}
	}
	if o.Kind == Monthly && o.Period == 0 {
		r.Period++
	}
	o.fill(g, e, r.Head)
	m := r.begin(ActPlanned, o.By, at, "")
	m.Draw = app.Prefix(o.Kind)
	m.Guests = revised(&f, &m, "guests", nil, o.Guests, (*faults).guest, g, at)
	m.Agenda = revised(&f, &m, "agenda", nil, o.Agenda, (*faults).item, g, at)
	m.Accounts = revised(&f, &m, "accounts", nil, o.Accounts, (*faults).account, g, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m.Act.Diffs = nil // how it began stands in the record itself
	m.Actions = r.carried(e.Open, o.By, at, g.Calendar.Loc)
	return m, nil
}

// fill gives a record that is planned what the template has.
func (o *PlanOrder) fill(g app.Ground, e Earlier, h Head) {
	switch h.Kind {
	case Monthly:
		if o.Guests == nil {
			o.Guests = append(heads(g), again(e.Last)...)
		}
		if o.Agenda == nil {
			o.Agenda = Agenda()
		}
		if o.Accounts == nil {
			for _, p := range departments(g) {
				o.Accounts = append(o.Accounts, Account{Dept: p.ID})
			}
		}
	case Weekly:
		if o.Guests == nil {
			for _, s := range slices.SortedFunc(maps.Values(g.Staff), func(a, b app.Staff) int { return cmp.Compare(a.ID, b.ID) }) {
				if s.Dept == h.Dept && !s.Closed {
					o.Guests = append(o.Guests, Guest{Group: "GU-STAFF", Invited: true, Staff: s.ID, Dept: s.Dept})
				}
			}
		}
		if o.Accounts == nil && h.Dept != 0 {
			for _, module := range Modules {
				o.Accounts = append(o.Accounts, Account{Dept: h.Dept, Module: module})
			}
		}
	}
}

// departments are those in use, in the office's order.
func departments(g app.Ground) []app.Department {
	all := slices.SortedFunc(maps.Values(g.Departments), func(a, b app.Department) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	return slices.DeleteFunc(all, func(p app.Department) bool { return p.Closed })
}

// heads are the heads of the departments, whom the regulation invites (clause
// 4.1.1), in the departments' order.
func heads(g app.Ground) (all []Guest) {
	staff := slices.SortedFunc(maps.Values(g.Staff), func(a, b app.Staff) int { return cmp.Compare(a.ID, b.ID) })
	for _, p := range departments(g) {
		for _, s := range staff {
			if s.Dept == p.ID && !s.Closed && s.Role == app.Head {
				all = append(all, Guest{Group: HeadGuest, Invited: true, Staff: s.ID, Dept: p.ID})
			}
		}
	}
	return all
}

// again are the owners and others who were invited to the meeting before.
func again(last []Guest) (all []Guest) {
	for _, v := range last {
		if v.Invited && v.Group != HeadGuest {
			all = append(all, Guest{Group: v.Group, Invited: true, Staff: v.Staff, Person: v.Person, Name: v.Name, Dept: v.Dept, Area: v.Area, Function: v.Function})
		}
	}
	return all
}

// blocks are the template of the monthly agenda: the four that the regulation
// names (clause 4.1.1) and what belongs around them.
var blocks = []struct {
	key     string
	minutes int
}{
	{"sign-in", 5}, {"last-actions", 10}, {"recent-work", 15}, {"figures", 10}, {"problems", 20},
	{"answers", 15}, {"opinions", 25}, {"decisions", 15}, {"next", 5},
}

// Agenda is the template of the monthly meeting. Its words stand under
// agenda.<Key>; rows may be changed, added and struck.
func Agenda() []Item {
	all := make([]Item, len(blocks))
	for i, b := range blocks {
		all[i] = Item{Key: b.key, Minutes: b.minutes}
	}
	return all
}

// Times are the moments at which the rows of an agenda begin, in their order.
func (r Record) Times() []time.Time {
	at := r.Begins
	var all []time.Time
	for _, i := range Live(r.Agenda) {
		all = append(all, at)
		at = at.Add(time.Duration(i.Minutes) * time.Minute)
	}
	return all
}

func (d Details) trimmed() Details {
	for _, text := range []*string{&d.Title, &d.Helpers, &d.Place, &d.Prepared, &d.Text, &d.Unsettled, &d.Refused, &d.NextPlace, &d.Goes} {
		*text = strings.TrimSpace(*text)
	}
	return d
}

// details checks what a person filled in, by the kind of record; who was named before
// may stay though he left.
func (f *faults) details(g app.Ground, h Head, was Details) {
	monthly, week, site := h.Kind == Monthly, h.Kind == Weekly, h.Kind == OnSite
	f.text(h.Title, "title", !h.Kind.Figures(), app.LongestLine)
	f.unless(h.Kind != Notice || slices.Contains(Subjects, h.Subject), "subject", "missing")
	f.unless(h.Kind != Gathering || slices.Contains(Events, h.Subject), "event", "missing")
	f.unless(h.Kind != Gathering || h.Recorder != 0 || h.Helpers != "", "recorder", "missing")
	f.text(h.Helpers, "helpers", false, app.LongestLine)
	f.unless(h.Kind == Notice || !h.Begins.IsZero(), "begins", "missing")
	f.unless(h.Ends.IsZero() || !h.Ends.Before(h.Begins), "ended", "before-began")
	f.text(h.Place, "venue", monthly || site || h.Kind == Activity, app.LongestLine)
	f.unless(!monthly || h.Chair != 0, "chair", "missing")
	f.unless(!monthly && !site || h.Recorder != 0, "recorder", "missing")
	for _, who := range []struct {
		id, was app.StaffID
		field   string
	}{{h.Chair, was.Chair, "chair"}, {h.Recorder, was.Recorder, "recorder"}, {h.Contact, was.Contact, "owner-contact"}} {
		if who.id != who.was { // who left since may stay
			f.here(g, who.id, who.field)
		}
	}
	p, known := g.Departments[h.Dept]
	f.unless(h.Dept != 0 || !week, "dept", "missing")
	f.unless(h.Dept == 0 || h.Dept == was.Dept || known && !p.Closed, "dept", "unknown")
	f.text(h.Text, "text", h.Kind == Notice, app.LongestText)
	f.unless(h.Headcount >= 0 && h.Headcount <= 1e6, "headcount", "out-of-range")
	f.text(h.NextPlace, "next-place", false, app.LongestLine)
	f.text(h.Goes, "goes", false, app.LongestText)
	f.text(h.Prepared, "prepared", false, app.LongestText)
	f.text(h.Unsettled, "unsettled", false, app.LongestText)
	f.text(h.Refused, "refused", false, app.LongestText)
}
