package data

import (
	"context"
	"fmt"

	"ownerdesk/app/annual"
)

// checkSurveys looks for what no rule of a single row can keep apart: sheets and
// units that do not fit their survey.
func (s *Store) checkSurveys(ctx context.Context) ([]error, error) {
	var found []error
	err := s.read(ctx, func(q asker) error {
		heads, err := list(ctx, q, scanner(wholeSurveyCells), `SELECT `+namesOf(wholeSurveyCells)+` FROM surveys ORDER BY id`)
		if err != nil {
			return err
		}
		for _, h := range heads {
			for _, c := range misfits(h) {
				odd, err := list(ctx, q, value[int], c.query, c.args...)
				if err != nil {
					return err
				}
				for _, n := range odd {
					found = append(found, &Trouble{Kind: Damaged, Path: s.path, Err: fmt.Errorf("survey %s: "+c.says, h.Number, n)})
				}
			}
		}
		return nil
	})
	return found, err
}

// misfit finds the numbers of what does not fit a survey.
type misfit struct {
	says  string
	query string
	args  []any
}

// mostMisfits is how many of one kind are told.
const mostMisfits = ` LIMIT 20`

func misfits(h annual.Head) []misfit {
	id := int64(h.ID)
	all := []misfit{
		{"sheet %d does not answer what is asked", `SELECT no FROM survey_sheets WHERE survey_id = ? AND length(marks) <> ? ORDER BY no` + mostMisfits,
			[]any{id, len(h.Questionnaire.Asked())}},
		{"sheet %d is of no stratum", `SELECT no FROM survey_sheets WHERE survey_id = ? AND stratum >= ? ORDER BY no` + mostMisfits,
			[]any{id, len(h.Strata)}},
		{"unit %d does not count its attempts", `SELECT u.n FROM survey_units u WHERE u.survey_id = ? AND u.frame = ? AND u.attempts <>
			(SELECT count(*) FROM survey_attempts a WHERE a.survey_id = u.survey_id AND a.frame = u.frame AND a.unit = u.n) ORDER BY u.n` + mostMisfits,
			[]any{id, h.Frame}},
	}
	if len(h.Strata) > 0 { // else its approval was taken back, and the next frame replaces this one
		all = append(all, misfit{"unit %d is of no stratum", `SELECT n FROM survey_units WHERE survey_id = ? AND frame = ? AND stratum >= ? ORDER BY n` + mostMisfits,
			[]any{id, h.Frame, len(h.Strata)}})
	}
	if !h.Destroyed.IsZero() {
		return append(all, misfit{"number %d is still tied to a household", `SELECT no FROM survey_links WHERE survey_id = ? ORDER BY no` + mostMisfits, []any{id}})
	}
	return append(all, misfit{"unit %d is in use without a number", `SELECT u.n FROM survey_units u WHERE u.survey_id = ? AND u.frame = ? AND u.called = 1
		AND NOT EXISTS (SELECT 1 FROM survey_links l WHERE l.survey_id = u.survey_id AND l.frame = u.frame AND l.unit = u.n) ORDER BY u.n` + mostMisfits,
		[]any{id, h.Frame}})
}
