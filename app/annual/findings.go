package annual

import "ownerdesk/app"

// Findings are what the report concludes: drafted from the numbers, edited by a
// person. The draft is made anew only when asked for, so that nothing typed is
// lost.
type Findings struct {
	Summary     string // in the person's words; the figures stand beside it
	Limits      string // of what the survey can say, beside those told by the numbers
	Problems    []Problem
	Order       []int // numbers of the problems as the report lists them; none for as they are numbered
	Suggestions []Suggestion
}

// ProblemKind is what in the numbers speaks of a problem.
type ProblemKind string

// The kinds, in the order in which they are drafted.
const (
	Pressing   ProblemKind = "pressing"   // important to owners, and done badly
	Fell       ProblemKind = "fell"       // significantly lower than the year before
	Lowest     ProblemKind = "lowest"     // among the lowest scores
	Complained ProblemKind = "complained" // many complaints of the year
	ByHand     ProblemKind = "by-hand"
)

// Problem is one row of the report's third chapter. Rows keep their numbers;
// those struck out stay.
type Problem struct {
	N          int
	Gone       bool
	Kind       ProblemKind
	Dimension  string
	Item       string // empty for a dimension as a whole
	Title      string
	Evidence   string
	Scope      string // whom it concerns
	Cause      string
	Complaints []app.IssueID // of the year, that belong to it
	Measure    string        // number of the improvement measure that came of it
}

// Suggestion is one row of the report's fourth chapter.
type Suggestion struct {
	N        int
	Gone     bool
	Problem  int // number of the problem it answers; 0 for none
	Text     string
	Dept     app.DeptID
	Priority Priority
	Item     string  // the indicator: an item's code, or a dimension's
	From, To float64 // its score now, and as expected
}

// Priority is how soon something is to be done.
type Priority string

// The priorities, highest first.
const (
	High   Priority = "high"
	Middle Priority = "middle"
	Low    Priority = "low"
)

// Priorities lists them.
var Priorities = []Priority{High, Middle, Low}
