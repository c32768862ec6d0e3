package data

import (
	"context"
	"fmt"

	"ownerdesk/app/audit"
)

func auditAnswerCells(a *audit.Answer) cells {
	return cells{
		{"duty", &a.Duty},
		{"project_id", to(&a.Project)},
		{"first_day", day{&a.First}},
		{"last_day", day{&a.Last}},
		{"n", &a.N},
		{"said", &a.Said},
		{"basis", &a.Basis},
		{"at", moment{&a.At}},
		{"by_id", to(&a.By)},
	}
}

// sameSpan narrows to the answers about a period and an estate, spanOf.
const sameSpan = ` FROM audit_answers WHERE first_day = ? AND last_day = ? AND COALESCE(project_id, 0) = ?`

func spanOf(a audit.Asked) []any {
	return []any{a.First.String(), a.Last.String(), int64(a.Project)}
}

// AuditAnswers lists the answers about an estate and a period, of all duties for none,
// in the order in which they were given.
func (s *Store) AuditAnswers(ctx context.Context, about audit.Asked) ([]audit.Answer, error) {
	all, err := list(ctx, s.ro, scanner(auditAnswerCells), `SELECT `+namesOf(auditAnswerCells)+sameSpan+` AND ? IN ('', duty) ORDER BY id`,
		append(spanOf(about), about.Duty)...)
	return all, s.explain(err)
}

// KeepAuditAnswer writes an answer after those to the same question, and numbers it.
func (s *Store) KeepAuditAnswer(ctx context.Context, a audit.Answer) (audit.Answer, error) {
	err := s.write(ctx, func(p *pen) error {
		before := 0
		if err := p.one(ctx, `SELECT COALESCE(max(n), 0)`+sameSpan+` AND duty = ?`, append(spanOf(a.Asked), a.Duty), &before); err != nil {
			return err
		}
		a.N = before + 1
		c := auditAnswerCells(&a)
		values, err := c.values()
		if err != nil {
			return err
		}
		if _, err := p.exec(ctx, `INSERT INTO audit_answers (`+c.names()+`) VALUES (`+c.marks()+`)`, values...); err != nil {
			return fmt.Errorf("keep an answer: %w", err)
		}
		return nil
	})
	if err != nil {
		return audit.Answer{}, err
	}
	return a, nil
}
