package meeting

import (
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/trace"
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

// short checks that no text of a row is too long; the cell is called as in the trace.
func (f *faults) short(of any) {
	for _, cell := range trace.TooLong(of) {
		f.unless(false, cell, "too-long")
	}
}

// past checks that something said to have happened is not still ahead.
func (f *faults) past(t time.Time, field string, now time.Time) {
	f.unless(!t.IsZero(), field, "missing")
	f.unless(!t.After(now), field, "future")
}

// here checks that whoever is named works here; 0 is nobody.
func (f *faults) here(g app.Ground, who app.StaffID, field string) {
	p, known := g.Staff[who]
	f.unless(who == 0 || known && !p.Closed, field, "unknown")
}

// may checks that whoever acts works here, and is from the desk or a head; what
// one department keeps, it may keep itself.
func (f *faults) may(g app.Ground, by app.StaffID, h Head) {
	who, known := g.Staff[by]
	f.unless(known, "by", "unknown")
	f.unless(!who.Closed, "by", "left")
	own := h.Kind != Monthly && h.Dept != 0 && who.Dept == h.Dept
	lead := who.Role == app.Manager || who.Role == app.Head || g.Departments[who.Dept].Desk
	f.unless(!known || own || lead, "by", "not-allowed")
}

// row checks one row of a list as it was given; what is found wrong there names it.
func (f *faults) row(list string, n int, check func(*faults)) {
	var in faults
	check(&in)
	*f = append(*f, faults(app.Faults(in).InRow(list, n))...)
}

// err is nil when nothing is broken.
func (f faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return app.Faults(f)
}
