package register

import "strings"

// A File is a file on its way in: which of its sheets is read, and how.
type File struct {
	Sheets []Sheet
	At     int // the sheet that is read, from 0
	Layout Layout

	guess func(Sheet) Layout
	under func(Sheet, int) Layout
}

// NewFile begins with the sheet that looks most like what is wanted. guess finds
// the headings of a sheet and what its columns are, under reads headings that
// stand in a given row.
func NewFile(sheets []Sheet, guess func(Sheet) Layout, under func(Sheet, int) Layout) File {
	f := File{Sheets: sheets, guess: guess, under: under}
	f.Turn(max(choose(sheets, guess), 0))
	return f
}

// Sheet is the one that is read.
func (f *File) Sheet() Sheet {
	if f.At >= len(f.Sheets) {
		return Sheet{}
	}
	return f.Sheets[f.At]
}

// Turn reads another sheet.
func (f *File) Turn(at int) {
	f.At = at
	f.Layout = f.guess(f.Sheet())
}

// Assign corrects what a column is; one that was taken for the same before is left out.
func (f *File) Assign(index int, c Column) {
	for i, g := range f.Layout.Guesses {
		if g.Index != index && g.Column == c && c != Ignored {
			f.Layout.Guesses[i].Column, f.Layout.Guesses[i].Sure = Ignored, 0
		}
	}
	f.Layout.Set(index, c)
}

// HeadAt takes another row for the headings, from 1.
func (f *File) HeadAt(row int) { f.Layout = f.under(f.Sheet(), row) }

// A Plan is a file on its way into the register: how it is read, what it says,
// and what that would change. It writes nothing.
type Plan struct {
	File
	Options Options
	Reading Reading
	Outcome Outcome
}

// NewPlan begins with the sheet that looks most like a register and the columns
// it seems to have; a person may correct both.
func NewPlan(sheets []Sheet, o Options) *Plan {
	return &Plan{File: NewFile(sheets, GuessLayout, LayoutUnder), Options: o}
}

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
func (f *File) Samples(index, most int) []string {
	var found []string
	seen := map[string]bool{}
	for _, row := range f.Sheet().Rows[min(f.Layout.HeadRow, len(f.Sheet().Rows)):] {
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
