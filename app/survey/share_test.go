package survey

import "testing"

// Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3; further
// digits from R's prop.test without correction.
func TestWilsonAsNewcombePrintsIt(t *testing.T) {
	for _, c := range []struct {
		r, n                  int
		printedLow, printedUp float64
		low, high             float64
	}{
		{81, 263, 0.2553, 0.3662, 0.25528851987827428, 0.36620957698280016},
		{15, 148, 0.0624, 0.1605, 0.062386399530736283, 0.160487241723308000},
		{0, 20, 0, 0.1611, 0, 0.1611251580528193},
		{1, 29, 0.0061, 0.1718, 0.006113214292762661, 0.171755218793202824},
	} {
		low, high := Wilson(float64(c.r)/float64(c.n), float64(c.n))
		nearBy(t, "printed low", low, c.printedLow, 0.00005)
		nearBy(t, "printed high", high, c.printedUp, 0.00005)
		near(t, "low", low, c.low)
		near(t, "high", high, c.high)
	}
	if low, high := Wilson(1, 20); high != 1 || low < 0.83 {
		t.Errorf("all of 20: %v to %v", low, high)
	}
}

// Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
func TestTheDifferenceOfTwoSharesAsNewcombePrintsIt(t *testing.T) {
	for _, c := range []struct {
		a, m, b, n      int
		diff, low, high float64
	}{
		{56, 70, 48, 80, 0.2000, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.6000, 0.1705, 0.8090},
		{10, 10, 0, 10, 1.0000, 0.6075, 1.0000},
	} {
		diff, low, high := Newcombe(c.a, c.m, c.b, c.n)
		nearBy(t, "difference", diff, c.diff, 0.00005)
		nearBy(t, "low", low, c.low, 0.00005)
		nearBy(t, "high", high, c.high, 0.00005)
	}
}

func TestWhereAllAgreeTheIntervalComesFromTheWeights(t *testing.T) {
	d := Design{Strata: []Stratum{{[]string{"A"}, 100}, {[]string{"B"}, 300}}}
	s, err := d.Share([]int{0, 0, 1, 1, 1, 1}, []float64{4, 5, 4, 4, 5, 5}, TopTwo)
	must(t, err)
	loss := 6 * (2*50*50. + 4*75*75) / (400 * 400)
	near(t, "effective size", s.Effective, 6/loss)
	if s.P != 1 || s.High != 1 || s.Low > 0.62 || s.SE != 0 {
		t.Errorf("%+v", s)
	}
}
