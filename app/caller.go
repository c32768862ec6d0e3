package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Caller is somebody who brought the same matter after the first reporter, who
// stands in the intake: by a call of his own, or with an issue that was merged.
type Caller struct {
	N        int
	Reporter Reporter
	Place    Place // where he lives
	Channel  Channel
	At       time.Time // when he came
	By       StaffID
	Said     string
	From     string // number of the issue that was merged, "" for a call

	Told      time.Time // when he was told of the outcome, zero before
	ToldHow   Method
	ToldBy    StaffID
	ToldRound int // of which round
	Answer    string

	Left time.Time // went back with the issue that was merged, once that was opened again
}

// Others are those who brought the same and belong here still.
func (c Case) Others() []Caller {
	return slices.DeleteFunc(slices.Clone(c.Callers), func(k Caller) bool { return !k.Left.IsZero() })
}

// JoinOrder is somebody who brings what an open issue is about already.
type JoinOrder struct {
	Stand
	Reporter Reporter
	Place    Place
	Channel  Channel
	At       time.Time // zero: now
	Said     string
}

// Join writes somebody who calls about the same into the issue, with name,
// contact and own words, instead of a new one.
func (d *Desk) Join(ctx context.Context, o JoinOrder) (Move, error) {
	return d.act(ctx, "join", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Join(o, g, at)
	})
}

