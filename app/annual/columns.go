package annual

import (
	"slices"
	"strings"
)

// Holds is what a column of a file of answers holds.
type Holds string

// What a column can hold. Chosen is one of several choices of its own column,
// Choosing all of a sheet's in one cell.
const (
	Nothing    Holds = ""
	HoldsNo    Holds = "number"
	HoldsArea  Holds = "area"
	HoldsOwner Holds = "owner"
	HoldsSince Holds = "since"
	HoldsMark  Holds = "item"
	HoldsScore Holds = "recommend"
	Choosing   Holds = "choices"
	Chosen     Holds = "choice"
	HoldsOpen  Holds = "open"
	HoldsMode  Holds = "mode"
	HoldsTime  Holds = "seconds"
	HoldsDay   Holds = "filled"
)

// Column is what one column holds; Code says which item, choice or open question.
type Column struct {
	Holds Holds
	Code  string
}

// Mapping is how a file of answers is read: how many of its first rows are
// headings, and what each column holds. It is guessed, and a person may change it.
type Mapping struct {
	Heads   int
	Columns []Column

	// Ordinal tells that numbers are the places of the options, the best first:
	// some sites write 1 for the first option, whatever it says.
	Ordinal bool

	Known Known
}

// Known are the texts by which columns and answers are recognised, by code, in
// every language there is: those of items, dimensions, choices, open questions,
// areas, kinds of owners, modes and ranges of years, and the headings of our own
// forms by what they hold.
type Known map[string][]string

// Wanted lists every column that answers to a questionnaire could have.
func Wanted(q Questionnaire) []Column {
	all := []Column{{HoldsNo, ""}, {HoldsArea, ""}, {HoldsOwner, ""}, {HoldsSince, ""}}
	for _, code := range q.Asked() {
		all = append(all, Column{HoldsMark, code})
	}
	if q.Recommend {
		all = append(all, Column{HoldsScore, ""})
	}
	if len(q.Choices) > 0 {
		all = append(all, Column{Choosing, ""})
	}
	for _, c := range q.Choices {
		all = append(all, Column{Chosen, c.Code})
	}
	for _, o := range q.Open {
		all = append(all, Column{HoldsOpen, o.Code})
	}
	return append(all, Column{HoldsMode, ""}, Column{HoldsTime, ""}, Column{HoldsDay, ""})
}

// Lacks lists what the questionnaire asks and no column holds.
func (m Mapping) Lacks(q Questionnaire) (all []Column) {
	choosing := slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Holds == Choosing || c.Holds == Chosen })
	for _, w := range Wanted(q) {
		switch {
		case !slices.Contains([]Holds{HoldsMark, HoldsScore, Choosing, HoldsOpen}, w.Holds), w.Holds == Choosing && choosing:
		case !slices.Contains(m.Columns, w):
			all = append(all, w)
		}
	}
	return all
}

// CodesSheet is the hidden sheet of our own form that says what its columns hold:
// rows of a heading, what it holds, and the code.
const CodesSheet = "_codes"

// MappingOf is how a sheet is to be read. Of our own form it is known from its hidden
// sheet, wherever somebody moved the columns; of others it is guessed.
func MappingOf(rows, codes [][]string, q Questionnaire, known Known) Mapping {
	held, wanted := map[string]Column{}, Wanted(q)
	for _, c := range codes {
		if len(c) < 2 {
			continue
		}
		if holds := (Column{Holds(c[1]), strings.Join(c[2:], "")}); slices.Contains(wanted, holds) {
			held[strings.TrimSpace(c[0])] = holds
		}
	}
	for i, row := range rows[:min(len(rows), headsWithin)] {
		m, found := Mapping{Heads: i + 1, Columns: make([]Column, len(row)), Known: known}, 0
		for k, head := range row {
			if c, is := held[strings.TrimSpace(head)]; is {
				m.Columns[k] = c
				found++
			}
		}
		if len(held) > 0 && found > len(held)/2 {
			return m
		}
	}
	return GuessMapping(rows, q, known)
}

// GuessMapping finds out what the columns of a file hold, by their headings and, where
// these say too little, by the answers below them.
func GuessMapping(rows [][]string, q Questionnaire, known Known) Mapping {
	m := Mapping{Known: known}
	best := -1
	for i := range rows[:min(len(rows), headsWithin)] {
		for below := 1; below <= 2 && i+below <= len(rows) && (below == 1 || merged(rows[i], rows[i+1])); below++ {
			g := guesser{q: q, known: known, heads: headings(rows[i : i+below]), below: rows[i+below:]}
			if columns, sure := g.guess(); sure > best {
				best, m.Heads, m.Columns = sure, i+below, columns
			}
		}
	}
	m.Ordinal = m.ordinal(rows)
	return m
}

// merged reports whether the cells of one row stand over several of the next: there
// are gaps in it where the next has something. Headings above answers have none.
func merged(over, under []string) bool {
	gaps := 0
	for i, s := range under {
		if strings.TrimSpace(s) != "" && (i >= len(over) || strings.TrimSpace(over[i]) == "") {
			gaps++
		}
	}
	return gaps >= 2
}

// headings are those of one row, or of two where a question stands above the things
// it asks about, merged over them.
func headings(rows [][]string) []string {
	if len(rows) == 1 {
		return rows[0]
	}
	all := make([]string, max(len(rows[0]), len(rows[1])))
	over := ""
	for i := range all {
		if i < len(rows[0]) && strings.TrimSpace(rows[0][i]) != "" {
			over = rows[0][i]
		}
		all[i] = over
		if i < len(rows[1]) && strings.TrimSpace(rows[1][i]) != "" {
			all[i] = over + "——" + rows[1][i]
		}
	}
	return all
}

// headsWithin is in how many rows the headings are looked for: titles and notes may
// stand above them.
const headsWithin = 10

// ordinal reports whether numbers must be places: there is a sixth, and never a 0.
func (m Mapping) ordinal(rows [][]string) bool {
	sixth := false
	for _, row := range rows[min(m.Heads, len(rows)):] {
		for i, c := range m.Columns {
			if c.Holds != HoldsMark || i >= len(row) {
				continue
			}
			switch strings.TrimSpace(row[i]) {
			case "0":
				return false
			case "6":
				sixth = true
			}
		}
	}
	return sixth
}
