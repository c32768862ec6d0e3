package survey

import "math"

// Scale is how a mean of answers 1 to 5 becomes a score. It is fixed for a plan and
// printed; scores on different scales are never compared.
type Scale string

// The scales.
const (
	Hundred Scale = "hundred" // (x-1)/4·100: 0, 25, 50, 75, 100
	Twenty  Scale = "twenty"  // 20·x: 20, 40, 60, 80, 100
	Raw     Scale = "raw"     // the numbers as they are
)

// Score is the score of an answer, or of a mean of answers.
// Source: survey plan; (x-1)/4·100 is the rescaling of the American Customer
// Satisfaction Index from another number of points.
func (s Scale) Score(x float64) float64 { return s.shift() + s.step()*x }

// Scored is an estimate of answers as an estimate of scores: errors and bounds are
// stretched alike, the design effect stays.
func (s Scale) Scored(e Estimate) Estimate {
	e.Mean, e.Low, e.High = s.Score(e.Mean), s.Score(e.Low), s.Score(e.High)
	e.SE *= s.step()
	return e
}

func (s Scale) step() float64 {
	switch s {
	case Hundred:
		return 25
	case Twenty:
		return 20
	}
	return 1
}

func (s Scale) shift() float64 {
	if s == Hundred {
		return -25
	}
	return 0
}

// NPS is the recommendation score of answers 0 to 10, from -100 to 100.
//
//	NPS = 100 (P - D),  SE = 100 √{[(P + D) - (P - D)²]/n}
//
// P is the share of 9 and 10, D that of 0 to 6, of n answers given in a simple
// random sample. Source: Reichheld (2003), Harvard Business Review 81(12); the
// error is that of a difference of two shares of one multinomial sample.
// Errors: ErrNoAnswers.
func NPS(y []float64) (score, se float64, err error) {
	n, promoters, detractors := 0.0, 0.0, 0.0
	for _, x := range Recommendation(y) {
		switch {
		case x > 0:
			promoters++
		case x < 0:
			detractors++
		}
		if given(x) {
			n++
		}
	}
	if n == 0 {
		return 0, 0, ErrNoAnswers
	}
	p, q := promoters/n, detractors/n
	return 100 * (p - q), 100 * math.Sqrt((p+q-(p-q)*(p-q))/n), nil
}

// Recommendation turns answers 0 to 10 into -100, 0 and 100, whose mean is the NPS:
// so Design.Mean gives it with the error of the design.
func Recommendation(y []float64) []float64 {
	out := make([]float64, len(y))
	for i, x := range y {
		switch {
		case !given(x):
			out[i] = x
		case x >= 9:
			out[i] = 100
		case x <= 6:
			out[i] = -100
		}
	}
	return out
}
