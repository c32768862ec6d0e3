package data

import (
	"context"
	"errors"
	"fmt"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/data/archive"
)

func surveyCells(h *annual.Head) cells {
	return cells{
		{"version", &h.Version},
		{"project_id", to(&h.Project)},
		{"number", &h.Number},
		{"year", &h.Year},
		{"state", &h.State},
		{"by_id", to(&h.By)},
		{"made", moment{&h.Made}},
		{"plan", document[annual.Plan]{&h.Plan, archive.Plan}},
		{"questionnaire", document[annual.Questionnaire]{&h.Questionnaire, archive.Questionnaire}},
		{"findings", document[annual.Findings]{&h.Findings, archive.Findings}},
		{"strata", document[[]annual.Stratum]{&h.Strata, archive.Strata}},
		{"frame", &h.Frame},
		{"framed", moment{&h.Framed}},
		{"checked_by_id", to(&h.Checked)},
		{"approved", moment{&h.Approved}},
		{"approved_by_id", to(&h.ApprovedBy)},
		{"drawn", moment{&h.Drawn}},
		{"counted", moment{&h.Counted}},
		{"reported", moment{&h.Reported}},
		{"reported_by_id", to(&h.ReportedBy)},
		{"destroyed", moment{&h.Destroyed}},
		{"destroyed_by_id", to(&h.DestroyedBy)},
		{"why", &h.Why},
	}
}

func wholeSurveyCells(h *annual.Head) cells {
	return append(cells{{"id", to(&h.ID)}}, surveyCells(h)...)
}

func surveyActCells(a *annual.Act) cells {
	return cells{
		{"n", &a.N}, {"kind", &a.Kind}, {"at", moment{&a.At}}, {"by_id", to(&a.By)}, {"note", &a.Note},
		{"diffs", differences{&a.Diffs}},
	}
}

var surveyActs = tableOf("survey_acts", surveyActCells, "survey_id")

// Survey reads one survey with its timeline, as it stands at one moment.
func (s *Store) Survey(ctx context.Context, id annual.SurveyID) (annual.Survey, error) {
	var v annual.Survey
	err := s.read(ctx, func(q asker) (err error) {
		if v.Head, err = surveyHead(ctx, q, id); err != nil {
			return err
		}
		return into(ctx, q, surveyActs, &v.Acts, id)
	})
	return v, err
}

func surveyHead(ctx context.Context, q asker, id annual.SurveyID) (annual.Head, error) {
	return one(ctx, q, scanner(wholeSurveyCells), `SELECT `+namesOf(wholeSurveyCells)+` FROM surveys WHERE id = ?`, int64(id))
}

// Surveys lists the surveys of an estate, of all for 0, the newest year first.
func (s *Store) Surveys(ctx context.Context, project app.ProjectID) ([]annual.Head, error) {
	all, err := list(ctx, s.ro, scanner(wholeSurveyCells), `SELECT `+namesOf(wholeSurveyCells)+` FROM surveys
		WHERE ? = 0 OR project_id = ? ORDER BY year DESC, id DESC`, int64(project), int64(project))
	return all, s.explain(err)
}

var surveyWrites = writesOf("surveys", surveyCells)

// KeepSurvey writes a move whole or not at all, draws the number it asks for, and
// returns it as it was kept. What stands on an older version than the stored one,
// of the survey or of a sheet, is refused with app.ErrConflict, and so is a sample
// number that is there already. A move without an act leaves the survey itself and
// its version as they are.
func (s *Store) KeepSurvey(ctx context.Context, m annual.Move) (annual.Move, error) {
	m = cloned(m)
	err := s.write(ctx, func(p *pen) error { return p.keepSurvey(ctx, &m) })
	if err != nil {
		return annual.Move{}, err
	}
	if m.Unlink {
		s.wipe()
	}
	return m, nil
}

func (p *pen) keepSurvey(ctx context.Context, m *annual.Move) error {
	if err := p.keepSurveyHead(ctx, m); err != nil {
		return err
	}
	if m.Act.Kind != "" {
		if err := surveyActs.add(ctx, p, &m.Act, int64(m.Head.ID)); err != nil {
			return err
		}
	}
	for _, keep := range []func(context.Context, *annual.Move) error{p.keepUnits, p.keepAttempts, p.keepLinks, p.keepSheets, p.keepResults, p.unlink} {
		if err := keep(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) keepSurveyHead(ctx context.Context, m *annual.Move) error {
	h := &m.Head
	switch {
	case h.ID == 0:
		return p.insertSurvey(ctx, m)
	case m.Act.Kind != "":
		return update(ctx, p, "surveys", surveyWrites.update, surveyCells(h), int64(h.ID), &h.Version)
	}
	var version int
	if err := p.one(ctx, `SELECT version FROM surveys WHERE id = ?`, []any{int64(h.ID)}, &version); err != nil {
		return none(err)
	}
	if version != h.Version {
		return app.ErrConflict
	}
	return nil
}

func (p *pen) insertSurvey(ctx context.Context, m *annual.Move) error {
	h := &m.Head
	at, err := p.officeTime(ctx, m.Act.At)
	if err != nil {
		return err
	}
	if h.Number, err = p.draw(ctx, h.Project, m.Draw, at); err != nil {
		return err
	}
	h.Version = 1
	values, err := surveyCells(h).values()
	if err != nil {
		return err
	}
	id, err := p.insert(ctx, surveyWrites.insert, values...)
	h.ID = annual.SurveyID(id)
	return clash(err) // somebody else planned it meanwhile
}

// clash makes a broken UNIQUE a conflict.
func clash(err error) error {
	if err != nil && isDouble(err) {
		return errors.Join(app.ErrConflict, err)
	}
	return err
}

// keepResults adds what a report says to what earlier ones said.
func (p *pen) keepResults(ctx context.Context, m *annual.Move) error {
	if m.Results == nil {
		return nil
	}
	blob, err := packed(archive.Results, *m.Results)
	if err != nil {
		return fmt.Errorf("pack results: %w", err)
	}
	_, err = p.exec(ctx, `INSERT INTO survey_results (survey_id, n, at, by_id, kept)
		SELECT ?1, COALESCE(MAX(n), 0) + 1, ?2, ?3, ?4 FROM survey_results WHERE survey_id = ?1`,
		int64(m.Head.ID), stamp(m.Act.At), int64(m.Act.By), blob)
	return err
}

// KeptResults reads what the newest report kept.
func (s *Store) KeptResults(ctx context.Context, id annual.SurveyID) (r annual.Results, err error) {
	packed, err := one(ctx, s.ro, value[[]byte], `SELECT kept FROM survey_results WHERE survey_id = ? ORDER BY n DESC LIMIT 1`, int64(id))
	if err != nil {
		return r, s.explain(err)
	}
	if r, err = unpacked(archive.Results, packed); err != nil {
		return r, fmt.Errorf("results of survey %d: %w", id, err)
	}
	return r, nil
}
