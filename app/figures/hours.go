package figures

import (
	"math"
	"slices"
	"time"

	"ownerdesk/app"
)

// Spread is how a measure is spread over the issues it was taken of, in hours.
type Spread struct {
	N                 int
	Mean, Median, P90 float64
	Issues            []app.IssueID
}

// measured are hours, and of which issues.
type measured struct {
	hours []float64
	of    []app.IssueID
}

func (m *measured) add(of app.IssueID, d time.Duration) {
	m.hours, m.of = append(m.hours, max(0, d).Hours()), append(m.of, of)
}

// Handling is how long handling took from receipt to the completion that was
// accepted: in working hours, and for emergencies by the clock.
type Handling struct{ Working, Emergency Spread }

// HandlingHours measures the completed issues of a scope.
func (s Scope) HandlingHours(all []Fact) Handling { return s.handling(s.cohort(all)) }

func (s Scope) handling(these []seen) Handling {
	var working, clock measured
	for _, v := range these {
		switch {
		case !v.accepted || !v.complete():
		case v.Urgency == app.Emergency:
			clock.add(v.ID, v.last.Done.Sub(v.Received))
		default:
			working.add(v.ID, s.Calendar.WorkTime(v.Received, v.last.Done))
		}
	}
	return Handling{working.spread(), clock.spread()}
}

func (m measured) spread() Spread {
	hours := m.hours
	if len(hours) == 0 {
		return Spread{}
	}
	slices.Sort(hours)
	sum := 0.0
	for _, h := range hours {
		sum += h
	}
	return Spread{len(hours), sum / float64(len(hours)), quantile(hours, .5), quantile(hours, .9), m.of}
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
