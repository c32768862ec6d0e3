package improve

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// RemindOrder urges somebody.
type RemindOrder struct {
	Stand
	To   app.StaffID // 0: who is responsible
	Text string
}

// Remind notes that somebody was urged, under a number of its own.
func (d *Desk) Remind(ctx context.Context, o RemindOrder) (Move, error) {
	return d.act(ctx, "remind", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Remind(o, g, at) })
}

// Remind decides Desk.Remind.
func (m Measure) Remind(o RemindOrder, g app.Ground, at time.Time) (Move, error) {
	if o.To == 0 {
		o.To = m.Person
	}
	r := Reminder{N: len(m.Reminders) + 1, At: at, To: o.To, Text: strings.TrimSpace(o.Text), By: o.By}
	var f faults
	f.may(g, o.By)
	f.state(m.Head, Planned, Doing, Waiting, Done)
	f.here(g, o.To, "remind-to")
	f.text(r.Text, "text", true, app.LongestText)
	v := m.begin(ActReminded, o.By, at, r.Text)
	v.Reminder = &r
	v.Act.Diffs = append(v.Act.Diffs, app.Difference{Field: "reminder", New: r.Number(m.Head)}, app.Difference{Field: "remind-to", New: staff(o.To)})
	return v, f.err()
}

// Number is the number of a reminder: the measure's, with its own behind it.
func (r Reminder) Number(h Head) string { return h.Number + "-T" + strconv.Itoa(r.N) }

// CallOrder calls somebody to account.
type CallOrder struct {
	Stand
	Day         workday.Date // zero: today
	Who         app.StaffID  // 0: who is responsible
	Explanation string
	Way         Way
	Text        string
	Decider     app.StaffID
}

// Call notes that somebody was called to account: how he explains it, what was
// decided, and who decided so.
func (d *Desk) Call(ctx context.Context, o CallOrder) (Move, error) {
	return d.act(ctx, "call", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) { return m.Call(o, g, at) })
}

// Call decides Desk.Call. Who is called to account is heard first, and a head or the
// manager decides, never on the own behalf.
func (m Measure) Call(o CallOrder, g app.Ground, at time.Time) (Move, error) {
	if o.Who == 0 {
		o.Who = m.Person
	}
	if o.Day.IsZero() {
		o.Day = today(g, at)
	}
	c := Calling{
		N: len(m.Callings) + 1, Day: o.Day, Who: o.Who, Explanation: strings.TrimSpace(o.Explanation), Way: o.Way,
		Text: strings.TrimSpace(o.Text), Decider: o.Decider, By: o.By,
	}
	var f faults
	f.may(g, o.By)
	f.unless(m.State != Void, "measure", "not-now")
	f.here(g, o.Who, "who-called")
	f.upTo(o.Day, today(g, at), "day")
	f.text(c.Explanation, "explanation", true, app.LongestText)
	f.unless(slices.Contains(Ways, o.Way), "way", "missing")
	f.text(c.Text, "decided", o.Way == "WY-OTHER" || o.Way == "WY-PAY", app.LongestText)
	alone := f.approves(g, o.Decider, o.Who, "decider")
	v := m.begin(ActCalled, o.By, at, c.Text).traced(alone)
	v.Calling = &c
	v.Act.Diffs = append(v.Act.Diffs, app.Difference{Field: "who-called", New: staff(o.Who)}, app.Difference{Field: "way", New: string(o.Way)},
		app.Difference{Field: "decider", New: staff(o.Decider)})
	return v, f.err()
}
