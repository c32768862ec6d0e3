package data

import (
	"context"
	"errors"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
)

func measureCells(h *improve.Head) cells {
	return append(append(cells{
		{"version", &h.Version},
		{"number", &h.Number},
		{"project_id", to(&h.Project)},
		{"state", &h.State},
		{"made", moment{&h.Made}},
		{"by_id", to(&h.By)},
		{"year", &h.Year},
		{"round", &h.Round},
		{"before_id", to(&h.Before)},
		{"first_due", someDay{&h.First}},
		{"due", someDay{&h.Due}},
		{"begun", moment{&h.Begun}},
		{"finished", moment{&h.Finished}},
		{"finished_by_id", to(&h.FinishedBy)},
		{"result", &h.Result},
		{"accepted", moment{&h.Accepted}},
		{"accepted_by_id", to(&h.AcceptedBy)},
		{"ended", moment{&h.Ended}},
		{"why", &h.Why},
	}, sourceCells(&h.Source)...), measurePlanCells(&h.Plan)...)
}

func sourceCells(s *improve.Source) cells {
	return cells{
		{"origin", &s.Origin},
		{"survey_id", to(&s.Survey)},
		{"record_id", to(&s.Record)},
		{"issue_id", to(&s.Issue)},
		{"problem_n", &s.N},
	}
}

func measurePlanCells(p *improve.Plan) cells {
	return cells{
		{"dimension", &p.Dimension},
		{"item", &p.Item},
		{"categories", codes[app.Category]{&p.Categories}},
		{"problem", &p.Problem},
		{"what", &p.What},
		{"standard", &p.Standard},
		{"needs", &p.Needs},
		{"dept_id", to(&p.Dept)},
		{"person_id", to(&p.Person)},
		{"helping", codes[app.DeptID]{&p.Helping}},
		{"start", someDay{&p.Start}},
		{"gauge", &p.Gauge},
		{"gauge_name", &p.GaugeName},
		{"less", &p.Less},
		{"aimed", &p.Aimed},
		{"target", &p.Target},
		{"judge", someDay{&p.Judge}},
	}
}

// wholeMeasureCells are a measure's own columns, and what others say of it: the
// number of what it comes from, and the round after it.
func wholeMeasureCells(h *improve.Head) cells {
	return append(cells{
		{"id", to(&h.ID)},
		{`COALESCE((SELECT number FROM surveys s WHERE s.id = survey_id), (SELECT number FROM records r WHERE r.id = record_id),
			(SELECT shown FROM issues i WHERE i.id = issue_id), '')`, &h.Called},
		{`(SELECT id FROM measures a WHERE a.before_id = measures.id)`, to(&h.After)},
	}, measureCells(h)...)
}

func milestoneCells(v *improve.Milestone) cells {
	return cells{
		{"n", &v.N}, {"gone", &v.Gone}, {"text", &v.Text}, {"due", someDay{&v.Due}}, {"reached", someDay{&v.Reached}},
		{"by_id", to(&v.By)}, {"note", &v.Note},
	}
}

func checkCells(v *improve.Check) cells {
	return cells{
		{"n", &v.N},
		{"day", someDay{&v.Day}},
		{"percent", &v.Percent},
		{"what", &v.What},
		{"evidence", &v.Evidence},
		{"deviation", &v.Deviation},
		{"due", someDay{&v.Due}},
		{"approver_id", to(&v.Approver)},
		{"by_id", to(&v.By)},
	}
}

func evaluationCells(v *improve.Evaluation) cells {
	all := append(cells{
		{"n", &v.N},
		{"at", moment{&v.At}},
		{"by_id", to(&v.By)},
		{"gauge", &v.Gauge},
		{"code", &v.Code},
		{"less", &v.Less},
		{"aimed", &v.Aimed},
		{"target", &v.Target},
		{"tested", &v.Tested},
		{"p", &v.P},
		{"verdict", &v.Verdict},
		{"why", &v.Why},
	}, readingCells("before_", &v.Before)...)
	return append(all, readingCells("after_", &v.After)...)
}

func readingCells(at string, r *improve.Reading) cells {
	return cells{
		{at + "value", &r.Value},
		{at + "low", &r.Low},
		{at + "high", &r.High},
		{at + "n", &r.N},
		{at + "year", &r.Year},
		{at + "from", someDay{&r.From}},
		{at + "to", someDay{&r.To}},
		{at + "issues", codes[app.IssueID]{&r.Issues}},
	}
}

