package survey

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Precision is what a plan asks of its sample.
type Precision struct {
	Confidence float64 // 0.95 where 0
	Error      float64 // half the interval: of a share (0.05), or in the units of Spread
	Share      float64 // expected share; 0.5, the most careful, where 0
	Spread     float64 // standard deviation: then it is a mean that is estimated
	Units      int     // in the frame; 0 for no end of them
	Effect     float64 // expected design effect; 1 where 0
	Response   float64 // expected response rate; 1 where 0
}

// Size is the way from a precision to a number of sheets, step by step as it is
// printed.
type Size struct {
	Z         float64
	Infinite  float64 // n0
	Corrected float64 // for the finite frame
	Rounded   int     // up
	Effective int     // times the design effect, never above the frame
	Issue     int     // sheets to hand out for that many answers, never above the frame
}

// Size reckons how many answers a precision takes.
//
//	n0 = z² p(1-p)/e²  for a share,  (z S/e)²  for a mean
//	n = n0/(1 + (n0-1)/N), rounded up;  × deff;  issued = n / response, rounded up
//
// Source: Cochran (1977), 4.2 and 4.4; for shares the same as Krejcie and Morgan
// (1970), Educational and Psychological Measurement 30, 607-610, who round to the
// nearest. Errors: ErrPlan for a number out of its bounds.
func (p Precision) Size() (Size, error) {
	p = p.Usual()
	switch {
	case !(p.Confidence > 0 && p.Confidence < 1), !(p.Error > 0), !(p.Share > 0 && p.Share < 1), !(p.Spread >= 0),
		p.Units < 0, !(p.Effect > 0), !(p.Response > 0 && p.Response <= 1):
		return Size{}, ErrPlan
	}
	s := Size{Z: distuv.UnitNormal.Quantile(1 - (1-p.Confidence)/2)}
	s.Infinite = s.Z * s.Z * p.Share * (1 - p.Share) / (p.Error * p.Error)
	if p.Spread > 0 {
		s.Infinite = s.Z * p.Spread / p.Error * s.Z * p.Spread / p.Error
	}
	s.Corrected = s.Infinite
	if p.Units > 0 {
		s.Corrected = s.Infinite / (1 + (s.Infinite-1)/float64(p.Units))
	}
	if s.Corrected > math.MaxInt32 {
		return Size{}, ErrPlan
	}
	s.Rounded = up(s.Corrected)
	s.Effective = p.within(up(float64(s.Rounded) * p.Effect))
	s.Issue = p.within(up(float64(s.Effective) / p.Response))
	return s, nil
}

// Usual is a precision with what it leaves open as it is reckoned with.
func (p Precision) Usual() Precision {
	for _, u := range []struct {
		field *float64
		usual float64
	}{{&p.Confidence, Level}, {&p.Share, 0.5}, {&p.Effect, 1}, {&p.Response, 1}} {
		if *u.field == 0 {
			*u.field = u.usual
		}
	}
	return p
}

func (p Precision) within(n int) int {
	if p.Units > 0 {
		return min(n, p.Units)
	}
	return n
}

// up rounds up what is above a whole number by more than rounding.
func up(x float64) int { return int(math.Ceil(x - 1e-9)) }
