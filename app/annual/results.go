package annual

import (
	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// Results are what the sheets of one survey say: every figure of the report, the
// screens and the workbook. Scores are on the plan's scale. What may not be shown
// has a Showing that is Hidden, and no figure of it leaves this package: hidden
// estimates are NaN, hidden counts 0.
type Results struct {
	Year        int
	Scale       survey.Scale
	Convenience bool           // figures speak only of those who answered; no intervals
	LastYear    int            // compared with; 0 for none
	Showing     survey.Showing // of what goes over all sheets and items, the index first

	Strata   []StratumResult // in the order of Head.Strata
	Total    survey.Field
	Merged   []survey.Merge // strata put together for the index
	Unfilled []int          // strata under-covered: below half of what was planned
	Loss     float64        // design effect of the weights
	Areas    Fit            // sample against frame by area
	Owners   Fit            // by kind of owner
	Raked    *survey.Raked  // weights by margins, where a stratum without answers was put to another; each weight itself is not told
	RakedTo  float64        // the index under those weights; NaN without them
	Late     *survey.Pair   // late answers less early ones, overall item; nil where it cannot be had

	Overall    *ItemResult // nil where it is not asked
	Index      survey.Estimate
	IndexMiss  []string // dimensions without an answer, whose weight went to the others
	IndexLast  *Compared
	Alike      survey.Estimate // an index in which every item weighs alike, for whoever checks; NaN where an item is hidden
	Top        survey.Share    // of the overall item, or of all items where it is not asked
	Grade      int             // place among the bands, from 0 the best; -1 without an index
	Bands      []int           // of the plan
	Dimensions []DimensionResult
	Items      []ItemResult                              // as asked, the overall item not among them
	Cuts       struct{ Importance, Performance float64 } // NaN where they cannot be had
	Alpha      survey.Reliability                        // over all items; Value NaN where it cannot be had

	ByArea, ByOwner Breakdown
	Cross           [][]Cell // index by area, then kind of owner
	CrossAreas      []string
	CrossOwners     []app.OwnerKind

	Recommend *Recommendation
	Choices   []Count
	Topics    []Count // what open answers are about, by dimension
	Quotes    []string
	Modes     []Count
	Quality   Quality
	Related   []Related

	Numbers  map[app.IssueID]string // of the complaints named, as people knew them then; nil where a report kept none
	Answered []Answer               // nil where a report did not keep them
}

// Answer is an improvement measure, by its number, that came of a problem.
type Answer struct {
	Problem int
	Measure string
}

// StratumResult is one stratum with its field work.
type StratumResult struct {
	Stratum
	Field  survey.Field
	Called int // reserves called up
}

// Fit is a sample held against the frame.
type Fit struct {
	survey.Independence
	Tested bool // the conditions hold
	Keys   []string
	Frame  []int
	Sample []int
}

// Compared is a figure beside that of the year before.
type Compared struct {
	Year   int
	Last   survey.Estimate
	Change survey.Change // zero where no test could be had
	Tested bool
}

// Risen and Fallen report whether the change may be spoken of.
func (c *Compared) Risen() bool  { return c.sure() && c.Change.Difference > 0 }
func (c *Compared) Fallen() bool { return c.sure() && c.Change.Difference < 0 }

func (c *Compared) sure() bool { return c != nil && c.Tested && c.Change.Significant() }

// ItemResult is one item.
type ItemResult struct {
	Code, Dimension string
	Text            string // own text; empty for the ready one
	Showing         survey.Showing
	N               int
	Unknown         int             // don't know
	Counts          [5]int          // of 1 to 5
	Mean            survey.Estimate // of 1 to 5
	Score           survey.Estimate
	Top             survey.Share
	Last            *Compared       // nil where the item is not the same
	Importance      float64         // correlation with the overall item; NaN where it cannot be had
	Quadrant        survey.Quadrant // empty where it cannot be had
	Priority        float64         // on 0 to 100, whatever the scale
	Tie             survey.Tie      // alpha without it, correlation with the rest
}

// DimensionResult is one dimension.
type DimensionResult struct {
	Code, Text string
	Showing    survey.Showing
	Weight     int
	Score      survey.Estimate // N is the fewest answers of its items
	Most       int             // the most answers of its items
	Top        float64         // mean share of 4 and 5 over its items
	Last       *Compared
	Alpha      survey.Reliability
}

// Cell is a figure of a group that may be too small to be shown. Top is NaN except
// for the overall item.
type Cell struct {
	N       int
	Showing survey.Showing
	Score   survey.Estimate
	Top     survey.Share
}

// Breakdown compares groups: areas, or kinds of owners. Scores are estimates by the
// design; the tests take the answers as they are, each counting once.
type Breakdown struct {
	Keys       []string // names of areas, codes of owner kinds
	Index      []Cell
	Overall    []Cell          // nil where it is not asked
	Dimensions [][]Cell        // by dimension, then group
	Welch      *survey.Verdict // of the overall item, or the mean of each sheet; nil where a group is too small
	Kruskal    *survey.Verdict
	Pairs      []survey.Pair
	Content    *survey.Independence // satisfied, neutral, dissatisfied by group
	Joined     bool                 // Content counts neutral and dissatisfied as one, as they are too few apart
	Counts     [][3]int             // behind Content; nil where a count would show too little
}

// Recommendation is the score of 0 to 10.
type Recommendation struct {
	survey.Estimate
	Promoters, Passives, Detractors int
	Last                            *Compared
}

// Count is how many of the sheets said something, and their share among those that
// said anything of the kind.
type Count struct {
	Code, Text string
	N          int
	Share      float64
}

// Quality is how good the sheets are.
type Quality struct {
	Sheets, Valid                   int
	Voided                          int // by a person
	HalfEmpty, Straight, Fast, Left int // Left out by the rules
	Doubles                         int // sheets with the same answers throughout, from online or files
	Back, BackWrong                 int
	Second, SecondMarks, SecondOff  int     // sheets keyed twice, marks compared, marks that differed
	Unknown                         float64 // share of don't know among all marks
}

// Related are a dimension's complaints of the year.
type Related struct {
	Dimension string
	Subjects  []app.Category // of the dimension
	Issues    []app.IssueID
	Before    int // of the year before
}
