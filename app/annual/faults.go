package annual

import (
	"math"
	"slices"
	"strings"
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
	f.unless(strings.TrimSpace(s) != "" || !must, field, "missing")
	f.unless(utf8.RuneCountInString(s) <= longest, field, "too-long")
}

// within checks that a number lies in its bounds; no number does not.
func (f *faults) within(x, least, most float64, field string) {
	f.unless(!math.IsNaN(x) && x >= least && x <= most, field, "out-of-range")
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

// works checks that whoever acts works here.
func (f *faults) works(g app.Ground, by app.StaffID) (who app.Staff, ok bool) {
	who, known := g.Staff[by]
	f.unless(known, "by", "unknown")
	f.unless(!who.Closed, "by", "left")
	return who, known && !who.Closed
}

// may checks that whoever acts is from the desk, a head or the manager.
func (f *faults) may(g app.Ground, by app.StaffID) {
	if who, ok := f.works(g, by); ok {
		f.unless(leads(g, who), "by", "not-allowed")
	}
}

// asks checks that whoever acts may, or is an interviewer of the survey.
func (f *faults) asks(g app.Ground, by app.StaffID, p Plan) {
	if who, ok := f.works(g, by); ok {
		f.unless(leads(g, who) || slices.Contains(p.Interviewers, by), "by", "not-allowed")
	}
}

// decides checks that whoever acts is the manager.
func (f *faults) decides(g app.Ground, by app.StaffID) {
	if who, ok := f.works(g, by); ok {
		f.unless(who.Role == app.Manager, "by", "not-allowed")
	}
}

func leads(g app.Ground, who app.Staff) bool {
	return who.Role == app.Manager || who.Role == app.Head || g.Departments[who.Dept].Desk
}

// open checks that a survey may still be dealt with so.
func (f *faults) open(v Survey, states ...State) {
	f.unless(slices.Contains(states, v.State), "survey", "not-now")
}

// sheets checks that answer sheets may still be corrected: before the report, and
// while it is known whose they are.
func (f *faults) sheets(v Survey) {
	f.open(v, Field, Counted)
	f.unless(v.Destroyed.IsZero(), "survey", "destroyed")
}

// err is nil when nothing is broken.
func (f faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return app.Faults(f)
}

// today is the day in the office.
func today(g app.Ground, at time.Time) workday.Date { return workday.DayOf(at.In(g.Calendar.Loc)) }
