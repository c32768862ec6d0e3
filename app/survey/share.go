package survey

import "math"

// Share is what a sample says of a share of all units, 0 to 1.
type Share struct {
	N         int
	P, SE     float64
	Effective float64 // size of a simple random sample that would say it as exactly
	Low, High float64
	Merged    []Merge
}

// TopTwo counts answers 4 and 5 of five as content.
func TopTwo(x float64) bool { return x >= 4 }

// Share estimates the share of units whose answer counts.
//
//	p = Σ W_h p_h,  SE² = Σ W_h² (1 - n_h/N_h) p_h q_h/(n_h - 1)
//	interval: Wilson's with n_eff = p q/SE²
//
// Where all answers of each stratum agree SE is 0, and n_eff is n/deff_w with
// deff_w = n Σw²/(Σw)², w = N_h/n_h. Source: Cochran (1977), 5.9; Wilson on the
// effective size as in Korn and Graubard (1998), Survey Methodology 24, 193-201.
// Errors: those of Design.Mean.
func (d Design) Share(of []int, y []float64, counts func(float64) bool) (Share, error) {
	ones := make([]float64, len(y))
	for i, x := range y {
		switch {
		case !given(x):
			ones[i] = x
		case counts(x):
			ones[i] = 1
		}
	}
	e, err := d.Mean(of, ones)
	if err != nil {
		return Share{}, err
	}
	s := Share{N: e.N, P: min(max(e.Mean, 0), 1), SE: e.SE, Merged: e.Merged}
	s.Effective = s.P * (1 - s.P) / (s.SE * s.SE)
	if s.SE == 0 || s.P == 0 || s.P == 1 || math.IsNaN(s.Effective) {
		s.Effective = float64(e.N) / d.weighting(of, ones)
	}
	s.Low, s.High = Wilson(s.P, s.Effective)
	if d.Convenience {
		s.Low, s.High = math.NaN(), math.NaN()
	}
	return s, nil
}

// weighting is the loss by unequal weights N_h/n_h, 1 or more.
func (d Design) weighting(of []int, y []float64) float64 {
	p := d.spreadOf(of, y)
	squares := 0.0
	for _, g := range p.groups {
		squares += float64(g.all) * float64(g.all) / float64(g.n)
	}
	return float64(p.given) * squares / (p.all * p.all)
}

// Wilson is the score interval, without continuity correction, of a share p among n.
//
//	centre = (p + z²/2n)/(1 + z²/n),  half = z √(pq/n + z²/4n²)/(1 + z²/n)
//
// n need not be whole. Source: Wilson (1927), JASA 22, 209-212; method 3 of
// Newcombe (1998), Statistics in Medicine 17, 857-872. NaN for n of 0.
func Wilson(p, n float64) (low, high float64) {
	if !(n > 0) {
		return math.NaN(), math.NaN()
	}
	w := 1 + z*z/n
	centre := (p + z*z/(2*n)) / w
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / w
	low, high = centre-half, centre+half
	if p == 0 {
		low = 0
	}
	if p == 1 {
		high = 1
	}
	return low, high
}

// Newcombe is the interval of the difference of two independent shares a of m and b
// of n.
//
//	p1 - p2 - √((p1 - l1)² + (u2 - p2)²)  to  p1 - p2 + √((u1 - p1)² + (p2 - l2)²)
//
// l and u are Wilson's bounds. Source: method 10 of Newcombe (1998), Statistics in
// Medicine 17, 873-890. NaN where either has no answers.
func Newcombe(a, m, b, n int) (difference, low, high float64) {
	p, q := float64(a)/float64(m), float64(b)/float64(n)
	pl, pu := Wilson(p, float64(m))
	ql, qu := Wilson(q, float64(n))
	return p - q, p - q - math.Hypot(p-pl, qu-q), p - q + math.Hypot(pu-p, q-ql)
}
