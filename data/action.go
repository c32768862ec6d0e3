package data

import (
	"context"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
)

func actionCells(a *meeting.Action) cells {
	return append(cells{
		{"version", &a.Version},
		{"number", &a.Number},
		{"project_id", to(&a.Project)},
		{"source_id", to(&a.Source)},
		{"kind", &a.Kind},
		{"given", moment{&a.Given}},
		{"by_id", to(&a.By)},
		{"first_due", someDay{&a.First}},
		{"due", someDay{&a.Due}},
		{"state", &a.State},
		{"progress", &a.Progress},
		{"done", moment{&a.Done}},
		{"done_by_id", to(&a.DoneBy)},
		{"verified", moment{&a.Verified}},
		{"verified_by_id", to(&a.VerifiedBy)},
		{"why", &a.Why},
		{"ended", moment{&a.Ended}},
	}, taskCells(&a.Task)...)
}

func taskCells(t *meeting.Task) cells {
	return cells{
		{"what", &t.What},
		{"dept_id", to(&t.Dept)},
		{"person_id", to(&t.Person)},
		{"who", &t.Who},
		{"needs", &t.Needs},
		{"verify", &t.Verify},
		{"issue_id", to(&t.Issue)},
	}
}

func wholeActionCells(a *meeting.Action) cells {
	return append(cells{{"id", to(&a.ID)}}, actionCells(a)...)
}

func carryCells(c *meeting.Carry) cells {
	return cells{{"record_id", to(&c.Record)}, {"at", moment{&c.At}}}
}

var (
	actionActs  = tableOf("action_acts", meetingActCells, "action_id")
	readCarries = `SELECT ` + namesOf(carryCells) + ` FROM carries c WHERE action_id = ?
		AND (SELECT state FROM records r WHERE r.id = c.record_id) <> 'cancelled' ORDER BY at, record_id`
)

// Action reads one action item with its timeline.
func (s *Store) Action(ctx context.Context, id meeting.ActionID) (meeting.Action, error) {
	all, err := s.actions(ctx, `id = ?`, int64(id))
	if err == nil && len(all) == 0 {
		err = app.ErrNotFound
	}
	if err != nil {
		return meeting.Action{}, err
	}
	return all[0], nil
}

// Actions lists action items with their timelines, the most pressing first.
func (s *Store) Actions(ctx context.Context, of meeting.WantedActions) ([]meeting.Action, error) {
	where, args := `1`, []any{}
	narrow := func(set bool, how string, arg ...any) {
		if set {
			where += ` AND ` + how
			args = append(args, arg...)
		}
	}
	narrow(of.Project != 0, `project_id = ?`, int64(of.Project))
	narrow(of.Source != 0, `source_id = ?`, int64(of.Source))
	narrow(of.Dept != 0, `dept_id = ?`, int64(of.Dept))
	narrow(of.Issue != 0, `issue_id = ?`, int64(of.Issue))
	narrow(!of.DueFrom.IsZero(), `due >= ?`, of.DueFrom.String())
	narrow(!of.DueBy.IsZero(), `due <= ?`, of.DueBy.String())
	if len(of.Kinds) > 0 {
		kinds := make([]any, len(of.Kinds))
		for i, k := range of.Kinds {
			kinds[i] = string(k)
		}
		narrow(true, `kind IN (?`+strings.Repeat(`, ?`, len(kinds)-1)+`)`, kinds...)
	}
	switch {
	case !of.Open:
	case of.Since.IsZero() && !of.Verify:
		narrow(true, `ended = ''`)
	case of.Since.IsZero():
		narrow(true, `(ended = '' OR state = 'done' AND verified = '')`)
	case !of.Verify:
		narrow(true, `(ended = '' OR ended >= ?)`, stamp(of.Since))
	default:
		narrow(true, `(ended = '' OR ended >= ? OR state = 'done' AND verified = '')`, stamp(of.Since))
	}
	return s.actions(ctx, where, args...)
}

func (s *Store) actions(ctx context.Context, where string, args ...any) ([]meeting.Action, error) {
	var all []meeting.Action
	err := s.read(ctx, func(q asker) (err error) {
		all, err = list(ctx, q, scanner(wholeActionCells), `SELECT `+namesOf(wholeActionCells)+` FROM actions WHERE `+where+` ORDER BY due, id`, args...)
		if err != nil {
			return err
		}
		for i := range all {
			a := &all[i]
			if a.Carries, err = list(ctx, q, scanner(carryCells), readCarries, int64(a.ID)); err != nil {
				return err
			}
			if err := into(ctx, q, actionActs, &a.Acts, a.ID); err != nil {
				return err
			}
		}
		all, err = veiledTies(ctx, q, all, tied.action)
		return err
	})
	return all, err
}

// ActionByNumber finds an action item by its number.
func (s *Store) ActionByNumber(ctx context.Context, number string) (meeting.ActionID, error) {
	id, err := one(ctx, s.ro, value[int64], `SELECT id FROM actions WHERE number = ?`, number)
	return meeting.ActionID(id), s.explain(err)
}

var actionWrites = writesOf("actions", actionCells)

// KeepAction writes what became of one action item.
func (s *Store) KeepAction(ctx context.Context, m meeting.ActionMove) (meeting.ActionMove, error) {
	err := s.write(ctx, func(p *pen) error { return p.keepAction(ctx, &m) })
	if err != nil {
		return meeting.ActionMove{}, err
	}
	return m, nil
}

// keepActionOf writes an action item with the record that gives or carries it,
// which may have its id and number only now.
func (p *pen) keepActionOf(ctx context.Context, h meeting.Head, m *meeting.ActionMove) error {
	if m.Action.ID == 0 {
		m.Action.Source = h.ID
	}
	if m.Carry != nil && m.Carry.Record == 0 {
		c := meeting.Carry{Record: h.ID, At: m.Carry.At}
		m.Carry, m.Act.Note = &c, h.Number
		m.Action.Carries = append(slices.Clone(m.Action.Carries[:len(m.Action.Carries)-1]), c)
	}
	return p.keepAction(ctx, m)
}

func (p *pen) keepAction(ctx context.Context, m *meeting.ActionMove) error {
	a := &m.Action
	if a.ID == 0 {
		if err := p.insertAction(ctx, a, m.Act.At); err != nil {
			return err
		}
	} else if err := update(ctx, p, "actions", actionWrites.update, actionCells(a), int64(a.ID), &a.Version); err != nil {
		return err
	}
	if m.Carry != nil {
		if _, err := p.exec(ctx, `INSERT INTO carries (action_id, record_id, at) VALUES (?, ?, ?)`, int64(a.ID), int64(m.Carry.Record), stamp(m.Carry.At)); err != nil {
			return err
		}
	}
	return actionActs.add(ctx, p, &m.Act, int64(a.ID))
}

func (p *pen) insertAction(ctx context.Context, a *meeting.Action, at time.Time) error {
	month, err := p.officeTime(ctx, at)
	if err != nil {
		return err
	}
	if a.Number, err = p.draw(ctx, a.Project, app.PrefixAction, month); err != nil {
		return err
	}
	a.Version = 1
	values, err := actionCells(a).values()
	if err != nil {
		return err
	}
	id, err := p.insert(ctx, actionWrites.insert, values...)
	a.ID = meeting.ActionID(id)
	return err
}