func reminderCells(v *improve.Reminder) cells {
	return cells{{"n", &v.N}, {"at", moment{&v.At}}, {"to_id", to(&v.To)}, {"text", &v.Text}, {"by_id", to(&v.By)}}
}

func callingCells(v *improve.Calling) cells {
	return cells{
		{"n", &v.N},
		{"day", someDay{&v.Day}},
		{"who_id", to(&v.Who)},
		{"explanation", &v.Explanation},
		{"way", &v.Way},
		{"text", &v.Text},
		{"decider_id", to(&v.Decider)},
		{"by_id", to(&v.By)},
	}
}

func measureActCells(a *improve.Act) cells {
	return cells{
		{"n", &a.N}, {"kind", &a.Kind}, {"at", moment{&a.At}}, {"by_id", to(&a.By)}, {"note", &a.Note},
		{"diffs", differences{&a.Diffs}},
	}
}

var (
	milestones   = tableOf("measure_milestones", milestoneCells, "measure_id")
	checks       = tableOf("measure_checks", checkCells, "measure_id")
	evaluations  = tableOf("measure_evaluations", evaluationCells, "measure_id")
	reminders    = tableOf("measure_reminders", reminderCells, "measure_id")
	callings     = tableOf("measure_callings", callingCells, "measure_id")
	measureFiles = tableOf("measure_files", attachmentCells, "measure_id")
	measureActs  = tableOf("measure_acts", measureActCells, "measure_id")
)

// Measure reads one measure with everything that belongs to it, as it stands at one
// moment.
func (s *Store) Measure(ctx context.Context, id improve.MeasureID) (improve.Measure, error) {
	all, err := s.measures(ctx, `id = ?`, int64(id))
	if err == nil && len(all) == 0 {
		err = app.ErrNotFound
	}
	if err != nil {
		return improve.Measure{}, err
	}
	return all[0], nil
}

// Measures lists measures with everything that belongs to them, by their day.
func (s *Store) Measures(ctx context.Context, of improve.Wanted) ([]improve.Measure, error) {
	where, args := `1`, []any{}
	narrow := func(set bool, how string, arg ...any) {
		if set {
			where += ` AND ` + how
			args = append(args, arg...)
		}
	}
	narrow(of.Project != 0, `project_id = ?`, int64(of.Project))
	narrow(of.Year != 0, `year = ?`, of.Year)
	narrow(of.Origin != "", `origin = ?`, string(of.Origin))
	narrow(of.Issue != 0, `issue_id = ?`, int64(of.Issue))
	narrow(of.Record != 0, `record_id = ?`, of.Record)
	narrow(of.Survey != 0, `survey_id = ?`, int64(of.Survey))
	narrow(of.Open && of.Since.IsZero(), `ended = ''`)
	narrow(of.Open && !of.Since.IsZero(), `(ended = '' OR ended >= ?)`, stamp(of.Since))
	narrow(!of.Until.IsZero(), `made < ?`, stamp(of.Until))
	return s.measures(ctx, where, args...)
}

func (s *Store) measures(ctx context.Context, where string, args ...any) ([]improve.Measure, error) {
	var all []improve.Measure
	err := s.read(ctx, func(q asker) error {
		heads, err := list(ctx, q, scanner(wholeMeasureCells), `SELECT `+namesOf(wholeMeasureCells)+` FROM measures WHERE `+where+` ORDER BY due, id`, args...)
		if err != nil {
			return err
		}
		all = make([]improve.Measure, len(heads))
		for i, h := range heads {
			m := &all[i]
			m.Head = h
			if err := errors.Join(
				into(ctx, q, milestones, &m.Milestones, h.ID), into(ctx, q, checks, &m.Checks, h.ID), into(ctx, q, evaluations, &m.Evaluations, h.ID),
				into(ctx, q, reminders, &m.Reminders, h.ID), into(ctx, q, callings, &m.Callings, h.ID), into(ctx, q, measureFiles, &m.Files, h.ID),
				into(ctx, q, measureActs, &m.Acts, h.ID)); err != nil {
				return err
			}
		}
		all, err = veiledTies(ctx, q, all, tied.measure)
		return err
	})
	return all, err
}

