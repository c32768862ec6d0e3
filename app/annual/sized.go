package annual

import (
	"errors"
	"math"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// Sizing is how large a sample is, step by step, as plan and paper show it.
type Sizing struct {
	Precision survey.Precision // with the units of the frame
	Size      survey.Size
	Answers   int   // wanted in all; above Size.Effective where floors ask for more
	Issued    []int // questionnaires to hand out in each stratum
	Planned   []int // answers wanted in each stratum
	Spreads   []float64
}

// Out is how many questionnaires are handed out in all.
func (s Sizing) Out() int {
	sum := 0
	for _, n := range s.Issued {
		sum += n
	}
	return sum
}

// Sized reckons the sample of a plan from the strata of its frame. Where floors ask
// for more answers than the precision does, there are more. spreads are for Neyman's
// rule, one a stratum. What is wrong comes as app.Faults.
func Sized(p Plan, strata []Stratum, spreads []float64) (Sizing, error) {
	s := Sizing{Precision: p.Precision, Spreads: spreads}
	a := survey.Allocation{Rule: p.Rule, Floor: p.Floor, Cap: p.Cap, Spreads: spreads}
	floors := 0
	for _, h := range strata {
		s.Precision.Units += h.Units
		a.Units = append(a.Units, h.Units)
		floors += min(p.Floor, h.Units)
	}
	if len(strata) == 0 {
		return s, app.Faults{{Field: "frame", Rule: "missing"}}
	}
	if p.Rule == survey.Neyman && len(spreads) != len(strata) {
		return s, app.Faults{{Field: "rule", Rule: "no-spreads"}}
	}
	var err error
	if s.Size, err = s.Precision.Size(); err != nil {
		return s, app.Faults{{Field: "precision", Rule: "out-of-range"}}
	}
	s.Answers = max(s.Size.Effective, floors)
	a.Size = s.Answers
	s.Planned, err = a.Allocate()
	switch {
	case errors.Is(err, survey.ErrInfeasible):
		return s, app.Faults{{Field: "cap", Rule: "too-low"}}
	case err != nil:
		return s, app.Faults{{Field: "rule", Rule: "unknown"}}
	}
	s.Issued = p.handedOut(s.Planned, strata)
	return s, nil
}

// handedOut are the questionnaires that it takes for so many answers: all
// households where everybody is invited.
func (p Plan) handedOut(planned []int, strata []Stratum) []int {
	out := make([]int, len(strata))
	for h, n := range planned {
		out[h] = strata[h].Units
		if rate := p.Precision.Response; !p.Convenience && rate > 0 {
			out[h] = min(out[h], int(math.Ceil(float64(n)/rate-1e-9)))
		} else if !p.Convenience {
			out[h] = n
		}
	}
	return out
}

// Spreads are the standard deviations of answers in each stratum, as an earlier
// survey found them: of the overall item, or of the mean of each sheet where it was
// not asked. A stratum without two answers gets that of all; nothing comes back
// where not even those are two.
func Spreads(strata []Stratum, last Head, sheets []Sheet) []float64 {
	var all []float64
	of := make([][]float64, len(strata))
	for _, s := range sheets {
		x, given := s.summary(last.Questionnaire)
		if !given || !s.Counts() || s.Stratum < 0 || s.Stratum >= len(last.Strata) {
			continue
		}
		all = append(all, x)
		was := last.Strata[s.Stratum]
		at := slices.IndexFunc(strata, func(h Stratum) bool { return h.Area == was.Area && h.Owner == was.Owner })
		if at >= 0 {
			of[at] = append(of[at], x)
		}
	}
	if len(all) < 2 {
		return nil
	}
	spreads := make([]float64, len(strata))
	for h := range of {
		if len(of[h]) < 2 {
			of[h] = all
		}
		spreads[h] = deviation(of[h])
	}
	return spreads
}

// summary is what a sheet says on the whole, 1 to 5.
func (s Sheet) summary(q Questionnaire) (x float64, given bool) {
	answers := s.Answers()
	if q.Overall && len(answers) > 0 {
		return answers[0], !math.IsNaN(answers[0])
	}
	sum, n := 0.0, 0
	for _, a := range answers {
		if !math.IsNaN(a) {
			sum += a
			n++
		}
	}
	return sum / float64(n), n > 0
}

func deviation(y []float64) float64 {
	mean, ss := 0.0, 0.0
	for _, x := range y {
		mean += x
	}
	mean /= float64(len(y)) // at the end, so that answers all alike have no spread
	for _, x := range y {
		ss += (x - mean) * (x - mean)
	}
	return math.Sqrt(ss / float64(len(y)-1))
}
