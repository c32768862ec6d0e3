package past

import "ownerdesk/app/register"

// A Plan is a ledger on its way into the program: how it is read, what it says,
// and what taking it over would do. It writes nothing.
type Plan struct {
	register.File
	Options Options
	Reading Reading
	Outcome Outcome
}

// NewPlan begins with the sheet that looks most like a ledger and the columns it
// seems to have; a person may correct both.
func NewPlan(sheets []register.Sheet, o Options) *Plan {
	return &Plan{File: register.NewFile(sheets, GuessLayout, LayoutUnder), Options: o}
}

// Missing says which columns are not there without which nothing can be read.
func (p *Plan) Missing() []register.Problem { return missing(p.Sheet(), p.Layout) }

// Read reads the sheet and finds in the office what it names.
func (p *Plan) Read(o Office) { p.Reading = o.Match(Read(p.Sheet(), p.Layout, p.Options), p.Layout) }

// Compare says what taking the sheet over would do.
func (p *Plan) Compare(known map[string]Known) { p.Outcome = Compare(p.Reading, p.Layout, known) }
