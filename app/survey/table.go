package survey

import "math"

// Conditions of chi-square tests: no expected count below 1, at most a fifth below 5.
const (
	leastExpected = 1
	fewExpected   = 5
	fewShare      = 0.2
)

// Independence is the outcome of a test on a table of counts.
type Independence struct {
	Verdict
	Expected [][]float64
	Fit      bool // the conditions hold; otherwise merge columns, or say "not tested"
}

// ChiSquare tests whether the rows of a table of counts (area by satisfied, neutral,
// dissatisfied) are divided alike.
//
//	χ² = Σ(O-E)²/E,  E = row·column/n,  df (r-1)(c-1)
//
// Without Yates' correction; rows and columns that are all 0 are left out of df.
// Fit is false where more than 20 % of the expected counts are below 5 or one is
// below 1. Source: Pearson (1900); conditions of Cochran (1954), Biometrics 10,
// 417-451. Errors: ErrTooFew below two rows or columns that count anything;
// ErrLengths.
func ChiSquare(counts [][]float64) (Independence, error) { return chiSquare(counts, 0) }

// Yates is ChiSquare of a table of two by two with Yates' correction: |O-E| less a
// half, never below 0. Source: Yates (1934), Supplement to the JRSS 1, 217-235.
// Errors: those of ChiSquare.
func Yates(counts [2][2]float64) (Independence, error) {
	return chiSquare([][]float64{counts[0][:], counts[1][:]}, 0.5)
}

func chiSquare(counts [][]float64, less float64) (Independence, error) {
	rows, columns, n, err := sums(counts)
	if err != nil {
		return Independence{}, err
	}
	v := Independence{Expected: make([][]float64, len(rows))}
	var expected []float64
	for i, r := range rows {
		v.Expected[i] = make([]float64, len(columns))
		for j, c := range columns {
			e := r * c / n
			v.Expected[i][j] = e
			if e > 0 {
				off := max(0, math.Abs(counts[i][j]-e)-less)
				v.Statistic += off * off / e
				expected = append(expected, e)
			}
		}
	}
	v.DF = float64((positive(rows) - 1) * (positive(columns) - 1))
	if v.DF == 0 {
		return v, ErrTooFew
	}
	v.Fit, v.P = fits(expected), chiTail(v.Statistic, v.DF)
	return v, nil
}

func sums(counts [][]float64) (rows, columns []float64, n float64, err error) {
	if len(counts) == 0 {
		return nil, nil, 0, ErrTooFew
	}
	rows, columns = make([]float64, len(counts)), make([]float64, len(counts[0]))
	for i, row := range counts {
		if len(row) != len(columns) {
			return nil, nil, 0, ErrLengths
		}
		for j, x := range row {
			rows[i] += x
			columns[j] += x
			n += x
		}
	}
	if n == 0 {
		return nil, nil, 0, ErrTooFew
	}
	return rows, columns, n, nil
}

func positive(x []float64) int {
	n := 0
	for _, v := range x {
		if v > 0 {
			n++
		}
	}
	return n
}

func fits(expected []float64) bool {
	few := 0
	for _, e := range expected {
		if e < leastExpected {
			return false
		}
		if e < fewExpected {
			few++
		}
	}
	return float64(few) <= fewShare*float64(len(expected))
}

// Goodness tests whether a sample is divided as the frame is.
//
//	χ² = Σ(O-E)²/E,  E_h = n N_h/N,  df H-1
//
// Source: Pearson (1900); conditions as for ChiSquare. Errors: ErrLengths; ErrTooFew
// below two categories or without counts; ErrMargins for counts where the frame has
// no unit.
func Goodness(counts, frame []float64) (Independence, error) {
	if len(counts) != len(frame) {
		return Independence{}, ErrLengths
	}
	n, all, k := total(counts), total(frame), positive(frame)
	if n == 0 || k < 2 {
		return Independence{}, ErrTooFew
	}
	v := Independence{Expected: [][]float64{make([]float64, len(frame))}}
	var expected []float64
	for h, units := range frame {
		if units == 0 && counts[h] > 0 {
			return Independence{}, ErrMargins
		}
		if units > 0 {
			e := n * units / all
			v.Expected[0][h] = e
			v.Statistic += (counts[h] - e) * (counts[h] - e) / e
			expected = append(expected, e)
		}
	}
	v.DF = float64(k - 1)
	v.Fit, v.P = fits(expected), chiTail(v.Statistic, v.DF)
	return v, nil
}