// MeasureByNumber finds a measure by its number.
func (s *Store) MeasureByNumber(ctx context.Context, number string) (improve.MeasureID, error) {
	id, err := one(ctx, s.ro, value[int64], `SELECT id FROM measures WHERE number = ?`, number)
	return improve.MeasureID(id), s.explain(err)
}

// Complained lists the complaints about some subjects, or their parts, that came in
// from one day of the office's clock to another.
func (s *Store) Complained(ctx context.Context, project app.ProjectID, about []app.Category, from, to workday.Date) ([]app.IssueID, error) {
	if len(about) == 0 {
		return nil, nil
	}
	o, err := readOffice(ctx, s.ro)
	if err != nil {
		return nil, s.explain(err)
	}
	zone := o.Location()
	args := []any{stamp(from.At(0, zone)), stamp(to.AddDays(1).At(0, zone)), int64(project), string(app.Complaint), string(app.Void), string(app.ClosedMerged)}
	like := make([]string, len(about))
	for i, c := range about {
		like[i], args = `category = ?`, append(args, string(c))
		if c == c.Subject() {
			like[i] = `substr(category, 1, 2) = ?`
		}
	}
	ids, err := list(ctx, s.ro, value[int64], `SELECT id FROM issues INDEXED BY issues_received WHERE received >= ? AND received < ?
		AND project_id = ? AND kind = ? AND state <> ? AND close_code <> ? AND (`+strings.Join(like, ` OR `)+`) ORDER BY received, id`, args...)
	all := make([]app.IssueID, len(ids))
	for i, id := range ids {
		all[i] = app.IssueID(id)
	}
	return all, s.explain(err)
}

var measureWrites = writesOf("measures", measureCells)

// KeepMeasure writes a move whole or not at all, with the round that follows, draws
// the numbers it asks for, and returns it as it was kept. What stands on an older
// version than the stored one is refused with app.ErrConflict.
func (s *Store) KeepMeasure(ctx context.Context, m improve.Move) (improve.Move, error) {
	err := s.write(ctx, func(p *pen) error {
		if err := p.keepMeasure(ctx, &m); err != nil || m.Next == nil {
			return err
		}
		next := *m.Next
		next.Head.Before = m.Head.ID
		if err := p.keepMeasure(ctx, &next); err != nil {
			return err
		}
		m.Next, m.Head.After = &next, next.Head.ID
		return nil
	})
	if err != nil {
		return improve.Move{}, err
	}
	return m, nil
}

func (p *pen) keepMeasure(ctx context.Context, m *improve.Move) error {
	h := &m.Head
	if h.ID == 0 {
		if err := p.insertMeasure(ctx, m); err != nil {
			return err
		}
	} else if err := update(ctx, p, "measures", measureWrites.update, measureCells(h), int64(h.ID), &h.Version); err != nil {
		return err
	}
	id := int64(h.ID)
	for _, keep := range []func() error{
		func() error { return measureActs.add(ctx, p, &m.Act, id) },
		func() error { return milestones.keepEach(ctx, p, m.Milestones, id) },
		func() error { return checks.addOne(ctx, p, m.Check, id) },
		func() error { return evaluations.addOne(ctx, p, m.Evaluation, id) },
		func() error { return reminders.addOne(ctx, p, m.Reminder, id) },
		func() error { return callings.addOne(ctx, p, m.Calling, id) },
		func() error { return measureFiles.keepEach(ctx, p, m.Files, id) },
	} {
		if err := keep(); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) insertMeasure(ctx context.Context, m *improve.Move) error {
	month, err := p.officeTime(ctx, m.Act.At)
	if err != nil {
		return err
	}
	h := &m.Head
	if h.Number, err = p.draw(ctx, h.Project, app.PrefixMeasure, month); err != nil {
		return err
	}
	h.Version = 1
	values, err := measureCells(h).values()
	if err != nil {
		return err
	}
	id, err := p.insert(ctx, measureWrites.insert, values...)
	if isDouble(err) { // somebody else began the next round meanwhile
		return errors.Join(app.ErrConflict, err)
	}
	h.ID = improve.MeasureID(id)
	return err
}
