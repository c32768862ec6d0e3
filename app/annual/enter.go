package annual

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// EnterOrder keys one sheet in. Its stratum follows from its number; where nothing
// was drawn it is said on the sheet, and number 0 is the next that runs.
type EnterOrder struct {
	Stand
	Sheet Sheet
}

// Number is what is known about the number of a sheet before it is taken in.
type Number struct {
	Unit  Unit
	Given bool // the number was given to the unit
	There bool // a sheet of that number is there already
	Next  int  // the next running number
}

// Enter keys one sheet in. The timeline says nothing of it, and the sheet keeps the
// day only, so that nobody can tell by the hour whose it is.
func (d *Desk) Enter(ctx context.Context, o EnterOrder) (Move, error) {
	d.keying.Lock()
	defer d.keying.Unlock()
	return d.act(ctx, "enter a sheet of", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		k, err := d.number(ctx, v, o.Sheet.No)
		if err != nil {
			return Move{}, err
		}
		return v.Enter(o, k, g, at)
	})
}

// number is numbers for one that was given out, without reading all sheets: keying in
// must stay quick.
func (d *Desk) number(ctx context.Context, v Survey, no int) (Number, error) {
	if !linked(no) {
		all, err := d.numbers(ctx, v, []int{no})
		return all[no], err
	}
	units, err := d.Store.UnitsOf(ctx, v.ID, []int{no})
	if err != nil {
		return Number{}, fmt.Errorf("read whose the number is: %w", err)
	}
	_, err = d.Store.Sheet(ctx, v.ID, no)
	if err != nil && !errors.Is(err, app.ErrNotFound) {
		return Number{}, fmt.Errorf("read sheet %d: %w", no, err)
	}
	u, given := units[no]
	return Number{Unit: u, Given: given, There: err == nil}, nil
}

// numbers reads what is known about the numbers of sheets.
func (d *Desk) numbers(ctx context.Context, v Survey, wanted []int) (map[int]Number, error) {
	sheets, err := d.Store.Sheets(ctx, v.ID)
	if err != nil {
		return nil, fmt.Errorf("read the sheets: %w", err)
	}
	there := map[int]bool{}
	for _, s := range sheets {
		there[s.No] = true
	}
	units, err := d.Store.UnitsOf(ctx, v.ID, slices.DeleteFunc(slices.Clone(wanted), func(no int) bool { return !linked(no) }))
	if err != nil {
		return nil, fmt.Errorf("read whose the numbers are: %w", err)
	}
	all, next := map[int]Number{}, running(sheets)
	for _, no := range wanted {
		u, given := units[no]
		all[no] = Number{Unit: u, Given: given, There: there[no], Next: next}
	}
	return all, nil
}

// Enter decides Desk.Enter.
func (v Survey) Enter(o EnterOrder, k Number, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.asks(g, o.By, v.Plan)
	f.open(v, Field)
	s := o.Sheet.typed(v.Questionnaire)
	s.By, s.Keyed, s.File = o.By, today(g, at), ""
	m := Move{Head: v.Head}
	v.take(&f, &m, s, k, g, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	return m, nil
}

// take takes one sheet in: its number, its stratum, its answers; its unit is done.
func (v Survey) take(f *faults, m *Move, s Sheet, k Number, g app.Ground, at time.Time) {
	if s.No == 0 && v.Plan.Convenience {
		s.No = k.Next
		f.unless(s.No < firstNumber, "no", "full")
	} else {
		f.unless(s.No != 0, "no", "missing")
		f.unless(s.No == 0 || Checks(s.No), "no", "mistyped")
		f.unless(!Checks(s.No) || k.Given, "no", "unknown")
		f.unless(!k.There, "no", "taken")
	}
	if k.Given {
		s.Stratum = k.Unit.Stratum
		if u := k.Unit; u.Outcome != Done {
			u.Outcome, u.Contacted = Done, true
			m.Units = append(m.Units, u)
		}
	}
	v.answers(f, s, g, at)
	m.Sheets = append(m.Sheets, s)
}

// LongestOpen is how long an answer in words may be. A site lets an owner write more
// than a clerk would, and no sheet is turned away for it.
const LongestOpen = 20_000

// typed is a sheet as it was typed, with nothing on it that only other acts may say.
func (s Sheet) typed(q Questionnaire) Sheet {
	return Sheet{
		No: s.No, Stratum: s.Stratum, Mode: s.Mode, Marks: s.Marks, Recommend: s.recommends(q), Choices: slices.Clone(s.Choices),
		Open: s.words(q), Since: s.Since, Seconds: s.Seconds, Filled: s.Filled, Asked: s.Asked, File: s.File,
	}
}

func (s Sheet) recommends(q Questionnaire) int {
	if !q.Recommend {
		return NoRecommendation
	}
	return s.Recommend
}

// words are the open answers, one a question.
func (s Sheet) words(q Questionnaire) []string {
	all := make([]string, max(len(q.Open), len(s.Open)))
	for i, text := range s.Open {
		all[i] = strings.TrimSpace(text)
	}
	return all
}

// answers checks what a sheet says.
func (v Survey) answers(f *faults, s Sheet, g app.Ground, at time.Time) {
	q := v.Questionnaire
	f.unless(s.Stratum >= 0 && s.Stratum < len(v.Strata), "stratum", "missing")
	f.unless(slices.Contains(Modes, s.Mode), "mode", "missing")
	f.marks(s.Marks, q)
	f.unless(s.Recommend >= NoRecommendation && s.Recommend <= 10, "recommend", "out-of-range")
	f.unless(known(s.Choices, codesOf(q.Choices, Choice.code)), "choices", "unknown")
	f.unless(len(s.Choices) <= q.MostChosen, "choices", "too-many")
	f.unless(len(s.Open) <= len(q.Open), "open", "unknown")
	for _, text := range s.Open {
		f.text(text, "open", false, LongestOpen)
	}
	f.unless(s.Since == "" || slices.Contains(Sinces, s.Since), "since", "unknown")
	f.unless(s.Seconds >= 0 && s.Seconds < 1e7, "seconds", "out-of-range")
	f.unless(!s.Filled.After(today(g, at)), "filled", "future")
	f.unless(s.Filled.IsZero() || !s.Filled.Before(today(g, v.Drawn)), "filled", "before-drawn")
	f.here(g, s.Asked, "asked")
}

// marks checks the marks of a sheet: one for each item, and something among them.
func (f *faults) marks(marks string, q Questionnaire) {
	f.unless(len(marks) == len(q.Asked()), "marks", "length")
	f.unless(strings.Trim(marks, "12345"+string(DontKnow)+string(Blank)) == "", "marks", "letters")
	f.unless(strings.Trim(marks, string(Blank)) != "", "marks", "missing")
}
