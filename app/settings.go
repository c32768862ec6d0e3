package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// ChangeOffice keeps the office's settings. A change of region or hours counts
// for what is decided from now on.
func (d *Desk) ChangeOffice(ctx context.Context, o Office, by StaffID) error {
	var f Faults
	f.text(strings.TrimSpace(o.Company), "company", true, LongestLine)
	_, err := time.LoadLocation(o.Zone)
	f.unless(err == nil && o.Zone != "", "zone", "unknown")
	f.unless(o.Scale == 0 || o.Scale >= 100 && o.Scale <= 200, "scale", "out-of-range")
	if err := f.err(); err != nil {
		return err
	}
	if err := d.Store.KeepOffice(ctx, o, by, d.Now()); err != nil {
		return fmt.Errorf("keep the office: %w", err)
	}
	d.Forget()
	return nil
}

// ChangeRules keeps a new version of the rules; issues already registered keep
// the version they came in under.
func (d *Desk) ChangeRules(ctx context.Context, r Rules, by StaffID) error {
	var f Faults
	for key, l := range r.Limits {
		f.unless(l.N >= 0 && l.N <= 1000, key, "out-of-range")
	}
	for key, n := range r.Counts {
		f.unless(n >= 0 && n <= MostOf(key), key, "out-of-range")
	}
	f.whole(r)
	f.text(strings.TrimSpace(r.Why), "why", true, LongestLine)
	if err := f.err(); err != nil {
		return err
	}
	r.By, r.Effective = by, d.Now()
	if err := d.Store.KeepRules(ctx, r, by, d.Now()); err != nil {
		return fmt.Errorf("keep the rules: %w", err)
	}
	d.Forget()
	return nil
}

// MostOf is the largest number that a rule may have.
func MostOf(key string) int {
	switch {
	case slices.ContainsFunc(RuleKeys, func(k RuleKey) bool { return k.Key == key && k.Switch }):
		return 1
	case strings.HasPrefix(key, "followup.percent"), strings.HasPrefix(key, "remind."):
		return 100
	case strings.HasPrefix(key, "inquiry"):
		return 3
	case key == "suspend.days":
		return 366
	}
	return 1000
}

// whole checks that the subjects themselves are set; what is special to a kind
// may be left to them.
func (f *Faults) whole(r Rules) {
	for _, k := range RuleKeys {
		if strings.Contains(k.Key, ".TYP-") || strings.Contains(k.Key, ".UR") || strings.Contains(k.Key, ".LV") {
			continue
		}
		_, limit := r.Limits[k.Key]
		_, count := r.Counts[k.Key]
		f.unless(limit || count, k.Key, "missing")
	}
}

// ChangeDepartment keeps a new or changed department.
func (d *Desk) ChangeDepartment(ctx context.Context, p Department) (DeptID, error) {
	g, err := d.Ground(ctx)
	if err != nil {
		return 0, err
	}
	p.Name = strings.TrimSpace(p.Name)
	var f Faults
	f.text(p.Name, "name", true, LongestLine)
	for _, other := range g.Departments {
		f.unless(other.ID == p.ID || other.Name != p.Name, "name", "taken")
	}
	was := g.Departments[p.ID]
	f.unless(!was.Desk || was.Closed || p.Desk && !p.Closed || g.desks() > 1, "desk", "last")
	if err := f.err(); err != nil {
		return 0, err
	}
	id, err := d.Store.KeepDepartment(ctx, p)
	if err != nil {
		return 0, fmt.Errorf("keep department %q: %w", p.Name, err)
	}
	d.Forget()
	return id, nil
}

// desks counts the departments that take issues in.
func (g Ground) desks() (n int) {
	for _, d := range g.Departments {
		if d.Desk && !d.Closed {
			n++
		}
	}
	return n
}

// ChangeStaff keeps a new or changed member of staff.
func (d *Desk) ChangeStaff(ctx context.Context, s Staff) (StaffID, error) {
	g, err := d.Ground(ctx)
	if err != nil {
		return 0, err
	}
	s.Name = strings.TrimSpace(s.Name)
	var f Faults
	f.text(s.Name, "name", true, LongestLine)
	_, known := g.Departments[s.Dept]
	f.unless(known, "dept", "missing")
	f.unless(oneOf(s.Role, Roles), "role", "missing")
	if err := f.err(); err != nil {
		return 0, err
	}
	id, err := d.Store.KeepStaff(ctx, s)
	if err != nil {
		return 0, fmt.Errorf("keep staff %q: %w", s.Name, err)
	}
	d.Forget()
	return id, nil
}

// Reveal notes that somebody looks at owners' full names and contacts. Only who
// sits at the desk, a head or a manager may, with a reason.
func (d *Desk) Reveal(ctx context.Context, looks ...Access) error {
	g, err := d.Ground(ctx)
	if err != nil {
		return err
	}
	var f Faults
	for i, a := range looks {
		if i == 0 {
			f.unless(g.MayReveal(a.By), "by", "not-allowed")
			f.text(strings.TrimSpace(a.Reason), "reason", a.Action == "view" || strings.HasPrefix(a.Action, looksOnPaper), LongestLine)
		}
		looks[i].At = d.Now()
	}
	if err := f.err(); err != nil {
		return err
	}
	return d.logAccess(ctx, looks...)
}

// MayReveal tells whether somebody may see names and contacts in full.
func (g Ground) MayReveal(s StaffID) bool {
	role := g.Staff[s].Role
	return role != Worker && role != ""
}

// LargestExport is how many rows a clerk may export with personal data; more
// need a head or a manager.
const LargestExport = 50

// MayExport reports whether s may export n rows with personal data.
func (g Ground) MayExport(s StaffID, n int) bool {
	role := g.Staff[s].Role
	return n <= LargestExport && role != Worker || role == Head || role == Manager
}
