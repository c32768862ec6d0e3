package app

import (
	"context"
	"slices"
	"strings"
	"time"
)

// Help is one helping department's share of a round (clause 2.5.3): it has a copy
// of the slip, signs, has a limit, and reports back on its own.
type Help struct {
	N         int
	Round     int
	Dept      DeptID
	Asked     time.Time
	Due       time.Time
	Signed    time.Time
	SignedBy  string // as it stands on the paper
	Situation string
	Completed time.Time
	FedBack   time.Time
	By        StaffID // who typed the feedback
	Left      time.Time
	LeftBy    StaffID
	Why       string // why the round went on without it
}

// Open reports whether the department still has its share to do.
func (h Help) Open() bool { return h.FedBack.IsZero() && h.Left.IsZero() }

// Late reports whether the share is, or was, done past its limit; equal is on time.
func (h Help) Late(now time.Time) bool {
	switch {
	case !h.Left.IsZero():
		return false
	case !h.FedBack.IsZero():
		return h.Completed.After(h.Due)
	}
	return now.After(h.Due)
}

// Helped is an open share with the issue that it is of.
type Helped struct {
	Line
	Help
}

// Helping are the shares of one round.
func (c Case) Helping(round int) []Help {
	var these []Help
	for _, h := range c.Helps {
		if h.Round == round {
			these = append(these, h)
		}
	}
	return these
}

// OpenHelps are the shares of this round that are still to be done.
func (c Case) OpenHelps() []Help {
	return slices.DeleteFunc(c.Helping(c.Issue.Round), func(h Help) bool { return !h.Open() })
}

// helpOf is the open share of a department.
func (c Case) helpOf(d DeptID) (Help, bool) {
	open := c.OpenHelps()
	i := slices.IndexFunc(open, func(h Help) bool { return h.Dept == d })
	if i < 0 {
		return Help{}, false
	}
	return open[i], true
}

// HelpOrder is what a helping department did: it signed for its copy, or reports back.
type HelpOrder struct {
	Stand
	Dept      DeptID
	Name      string // who signed, as it stands on the paper
	Situation string
	Completed time.Time
}

// SignHelp records that a helping department signed for its copy.
func (d *Desk) SignHelp(ctx context.Context, o HelpOrder) (Move, error) {
	return d.act(ctx, "sign help", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.SignHelp(o, g, at)
	})
}

// SignHelp decides Desk.SignHelp.
func (c Case) SignHelp(o HelpOrder, g Ground, at time.Time) (Move, error) {
	h, asked := c.helpOf(o.Dept)
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(slices.ContainsFunc(c.OpenHelps(), func(h Help) bool { return h.Signed.IsZero() }), "issue", "not-now")
	f.unless(asked, "dept", "missing")
	f.unless(h.Signed.IsZero(), "dept", "signed")
	f.text(strings.TrimSpace(o.Name), "signed-by", true, LongestLine)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	h.Signed, h.SignedBy = at, strings.TrimSpace(o.Name)
	m := c.begin(ActHelpSigned, o.By, at, h.SignedBy)
	m.Act.Diffs = []Difference{{"dept", "", id(h.Dept)}}
	m.Helps = []Help{h}
	return c.settle(m, g), nil
}

// FeedBackHelp records what a helping department reports back.
func (d *Desk) FeedBackHelp(ctx context.Context, o HelpOrder) (Move, error) {
	return d.act(ctx, "feed back help", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.FeedBackHelp(o, g, at)
	})
}

// FeedBackHelp decides Desk.FeedBackHelp. Work done before the copy came back
// signed was taken by whoever reports it.
func (c Case) FeedBackHelp(o HelpOrder, g Ground, at time.Time) (Move, error) {
	h, asked := c.helpOf(o.Dept)
	if o.Completed.IsZero() {
		o.Completed = at
	}
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(len(c.OpenHelps()) > 0, "issue", "not-now")
	f.unless(asked, "dept", "missing")
	f.text(strings.TrimSpace(o.Situation), "situation", true, LongestText)
	f.past(o.Completed, "completed", at)
	f.unless(!o.Completed.Before(h.Asked.Truncate(time.Minute)), "completed", "before-slip")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	h.Situation, h.Completed, h.FedBack, h.By = strings.TrimSpace(o.Situation), o.Completed, at, o.By
	if h.Signed.IsZero() {
		h.Signed, h.SignedBy = at, g.Departments[h.Dept].Name
	}
	m := c.begin(ActHelped, o.By, at, h.Situation)
	m.Act.Diffs = []Difference{{"dept", "", id(h.Dept)}, {"completed", "", moment(h.Completed)}}
	m.Helps = []Help{h}
	return c.settle(m, g), nil
}

// ask gives departments their shares of a round; without a limit of its own a
// share has the round's.
func (m *Move) ask(c Case, r Round, depts []DeptID, due, at time.Time) {
	if due.IsZero() {
		due = r.Effect
	}
	for _, d := range depts {
		m.Helps = append(m.Helps, Help{N: len(c.Helps) + 1 + len(m.asked(c)), Round: r.N, Dept: d, Asked: at, Due: due})
	}
}

// asked are the shares of a move that are new.
func (m *Move) asked(c Case) []Help {
	var fresh []Help
	for _, h := range m.Helps {
		if h.N > len(c.Helps) {
			fresh = append(fresh, h)
		}
	}
	return fresh
}

// leave goes on without the open shares of those who are not among stay.
func (m *Move) leave(c Case, stay []DeptID, by StaffID, why string, at time.Time) {
	for _, h := range c.OpenHelps() {
		if slices.Contains(stay, h.Dept) {
			continue
		}
		h.Left, h.LeftBy, h.Why = at, by, why
		m.Helps = append(m.Helps, h)
		m.Act.Diffs = append(m.Act.Diffs, Difference{"left", "", id(h.Dept)})
	}
}

// notYet are those departments that have no open share of this round.
func (c Case) notYet(depts []DeptID) []DeptID {
	return slices.DeleteFunc(slices.Clone(depts), func(d DeptID) bool { _, has := c.helpOf(d); return has })
}

// helpDue checks a limit of the shares' own: ahead, and not after the round's.
func (f *Faults) helpDue(due, round, at time.Time, helping []DeptID) {
	if due.IsZero() || len(helping) == 0 {
		return
	}
	f.unless(due.After(at), "help-due", "past")
	f.unless(!due.After(round), "help-due", "after-lead")
}