// Join decides Desk.Join. What is asked of the first reporter is asked of every
// further one (clause 3.1.2).
func (c Case) Join(o JoinOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	var f Faults
	f.unless(c.Open(), "issue", "closed")
	f.reporter(o.Reporter, "")
	f.place(o.Place)
	f.unless(o.Channel != "", "channel", "missing")
	f.unless(o.Channel == "" || knows(g, listChannel, Channels, o.Channel), "channel", "unknown")
	f.past(o.At, "received", at)
	f.text(strings.TrimSpace(o.Said), "description", true, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if c.knows(o.Reporter) { // who calls again about his own matter is no further reporter
		return c.WriteNote(NoteOrder{Stand: o.Stand, Kind: NoteCall, Text: o.Said}, g, at)
	}
	m := c.begin(ActJoined, o.By, at, strings.TrimSpace(o.Said))
	m.Callers = []Caller{{
		N: len(c.Callers) + 1, Reporter: o.Reporter, Place: o.Place, Channel: o.Channel, At: o.At, By: o.By, Said: m.Act.Note,
	}}
	m.Act.Diffs = []Difference{{"name", "", o.Reporter.Name}, {"place", "", o.Place.Short()}}
	c.widen(&m, g, m.Callers, 0)
	return c.settle(m, g), nil
}

// knows reports whether somebody brought the issue already.
func (c Case) knows(r Reporter) bool {
	same := func(k Reporter) bool {
		if r.Person != 0 || k.Person != 0 {
			return r.Person == k.Person
		}
		return !r.Anonymous && r.Name == k.Name && r.Phone == k.Phone && r.Email == k.Email && r.WeChat == k.WeChat
	}
	return same(c.Reporter) || slices.ContainsFunc(c.Others(), func(k Caller) bool { return same(k.Reporter) })
}

// Absorb is what becomes of an issue that another one is merged into (CL-06):
// whoever brought the other one belongs to this one from then on, with name,
// contact and words, and so do its households.
func (c Case) Absorb(other Case, by StaffID, g Ground, at time.Time) Move {
	said := strings.TrimSpace(other.Description)
	if wish := strings.TrimSpace(other.Wish); wish != "" {
		said += "\n" + wish
	}
	m := c.begin(ActMerged, by, at, "")
	m.Callers = []Caller{{Reporter: other.Reporter, Place: other.Place, Channel: other.Channel, At: other.Received, By: other.Issue.By, Said: said}}
	m.Callers = append(m.Callers, other.Others()...)
	for i := range m.Callers {
		k := &m.Callers[i]
		k.N, k.From = len(c.Callers)+1+i, other.Shown()
		k.Told, k.ToldHow, k.ToldBy, k.ToldRound, k.Answer = time.Time{}, "", 0, 0, ""
	}
	m.Act.Diffs = []Difference{{"merged", "", other.Shown()}}
	c.widen(&m, g, m.Callers, other.Households)
	return c.settle(m, g)
}

// widen counts the households that an issue concerns once others joined it: as
// many as came, or as were said of both issues, without those in both.
func (c Case) widen(m *Move, g Ground, joined []Caller, more int) {
	homes := c.homesOf()
	both := 0
	for _, k := range joined {
		home := homeOf(k.Reporter, k.Place)
		if homes[home] {
			both++
		}
		homes[home] = true
	}
	c.crowd(m, g, max(c.Households, len(homes), c.Households+more-both))
}

// homesOf are the households of all who brought an issue.
func (c Case) homesOf() map[string]bool {
	homes := map[string]bool{homeOf(c.Reporter, c.Place): true}
	for _, k := range c.Others() {
		homes[homeOf(k.Reporter, k.Place)] = true
	}
	return homes
}

func (c Case) homes() int { return len(c.homesOf()) }

// crowd notes how many households an issue concerns now; so many make a complaint
// critical.
func (c Case) crowd(m *Move, g Ground, n int) {
	if n != c.Households {
		m.Issue.Households = n
		m.Act.Diffs = append(m.Act.Diffs, Difference{"households", id(c.Households), id(n)})
	}
	if most := g.RulesOf(c.Rules).Count("group.households"); c.Kind == Complaint && most > 0 && n >= most {
		c.rise(m, g, Critical)
	}
}

// homeOf tells households apart: by room, or by who it is where none is named.
func homeOf(r Reporter, p Place) string {
	if p.Door != "" {
		return p.Short()
	}
	return words(r.Name, r.Phone, r.Email, r.WeChat)
}

// absorb reads the issue that m is merged into and lets it take over whoever
// brought this one; both are kept together.
func (d *Desk) absorb(ctx context.Context, c Case, m *Move, g Ground) error {
	into, err := d.caseWhole(ctx, m.Issue.Related)
	if errors.Is(err, ErrNotFound) {
		return Faults{{"related", "unknown"}}
	}
	if err != nil {
		return fmt.Errorf("read issue %d to merge into: %w", m.Issue.Related, err)
	}
	if err := together(c, into, m.Act.By, g); err != nil {
		return err
	}
	other := into.Absorb(c, m.Act.By, g, m.Act.At)
	m.Into = &other
	return nil
}

// CallersUntold are those of the further reporters who can be reached and were not told
// of the outcome of this round.
func (c Case) CallersUntold() (all []Caller) {
	for _, k := range c.Others() {
		if !k.Reporter.Refused && k.Reporter.Reachable() && (k.Told.IsZero() || k.ToldRound != c.Issue.Round) {
			all = append(all, k)
		}
	}
	return all
}

// LastAsked is the newest attempt to ask a further reporter, or the first one
// for 0.
func (c Case) LastAsked(caller int) (last FollowUp, there bool) {
	for _, f := range c.FollowUps {
		if f.Caller == caller {
			last, there = f, true
		}
	}
	return last, there
}

// CallerTold is a further reporter who was told along with the first.
type CallerTold struct {
	N      int
	How    Method
	At     time.Time
	Answer string
}

// tellCallers checks who else was told, and keeps it with each.
func (c Case) tellCallers(f *Faults, told []CallerTold, by StaffID, at time.Time) (all []Caller) {
	seen := map[int]bool{}
	for _, t := range told {
		if t.N < 1 || t.N > len(c.Callers) || seen[t.N] || !c.Callers[t.N-1].Left.IsZero() {
			f.unless(false, "callers", "unknown")
			continue
		}
		seen[t.N] = true
		k := c.Callers[t.N-1]
		f.unless(oneOf(t.How, Methods), "how", "missing")
		f.past(t.At, "told-at", at)
		f.unless(t.At.IsZero() || !t.At.Before(c.Done.Truncate(time.Minute)), "told-at", "before-done")
		f.text(t.Answer, "answer", false, LongestText)
		k.Told, k.ToldHow, k.ToldBy, k.ToldRound, k.Answer = t.At, t.How, by, c.Issue.Round, strings.TrimSpace(t.Answer)
		all = append(all, k)
	}
	return all
}

// TellCallersOrder is how further reporters were told who could not be told with
// the first.
type TellCallersOrder struct {
	Stand
	Text string
	Told []CallerTold
}

// TellCallers records that further reporters were told, later than the first.
func (d *Desk) TellCallers(ctx context.Context, o TellCallersOrder) (Move, error) {
	return d.act(ctx, "tell callers", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.TellCallers(o, g, at)
	})
}

// TellCallers decides Desk.TellCallers.
func (c Case) TellCallers(o TellCallersOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.unless(oneOf(c.State, []State{Told, Closed}) && len(c.CallersUntold()) > 0, "issue", "not-now")
	f.text(strings.TrimSpace(o.Text), "text", true, LongestText)
	f.unless(len(o.Told) > 0, "callers", "missing")
	told := c.tellCallers(&f, o.Told, o.By, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActToldCallers, o.By, at, strings.TrimSpace(o.Text))
	m.Callers = told
	m.Act.Diffs = []Difference{{"callers", "", callerNumbers(told)}}
	return c.settle(m, g), nil
}

// callerNumbers lists further reporters by the number each has in the issue.
func callerNumbers(all []Caller) string {
	numbers := make([]string, len(all))
	for i, k := range all {
		numbers[i] = itoa(k.N)
	}
	return strings.Join(numbers, " ")
}
