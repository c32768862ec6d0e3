package data

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

func unitCells(u *annual.Unit) cells {
	return cells{
		{"n", &u.N},
		{"stratum", &u.Stratum},
		{"room_id", to(&u.Room)},
		{"pos", &u.Order},
		{"reserve", &u.Reserve},
		{"called", &u.Called},
		{"for_n", &u.For},
		{"interviewer_id", to(&u.Interviewer)},
		{"outcome", &u.Outcome},
		{"replaced_by", &u.ReplacedBy},
		{"attempts", &u.Attempts},
		{"contacted", &u.Contacted},
	}
}

func attemptCells(a *annual.Attempt) cells {
	return cells{
		{"unit", &a.Unit},
		{"n", &a.N},
		{"at", moment{&a.At}},
		{"by_id", to(&a.By)},
		{"mode", &a.Mode},
		{"outcome", &a.Outcome},
		{"note", &a.Note},
	}
}

func linkCells(l *annual.Link) cells { return cells{{"no", &l.No}, {"unit", &l.Unit}} }

var (
	surveyUnits    = tableOf("survey_units", unitCells, "survey_id", "frame")
	surveyAttempts = tableOf("survey_attempts", attemptCells, "survey_id", "frame")
	surveyLinks    = tableOf("survey_links", linkCells, "survey_id", "frame")
)

// cloned is a move whose lists may be brought into form without changing those of
// the caller.
func cloned(m annual.Move) annual.Move {
	m.Units, m.Attempts, m.Links, m.Sheets = slices.Clone(m.Units), slices.Clone(m.Attempts), slices.Clone(m.Links), slices.Clone(m.Sheets)
	return m
}

// newestFrame narrows units and links to those of a survey's newest frame; it
// takes the survey twice.
const newestFrame = `survey_id = ? AND frame = (SELECT frame FROM surveys WHERE id = ?)`

// someUnits is which units are asked for, as SQL.
type someUnits struct {
	from, order string
	args        []any
}

// wanted spells which units are asked for: reserves as they are to be called up,
// all others by number.
func wanted(of annual.WantedUnits) someUnits {
	n := narrowing{}
	n.add(newestFrame, int64(of.Survey), int64(of.Survey))
	order := ` ORDER BY n`
	if of.Called {
		n.add(`called = 1`)
	}
	if of.Reserves {
		n.add(`reserve = 1 AND called = 0`)
		order = ` ORDER BY stratum, pos, n`
	}
	if of.OneStratum {
		n.add(`stratum = ?`, of.Stratum)
	}
	if of.Interviewer != 0 {
		n.add(`interviewer_id = ?`, int64(of.Interviewer))
	}
	if of.Outcome != "" {
		n.add(`outcome = ?`, string(of.Outcome))
	}
	if of.Waiting {
		n.add(`outcome = ''`)
	}
	from := `survey_units` + n.where() + order
	if of.Limit > 0 || of.From > 0 {
		from += ` LIMIT ? OFFSET ?`
		n.args = append(n.args, atMost(of.Limit), of.From)
	}
	return someUnits{from, order, n.args}
}

// atMost is a LIMIT; without one there is none.
func atMost(limit int) int {
	if limit > 0 {
		return limit
	}
	return -1
}

// Units lists the units of a survey's newest frame: reserves in the order in which
// they are to be called up, all others by number. From is how many are left out.
func (s *Store) Units(ctx context.Context, of annual.WantedUnits) ([]annual.Unit, error) {
	w := wanted(of)
	all, err := list(ctx, s.ro, scannerOfMany(unitCells), `SELECT `+namesOf(unitCells)+` FROM `+w.from, w.args...)
	return all, s.explain(err)
}

// Unit reads one with its attempts.
func (s *Store) Unit(ctx context.Context, of annual.SurveyID, n int) (u annual.Unit, tried []annual.Attempt, err error) {
	args := []any{int64(of), int64(of), n}
	err = s.read(ctx, func(q asker) (err error) {
		if u, err = one(ctx, q, scanner(unitCells), `SELECT `+namesOf(unitCells)+` FROM survey_units WHERE `+newestFrame+` AND n = ?`, args...); err != nil {
			return err
		}
		tried, err = list(ctx, q, scanner(attemptCells), `SELECT `+namesOf(attemptCells)+` FROM survey_attempts WHERE `+newestFrame+` AND unit = ? ORDER BY n`, args...)
		return err
	})
	return u, tried, err
}

// Answered tells whether the sheet of a unit is there.
func (s *Store) Answered(ctx context.Context, of annual.SurveyID, n int) (there bool, err error) {
	there, err = one(ctx, s.ro, value[bool], `SELECT EXISTS (SELECT 1 FROM survey_links l JOIN survey_sheets s ON s.survey_id = l.survey_id AND s.no = l.no
		WHERE l.survey_id = ? AND l.frame = (SELECT frame FROM surveys WHERE id = ?) AND l.unit = ?)`, int64(of), int64(of), n)
	return there, s.explain(err)
}

