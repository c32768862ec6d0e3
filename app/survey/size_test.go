package survey

import (
	"errors"
	"testing"
)

// Krejcie and Morgan (1970), table 1, who round to the nearest; rounding up gives one
// more at 500 and 2,000.
func TestTheSizeOfASampleAsKrejcieAndMorganPrintIt(t *testing.T) {
	for units, want := range map[int]int{100: 80, 200: 132, 300: 169, 500: 218, 800: 260, 1000: 278, 1500: 306, 2000: 323,
		3000: 341, 5000: 357, 10000: 370, 0: 385} {
		s, err := Precision{Error: 0.05, Units: units}.Size()
		must(t, err)
		if s.Rounded != want || s.Effective != want || s.Issue != want {
			t.Errorf("of %d: %+v, want %d", units, s, want)
		}
	}
}

func TestTheSizeOfASampleStepByStep(t *testing.T) {
	s, err := Precision{Confidence: 0.95, Error: 0.05, Share: 0.5, Units: 1000, Effect: 1.2, Response: 0.6}.Size()
	must(t, err)
	near(t, "z", s.Z, 1.9599639845400536)
	near(t, "n0", s.Infinite, 384.14588206941244)
	near(t, "n", s.Corrected, s.Infinite/(1+(s.Infinite-1)/1000))
	if s.Rounded != 278 || s.Effective != 334 || s.Issue != 557 {
		t.Errorf("%+v", s)
	}
	s, err = Precision{Error: 2, Spread: 20, Units: 900}.Size()
	must(t, err)
	if s.Rounded != 270 { // (1.95996·20/2)² = 384.1 of 900
		t.Errorf("for a mean %+v", s)
	}
	s, err = Precision{Error: 0.05, Units: 60, Effect: 2, Response: 0.5}.Size()
	must(t, err)
	if s.Effective != 60 || s.Issue != 60 {
		t.Errorf("never more than there are: %+v", s)
	}
	for name, p := range map[string]Precision{
		"no error": {}, "a share above 1": {Error: 0.05, Share: 1.5}, "a response above 1": {Error: 0.05, Response: 2},
		"confidence of 1": {Error: 0.05, Confidence: 1}, "fewer than no units": {Error: 0.05, Units: -1}, "no end": {Error: 1e-9},
	} {
		if _, err := p.Size(); !errors.Is(err, ErrPlan) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
