package annual

import (
	"cmp"
	"math"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// Drafted is one problem as the numbers speak of it, and the suggestion that would
// answer it; words are added where it is shown. Figures that are not there are NaN.
type Drafted struct {
	Kind       ProblemKind
	Dimension  string
	Item       string // empty for a dimension as a whole
	Text       string // own text of the item or dimension; empty for the ready one
	N          int
	Few        bool // so few answers that it is said beside them
	Score      float64
	Low, High  float64
	Importance float64
	Last       *Compared
	Trend      Trend
	Subjects   []app.Category // of the dimension
	Complaints []app.IssueID  // of the year, of the dimension
	Before     int            // complaints of the year before
	Suggested  Suggested
}

// Suggested is the skeleton of a suggestion: by what its effect is to be seen, and
// from where to where.
type Suggested struct {
	Item     string // code of the item, or of the dimension
	From, To float64
	Priority Priority
}

// Bounds of a draft.
const (
	mostLowest = 3
	mostBy     = 3  // dimensions named for their complaints
	fewFor     = 30 // answers below which a figure is called uncertain
)

// Draft lists the problems that results speak of, by kind: what is important to owners
// and done badly, the most pressing first; what fell, as far as the test carries it;
// the lowest scores; and the dimensions with the most complaints, or with a larger
// share of them than the year before. No item and no dimension is named twice.
func Draft(r Results) []Drafted {
	d := draft{results: r}
	d.pressing()
	d.fell()
	d.lowest()
	d.complained()
	return d.all
}

type draft struct {
	results Results
	all     []Drafted
}

// of are the items that may be spoken of and that pass, in an order of their own.
func (d *draft) of(pass func(ItemResult) bool, first func(a, b ItemResult) int) []ItemResult {
	var some []ItemResult
	for _, i := range d.results.Items {
		if seen(i.Showing) && pass(i) {
			some = append(some, i)
		}
	}
	slices.SortStableFunc(some, first)
	return some
}

func (d *draft) pressing() {
	for _, i := range d.of(func(i ItemResult) bool { return i.Quadrant == survey.Improve },
		func(a, b ItemResult) int { return cmp.Compare(b.Priority, a.Priority) }) {
		d.item(Pressing, High, i)
	}
}

func (d *draft) fell() {
	for _, i := range d.of(func(i ItemResult) bool { return i.Last.Fallen() },
		func(a, b ItemResult) int { return cmp.Compare(a.Last.Change.Difference, b.Last.Change.Difference) }) {
		d.item(Fell, High, i)
	}
	for _, x := range d.results.Dimensions {
		if seen(x.Showing) && x.Last.Fallen() && !d.namedWithin(x.Code) {
			d.dimension(Fell, Middle, x)
		}
	}
}

// namedWithin reports whether an item of a dimension is named as fallen already.
func (d *draft) namedWithin(dimension string) bool {
	return slices.ContainsFunc(d.all, func(x Drafted) bool { return x.Dimension == dimension && x.Last.Fallen() })
}

func (d *draft) lowest() {
	low := d.of(func(ItemResult) bool { return true },
		func(a, b ItemResult) int { return cmp.Compare(a.Score.Mean, b.Score.Mean) })
	for _, i := range low[:min(mostLowest, len(low))] {
		d.item(Lowest, Middle, i)
	}
}

// complained names the dimensions with the most complaints of the year, and those
// whose share of all complaints rose more than chance explains: a ledger that was only
// begun last year makes all of them rise.
func (d *draft) complained() {
	all, before := 0.0, 0.0
	for _, r := range d.results.Related {
		all, before = all+float64(len(r.Issues)), before+float64(r.Before)
	}
	some := slices.DeleteFunc(slices.Clone(d.results.Related), func(r Related) bool { return len(r.Issues) == 0 })
	slices.SortStableFunc(some, func(a, b Related) int { return cmp.Compare(len(b.Issues), len(a.Issues)) })
	for at, r := range some {
		now, then := survey.Count{N: len(r.Issues), Days: all}, survey.Count{N: r.Before, Days: before}
		rose, err := now.Since(then)
		if at >= mostBy && (err != nil || rose.Statistic <= 1 || !rose.Significant()) {
			continue
		}
		for _, x := range d.results.Dimensions {
			if x.Code == r.Dimension {
				d.dimension(Complained, Low, x)
			}
		}
	}
}

func (d *draft) item(kind ProblemKind, priority Priority, i ItemResult) {
	d.add(Drafted{Kind: kind, Dimension: i.Dimension, Item: i.Code, Text: i.Text, N: i.N, Importance: i.Importance, Last: i.Last,
		Suggested: Suggested{Item: i.Code, Priority: priority}}, i.Score)
}

func (d *draft) dimension(kind ProblemKind, priority Priority, x DimensionResult) {
	d.add(Drafted{Kind: kind, Dimension: x.Code, Text: x.Text, N: x.Score.N, Importance: math.NaN(), Last: x.Last,
		Suggested: Suggested{Item: x.Code, Priority: priority}}, x.Score)
}

func (d *draft) add(x Drafted, score survey.Estimate) {
	if slices.ContainsFunc(d.all, func(y Drafted) bool { return y.Dimension == x.Dimension && y.Item == x.Item }) {
		return
	}
	x.Few, x.Score, x.Low, x.High, x.Trend = x.N < fewFor, score.Mean, score.Low, score.High, x.Last.Trend()
	for _, r := range d.results.Related {
		if r.Dimension == x.Dimension {
			x.Subjects, x.Complaints, x.Before = r.Subjects, r.Issues, r.Before
		}
	}
	x.Suggested.From, x.Suggested.To = score.Mean, d.results.aim(score)
	d.all = append(d.all, x)
}

// aim is what a score may be expected to reach within a year: more than chance could
// make of it, with two surveys as exact as this one, or the next band where that is
// near; never above 100. A whole number, as nobody plans tenths; NaN without a score.
func (r Results) aim(score survey.Estimate) float64 {
	if math.IsNaN(score.Mean) {
		return math.NaN()
	}
	to := score.Mean + leastAim
	if margin := math.Sqrt2 * (score.High - score.Mean); margin > leastAim {
		to = score.Mean + margin
	}
	for _, band := range r.Bands {
		if b := float64(band); b > to && b <= score.Mean+mostAim {
			to = b
		}
	}
	return min(math.Ceil(to-1e-9), 100)
}

// Bounds of what is expected of a score: at least so many points more, and a band
// only where it is no farther.
const (
	leastAim = 2
	mostAim  = 10
)
