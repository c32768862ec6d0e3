package survey

import "math"

// Quadrant is where an item stands by what it weighs with owners and how it is done.
type Quadrant string

// The quadrants.
const (
	KeepUp  Quadrant = "keep-up" // important, done well
	Improve Quadrant = "improve" // important, done badly: first
	Later   Quadrant = "later"   // less important, done badly
	Hold    Quadrant = "hold"    // less important, done well
)

// Driver is one item of the importance-performance grid.
type Driver struct {
	Importance, Performance float64
	Quadrant                Quadrant
	Priority                float64 // importance × (100 - performance)
}

// Grid is all items, and where the lines between quadrants run.
type Grid struct {
	Drivers                       []Driver
	ImportanceCut, PerformanceCut float64
}

// Drivers places items by importance (Pearson or Spearman with the overall item) and
// performance (score 0 to 100). The cuts are the means over the items; what lies on
// a cut counts as high. Source: Martilla and James (1977), Journal of Marketing 41,
// 77-79. Errors: ErrLengths, ErrNoAnswers.
func Drivers(importance, performance []float64) (Grid, error) {
	if len(importance) != len(performance) {
		return Grid{}, ErrLengths
	}
	if len(importance) == 0 {
		return Grid{}, ErrNoAnswers
	}
	n := float64(len(importance))
	g := Grid{ImportanceCut: total(importance) / n, PerformanceCut: total(performance) / n}
	for i, w := range importance {
		p := performance[i]
		g.Drivers = append(g.Drivers, Driver{w, p, quadrant(reaches(w, g.ImportanceCut), reaches(p, g.PerformanceCut)), w * (100 - p)})
	}
	return g, nil
}

// reaches counts as reached what only rounding keeps from a cut.
func reaches(x, cut float64) bool { return x >= cut-1e-12*math.Abs(cut) }

func quadrant(important, well bool) Quadrant {
	switch {
	case important && well:
		return KeepUp
	case important:
		return Improve
	case well:
		return Hold
	}
	return Later
}

// Pearson is the correlation of two items over the sheets that answered both, -1 to 1.
//
//	r = Σ(x-x̄)(y-ȳ)/√(Σ(x-x̄)² Σ(y-ȳ)²)
//
// Source: Pearson (1896). Errors: ErrLengths; ErrTooFew below three sheets; ErrFlat
// where one has no spread.
func Pearson(x, y []float64) (float64, error) {
	a, b, err := both(x, y)
	if err != nil {
		return 0, err
	}
	n := float64(len(a))
	ma, mb := total(a)/n, total(b)/n
	ab, aa, bb := 0.0, 0.0, 0.0
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	if aa == 0 || bb == 0 {
		return 0, ErrFlat
	}
	return ab / math.Sqrt(aa*bb), nil
}

// Spearman is Pearson of the ranks, the mean rank for ties. Source: Spearman (1904),
// American Journal of Psychology 15, 72-101. Errors: those of Pearson.
func Spearman(x, y []float64) (float64, error) {
	a, b, err := both(x, y)
	if err != nil {
		return 0, err
	}
	ra, _ := ranks(a)
	rb, _ := ranks(b)
	return Pearson(ra, rb)
}

func both(x, y []float64) (a, b []float64, err error) {
	if len(x) != len(y) {
		return nil, nil, ErrLengths
	}
	a, b = make([]float64, 0, len(x)), make([]float64, 0, len(x))
	for i := range x {
		if given(x[i]) && given(y[i]) {
			a, b = append(a, x[i]), append(b, y[i])
		}
	}
	if len(a) < 3 {
		return nil, nil, ErrTooFew
	}
	return a, b, nil
}
