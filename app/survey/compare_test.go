package survey

import (
	"errors"
	"math"
	"testing"
)

// R: anova(lm(weight ~ group, PlantGrowth)) prints F 4.8461, P 0.01591.
func TestAnalysisOfVarianceOfPlantGrowth(t *testing.T) {
	v, err := ANOVA(plants())
	must(t, err)
	near(t, "F", v.Statistic, 4.8460878623801351)
	near(t, "P", v.P, 0.015909958325622937)
	if v.DF != 2 || v.DF2 != 27 || !v.Small || !v.Significant() {
		t.Errorf("%+v", v)
	}
}

// R: oneway.test(weight ~ group, PlantGrowth) prints F 5.181, df 17.128, P 0.01739.
func TestWelchOfPlantGrowth(t *testing.T) {
	v, err := Welch(plants())
	must(t, err)
	near(t, "F", v.Statistic, 5.180972408113189)
	near(t, "df", v.DF2, 17.128418616644129)
	near(t, "P", v.P, 0.017392821490170001)
}

// R: kruskal.test(weight ~ group, PlantGrowth) prints 7.9882, P 0.01842; the second
// has many ties.
func TestKruskalWallis(t *testing.T) {
	v, err := KruskalWallis(plants())
	must(t, err)
	near(t, "H", v.Statistic, 7.98822874944371542)
	near(t, "P", v.P, 0.01842375573147197)
	v, err = KruskalWallis([][]float64{{1, 2, 2, 3, 5}, {5, 4, 4, 3, 3}, {2, 1, 5, None(), 5, 5}})
	must(t, err)
	near(t, "H with ties", v.Statistic, 1.75924528301885963)
	near(t, "P with ties", v.P, 0.41493946307118812)
}

// R: pairwise.t.test(weight, group, pool.sd = FALSE, p.adjust = "holm") and t.test.
func TestEveryTwoGroupsOfPlantGrowth(t *testing.T) {
	pairs, err := Pairs(plants())
	must(t, err)
	for i, want := range []struct{ t, df, p, adjusted float64 }{
		{1.19126038184870398, 16.52358505685930012, 0.25038250858754757, 0.25038250858754757},
		{-2.134020453124061412, 16.785764482605717518, 0.047899255601969323, 0.095798511203938647},
		{-3.0100985421243615647, 14.1035691227603408038, 0.0092984047172698318, 0.027895214151809497},
	} {
		near(t, "t", pairs[i].Statistic, want.t)
		near(t, "df", pairs[i].DF, want.df)
		near(t, "P", pairs[i].P, want.p)
		near(t, "P by Holm", pairs[i].Adjusted, want.adjusted)
	}
	near(t, "low", pairs[2].Low, -1.48091443879382068)
	near(t, "high", pairs[2].High, -0.24908556120617978)
}

func TestHolmKeepsTheOrder(t *testing.T) {
	got := Holm([]float64{.04, .01, .03, .02})
	for i, want := range []float64{.06, .04, .06, .06} {
		near(t, "adjusted", got[i], want)
	}
	near(t, "never above 1", Holm([]float64{.9, .8})[0], 1)
}

// R: pt, pf, pchisq and their quantiles. Of a large survey only pf: beyond 400,000 degrees
// of freedom R's qf takes a chi-square for the F and is off by 0.0002.
func TestTailsAndQuantiles(t *testing.T) {
	near(t, "t", tTail(3, 5.5), 0.026723480661845905)
	near(t, "far t", tTail(-12, 40), 7.8241713042559961e-15)
	near(t, "F", fTail(5, 2, 17.128), 0.01948381274711047)
	near(t, "far F", fTail(60, 2, 17.128), 1.832801822395782e-08)
	near(t, "chi-square", chiTail(8, 3), 0.04601170568923138)
	near(t, "far chi-square", chiTail(90, 3), 2.1905701192853114e-19)
	near(t, "z", z, 1.9599639845400536)
	for df, want := range map[float64]float64{1: 12.706204736174694, 2: 4.3026527297494619, 5: 2.5705818356363137,
		30: 2.0422724563012378, 296: 1.968010727550255, 99999: 1.9599877077718442} {
		near(t, "quantile of t", tQuantile(upper, df), want)
	}
	near(t, "quantile of F", fQuantile(upper, 29, 174), 1.661538417028813)
	near(t, "low quantile of F", fQuantile(1-upper, 29, 174), 0.53696554252749085)
	nearBy(t, "F of a large survey", fTail(1.0087841970723128, 99999, 2399976), 1-0.97257604036812961, 1e-10)
	near(t, "what is left beyond its quantile", fTail(fQuantile(upper, 99999, 2399976), 99999, 2399976), 1-upper)
}

func TestTheChangeSinceLastYear(t *testing.T) {
	now := Estimate{N: 200, Mean: 74, SE: 1.5, DF: 190}
	c, err := now.Since(Estimate{N: 150, Mean: 70, SE: 2, DF: 140})
	must(t, err)
	near(t, "difference", c.Difference, 4)
	near(t, "error", c.SE, 2.5)
	near(t, "t", c.Statistic, 1.6)
	near(t, "df", c.DF, 6.25*6.25/(2.25*2.25/190+16./140))
	if c.Significant() || c.Low > 0 || c.High < 0 || c.P < 0.1 || c.P > 0.12 || c.Small {
		t.Errorf("%+v", c)
	}
	same, err := now.Since(Estimate{N: 9, Mean: 70, SE: 0, DF: 8}) // everyone was asked
	must(t, err)
	near(t, "df against a whole frame", same.DF, 190)
	if _, err := now.Since(Estimate{N: 4, Mean: 70, SE: 1, DF: 3}); !errors.Is(err, ErrTooFew) {
		t.Errorf("of four answers: %v", err)
	}
	if _, err := now.Since(Estimate{N: 9, Mean: 70, SE: math.NaN()}); !errors.Is(err, ErrTooFew) {
		t.Errorf("without error: %v", err)
	}
}

func TestGroupsThatCannotBeCompared(t *testing.T) {
	few := [][]float64{{1, 2, 3, 4}, {1, 2, 3, 4, 5}}
	flat := [][]float64{{3, 3, 3, 3, 3}, {3, 3, 3, 3, 3}}
	for name, test := range map[string]func([][]float64) error{
		"ANOVA":   func(g [][]float64) error { _, err := ANOVA(g); return err },
		"Welch":   func(g [][]float64) error { _, err := Welch(g); return err },
		"Kruskal": func(g [][]float64) error { _, err := KruskalWallis(g); return err },
		"pairs":   func(g [][]float64) error { _, err := Pairs(g); return err },
	} {
		if err := test(few); !errors.Is(err, ErrTooFew) {
			t.Errorf("%s of four answers: %v", name, err)
		}
		if err := test(flat[:1]); !errors.Is(err, ErrTooFew) {
			t.Errorf("%s of one group: %v", name, err)
		}
		if err := test(flat); !errors.Is(err, ErrFlat) {
			t.Errorf("%s without spread: %v", name, err)
		}
	}
}
