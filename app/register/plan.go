package register

import "strings"

// A Plan is a file on its way into the register: which sheet is read, how, what
// it says, and what that would change. It writes nothing.
type Plan struct {
	Sheets  []Sheet
	At      int // the sheet that is read, from 0
	Layout  Layout
	Options Options
	Reading Reading
	Outcome Outcome
}

// NewPlan begins with the sheet that looks most like a register and the columns
// it seems to have; a person may correct both.
func NewPlan(sheets []Sheet, o Options) *Plan {
	p := &Plan{Sheets: sheets, Options: o}
	p.Turn(max(Choose(sheets), 0))
	return p
}

// Sheet is the one that is read.
func (p *Plan) Sheet() Sheet {
	if p.At >= len(p.Sheets) {
		return Sheet{}
	}
	return p.Sheets[p.At]
}

// Turn reads another sheet.
func (p *Plan) Turn(at int) {
	p.At = at
	p.Layout = GuessLayout(p.Sheet())
}

// HeadAt takes another row for the headings, from 1.
func (p *Plan) HeadAt(row int) { p.Layout = LayoutUnder(p.Sheet(), row) }

// Assign corrects what a column is. A column that was taken for the same before
// is left out; phones may stand in several.
func (p *Plan) Assign(index int, c Column) {
	for i, g := range p.Layout.Guesses {
		switch {
		case g.Index == index || g.Column != c || c == Ignored || c == OfPhone2 || c.Unwanted():
		case c == OfPhone:
			p.Layout.Guesses[i].Column = OfPhone2
		default:
			p.Layout.Guesses[i].Column, p.Layout.Guesses[i].Sure = Ignored, 0
		}
	}
	p.Layout.Set(index, c)
}

// Missing says which columns are not there without which nothing can be read.
func (p *Plan) Missing() []Problem {
	r := reader{sheet: p.Sheet(), layout: p.Layout, options: p.Options}
	r.complete()
	return r.Problems
}

// Try reads the sheet and says what taking it in would do to what is known.
func (p *Plan) Try(known []Known) {
	p.Reading = Read(p.Sheet(), p.Layout, p.Options)
	p.Outcome = Compare(p.Reading, known)
}

// Brings says that taking the sheet in would change anything.
func (o Outcome) Brings() bool { return o.New+o.Changed > 0 }

// Samples are the first different values of a column, for a person to tell what
// stands in it.
func (p *Plan) Samples(index, most int) []string {
	var found []string
	seen := map[string]bool{}
	for _, row := range p.Sheet().Rows[min(p.Layout.HeadRow, len(p.Sheet().Rows)):] {
		if len(found) == most {
			break
		}
		if index >= len(row) || row[index].Down {
			continue
		}
		if s := strings.TrimSpace(row[index].Text); s != "" && !seen[s] {
			seen[s] = true
			found = append(found, s)
		}
	}
	return found
}
