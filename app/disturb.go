package app

import (
	"context"
	"strings"
	"time"
)

// Disturbance is what others were told of a repair that disturbs them (clause
// 2.2.3): what it shuts off, from when to when, who was told, how and when. The
// rules of the issue stand on it, so it is a part of the issue and no record of
// the meetings.
type Disturbance struct {
	N        int
	Round    int
	Number   string // TZ-202611-0003
	At       time.Time
	By       StaffID
	Part     string // what is affected: water of 3-2, the lift of block 3
	From, To time.Time
	Whom     string // who was told: the households of 3-2
	Told     time.Time
	How      Method
	Late     bool // told only once it had begun
}

// DisturbOrder says whether a repair disturbs others, and how they were told.
type DisturbOrder struct {
	Stand
	Disturbs Said
	Part     string
	From, To time.Time
	Whom     string
	Told     time.Time
	How      Method
}

// Disturb writes down whether a repair disturbs others, and the notice they had
// of it.
func (d *Desk) Disturb(ctx context.Context, o DisturbOrder) (Move, error) {
	return d.act(ctx, "disturb", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Disturb(o, g, at)
	})
}

// asksDisturb reports whether it must be said of this issue whether the work
// disturbs others.
func (c Case) asksDisturb(g Ground) bool {
	return g.RulesOf(c.Rules).Count("disturb", string(c.Kind)) > 0
}

// AsksDisturb is what the feedback still has to say: whether the work disturbed
// others.
func (c Case) AsksDisturb(g Ground) bool {
	r, _ := c.Current()
	return c.asksDisturb(g) && r.Disturbs == ""
}

// Disturbed are the notices of one round.
func (c Case) Disturbed(round int) []Disturbance {
	var these []Disturbance
	for _, d := range c.Disturbances {
		if d.Round == round {
			these = append(these, d)
		}
	}
	return these
}

// owesNotice reports whether others are disturbed and were not told.
func (c Case) owesNotice(r Round) bool {
	return r.Disturbs == SaidYes && len(c.Disturbed(r.N)) == 0
}

// Disturb decides Desk.Disturb. Who is told once the work has begun was told
// late; that is kept as it was. What was told cannot be made not to disturb.
func (c Case) Disturb(o DisturbOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	if err := c.checkDisturb(o, r, at).err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActDisturb, o.By, at, strings.TrimSpace(o.Part))
	m.Act.Diffs = disturbs(r.Disturbs, o.Disturbs)
	r.Disturbs = o.Disturbs
	m.Round = &r
	if o.Disturbs == SaidNo {
		m.Act.Note = ""
		return c.settle(m, g), nil
	}
	m.Draw = PrefixNotice
	m.Disturbance = &Disturbance{
		N: len(c.Disturbances) + 1, Round: r.N, At: at, By: o.By, Part: m.Act.Note, From: o.From, To: o.To,
		Whom: strings.TrimSpace(o.Whom), Told: o.Told, How: o.How, Late: o.Told.After(o.From),
	}
	m.Act.Diffs = append(m.Act.Diffs, Difference{"from", "", moment(o.From)}, Difference{"until", "", moment(o.To)},
		Difference{"whom", "", m.Disturbance.Whom}, Difference{"how", "", string(o.How)}, Difference{"told-at", "", moment(o.Told)})
	return c.settle(m, g), nil
}

func (c Case) checkDisturb(o DisturbOrder, r Round, at time.Time) Faults {
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(!r.Refused, "issue", "not-now")
	f.unless(oneOf(o.Disturbs, []Said{SaidYes, SaidNo}), "disturbs", "missing")
	f.unless(o.Disturbs != SaidNo || len(c.Disturbed(r.N)) == 0, "disturbs", "told")
	if o.Disturbs != SaidYes {
		return f
	}
	f.text(strings.TrimSpace(o.Part), "part", true, LongestLine)
	f.unless(!o.From.IsZero(), "from", "missing")
	f.unless(!o.To.IsZero(), "until", "missing")
	f.unless(o.To.IsZero() || o.To.After(o.From), "until", "before-from")
	f.text(strings.TrimSpace(o.Whom), "whom", true, LongestLine)
	f.unless(oneOf(o.How, Methods), "how", "missing")
	f.past(o.Told, "told-at", at)
	f.toldAt(o.Told, c)
	return f
}

// disturbs notes that the answer is another.
func disturbs(old, new Said) []Difference {
	if old == new {
		return nil
	}
	return []Difference{{"disturbs", string(old), string(new)}}
}
