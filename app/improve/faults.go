package improve

import (
	"slices"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// faults gathers the rules that an order breaks.
type faults app.Faults

func (f *faults) unless(ok bool, field, rule string) {
	if !ok {
		*f = append(*f, app.Invalid{Field: field, Rule: rule})
	}
}

// text checks one typed answer: there when it must be, and not too long.
func (f *faults) text(s, field string, must bool, longest int) {
	f.unless(s != "" || !must, field, "missing")
	f.unless(utf8.RuneCountInString(s) <= longest, field, "too-long")
}

// state checks that a measure stands where an act needs it.
func (f *faults) state(h Head, states ...State) {
	f.unless(slices.Contains(states, h.State), "measure", "not-now")
}

// row checks one row of a list as it was given; what is found wrong there names it.
func (f *faults) row(list string, n int, check func(*faults)) {
	var in faults
	check(&in)
	*f = append(*f, faults(app.Faults(in).InRow(list, n))...)
}

// here checks that whoever is named works here; 0 is nobody.
func (f *faults) here(g app.Ground, who app.StaffID, field string) {
	p, known := g.Staff[who]
	f.unless(who == 0 || known && !p.Closed, field, "unknown")
}

// leads reports whether somebody is of the desk, a head or the manager.
func leads(g app.Ground, by app.StaffID) bool {
	who := g.Staff[by]
	return who.Role == app.Manager || who.Role == app.Head || g.Departments[who.Dept].Desk
}

// may checks that whoever acts works here, and is of the desk, a head or the manager.
func (f *faults) may(g app.Ground, by app.StaffID) {
	who, known := g.Staff[by]
	f.unless(known, "by", "unknown")
	f.unless(!who.Closed, "by", "left")
	f.unless(!known || leads(g, by), "by", "not-allowed")
}

// works checks that whoever acts may, or is of a department that works on the
// measure.
func (f *faults) works(g app.Ground, by app.StaffID, h Head) {
	who, known := g.Staff[by]
	f.unless(known, "by", "unknown")
	f.unless(!who.Closed, "by", "left")
	own := by == h.Person || who.Dept == h.Dept || slices.Contains(h.Helping, who.Dept)
	f.unless(!known || own || leads(g, by), "by", "not-allowed")
}

// other checks that somebody else looks at the work than who is responsible for it
// or says that it is done; alone where there is nobody else and the office allows it.
func (f *faults) other(g app.Ground, by app.StaffID, of ...app.StaffID) (alone bool) {
	own := func(who app.StaffID) bool { return slices.Contains(of, who) }
	alone = own(by) && g.Alone(by, func(who app.StaffID) bool { return !own(who) && leads(g, who) })
	f.unless(!own(by) || alone, "by", "responsible")
	return alone
}

// traced notes in a move that it was decided by one person on the own work.
func (m Move) traced(alone bool) Move {
	if alone {
		m.Act.Diffs = append(m.Act.Diffs, app.DecidedAlone())
	}
	return m
}

// Decides reports whether somebody may agree to a later day or to how somebody is
// called to account.
func Decides(g app.Ground, who app.StaffID) bool {
	role := g.Staff[who].Role
	return role == app.Manager || role == app.Head
}

// approves checks that a head or the manager agreed, and not on the own behalf.
func (f *faults) approves(g app.Ground, who, about app.StaffID, field string) (alone bool) {
	p, known := g.Staff[who]
	f.unless(known && !p.Closed, field, "missing")
	f.unless(!known || Decides(g, who), field, "not-allowed")
	alone = who != 0 && who == about && g.Alone(who, func(s app.StaffID) bool { return Decides(g, s) })
	f.unless(who == 0 || who != about || alone, field, "own")
	return alone
}

// upTo checks that a day on which something is said to have happened has come.
func (f *faults) upTo(d, today workday.Date, field string) {
	f.unless(!d.IsZero(), field, "missing")
	f.unless(!d.After(today), field, "future")
}

// err is nil when nothing is broken.
func (f faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return app.Faults(f)
}

func today(g app.Ground, at time.Time) workday.Date { return workday.DayOf(at.In(g.Calendar.Loc)) }
