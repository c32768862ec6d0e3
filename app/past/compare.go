package past

import (
	"cmp"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

// Line says what taking one row over would do, and why.
type Line struct {
	Row      int
	State    register.State // new, unchanged or refused
	Entry    *Entry         // as read; nil if refused
	Problems []register.Problem
}

// Outcome is what taking a sheet over would do.
type Outcome struct {
	New, There, Refused int
	Lines               []Line
}

// Brings says that taking the sheet over would change anything.
func (o Outcome) Brings() bool { return o.New > 0 }

// Rows are what is new.
func (o Outcome) Rows() []app.Past {
	rows := make([]app.Past, 0, o.New)
	for _, l := range o.Lines {
		if l.State == register.New {
			rows = append(rows, l.Entry.Past)
		}
	}
	return rows
}

// Numbers are the numbers that the file must be asked about.
func (r Reading) Numbers() []string {
	all := make([]string, len(r.Entries))
	for i, e := range r.Entries {
		all[i] = e.Number
	}
	return all
}

// costAt is the first column that says what the row's issue cost.
func (e Entry) costAt(l register.Layout) string {
	for _, c := range costColumns {
		if l.Index(c) >= 0 {
			return l.Letter(c)
		}
	}
	return ""
}

// Compare says which rows are new and which are here already. A number that the
// program gave itself, or that came with other contents, is refused: nothing that
// was taken over is ever changed by a file.
func Compare(r Reading, l register.Layout, known map[string]Known) Outcome {
	problems, fatal := map[int][]register.Problem{}, map[int]bool{}
	note := func(p register.Problem) {
		problems[p.Row] = append(problems[p.Row], p)
		fatal[p.Row] = fatal[p.Row] || p.Fatal
	}
	for _, p := range r.Problems {
		note(p)
	}
	var o Outcome
	for i := range r.Entries {
		e := &r.Entries[i]
		k, there := known[e.Number]
		line := Line{Row: e.Row, State: register.New, Entry: e}
		switch {
		case there && k.Hash == e.Hash:
			line.State = register.Unchanged
		case there && k.Hash == e.Before: // taken over before costs were: nothing is changed by a file
			line.State = register.Unchanged
			note(register.Problem{Sheet: r.Sheet, Row: e.Row, Column: e.costAt(l), Field: OfTotal, Rule: CostSince, Value: e.Number})
		case there:
			p := register.Problem{Sheet: r.Sheet, Row: e.Row, Column: l.Letter(OfNumber), Field: OfNumber, Rule: NumberOther, Value: e.Number, Fatal: true}
			if k.Hash == "" {
				p.Rule = NumberTaken
			}
			note(p)
			continue
		}
		line.Problems = problems[e.Row]
		o.Lines = append(o.Lines, line)
	}
	for row := range fatal {
		if fatal[row] {
			o.Lines = append(o.Lines, Line{Row: row, State: register.Refused, Problems: problems[row]})
		}
	}
	slices.SortFunc(o.Lines, func(a, b Line) int { return cmp.Compare(a.Row, b.Row) })
	for _, line := range o.Lines {
		switch line.State {
		case register.New:
			o.New++
		case register.Unchanged:
			o.There++
		case register.Refused:
			o.Refused++
		}
	}
	return o
}
