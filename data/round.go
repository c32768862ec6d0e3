package data

import (
	"context"
	"encoding/json"
	"fmt"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

var (
	rounds   = tableOf("rounds", roundCells, "issue_id")
	helping  = tableOf("helping", helperCells, "issue_id", "round")
	planRows = tableOf("plan_rows", planCells, "issue_id", "round")
)

func roundCells(r *app.Round) cells {
	return cells{
		{"n", &r.N},
		{"slip", &r.Slip},
		{"number", &r.Number},
		{"issued", moment{&r.Issued}},
		{"issued_by_id", to(&r.IssuedBy)},
		{"undated", &r.Undated},
		{"lead_id", to(&r.Lead)},
		{"why", &r.Why},
		{"limit_text", limit{&r.Limit}},
		{"rule_due", moment{&r.RuleDue}},
		{"due", moment{&r.Due}},
		{"due_why", &r.DueWhy},
		{"steps", daySteps{&r.Steps}},
		{"unsure", &r.Unsure},
		{"effect", moment{&r.Effect}},
		{"request", &r.Request},
		{"contact", &r.Contact},
		{"signed", moment{&r.Signed}},
		{"signed_by", &r.SignedBy},
		{"refused", &r.Refused},
		{"refusals", &r.Refusals},
		{"handler_id", to(&r.Handler)},
		{"solution", &r.Solution},
		{"expected", moment{&r.Expected}},
		{"disturbs", &r.Disturbs},
		{"rework", &r.Rework},
		{"done", moment{&r.Done}},
	}
}

// helper is one helping department with its place in the list.
type helper struct {
	n    int
	dept app.DeptID
}

func helperCells(h *helper) cells { return cells{{"n", &h.n}, {"dept_id", to(&h.dept)}} }

// planRow is a row of a plan with its place in the plan.
type planRow struct {
	n int
	app.PlanRow
}

func planCells(p *planRow) cells {
	return cells{
		{"n", &p.n},
		{"measure", &p.Measure},
		{"person", &p.Person},
		{"until", moment{&p.By}},
		{"helping", &p.Helping},
		{"status", &p.Status},
	}
}

// keepRound writes a round with its helping departments and its plan as they
// are now; earlier wordings of the plan stand in the timeline.
func (p *pen) keepRound(ctx context.Context, id app.IssueID, r *app.Round) error {
	if err := rounds.keep(ctx, p, r, int64(id)); err != nil {
		return err
	}
	for i, d := range r.Helping {
		if err := helping.keep(ctx, p, &helper{i + 1, d}, int64(id), r.N); err != nil {
			return err
		}
	}
	for i, row := range r.Plan {
		if err := planRows.keep(ctx, p, &planRow{i + 1, row}, int64(id), r.N); err != nil {
			return err
		}
	}
	return nil
}

// shorten takes away what an earlier state of a round had more of.
func (p *pen) shorten(ctx context.Context, id app.IssueID, r *app.Round) error {
	_, err := p.exec(ctx, `DELETE FROM helping WHERE issue_id = ? AND round = ? AND n > ?`, int64(id), r.N, len(r.Helping))
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, `DELETE FROM plan_rows WHERE issue_id = ? AND round = ? AND n > ?`, int64(id), r.N, len(r.Plan))
	return err
}

// readRounds reads the rounds of an issue.
func readRounds(ctx context.Context, q asker, id app.IssueID) ([]app.Round, error) {
	all, err := rounds.all(ctx, q, int64(id))
	if err != nil {
		return nil, err
	}
	for i := range all {
		r := &all[i]
		helpers, err := helping.all(ctx, q, int64(id), r.N)
		if err != nil {
			return nil, err
		}
		for _, h := range helpers {
			r.Helping = append(r.Helping, h.dept)
		}
		rows, err := planRows.all(ctx, q, int64(id), r.N)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			r.Plan = append(r.Plan, row.PlanRow)
		}
	}
	return all, nil
}

// limit keeps a limit as 3wd.
type limit struct{ l *workday.Limit }

func (f limit) value() any {
	if f.l.IsZero() {
		return ""
	}
	return f.l.String()
}

// Scan reads what value wrote.
func (f limit) Scan(v any) (err error) {
	text, _ := v.(string)
	*f.l = workday.Limit{}
	if text != "" {
		*f.l, err = workday.ParseLimit(text)
	}
	return err
}

// daySteps keeps the explanation of a limit as rows of
// [date, kind, name, shift, counted, minutes], a third of what objects take.
type daySteps struct{ of *[]workday.Step }

func (d daySteps) value() any {
	rows := make([][6]any, len(*d.of))
	for i, s := range *d.of {
		rows[i] = [6]any{s.Date, s.Kind, s.Name, s.Shift, s.Counted, s.Minutes}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return "[]" // no step can hold what JSON cannot
	}
	return string(text)
}

// Scan reads what value wrote.
func (d daySteps) Scan(v any) error {
	text, _ := v.(string)
	*d.of = nil
	if text == "[]" {
		return nil
	}
	var rows [][6]json.RawMessage
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return err
	}
	for _, r := range rows {
		var s workday.Step
		for i, into := range []any{&s.Date, &s.Kind, &s.Name, &s.Shift, &s.Counted, &s.Minutes} {
			if err := json.Unmarshal(r[i], into); err != nil {
				return fmt.Errorf("steps of a limit: %w", err)
			}
		}
		*d.of = append(*d.of, s)
	}
	return nil
}
