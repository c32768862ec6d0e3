// Package survey draws samples and reckons what their answers say of all owners:
// stratified estimates, weights, reliability, tests, what may be shown. It works on
// plain numbers and knows no issue, no person, no file, no window and no words.
//
// An answer that was not given, or was "don't know", is NaN and never counts. A
// figure that cannot be had (a spread of one answer) is NaN too; an order that makes
// no sense is an error.
package survey

import (
	"errors"
	"math"
)

// Level is the confidence of every interval.
const Level = 0.95

// What keeps a figure from being reckoned.
var (
	ErrNoAnswers  = errors.New("survey: no answers")
	ErrTooFew     = errors.New("survey: too few answers or groups")
	ErrFlat       = errors.New("survey: all answers are the same")
	ErrLengths    = errors.New("survey: lists differ in length")
	ErrStratum    = errors.New("survey: no such stratum")
	ErrOverfull   = errors.New("survey: more answers than units in a stratum")
	ErrMargins    = errors.New("survey: margins cannot be met")
	ErrInfeasible = errors.New("survey: the sample fits not between floors and caps")
	ErrNoTime     = errors.New("survey: counted over no time")
	ErrPlan       = errors.New("survey: a number of the plan is out of its bounds")
)

// Stratum is one cell of the frame: what it is called by, area first, and how many
// units (households) it has.
type Stratum struct {
	Keys []string
	N    int
}

// Design is how the sheets came to be: drawn at random, without replacement,
// in each stratum.
type Design struct {
	Strata       []Stratum
	NoCorrection bool // leave the finite population correction out
	Convenience  bool // not drawn at random: figures without correction and without intervals
}

// corrects reports whether the share that was asked narrows the error.
func (d Design) corrects() bool { return !d.NoCorrection && !d.Convenience }

// check tells whether sheets, each with the number of its stratum, fit the design.
// lists are the answers, one list an item, each as long as the sheets.
func (d Design) check(of []int, lists ...[]float64) error {
	n := make([]int, len(d.Strata))
	for _, h := range of {
		if h < 0 || h >= len(d.Strata) {
			return ErrStratum
		}
		n[h]++
	}
	for h, s := range d.Strata {
		if n[h] > s.N {
			return ErrOverfull
		}
	}
	for _, y := range lists {
		if len(y) != len(of) {
			return ErrLengths
		}
	}
	return nil
}

// None is an answer that was not given, or "don't know".
func None() float64 { return math.NaN() }

func given(x float64) bool { return !math.IsNaN(x) }

// mean and variance of what was given, with n-1; variance is NaN below two.
func moments(y []float64) (n int, mean, variance float64) {
	sum := 0.0
	for _, x := range y {
		if given(x) {
			n++
			sum += x
		}
	}
	mean = sum / float64(n)
	ss := 0.0
	for _, x := range y {
		if given(x) {
			ss += (x - mean) * (x - mean)
		}
	}
	if n < 2 {
		return n, mean, math.NaN()
	}
	return n, mean, ss / float64(n-1)
}
