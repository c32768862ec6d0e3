package survey

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// Lohr, example 2.6: mean 297,897, error 18,898; all digits from svymean of R's
// survey 4.1, whose interval by df is confint(m, df = degf(d)).
func TestASimpleRandomSampleAsLohrHasIt(t *testing.T) {
	d := Design{Strata: []Stratum{{nil, 3078}}}
	of, acres, _ := counties(t, "agsrs.csv", d.Strata)
	e, err := d.Mean(of, acres)
	must(t, err)
	near(t, "mean", e.Mean, 297897.04666666663)
	near(t, "error", e.SE, 18898.434428031083)
	near(t, "low", e.Low, 260706.25685685218)
	near(t, "high", e.High, 335087.83647648111)
	near(t, "design effect", e.DEFF, 1)
	if e.N != 300 || e.DF != 299 {
		t.Errorf("n %d, df %v", e.N, e.DF)
	}
	d.NoCorrection = true
	e, err = d.Mean(of, acres)
	must(t, err)
	near(t, "error without correction", e.SE, 19892.712918755446)
	near(t, "design effect without correction", e.DEFF, 1)
}

// Lohr, example 3.2: mean 295,561, error 16,380; all digits from R as above, with
// strata and deff = TRUE.
func TestAStratifiedSampleAsLohrHasIt(t *testing.T) {
	d := Design{Strata: regions()}
	of, acres, before := counties(t, "agstrat.csv", d.Strata)
	e, err := d.Mean(of, acres)
	must(t, err)
	near(t, "mean", e.Mean, 295560.76523455395)
	near(t, "error", e.SE, 16379.87272639746)
	near(t, "low", e.Low, 263324.99999309593)
	near(t, "high", e.High, 327796.53047601198)
	near(t, "design effect", e.DEFF, 0.794509216630917)
	if e.N != 300 || e.DF != 296 || e.Merged != nil {
		t.Errorf("n %d, df %v, merged %v", e.N, e.DF, e.Merged)
	}
	x, err := d.Index(of, [][]float64{acres, before}, []Dimension{{[]int{0, 1}, 1}})
	must(t, err)
	near(t, "mean of two years", x.Mean, 297053.93243076233)
	near(t, "its error", x.SE, 16310.508862093158)
	near(t, "its low", x.Low, 264954.67601835949)
	near(t, "its high", x.High, 329153.18884316518)
	small, err := d.Share(of, acres, func(x float64) bool { return x < 200_000 })
	must(t, err)
	near(t, "share below 200,000 acres", small.P, 0.51391477452469303)
	near(t, "its error", small.SE, 0.024794556996340603)
	if small.Effective < 300 || small.Low >= small.P || small.High <= small.P {
		t.Errorf("share %+v", small)
	}
	d.NoCorrection = true
	e, err = d.Mean(of, acres)
	must(t, err)
	near(t, "error without correction", e.SE, 17240.55958713423)
}

func TestAScoreIsTheMeanStretched(t *testing.T) {
	e := Estimate{N: 9, Mean: 3.704, SE: 0.1, DF: 8, Low: 3.5, High: 3.9, DEFF: 0.9}
	for _, c := range []struct {
		scale     Scale
		mean, se  float64
		low, high float64
	}{{Hundred, 67.6, 2.5, 62.5, 72.5}, {Twenty, 74.08, 2, 70, 78}, {Raw, 3.704, 0.1, 3.5, 3.9}} {
		s := c.scale.Scored(e)
		near(t, string(c.scale), s.Mean, c.mean)
		near(t, "error", s.SE, c.se)
		near(t, "low", s.Low, c.low)
		near(t, "high", s.High, c.high)
		if s.DEFF != 0.9 || s.DF != 8 {
			t.Errorf("%s stretches %+v", c.scale, s)
		}
	}
	for x, want := range map[float64]float64{1: 0, 2: 25, 3: 50, 4: 75, 5: 100} {
		near(t, "score", Hundred.Score(x), want)
	}
}

func TestAStratumWithOneAnswerJoinsItsNeighbourOfTheSameArea(t *testing.T) {
	d := Design{Strata: []Stratum{
		{[]string{"A", "owner"}, 100}, {[]string{"A", "shop"}, 20},
		{[]string{"B", "owner"}, 60}, {[]string{"B", "shop"}, 30}, {[]string{"B", "tenant"}, 10},
	}}
	of := []int{0, 0, 0, 1, 1, 2, 3, 3}
	y := []float64{4, 5, 3, 2, 3, 5, 1, 4}
	e, err := d.Mean(of, y)
	must(t, err)
	if len(e.Merged) != 1 || !slices.Equal(e.Merged[0].Strata, []int{2, 3, 4}) || !slices.Equal(e.Merged[0].Empty, []int{4}) {
		t.Fatalf("merged %+v", e.Merged)
	}
	near(t, "mean", e.Mean, (100*4+20*2.5+100*10./3)/220)
	variance := (100./220)*(100./220)*(1-3./100)*1/3 + (20./220)*(20./220)*(1-2./20)*.5/2 + (100./220)*(100./220)*(1-3./100)*(13./3)/3
	near(t, "error", e.SE, math.Sqrt(variance))
	if e.DF != 5 {
		t.Errorf("df %v", e.DF)
	}
	x, err := d.Index(of, [][]float64{y}, []Dimension{{[]int{0}, 1}})
	must(t, err)
	near(t, "index of the one item", x.Mean, e.Mean)
	near(t, "its error", x.SE, e.SE)
	near(t, "its df", x.DF, e.DF)
}

