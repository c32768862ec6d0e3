package app

import (
	"context"
	"time"
)

// Grave is why a complaint is critical by itself, whatever was chosen (terms 3.4).
type Grave string

// The reasons, the first that holds counts.
const (
	GraveGroup  Grave = "GV-GROUP" // so many households
	GraveMedia  Grave = "GV-MEDIA" // the media, or an authority, look at it
	GraveMonth  Grave = "GV-MONTH" // it holds, and was not solved for so long
	notGrave    Grave = ""
	ByAuthority       = Channel("CH-GOV")
)

// Graves lists the reasons.
var Graves = []Grave{GraveGroup, GraveMedia, GraveMonth}

// Involvements are who else looks at a complaint.
var Involvements = []string{"IV-MEDIA", "IV-GOV"}

// Grave says why a complaint that is still to be done is critical by itself.
func (c Case) Grave(g Ground, now time.Time) Grave {
	if c.Kind != Complaint || !c.Open() {
		return notGrave
	}
	rules, q := g.RulesOf(c.Rules), Inquiry{}
	if c.Inquiry != nil {
		q = *c.Inquiry
	}
	most, days := rules.Duty("group.households"), rules.Duty("grave.days")
	switch {
	case most > 0 && c.Households >= most:
		return GraveGroup
	case rules.Duty("grave.involved") > 0 && (len(q.Involved) > 0 || c.Channel == ByAuthority):
		return GraveMedia
	case days > 0 && q.Valid != NotValid && c.Done.IsZero() && !now.Before(c.Received.AddDate(0, 0, days)):
		return GraveMonth
	}
	return notGrave
}

// worsen makes a complaint critical that has become so by itself, says why in the
// timeline, and asks for a talk on site; for that, too, where it was critical already.
func (c Case) worsen(m *Move, g Ground) {
	after := c.After(*m)
	why := after.Grave(g, m.Act.At)
	if why == notGrave || after.Level == "" {
		return
	}
	m.askTalk(g.RulesOf(c.Rules), g)
	if after.Level == Critical {
		return
	}
	m.Issue.Level = Critical
	m.Act.Diffs = append(m.Act.Diffs, Difference{"grave", "", string(why)})
	if q := after.Inquiry; q != nil {
		kept := *q
		kept.KeepYears = max(kept.KeepYears, g.keepYears(c.Rules, Critical))
		m.Act.Diffs = append(m.Act.Diffs, inquiryDifferences(*q, kept)...)
		m.Inquiry = &kept
	}
}

// RaiseOrder lets a complaint become critical that time has made so.
type RaiseOrder struct{ Stand }

// Raise notes that a complaint has become critical by itself, for who looks at
// the day's work: no other act came that would have noted it.
func (d *Desk) Raise(ctx context.Context, o RaiseOrder) (Move, error) {
	return d.act(ctx, "raise", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Raise(o, g, at)
	})
}

// Raise decides Desk.Raise.
func (c Case) Raise(o RaiseOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.unless(c.Grave(g, at) != notGrave && c.Level != Critical && c.Level != "", "issue", "not-now")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	return c.settle(c.begin(ActRaised, o.By, at, ""), g), nil
}
