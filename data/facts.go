package data

import (
	"context"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// What figures stand on is read for thousands of issues at once, so only the
// columns they need.

func factIssueCells(c *app.Case) cells {
	return cells{
		{"id", &c.ID}, {"project_id", to(&c.Project)}, {"number", &c.Number}, {"slip", &c.Slip},
		{"state", &c.State}, {"close_code", &c.Close}, {"ended", moment{&c.Ended}},
		{"kind", &c.Kind}, {"category", &c.Category}, {"channel", &c.Channel}, {"urgency", &c.Urgency}, {"level", &c.Level},
		{"households", &c.Households}, {"lead_id", to(&c.Lead)}, {"handler_id", to(&c.Handler)},
		{"due", moment{&c.Due}}, {"taken", &c.Taken}, {"asking", &c.Ask}, {"subject", &c.Subject},
		{"received", moment{&c.Received}}, {"promise", moment{&c.Promise}}, {"answered", moment{&c.Answered}}, {"route_due", moment{&c.RouteDue}},
		{"arrive_due", moment{&c.Site.ArriveDue}}, {"arrived", moment{&c.Site.Arrived}}, {"control_due", moment{&c.Site.ControlDue}}, {"controlled", moment{&c.Site.Controlled}},
		{"rules_version", &c.Rules}, {"no_reply", &c.NoReply}, {"phone", &c.Reporter.Phone}, {"email", &c.Reporter.Email}, {"wechat", &c.Reporter.WeChat},
		{"area_id", to(&c.Place.Area)}, {"building_id", to(&c.Place.Building)}, {"room_id", to(&c.Place.Room)},
		{"block", &c.Place.Block}, {"unit", &c.Place.Unit}, {"door", &c.Place.Door}, {"place", &c.Place.Text},
	}
}

func factRoundCells(r *app.Round) cells {
	return cells{
		{"n", &r.N}, {"slip", &r.Slip}, {"issued", moment{&r.Issued}}, {"undated", &r.Undated}, {"refusals", &r.Refusals},
		{"due", moment{&r.Due}}, {"rule_due", moment{&r.RuleDue}}, {"due_why", &r.DueWhy},
	}
}

func factDelayCells(d *app.Delay) cells {
	return cells{{"round", &d.Round}, {"to_due", moment{&d.To}}, {"decided", moment{&d.Decided}}, {"approved", &d.Approved}, {"late", &d.Late}}
}

func factFeedbackCells(f *app.Feedback) cells {
	return cells{
		{"at", moment{&f.At}}, {"completed", moment{&f.Completed}}, {"reviewed", moment{&f.Reviewed}}, {"accepted", &f.Accepted},
		{"cause", &f.Cause},
	}
}

func factFollowUpCells(f *app.FollowUp) cells {
	return cells{{"at", moment{&f.At}}, {"reached", &f.Reached}, {"rating", &f.Rating}, {"disposal", &f.Disposal}}
}

func factCostCells(c *app.Cost) cells {
	return cells{
		{"n", &c.N}, {"at", moment{&c.At}}, {"hours", &c.Hours}, {"labour", &c.Labour}, {"material", &c.Material}, {"other", &c.Other},
		{"charge", &c.Charge}, {"charged", &c.Charged},
	}
}

func factSuspensionCells(s *app.Suspension) cells {
	return cells{
		{"n", &s.N}, {"round", &s.Round}, {"at", moment{&s.At}}, {"review", moment{&s.Review}}, {"ended", moment{&s.Ended}},
	}
}

func factInquiryCells(i *app.Inquiry) cells {
	return cells{{"valid", &i.Valid}, {"cause", &i.Cause}, {"common", &i.Common}}
}

// Facts reads what figures need of the cases received in a period. Parts are in
// their order, the cases in that of their receipt. The acts are those of issues
// that were once opened again, or refused by the department they went to first.
func (s *Store) Facts(ctx context.Context, of figures.Wanted) ([]app.Case, error) {
	var cases []app.Case
	err := s.read(ctx, func(q asker) error {
		f := factsOf{ctx, q, ` i.received >= ? AND i.received < ?`, []any{stamp(of.From), stamp(of.To)}}
		if of.Project != 0 {
			f.where, f.args = f.where+` AND i.project_id = ?`, append(f.args, int64(of.Project))
		}
		if of.Kind != "" {
			f.where, f.args = f.where+` AND i.kind = ?`, append(f.args, string(of.Kind))
		}
		var err error
		cases, err = list(ctx, q, scanner(factIssueCells), `SELECT `+namesOf(factIssueCells)+
			` FROM issues i INDEXED BY issues_received WHERE`+f.where+` ORDER BY i.received, i.id`, f.args...)
		if err != nil {
			return err
		}
		at := make(map[app.IssueID]*app.Case, len(cases))
		for i := range cases {
			at[cases[i].ID] = &cases[i]
		}
		for _, read := range []func() error{
			func() error {
				return factParts(f, at, "rounds", factRoundCells, func(c *app.Case, r app.Round) { c.Rounds = append(c.Rounds, r) })
			},
			func() error {
				return factParts(f, at, "delays", factDelayCells, func(c *app.Case, d app.Delay) { c.Delays = append(c.Delays, d) })
			},
			func() error {
				return factParts(f, at, "feedbacks", factFeedbackCells, func(c *app.Case, b app.Feedback) { c.Feedbacks = append(c.Feedbacks, b) })
			},
			func() error {
				return factParts(f, at, "followups", factFollowUpCells, func(c *app.Case, a app.FollowUp) { c.FollowUps = append(c.FollowUps, a) })
			},
			func() error {
				return factParts(f, at, "costs", factCostCells, func(c *app.Case, k app.Cost) { c.Costs = append(c.Costs, k) })
			},
			func() error {
				return factParts(f, at, "suspensions", factSuspensionCells, func(c *app.Case, s app.Suspension) { c.Suspensions = append(c.Suspensions, s) })
			},
			func() error {
				return factParts(f, at, "inquiries", factInquiryCells, func(c *app.Case, i app.Inquiry) { c.Inquiry = &i })
			},
			func() error { return f.joined(at) },
			func() error { return f.acts(at) },
		} {
			if err := read(); err != nil {
				return err
			}
		}
		for i := range cases {
			if cases[i].Restricted() {
				counted(&cases[i])
			}
		}
		return nil
	})
	return cases, err
}

// counted leaves of a restricted issue what counts: nothing tells whose it is, where, or
// about whom.
func counted(c *app.Case) {
	const said = "-"
	reached := c.Reporter.Reachable()
	c.Reporter, c.Place, c.Lead, c.Handler, c.Subject = app.Reporter{}, app.Place{}, 0, 0, ""
	if reached {
		c.Reporter.Phone = said
	}
	for i := range c.Rounds {
		if c.Rounds[i].DueWhy != "" {
			c.Rounds[i].DueWhy = said
		}
	}
	for i := range c.Acts {
		c.Acts[i].Note = ""
		c.Acts[i].Diffs = slices.DeleteFunc(c.Acts[i].Diffs, func(d app.Difference) bool { return d.Field != "state" && d.Field != "closed-at" })
	}
}

// factsOf asks for the parts of the issues of one period.
type factsOf struct {
	ctx   context.Context
	q     asker
	where string
	args  []any
}

// factParts reads one table of parts and hands each to its case.
func factParts[T any](f factsOf, at map[app.IssueID]*app.Case, table string, of func(*T) cells, give func(*app.Case, T)) error {
	columns := namesOf(func(v *T) cells {
		c := of(v)
		for i := range c {
			c[i].column = "p." + c[i].column
		}
		return c
	})
	query := `SELECT p.issue_id, ` + columns + ` FROM issues i INDEXED BY issues_received CROSS JOIN ` + table +
		` p ON p.issue_id = i.id WHERE` + f.where
	if table != "inquiries" {
		query += ` ORDER BY i.received, i.id, p.n`
	}
	type part struct {
		id app.IssueID
		of T
	}
	parts, err := list(f.ctx, f.q, func(r row) (p part, err error) {
		err = r.Scan(append([]any{&p.id}, of(&p.of).fields()...)...)
		return p, err
	}, query, f.args...)
	for _, p := range parts {
		give(at[p.id], p.of)
	}
	return err
}

// joined reads what the issues cost that were merged into others, straight or by way
// of one that was merged itself.
func (f factsOf) joined(at map[app.IssueID]*app.Case) error {
	type part struct {
		into, id app.IssueID
		of       app.Cost
	}
	columns := namesOf(factCostCells)
	parts, err := list(f.ctx, f.q, func(r row) (p part, err error) {
		err = r.Scan(append([]any{&p.into, &p.id}, factCostCells(&p.of).fields()...)...)
		return p, err
	}, `WITH RECURSIVE joined (root, member) AS (
			SELECT i.id, m.id FROM issues m INDEXED BY issues_related CROSS JOIN issues i ON i.id = m.related_id
				WHERE m.related_id IS NOT NULL AND m.close_code = '`+string(app.ClosedMerged)+`' AND`+f.where+`
			UNION SELECT j.root, m.id FROM joined j JOIN issues m ON m.related_id = j.member AND m.close_code = '`+string(app.ClosedMerged)+`')
		SELECT root, member, `+columns+` FROM joined JOIN costs ON issue_id = member ORDER BY root, member, n`, f.args...)
	last := app.IssueID(0)
	for _, p := range parts {
		c := at[p.into]
		if len(c.Joined) == 0 || last != p.id {
			c.Joined = append(c.Joined, nil)
		}
		last = p.id
		c.Joined[len(c.Joined)-1] = append(c.Joined[len(c.Joined)-1], p.of)
	}
	return err
}

// acts reads the timelines of the few issues that were once opened again or
// refused.
func (f factsOf) acts(at map[app.IssueID]*app.Case) error {
	ids, err := list(f.ctx, f.q, value[int64], `SELECT DISTINCT a.issue_id FROM acts a INDEXED BY acts_reopened
		CROSS JOIN issues i ON i.id = a.issue_id WHERE a.kind = 'reopened' AND`+f.where, f.args...)
	if err != nil {
		return err
	}
	for id, c := range at {
		if len(c.Rounds) > 0 && c.Rounds[0].Refusals > 0 && !slices.Contains(ids, int64(id)) {
			ids = append(ids, int64(id))
		}
	}
	for _, id := range ids {
		if at[app.IssueID(id)].Acts, err = list(f.ctx, f.q, scanner(actCells), readActs, id); err != nil {
			return err
		}
	}
	return nil
}

// Households counts the rooms of an estate in which somebody lives or trades, or
// whose owner is known; of all estates for 0.
func (s *Store) Households(ctx context.Context, project app.ProjectID) (int, error) {
	n, err := one(ctx, s.ro, value[int], `SELECT count(*) FROM rooms r JOIN buildings b ON b.id = r.building_id
		WHERE (? = 0 OR b.project_id = ?) AND EXISTS (SELECT 1 FROM ties t WHERE t.room_id = r.id AND NOT t.ended)`,
		int64(project), int64(project))
	return n, s.explain(err)
}

// AreaHouseholds counts the same for each area.
func (s *Store) AreaHouseholds(ctx context.Context, project app.ProjectID) (map[app.AreaID]int, error) {
	type count struct {
		area app.AreaID
		n    int
	}
	all, err := list(ctx, s.ro, func(r row) (c count, err error) {
		err = r.Scan(to(&c.area), &c.n)
		return c, err
	}, `SELECT b.area_id, count(*) FROM rooms r JOIN buildings b ON b.id = r.building_id
		WHERE (? = 0 OR b.project_id = ?) AND EXISTS (SELECT 1 FROM ties t WHERE t.room_id = r.id AND NOT t.ended) GROUP BY b.area_id`,
		int64(project), int64(project))
	areas := map[app.AreaID]int{}
	for _, c := range all {
		areas[c.area] = c.n
	}
	return areas, s.explain(err)
}
