package figures

import (
	"math"
	"slices"

	"ownerdesk/app"
)

// Spread is how a measure is spread over the issues it was taken of, in hours.
type Spread struct {
	N                 int
	Mean, Median, P90 float64
}

// Handling is how long handling took from receipt to the completion that was
// accepted: in working hours, and for emergencies by the clock.
type Handling struct{ Working, Emergency Spread }

// HandlingHours measures the completed issues of a scope.
func (s Scope) HandlingHours(all []Fact) Handling { return s.handling(s.cohort(all)) }

func (s Scope) handling(these []seen) Handling {
	var working, clock []float64
	for _, v := range these {
		switch {
		case !v.accepted || !v.complete():
		case v.Urgency == app.Emergency:
			clock = append(clock, max(0, v.last.Done.Sub(v.Received)).Hours())
		default:
			working = append(working, max(0, s.Calendar.WorkTime(v.Received, v.last.Done)).Hours())
		}
	}
	return Handling{spread(working), spread(clock)}
}

func spread(hours []float64) Spread {
	if len(hours) == 0 {
		return Spread{}
	}
	slices.Sort(hours)
	sum := 0.0
	for _, h := range hours {
		sum += h
	}
	return Spread{len(hours), sum / float64(len(hours)), quantile(hours, .5), quantile(hours, .9)}
}

// quantile is the p-quantile of sorted values by linear interpolation between
// order statistics at 1+(n-1)p: type 7 of Hyndman and Fan (1996), Sample
// quantiles in statistical packages, The American Statistician 50, 361-365. It is
// NaN for no values.
func quantile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	h := float64(len(sorted)-1) * p
	low := int(h)
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (h-float64(low))*(sorted[high]-sorted[low])
}