func TestAWholeStratumHasNoError(t *testing.T) {
	d := Design{Strata: []Stratum{{[]string{"A"}, 1}, {[]string{"B"}, 10}}}
	e, err := d.Mean([]int{0, 1, 1, 1}, []float64{5, 1, 2, 3})
	must(t, err)
	near(t, "mean", e.Mean, 25./11)
	near(t, "error", e.SE, math.Sqrt((10./11)*(10./11)*0.7/3))
	if e.Merged != nil {
		t.Errorf("merged %v", e.Merged)
	}
}

func TestWhatCannotBeHadIsNotANumber(t *testing.T) {
	d := Design{Strata: []Stratum{{[]string{"A"}, 10}}}
	e, err := d.Mean([]int{0, 0}, []float64{4, None()})
	must(t, err)
	if e.N != 1 || e.Mean != 4 || !math.IsNaN(e.SE) || !math.IsNaN(e.Low) {
		t.Errorf("of one answer %+v", e)
	}
	d.Convenience = true
	e, err = d.Mean([]int{0, 0, 0}, []float64{4, 5, 3})
	must(t, err)
	if !math.IsNaN(e.Low) || !math.IsNaN(e.High) || e.SE == 0 {
		t.Errorf("a convenience sample has the interval %v to %v", e.Low, e.High)
	}
	s, err := d.Share([]int{0, 0, 0}, []float64{4, 5, 3}, TopTwo)
	must(t, err)
	if !math.IsNaN(s.Low) {
		t.Errorf("a convenience sample has an interval of its share: %+v", s)
	}
	for name, c := range map[string]struct {
		of   []int
		y    []float64
		want error
	}{
		"no answer":       {[]int{0}, []float64{None()}, ErrNoAnswers},
		"no such stratum": {[]int{1}, []float64{1}, ErrStratum},
		"of another list": {[]int{0}, []float64{1, 2}, ErrLengths},
		"too many":        {make([]int, 11), make([]float64, 11), ErrOverfull},
	} {
		if _, err := d.Mean(c.of, c.y); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheWeightOfWhatIsMissingGoesToTheRest(t *testing.T) {
	d := Design{Strata: []Stratum{{[]string{"A"}, 100}}}
	of := []int{0, 0, 0, 0}
	none := []float64{None(), None(), None(), None()}
	items := [][]float64{{1, 2, 3, 4}, none, {5, 5, 4, 4}, none}
	x, err := d.Index(of, items, []Dimension{{[]int{0, 1}, .5}, {[]int{2}, .25}, {[]int{3}, .25}})
	must(t, err)
	near(t, "index", x.Mean, (2.5*.5+4.5*.25)/.75)
	if !slices.Equal(x.Missing, []int{2}) || x.Weights[1] != 0 || x.Weights[3] != 0 {
		t.Errorf("weights %v, missing %v", x.Weights, x.Missing)
	}
	for name, dims := range map[string][]Dimension{
		"no such item": {{[]int{4}, 1}}, "below 0": {{[]int{0}, -1}}, "no weight": {{[]int{0}, 0}},
	} {
		if _, err := d.Index(of, items, dims); !errors.Is(err, ErrPlan) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := d.Index(of, items, []Dimension{{[]int{1}, 1}}); !errors.Is(err, ErrNoAnswers) {
		t.Errorf("no answers: %v", err)
	}
}

func TestTheRecommendationScore(t *testing.T) {
	y := []float64{10, 9, 9, 8, 7, 6, 0, None(), 10, 3}
	score, se, err := NPS(y)
	must(t, err)
	near(t, "score", score, 100./9)
	near(t, "error", se, 100*math.Sqrt((7./9-1./81)/9))
	d := Design{Strata: []Stratum{{nil, 1000}}, NoCorrection: true}
	e, err := d.Mean(make([]int, len(y)), Recommendation(y))
	must(t, err)
	near(t, "score by the design", e.Mean, score)
	near(t, "error by the design", e.SE*math.Sqrt(8./9), se) // with n-1
}
