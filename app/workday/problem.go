package workday

import (
	"fmt"
	"strings"
)

// Problem is one thing that is wrong, said without language: the screen has the
// words for its Rule.
type Problem struct {
	Row   int    // line of the table, 0 when it is about the whole
	Field string // date, type, name, year …
	Rule  string // one of Rules
	Value string // what was found
	Warn  bool   // suspicious, but may be meant
}

// The rules a pattern, a limit or a calendar can break.
const (
	RuleEmpty      = "empty"      // nothing in it
	RuleUnreadable = "unreadable" // cannot be understood
	RuleUnknown    = "unknown"    // no such word
	RuleTooLarge   = "too-large"  // beyond MaxLimit
	RuleTwice      = "twice"      // the same date again
	RuleOutside    = "outside"    // not in the year
	RuleNotRest    = "not-rest"   // a make-up day that is worked anyway
	RuleUncovered  = "uncovered"  // a statutory day that is missing
	RuleColumns    = "columns"    // a column is missing
	RuleHours      = "hours"      // closes before it opens
	RuleOverlap    = "overlap"    // the afternoon opens before the morning closes
	RuleNoWork     = "no-work"    // a week without work
	RuleYear       = "year"       // no year, or an impossible one
	RuleDecember   = "december"   // a day of the December before
)

// Rules lists every rule, so that a test can see that each has its words.
func Rules() []string {
	return []string{
		RuleEmpty, RuleUnreadable, RuleUnknown, RuleTooLarge, RuleTwice, RuleOutside, RuleNotRest,
		RuleUncovered, RuleColumns, RuleHours, RuleOverlap, RuleNoWork, RuleYear, RuleDecember,
	}
}

// Error makes a problem an error, for those who need no words of their own.
func (p Problem) Error() string {
	where := p.Field
	if p.Row > 0 {
		where = fmt.Sprintf("row %d, %s", p.Row, p.Field)
	}
	if p.Value == "" {
		return where + ": " + p.Rule
	}
	return fmt.Sprintf("%s: %s: %q", where, p.Rule, p.Value)
}

// Problems is an error that names everything wrong with a table, row by row.
type Problems []Problem

// Error lists the problems.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, one := range p {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "; ")
}

// orNil is the error to return: none where there is no problem.
func (p Problems) orNil() error {
	if len(p) == 0 {
		return nil
	}
	return p
}
