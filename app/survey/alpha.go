package survey

import "math"

// leastForAlpha is the fewest whole sheets that reliability is reckoned from.
const leastForAlpha = 10

// Reliability is how far items measure one thing.
type Reliability struct {
	N, K      int     // sheets that answered every item; items
	Value     float64 // Cronbach's alpha
	Low, High float64 // Feldt's interval
	Items     []Tie
}

// Tie is how one item goes with the others.
type Tie struct {
	Dropped     float64 // alpha without the item, NaN where one item is left
	Correlation float64 // of the item with the sum of the others
}

// Alpha reckons Cronbach's alpha over the sheets that answered every item.
//
//	α = k/(k-1) (1 - Σs_i²/s_T²)
//	interval: 1 - (1-α) F(.975; n-1, (n-1)(k-1))  to  1 - (1-α) F(.025; …)
//
// Source: Cronbach (1951), Psychometrika 16, 297-334; Feldt (1965), Psychometrika
// 30, 357-370. No unit; a high alpha over many items proves no validity.
// Errors: ErrTooFew below two items or ten whole sheets; ErrFlat where the sums of
// all sheets agree; ErrLengths.
func Alpha(items [][]float64) (Reliability, error) {
	if len(items) < 2 {
		return Reliability{}, ErrTooFew
	}
	whole, err := wholeSheets(items)
	if err != nil {
		return Reliability{}, err
	}
	r := Reliability{N: len(whole), K: len(items)}
	if r.N < leastForAlpha {
		return r, ErrTooFew
	}
	t := tie(items, whole)
	if t.sum == 0 {
		return r, ErrFlat
	}
	n, k := float64(r.N), float64(r.K)
	all := total(t.own)
	r.Value = k / (k - 1) * (1 - all/t.sum)
	r.Low = 1 - (1-r.Value)*fQuantile(upper, n-1, (n-1)*(k-1))
	r.High = 1 - (1-r.Value)*fQuantile(1-upper, n-1, (n-1)*(k-1))
	for j := range items {
		rest := t.sum + t.own[j] - 2*t.with[j] // variance of the sum of the others
		r.Items = append(r.Items, Tie{
			Dropped:     alphaOf(k-1, all-t.own[j], rest),
			Correlation: (t.with[j] - t.own[j]) / math.Sqrt(t.own[j]*rest),
		})
	}
	return r, nil
}

func alphaOf(k, own, sum float64) float64 {
	if k < 2 || sum == 0 {
		return math.NaN()
	}
	return k / (k - 1) * (1 - own/sum)
}

// wholeSheets are the numbers of the sheets that answered every item.
func wholeSheets(items [][]float64) ([]int, error) {
	for _, y := range items {
		if len(y) != len(items[0]) {
			return nil, ErrLengths
		}
	}
	var whole []int
sheets:
	for i := range items[0] {
		for _, y := range items {
			if !given(y[i]) {
				continue sheets
			}
		}
		whole = append(whole, i)
	}
	return whole, nil
}

// ties are variances of items, their covariances with the sum of all, and its own.
type ties struct {
	own, with []float64
	sum       float64
}

func tie(items [][]float64, whole []int) ties {
	n := float64(len(whole))
	sums := make([]float64, len(whole))
	means := make([]float64, len(items))
	for j, y := range items {
		for _, i := range whole {
			means[j] += y[i]
		}
		means[j] /= n // at the end, so that answers all alike have no spread
		for at, i := range whole {
			sums[at] += y[i] - means[j]
		}
	}
	t := ties{own: make([]float64, len(items)), with: make([]float64, len(items))}
	for j, y := range items {
		for at, i := range whole {
			off := y[i] - means[j]
			t.own[j] += off * off / (n - 1)
			t.with[j] += off * sums[at] / (n - 1)
		}
	}
	for _, s := range sums {
		t.sum += s * s / (n - 1)
	}
	return t
}
