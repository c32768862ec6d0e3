package sample

import (
	"cmp"
	"time"

	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
)

func (c *job) make() error {
	o, led, err := c.source()
	if err != nil {
		return err
	}
	if !led { // there was no such complaint, meeting or report
		c.steps = nil
		return nil
	}
	t := c.t
	o.Problem, o.What, o.Standard, o.Needs = cmp.Or(t.Problem, o.Problem), cmp.Or(t.What, o.What), t.Standard, t.Needs
	o.Dept, o.Person = c.w.depts[t.Dept], c.person()
	o.Start, o.Due = workday.DayOf(c.now).AddDays(2), c.day(c.p.due)
	if c.p.moved > 0 {
		o.Due = c.day(c.p.moved - 2)
	}
	if t.Gauge != "" {
		o.Gauge, o.GaugeName = improve.OwnGauge, t.Gauge
	}
	if t.Target != 0 {
		o.Aimed, o.Target = true, t.Target
	}
	span := int(o.Due.At(0, time.UTC).Sub(o.Start.At(0, time.UTC)).Hours() / 24)
	for i, text := range t.Milestones {
		o.Milestones = append(o.Milestones, improve.Milestone{Text: text, Due: o.Start.AddDays(span * (i + 1) / (len(t.Milestones) + 1))})
	}
	return c.kept(c.desk.Make(c.ctx, o))
}

func (c *job) void() error {
	return c.kept(c.desk.Void(c.ctx, improve.VoidOrder{Stand: c.stand(c.clerk()), Why: c.t.Why}))
}

func (c *job) begin() error { return c.kept(c.desk.Begin(c.ctx, c.stand(c.person()))) }

// look notes how far it is, and which of the milestones whose day has come was reached.
func (c *job) look(nth int) error {
	for n, v := range c.m.Milestones {
		if n <= nth && v.Reached.IsZero() && !v.Due.After(workday.DayOf(c.now)) {
			if err := c.kept(c.desk.Reach(c.ctx, improve.ReachOrder{Stand: c.stand(c.person()), N: n + 1})); err != nil {
				return err
			}
		}
	}
	o := improve.TrackOrder{Stand: c.stand(c.person()), Percent: 100 * (nth + 1) / (c.p.tracked + 1), What: c.t.Checks[nth], Evidence: c.t.Evidence}
	if c.m.Late(workday.DayOf(c.now)) {
		o.Deviation = cmp.Or(c.t.Deviation, o.What)
	}
	return c.kept(c.desk.Track(c.ctx, o))
}

func (c *job) move() error {
	return c.kept(c.desk.Defer(c.ctx, improve.DeferOrder{Stand: c.stand(c.clerk()), Due: c.day(c.p.due), Why: c.t.Deviation, Approver: c.w.head(c.t.Dept).ID}))
}

func (c *job) urge() error {
	return c.kept(c.desk.Remind(c.ctx, improve.RemindOrder{Stand: c.stand(c.clerk()), Text: c.t.Reminder}))
}

func (c *job) call() error {
	return c.kept(c.desk.Call(c.ctx, improve.CallOrder{
		Stand: c.stand(c.clerk()), Explanation: c.t.Explanation, Way: "WY-TALK", Text: c.t.Decided, Decider: c.w.head(c.t.Dept).ID,
	}))
}

func (c *job) finish() error {
	for n, v := range c.m.Milestones {
		if v.Reached.IsZero() {
			if err := c.kept(c.desk.Reach(c.ctx, improve.ReachOrder{Stand: c.stand(c.person()), N: n + 1})); err != nil {
				return err
			}
		}
	}
	return c.kept(c.desk.Finish(c.ctx, improve.FinishOrder{Stand: c.stand(c.person()), Result: c.t.Result}))
}

func (c *job) accept() error {
	return c.kept(c.desk.Accept(c.ctx, improve.AcceptOrder{Stand: c.stand(c.clerk()), Good: true}))
}

// evaluate finds what the figures suggest; why is written down beside it.
func (c *job) evaluate() error {
	o := improve.EvaluateOrder{Stand: c.stand(c.clerk()), Verdict: c.p.measured, Why: c.t.Why}
	if c.m.Gauge == improve.OwnGauge {
		o.Before, o.After = improve.Span{Value: c.t.Was, Known: true}, improve.Span{Value: c.t.Is, Known: true}
	}
	e, err := c.desk.Effect(c.ctx, improve.LookOrder{Measure: c.m.ID, Before: o.Before, After: o.After})
	if err != nil {
		return err
	}
	if o.Verdict == "" {
		if o.Verdict = e.Suggests(); o.Verdict == improve.Good {
			o.Why = "" // the figures speak for themselves
		}
	}
	return c.kept(c.desk.Evaluate(c.ctx, o))
}

// close closes it; what did not help is begun anew.
func (c *job) close() error {
	o := improve.CloseOrder{Stand: c.stand(c.clerk())}
	e, _ := c.m.Judged()
	if e.Verdict == improve.None {
		o.Next = &improve.Round{What: cmp.Or(c.t.Next, c.t.What), Person: c.w.head(c.t.Dept).ID, Start: workday.DayOf(c.now).AddDays(3), Due: c.day(-45)}
	}
	v, err := c.desk.Close(c.ctx, o)
	if err != nil || v.Next == nil {
		return err
	}
	stand := improve.Stand{Measure: v.Next.Head.ID, By: c.w.head(c.t.Dept).ID}
	c.steps = append(c.steps, step{c.now.AddDate(0, 0, 4), func() error {
		_, err := c.desk.Begin(c.ctx, stand)
		return err
	}})
	if len(c.t.Checks) > 0 {
		c.steps = append(c.steps, step{c.now.AddDate(0, 0, 27), func() error {
			_, err := c.desk.Track(c.ctx, improve.TrackOrder{Stand: stand, Percent: 30, What: c.t.Checks[0], Evidence: c.t.Evidence})
			return err
		}})
	}
	return nil
}
