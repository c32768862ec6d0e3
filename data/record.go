package data

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/data/archive"
)

// Record reads one record with everything that belongs to it, as it stands at one
// moment.
func (s *Store) Record(ctx context.Context, id meeting.RecordID) (meeting.Record, error) {
	var r meeting.Record
	err := s.read(ctx, func(q asker) (err error) {
		if r.Head, err = one(ctx, q, scanner(wholeHeadCells), `SELECT `+namesOf(wholeHeadCells)+` FROM records WHERE id = ?`, int64(id)); err != nil {
			return err
		}
		if err := errors.Join(
			into(ctx, q, guests, &r.Guests, id), into(ctx, q, agenda, &r.Agenda, id), into(ctx, q, accounts, &r.Accounts, id),
			into(ctx, q, problems, &r.Problems, id), into(ctx, q, opinions, &r.Opinions, id), into(ctx, q, answers, &r.Answers, id),
			into(ctx, q, decisions, &r.Decisions, id), into(ctx, q, toldLog, &r.Told, id), into(ctx, q, freezes, &r.Freezes, id),
			into(ctx, q, recordFiles, &r.Files, id), into(ctx, q, recordActs, &r.Acts, id)); err != nil {
			return err
		}
		t, err := tiedOf(ctx, q)
		if err == nil && len(t.ids()) > 0 {
			r = t.record(r)
		}
		return err
	})
	return r, err
}

// into reads the rows of a list of one record or action item.
func into[T any, K ~int64](ctx context.Context, q asker, t table[T], list *[]T, id K) (err error) {
	*list, err = t.all(ctx, q, int64(id))
	return err
}

// Records lists records without their lists, the newest first.
func (s *Store) Records(ctx context.Context, of meeting.Wanted) ([]meeting.Head, error) {
	where, args := `1`, []any{}
	narrow := func(set bool, how string, arg ...any) {
		if set {
			where += ` AND ` + how
			args = append(args, arg...)
		}
	}
	narrow(of.Project != 0, `project_id = ?`, int64(of.Project))
	narrow(of.Kind != "", `kind = ?`, string(of.Kind))
	narrow(of.Dept != 0, `dept_id = ?`, int64(of.Dept))
	narrow(!of.From.IsZero(), `from_day = ?`, of.From.String())
	narrow(of.Issue != 0, `(issue_id = ? OR EXISTS (SELECT 1 FROM json_each(issues) WHERE value = ?)
		OR EXISTS (SELECT 1 FROM record_opinions o WHERE o.record_id = records.id AND o.issue_id = ?))`, int64(of.Issue), int64(of.Issue), int64(of.Issue))
	if of.Year != 0 {
		o, err := readOffice(ctx, s.ro)
		if err != nil {
			return nil, s.explain(err)
		}
		zone := o.Location()
		from, to := workday.Date{Year: of.Year, Month: 1, Day: 1}, workday.Date{Year: of.Year + 1, Month: 1, Day: 1}
		narrow(true, `(from_day >= ? AND from_day < ? OR from_day = '' AND (CASE WHEN begins = '' THEN made ELSE begins END) >= ?
			AND (CASE WHEN begins = '' THEN made ELSE begins END) < ?)`, from.String(), to.String(), stamp(from.At(0, zone)), stamp(to.At(0, zone)))
	}
	query := `SELECT ` + namesOf(wholeHeadCells) + ` FROM records WHERE ` + where + ` ORDER BY (CASE WHEN begins = '' THEN made ELSE begins END) DESC, id DESC`
	if of.Limit > 0 {
		query, args = query+` LIMIT ?`, append(args, of.Limit)
	}
	var all []meeting.Head
	err := s.read(ctx, func(q asker) (err error) {
		if all, err = list(ctx, q, scanner(wholeHeadCells), query, args...); err == nil {
			all, err = veiledTies(ctx, q, all, tied.head)
		}
		return err
	})
	return all, err
}

// RecordByNumber finds a record by its number.
func (s *Store) RecordByNumber(ctx context.Context, number string) (meeting.RecordID, error) {
	id, err := one(ctx, s.ro, value[int64], `SELECT id FROM records WHERE number = ?`, number)
	return meeting.RecordID(id), s.explain(err)
}

// Kept reads what a freeze kept.
func (s *Store) Kept(ctx context.Context, of meeting.RecordID, n int) (k meeting.Kept, err error) {
	packed, err := one(ctx, s.ro, value[[]byte], `SELECT kept FROM freezes WHERE record_id = ? AND n = ?`, int64(of), n)
	if err != nil {
		return k, s.explain(err)
	}
	if k, err = unpacked(archive.Freeze, packed); err != nil {
		return k, fmt.Errorf("freeze %d of record %d: %w", n, of, err)
	}
	err = s.read(ctx, func(q asker) error {
		all, err := veiledTies(ctx, q, []meeting.Kept{k}, tied.kept)
		k = all[0]
		return err
	})
	return k, err
}

