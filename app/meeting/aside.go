package meeting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
)

// AsideOrder answers for a gathered opinion without an issue of its own. One that
// is about the same as an open issue joins it, with name, contact and words.
type AsideOrder struct {
	Stand
	N     int
	Aside Aside
	Why   string
	Issue app.IssueID // the one that is about the same
}

// SetAside answers for an opinion without an issue of its own.
func (d *Desk) SetAside(ctx context.Context, o AsideOrder) (Move, error) {
	d.issuing.Lock()
	defer d.issuing.Unlock()
	var into *app.Case
	if o.Aside == AsideSame && o.Issue != 0 {
		c, err := d.Front.Store.Case(app.ReadsAll(ctx), o.Issue)
		if errors.Is(err, app.ErrNotFound) {
			return Move{}, app.Faults{{Field: "same-issue", Rule: "unknown"}}
		}
		if err != nil {
			return Move{}, fmt.Errorf("read issue %d that an opinion joins: %w", o.Issue, err)
		}
		into = &c
	}
	r, err := d.Store.Record(ctx, o.Record)
	if err != nil {
		return Move{}, fmt.Errorf("set aside an opinion of %d: %w", o.Record, err)
	}
	rooms, err := d.rooms(ctx, r.Project, r.Opinions)
	if err != nil {
		return Move{}, err
	}
	m, err := d.act(ctx, "set aside an opinion of", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) {
		return r.SetAside(o, into, rooms, g, at)
	})
	d.tell(m)
	return m, err
}

// SetAside decides Desk.SetAside; into is the issue that is about the same.
func (r Record) SetAside(o AsideOrder, into *app.Case, rooms []app.Found, g app.Ground, at time.Time) (Move, error) {
	v, err := r.toAnswer(o.N, o.By, g)
	if err != nil {
		return Move{}, err
	}
	why := strings.TrimSpace(o.Why)
	same := o.Aside == AsideSame
	var f faults
	f.unless(r.Kind == Gathering, "meeting", "not-now")
	f.unless(slices.Contains(Asides, o.Aside), "aside", "missing")
	f.unless(!same || into != nil, "same-issue", "missing")
	f.unless(!same || into == nil || into.Project == r.Project, "same-issue", "other-estate")
	f.unless(!same || into == nil || into.MayRead(g, o.By), "same-issue", "restricted")
	f.text(why, "aside-why", o.Aside != "" && o.Aside != AsideSame && o.Aside != AsideNone, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := r.begin(ActAside, o.By, at, why)
	fresh := v
	fresh.Aside, fresh.AsideWhy, fresh.Settled, fresh.SettledBy = o.Aside, why, at, o.By
	if same {
		if err := r.join(&m, v, *into, rooms, g, at); err != nil {
			return Move{}, err
		}
		fresh.Issue, fresh.Number = into.ID, into.Shown()
	}
	m.Opinions = []Opinion{fresh}
	m.Act.Diffs = trace.Differences(fmt.Sprintf("opinions.%d.", v.N), v, fresh)
	return r.answered(m, at), nil
}

// join writes who said it into the issue that is about the same, as long as
// something is still to be done there.
func (r Record) join(m *Move, v Opinion, into app.Case, rooms []app.Found, g app.Ground, at time.Time) error {
	if !into.Open() {
		return nil
	}
	o := r.gathered(v, app.Person{Name: v.Name}, nil, m.Act.By, at)
	if v.Room != "" {
		o.Place = roomSaid(v.Room, rooms)
	}
	joined, err := into.Join(app.JoinOrder{
		Stand: app.Stand{Issue: into.ID, By: m.Act.By}, Reporter: o.Reporter, Place: o.Place, Channel: o.Channel, At: o.Received, Said: v.Text,
	}, g, at)
	if err == nil {
		err = into.Guarded(joined, g)
	}
	if err != nil {
		return err
	}
	m.Raised = []Raised{{v.N, joined}}
	return nil
}
