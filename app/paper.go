package app

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// Shown is one person whose data a paper shows in full. Papers tell themselves
// whom they show, so that nobody who prints them has to know.
type Shown struct {
	Issue  IssueID
	Person PersonID
	Fields string // name,contact
	Paper  string // its number and copy, as people call it
	Dept   DeptID // whose copy it is, which the desk asked to call; 0 for other papers
}

// PaperOrder is paper that shows people in full, and who makes it.
type PaperOrder struct {
	By     StaffID
	Reason string // beyond the paper itself; may be empty
	Shown  []Shown
	Way    Way // which it is made for
}

// looks are what the log says of paper that goes a way.
func (o PaperOrder) looks(at time.Time, w Way) []Access {
	looks := make([]Access, len(o.Shown))
	for i, s := range o.Shown {
		looks[i] = Access{At: at, By: o.By, Issue: s.Issue, Person: s.Person, Fields: s.Fields, Reason: words(strings.TrimSpace(o.Reason), s.Paper), Action: w.Look()}
	}
	return looks
}

// RevealOnPaper notes, before paper is made, whose data it shows in full and to
// whom. Who sits at the desk, a head or a manager may make it; a department also
// its own copy, where the desk asked it to call.
func (d *Desk) RevealOnPaper(ctx context.Context, o PaperOrder) error {
	if len(o.Shown) == 0 {
		return nil
	}
	g, err := d.Ground(ctx)
	if err != nil {
		return err
	}
	var f Faults
	f.here(g, o.By)
	f.text(strings.TrimSpace(o.Reason), "reason", false, LongestLine)
	may := g.MayReveal(o.By)
	for _, s := range o.Shown {
		own := s.Dept != 0 && g.Staff[o.By].Dept == s.Dept
		if !may && !own && !f.Has("copies", "not-allowed") {
			f.unless(false, "copies", "not-allowed")
		}
	}
	if err := f.err(); err != nil {
		return err
	}
	return d.logAccess(ctx, o.looks(d.Now(), o.Way)...)
}

// PaperCame notes what became of such paper, where that is not what it was made for:
// the log is written before, and never changed.
func (d *Desk) PaperCame(ctx context.Context, o PaperOrder, came Way) error {
	if len(o.Shown) == 0 || came == o.Way {
		return nil
	}
	return d.logAccess(ctx, o.looks(d.Now(), came)...)
}

func (d *Desk) logAccess(ctx context.Context, looks ...Access) error {
	if err := d.Store.LogAccess(ctx, looks...); err != nil {
		return fmt.Errorf("log access: %w", err)
	}
	return nil
}