// UnitOf tells which unit a sample number was given to.
func (s *Store) UnitOf(ctx context.Context, of annual.SurveyID, no int) (int, error) {
	n, err := one(ctx, s.ro, value[int], `SELECT unit FROM survey_links WHERE `+newestFrame+` AND no = ?`, int64(of), int64(of), no)
	return n, s.explain(err)
}

// UnitsOf tells to which units many sample numbers were given.
func (s *Store) UnitsOf(ctx context.Context, of annual.SurveyID, numbers []int) (map[int]annual.Unit, error) {
	columns := unitCells(&annual.Unit{}).join(", ", func(name string) string { return "u." + name })
	var no int
	units := make(map[int]annual.Unit, len(numbers))
	unit := scannerOfMany(func(u *annual.Unit) cells { return append(cells{{"no", &no}}, unitCells(u)...) })
	_, err := list(ctx, s.ro, func(r row) (none struct{}, err error) {
		u, err := unit(r)
		units[no] = u
		return none, err
	}, `SELECT l.no, `+columns+` FROM json_each(?) j CROSS JOIN survey_links l ON l.survey_id = ? AND l.no = j.value
		CROSS JOIN survey_units u ON u.survey_id = l.survey_id AND u.frame = l.frame AND u.n = l.unit
		WHERE l.frame = (SELECT frame FROM surveys WHERE id = ?)`, oneArgument(numbers), int64(of), int64(of))
	return units, s.explain(err)
}

func (p *pen) keepUnits(ctx context.Context, m *annual.Move) error {
	return eachUncalled(ctx, m.Units, func(ctx context.Context, u *annual.Unit) error {
		return surveyUnits.keep(ctx, p, u, int64(m.Head.ID), m.Head.Frame)
	})
}

func (p *pen) keepAttempts(ctx context.Context, m *annual.Move) error {
	return eachUncalled(ctx, m.Attempts, func(ctx context.Context, a *annual.Attempt) error {
		return clash(surveyAttempts.add(ctx, p, a, int64(m.Head.ID), m.Head.Frame))
	})
}

func (p *pen) keepLinks(ctx context.Context, m *annual.Move) error {
	slices.SortFunc(m.Links, func(a, b annual.Link) int { return cmp.Compare(a.No, b.No) })
	return eachUncalled(ctx, m.Links, func(ctx context.Context, l *annual.Link) error {
		return clash(surveyLinks.add(ctx, p, l, int64(m.Head.ID), m.Head.Frame))
	})
}

// eachUncalled does something with each of many rows. The driver starts a
// goroutine for each statement that could be called off; here it is asked between
// rows instead.
func eachUncalled[T any](ctx context.Context, all []T, do func(context.Context, *T) error) error {
	calledOff := ctx.Err
	ctx = context.WithoutCancel(ctx)
	for i := range all {
		if err := calledOff(); err != nil {
			return err
		}
		if err := do(ctx, &all[i]); err != nil {
			return err
		}
	}
	return nil
}

// unlink takes away every link of a survey that says it was done, and from its
// sheets on which day and by whom somebody was asked: visits tell the same, and with
// it whose many a sheet is. The day of keying in becomes the last one of all. The
// bytes are overwritten where they lie.
func (p *pen) unlink(ctx context.Context, m *annual.Move) error {
	if !m.Unlink {
		return nil
	}
	if err := p.set(ctx, []string{`PRAGMA secure_delete = ON`}); err != nil {
		return err
	}
	var err error
	for _, away := range []string{
		`DELETE FROM survey_links WHERE survey_id = ?1`,
		`UPDATE survey_sheets SET filled = '', asked_by_id = NULL, keyed = (SELECT max(keyed) FROM survey_sheets WHERE survey_id = ?1) WHERE survey_id = ?1`,
		`DELETE FROM form_drafts WHERE form LIKE 'keying/' || ?1 || '/%'`,
		`UPDATE survey_sheet_changes SET diffs = (SELECT json_group_array(json(value)) FROM json_each(diffs) WHERE value ->> 0 NOT IN ('filled', 'asked'))
			WHERE survey_id = ?1`,
	} {
		if err == nil {
			_, err = p.exec(ctx, away, int64(m.Head.ID))
		}
	}
	return errors.Join(err, p.set(context.WithoutCancel(ctx), []string{`PRAGMA secure_delete = OFF`}))
}

// wipe writes the whole file anew after links were taken away, and empties its
// log: SQLite leaves copies of rows wherever they once lay, until something else is
// written there. The same takes away in which order sheets came onto their page.
// What cannot be done now, for want of room on the disk, is tried again when the
// file is closed; nobody reads the links through the program any more. Backups
// made before still hold them: the office is told to let go of those.
func (s *Store) wipe() {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.unwiped = s.wipeNow() != nil
}

func (s *Store) wipeNow() error {
	ctx := context.Background()
	if err := s.pen.set(ctx, []string{`VACUUM`}); err != nil {
		return err
	}
	busy, err := s.checkpoint(ctx, "TRUNCATE")
	if err != nil {
		return err
	}
	if busy { // somebody is still reading what was there before
		return app.ErrConflict
	}
	return nil
}
