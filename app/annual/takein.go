package annual

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// ImportOrder takes sheets over from a file, all or none.
type ImportOrder struct {
	Stand
	File   string // its name
	Sheets []Sheet
}

// Checked is what is to be said about one sheet of a file before it is taken over.
type Checked struct {
	Sheet  Sheet // with its number and stratum
	Faults app.Faults
	Flaws  []survey.Flaw
	Same   int // place in the file of an earlier sheet that says the same, from 1; 0 for none
}

// Preview tells what Import would do, sheet by sheet in the order of the file, without
// doing it.
func (d *Desk) Preview(ctx context.Context, o ImportOrder) ([]Checked, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return nil, err
	}
	v, err := d.Store.Survey(ctx, o.Survey)
	if err != nil {
		return nil, fmt.Errorf("preview sheets of survey %d: %w", o.Survey, err)
	}
	known, err := d.numbers(ctx, v, numbersOf(o.Sheets))
	if err != nil {
		return nil, err
	}
	_, checked, err := v.takeIn(o, known, g, d.moment())
	return checked, err
}

// Import takes sheets over from a file. One that breaks a rule keeps all of them out.
func (d *Desk) Import(ctx context.Context, o ImportOrder) (Move, error) {
	d.keying.Lock()
	defer d.keying.Unlock()
	return d.act(ctx, "import sheets of", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		known, err := d.numbers(ctx, v, numbersOf(o.Sheets))
		if err != nil {
			return Move{}, err
		}
		return v.Import(o, known, g, at)
	})
}

func numbersOf(sheets []Sheet) []int {
	all := make([]int, len(sheets))
	for i, s := range sheets {
		all[i] = s.No
	}
	return all
}

// Import decides Desk.Import. known is what is known about each number of the file.
func (v Survey) Import(o ImportOrder, known map[int]Number, g app.Ground, at time.Time) (Move, error) {
	m, checked, err := v.takeIn(o, known, g, at)
	if err != nil {
		return Move{}, err
	}
	for _, c := range checked {
		if len(c.Faults) > 0 {
			return Move{}, app.Faults{{Field: "sheets", Rule: "refused"}}
		}
	}
	m.counts("sheets", len(m.Sheets))
	return m, nil
}

// takeIn checks the sheets of a file one by one. Its error is what keeps all of them
// out, whatever they say.
func (v Survey) takeIn(o ImportOrder, known map[int]Number, g app.Ground, at time.Time) (Move, []Checked, error) {
	var f faults
	f.may(g, o.By)
	f.open(v, Field)
	f.unless(len(o.Sheets) > 0, "sheets", "missing")
	f.text(o.File, "file", false, app.LongestLine)
	if err := f.err(); err != nil {
		return Move{}, nil, err
	}
	m := v.begin(ActImported, o.By, at, strings.TrimSpace(o.File))
	checked, seen, said, next := make([]Checked, len(o.Sheets)), map[int]bool{}, map[string]int{}, 0
	for i, one := range o.Sheets {
		s := one.typed(v.Questionnaire)
		s.By, s.Keyed, s.File = o.By, today(g, at), m.Act.Note
		k := known[s.No]
		if s.No == 0 {
			k.Next += next
			next++
		}
		var f faults
		f.unless(s.No == 0 || !seen[s.No], "no", "twice")
		seen[s.No] = true
		v.take(&f, &m, s, k, g, at)
		c := &checked[i]
		c.Sheet, c.Faults = m.Sheets[i], app.Faults(f)
		c.Flaws = c.Sheet.Flaws()
		says := c.Sheet.says()
		if c.Same = said[says]; c.Same == 0 {
			said[says] = i + 1
		}
	}
	return m, checked, nil
}

// says is all that a sheet says, in one; two that say the same throughout have the
// same.
func (s Sheet) says() string {
	all := append([]string{s.Marks, strconv.Itoa(s.Recommend), strconv.Itoa(len(s.Choices))}, s.Choices...)
	return strings.Join(append(all, s.Open...), "\x00")
}
