package data

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

func sheetCells(v *annual.Sheet) cells {
	return cells{
		{"no", &v.No},
		{"version", &v.Version},
		{"stratum", &v.Stratum},
		{"mode", &v.Mode},
		{"marks", &v.Marks},
		{"recommend", &v.Recommend},
		{"choices", texting{&v.Choices}},
		{"open", texting{&v.Open}},
		{"since", &v.Since},
		{"seconds", &v.Seconds},
		{"filled", someDay{&v.Filled}},
		{"keyed", someDay{&v.Keyed}},
		{"by_id", to(&v.By)},
		{"asked_by_id", to(&v.Asked)},
		{"file", &v.File},
		{"first", &v.First},
		{"second", &v.Second},
		{"second_by_id", to(&v.SecondBy)},
		{"back", &v.Back},
		{"back_by_id", to(&v.BackBy)},
		{"back_note", &v.BackNote},
		{"void", &v.Void},
		{"why", &v.Why},
		{"void_by_id", to(&v.VoidBy)},
		{"topics", texting{&v.Topics}},
		{"quote", &v.Quote},
		{"quoted", &v.Quoted},
	}
}

func sheetChangeCells(c *annual.SheetChange) cells {
	return cells{{"n", &c.N}, {"at", someDay{&c.At}}, {"by_id", to(&c.By)}, {"why", &c.Why}, {"diffs", differences{&c.Diffs}}}
}

var (
	sheetChanges = tableOf("survey_sheet_changes", sheetChangeCells, "survey_id", "no")
	insertSheet  = func() string {
		var v annual.Sheet
		c := sheetCells(&v)
		return fmt.Sprintf(`INSERT INTO survey_sheets (survey_id, %s) VALUES (?, %s)`, c.names(), c.marks())
	}()
	updateSheet = func() string {
		var v annual.Sheet
		return fmt.Sprintf(`UPDATE survey_sheets SET %s WHERE survey_id = ? AND no = ? AND version = ?`, sheetCells(&v).sets())
	}()
	readSheets = `SELECT ` + namesOf(sheetCells) + ` FROM survey_sheets WHERE survey_id = ?`
)

// Sheets lists all answer sheets without their changes, in the order of their
// numbers.
func (s *Store) Sheets(ctx context.Context, of annual.SurveyID) ([]annual.Sheet, error) {
	all, err := list(ctx, s.ro, scannerOfMany(sheetCells), readSheets+` ORDER BY no`, int64(of))
	return all, s.explain(err)
}

// Sheet reads one with its changes.
func (s *Store) Sheet(ctx context.Context, of annual.SurveyID, no int) (v annual.Sheet, err error) {
	err = s.read(ctx, func(q asker) (err error) {
		if v, err = one(ctx, q, scanner(sheetCells), readSheets+` AND no = ?`, int64(of), no); err != nil {
			return err
		}
		v.Changes, err = sheetChanges.all(ctx, q, int64(of), no)
		return err
	})
	return v, err
}

// keepSheets writes the sheets of a move in the order of their numbers, which is
// faster and tells nobody in which order they came, and what was corrected in them.
func (p *pen) keepSheets(ctx context.Context, m *annual.Move) error {
	sorted := make([]*annual.Sheet, len(m.Sheets))
	for i := range m.Sheets {
		sorted[i] = &m.Sheets[i]
	}
	slices.SortFunc(sorted, func(a, b *annual.Sheet) int { return cmp.Compare(a.No, b.No) })
	err := eachUncalled(ctx, sorted, func(ctx context.Context, v **annual.Sheet) error {
		if err := p.keepSheet(ctx, m.Head.ID, *v); err != nil {
			return fmt.Errorf("keep sheet %d: %w", (*v).No, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for no, c := range m.Changes {
		if err := clash(sheetChanges.add(ctx, p, &c, int64(m.Head.ID), no)); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) keepSheet(ctx context.Context, of annual.SurveyID, v *annual.Sheet) error {
	stood := v.Version
	v.Version++
	values, err := sheetCells(v).values()
	if err != nil {
		return err
	}
	if stood == 0 {
		_, err := p.exec(ctx, insertSheet, append([]any{int64(of)}, values...)...)
		return clash(err)
	}
	done, err := p.exec(ctx, updateSheet, append(values, int64(of), v.No, stood)...)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return err
	}
	var there bool
	err = p.one(ctx, `SELECT EXISTS (SELECT 1 FROM survey_sheets WHERE survey_id = ? AND no = ?)`, []any{int64(of), v.No}, &there)
	if err == nil && !there {
		return app.ErrNotFound
	}
	if err == nil {
		return app.ErrConflict
	}
	return err
}

// texting keeps a short list of texts as JSON. Most are empty or of codes, and
// are read for many thousand sheets at once.
type texting struct{ of *[]string }

func (t texting) value() any {
	if len(*t.of) == 0 {
		return "[]"
	}
	return document[[]string]{t.of, plainly[[]string]{}}.value()
}

// Scan reads what value wrote.
func (t texting) Scan(v any) error {
	text, _ := v.(string)
	*t.of = nil
	switch {
	case text == "[]":
		return nil
	case strings.IndexByte(text, '\\') < 0 && strings.HasPrefix(text, `["`):
		*t.of = strings.Split(text[2:len(text)-2], `","`)
		return nil
	}
	return json.Unmarshal([]byte(text), t.of)
}
