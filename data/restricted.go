package data

import (
	"context"

	"ownerdesk/app"
)

// veils are the restricted issues that whoever asks may not read. Every question that
// answers with words of issues lays them over its answer; no other place decides it.
type veils map[app.IssueID]bool

// guardedCells are what decides who may read a restricted issue.
func guardedCells(c *app.Case) cells {
	return cells{
		{"id", &c.ID}, {"kind", &c.Kind}, {"category", &c.Category},
		{"by_id", to(&c.Issue.By)}, {"lead_id", to(&c.Lead)}, {"handler_id", to(&c.Handler)},
		{"accused_dept_id", to(&c.Inquiry.AccusedDept)}, {"accused", codes[app.StaffID]{&c.Inquiry.Accused}}, {"investigator_id", to(&c.Inquiry.Investigator)},
	}
}

const readGuarded = `SELECT i.id, kind, category, by_id, lead_id, handler_id, accused_dept_id, COALESCE(accused, '[]'), investigator_id
	FROM issues i INDEXED BY issues_restricted LEFT JOIN inquiries q ON q.issue_id = i.id WHERE kind = 'TYP-CMP' AND category = 'SV6'`

// veilsOf finds them for whoever the context says is reading.
func veilsOf(ctx context.Context, q asker) (veils, error) {
	if (app.Case{Issue: app.Issue{Intake: app.Intake{Kind: app.Complaint, Category: app.Integrity}}}).MayRead(app.Ground{}, app.Reader(ctx)) {
		return nil, nil // the rules themselves
	}
	all, err := list(ctx, q, func(r row) (app.Case, error) {
		c := app.Case{Inquiry: &app.Inquiry{}}
		err := r.Scan(guardedCells(&c).fields()...)
		return c, err
	}, readGuarded)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	var g app.Ground
	if g.Staff, err = byID(ctx, q, "staff", staffCells, func(s app.Staff) app.StaffID { return s.ID }); err != nil {
		return nil, err
	}
	hidden := veils{}
	for _, c := range all {
		hidden[c.ID] = !c.MayRead(g, app.Reader(ctx))
	}
	return hidden, nil
}

// ids are those that are hidden.
func (v veils) ids() (all []app.IssueID) {
	for id, hidden := range v {
		if hidden {
			all = append(all, id)
		}
	}
	return all
}

// veiled lays the veils over an answer of whatever holds words of issues.
func veiled[T any](ctx context.Context, q asker, all []T, shut func(*T, veils)) ([]T, error) {
	if len(all) == 0 {
		return all, nil
	}
	v, err := veilsOf(ctx, q)
	if err != nil {
		return nil, err
	}
	for i := range all {
		shut(&all[i], v)
	}
	return all, nil
}

func shutLine(l *app.Line, v veils) {
	if v[l.ID] {
		*l = l.Shut()
	}
}

func shutIssue(i *app.Issue, v veils) {
	if v[i.ID] {
		*i = i.Shut()
	}
}

func shutAsked(a *app.Asked, v veils) {
	if v[a.Issue.ID] {
		a.Issue = a.Issue.Shut()
		a.FollowUp = app.FollowUp{N: a.N, Round: a.Round, Attempt: a.Attempt, Number: a.Number, Due: a.Due, At: a.At}
	}
}

// shutCase hides a whole issue from whoever may not read it.
func shutCase(ctx context.Context, q asker, c app.Case) (app.Case, error) {
	if !c.Restricted() {
		return c, nil
	}
	v, err := veilsOf(ctx, q)
	if err == nil && v[c.ID] {
		c = c.Shut()
	}
	return c, err
}
