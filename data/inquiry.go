package data

import (
	"context"
	"encoding/json"
	"fmt"

	"ownerdesk/app"
)

var (
	parties  = tableOf("parties", partyCells, "issue_id")
	evidence = tableOf("evidence", evidenceCells, "issue_id")
)

func inquiryCells(q *app.Inquiry) cells {
	return cells{
		{"valid", &q.Valid},
		{"repeat_of", &q.RepeatOf},
		{"accused_dept_id", to(&q.AccusedDept)},
		{"accused", codes[app.StaffID]{&q.Accused}},
		{"accused_text", &q.AccusedText},
		{"investigator_id", to(&q.Investigator)},
		{"began", moment{&q.Began}},
		{"ended", moment{&q.Ended}},
		{"methods", codes[string]{&q.Methods}},
		{"involved", codes[string]{&q.Involved}},
		{"facts", &q.Facts},
		{"answers", &q.Answers},
		{"cause", &q.Cause},
		{"amends", &q.Amends},
		{"consulted", moment{&q.Consulted}},
		{"owner_view", &q.OwnerView},
		{"approved_by_id", to(&q.ApprovedBy)},
		{"approved", moment{&q.Approved}},
		{"approval_note", &q.ApprovalNote},
		{"root", &q.Root},
		{"corrective", &q.Corrective},
		{"preventive", &q.Preventive},
		{"responsible", &q.Responsible},
		{"verified_by_id", to(&q.VerifiedBy)},
		{"verified", moment{&q.Verified}},
		{"common", &q.Common},
		{"archive", &q.Archive},
		{"keep_years", &q.KeepYears},
	}
}

// party and proof are rows of their lists with their place in them.
type (
	party struct {
		n int
		app.Party
	}
	proof struct {
		n int
		app.Evidence
	}
)

func partyCells(p *party) cells {
	return cells{
		{"n", &p.n},
		{"role", &p.Role},
		{"name", &p.Name},
		{"at", moment{&p.At}},
		{"points", &p.Points},
	}
}

func evidenceCells(e *proof) cells {
	return cells{
		{"n", &e.n},
		{"name", &e.Name},
		{"kind", &e.Kind},
		{"source", &e.Source},
		{"obtained", moment{&e.Obtained}},
		{"kept_where", &e.Where},
		{"giver", &e.Giver},
		{"attachment", &e.Attachment},
	}
}

var (
	readInquiry  = `SELECT ` + namesOf(inquiryCells) + ` FROM inquiries WHERE issue_id = ?`
	writeInquiry = func() string {
		var q app.Inquiry
		c := inquiryCells(&q)
		return fmt.Sprintf(`INSERT INTO inquiries (issue_id, %s) VALUES (?, %s) ON CONFLICT (issue_id) DO UPDATE SET %s`,
			c.names(), c.marks(), c.fresh())
	}()
)

// keepInquiry writes the investigation of a complaint. Parties and evidence
// only grow.
func (p *pen) keepInquiry(ctx context.Context, id app.IssueID, q *app.Inquiry) error {
	if q == nil {
		return nil
	}
	values, err := inquiryCells(q).values()
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, writeInquiry, append([]any{int64(id)}, values...)...); err != nil {
		return fmt.Errorf("keep inquiry: %w", err)
	}
	for i, one := range q.Parties {
		if err := parties.keep(ctx, p, &party{i + 1, one}, int64(id)); err != nil {
			return err
		}
	}
	for i, one := range q.Evidence {
		if err := evidence.keep(ctx, p, &proof{i + 1, one}, int64(id)); err != nil {
			return err
		}
	}
	return nil
}

// inquiryOf reads the investigation of a complaint; nil when there is none.
func inquiryOf(ctx context.Context, q asker, id app.IssueID) (*app.Inquiry, error) {
	found, err := list(ctx, q, scanner(inquiryCells), readInquiry, int64(id))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	one := &found[0]
	heard, err := parties.all(ctx, q, int64(id))
	if err != nil {
		return nil, err
	}
	for _, p := range heard {
		one.Parties = append(one.Parties, p.Party)
	}
	pieces, err := evidence.all(ctx, q, int64(id))
	if err != nil {
		return nil, err
	}
	for _, e := range pieces {
		one.Evidence = append(one.Evidence, e.Evidence)
	}
	return one, nil
}

// codes keeps a short list of codes or ids as JSON.
type codes[T any] struct{ of *[]T }

func (c codes[T]) value() any {
	if len(*c.of) == 0 {
		return "[]"
	}
	text, err := json.Marshal(*c.of)
	if err != nil {
		return "[]" // codes and ids are always fit for JSON
	}
	return string(text)
}

// Scan reads what value wrote.
func (c codes[T]) Scan(v any) error {
	text, _ := v.(string)
	*c.of = nil
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), c.of)
}