var recordWrites = writesOf("records", headCells)

// KeepRecord writes a move whole or not at all, draws the numbers it asks for, and
// returns it as it was kept. What stands on an older version than the stored one,
// of the record or of an action item, is refused with app.ErrConflict.
func (s *Store) KeepRecord(ctx context.Context, m meeting.Move) (meeting.Move, error) {
	kept, err := s.KeepRecords(ctx, []meeting.Move{m})
	if err != nil {
		return meeting.Move{}, err
	}
	return kept[0], nil
}

// KeepRecords writes several moves, all of them or none.
func (s *Store) KeepRecords(ctx context.Context, moves []meeting.Move) ([]meeting.Move, error) {
	kept := slices.Clone(moves)
	err := s.write(ctx, func(p *pen) error {
		for i := range kept {
			kept[i].Actions, kept[i].Raised = slices.Clone(moves[i].Actions), slices.Clone(moves[i].Raised)
			if err := p.keepRecord(ctx, &kept[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

func (p *pen) keepRecord(ctx context.Context, m *meeting.Move) error {
	if err := p.keepHead(ctx, m); err != nil {
		return err
	}
	for i := range m.Raised {
		received, err := p.keepMove(ctx, m.Raised[i].Move)
		if err != nil {
			return err
		}
		m.Raised[i].Move = received
	}
	if len(m.Raised) > 0 {
		*m = m.Tied()
	}
	if err := p.keepRows(ctx, m); err != nil {
		return err
	}
	for i := range m.Actions {
		if err := p.keepActionOf(ctx, m.Head, &m.Actions[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) keepHead(ctx context.Context, m *meeting.Move) error {
	h := &m.Head
	if h.ID != 0 {
		return update(ctx, p, "records", recordWrites.update, headCells(h), int64(h.ID), &h.Version)
	}
	at, err := p.officeTime(ctx, m.Act.At)
	if err != nil {
		return err
	}
	if h.Number, err = p.draw(ctx, h.Project, m.Draw, at); err != nil {
		return err
	}
	h.Version = 1
	values, err := headCells(h).values()
	if err != nil {
		return err
	}
	id, err := p.insert(ctx, recordWrites.insert, values...)
	if isDouble(err) { // somebody else planned it meanwhile
		return errors.Join(app.ErrConflict, err)
	}
	h.ID = meeting.RecordID(id)
	return err
}

// keepRows writes the timeline's entry and the rows that are new or different.
func (p *pen) keepRows(ctx context.Context, m *meeting.Move) error {
	id := int64(m.Head.ID)
	for _, keep := range []func() error{
		func() error { return recordActs.add(ctx, p, &m.Act, id) },
		func() error { return guests.keepEach(ctx, p, m.Guests, id) },
		func() error { return agenda.keepEach(ctx, p, m.Agenda, id) },
		func() error { return accounts.keepEach(ctx, p, m.Accounts, id) },
		func() error { return problems.keepEach(ctx, p, m.Problems, id) },
		func() error { return opinions.keepEach(ctx, p, m.Opinions, id) },
		func() error { return answers.keepEach(ctx, p, m.Answers, id) },
		func() error { return decisions.keepEach(ctx, p, m.Decisions, id) },
		func() error { return toldLog.keepEach(ctx, p, m.Told, id) },
		func() error { return recordFiles.keepEach(ctx, p, m.Files, id) },
		func() error { return p.keepFreeze(ctx, m.Head.ID, m.Freeze, m.Kept) },
	} {
		if err := keep(); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) keepFreeze(ctx context.Context, id meeting.RecordID, f *meeting.Freeze, k *meeting.Kept) error {
	if f == nil || k == nil {
		return nil
	}
	blob, err := packed(archive.Freeze, *k)
	if err != nil {
		return fmt.Errorf("pack a freeze: %w", err)
	}
	c := freezeCells(f)
	values, err := c.values()
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, `INSERT INTO freezes (record_id, kept, `+c.names()+`) VALUES (?, ?, `+c.marks()+`)`, append([]any{int64(id), blob}, values...)...)
	return err
}

// someDay keeps a day that may not be known, as ”.
type someDay struct{ d *workday.Date }

func (f someDay) value() any {
	if f.d.IsZero() {
		return ""
	}
	return f.d.String()
}

// Scan reads what value wrote.
func (f someDay) Scan(v any) (err error) {
	*f.d = workday.Date{}
	if text, _ := v.(string); text != "" {
		*f.d, err = workday.ParseDate(text)
	}
	return err
}
