package annual

import (
	"math"

	"ownerdesk/app/survey"
)

// drivers places items by their correlation with the overall item and by how they
// are done. Performance is reckoned on 0 to 100, whatever the plan's scale; the cut
// is told on the plan's. An item whose place cannot be had, or whose figures may not
// be seen, is left out of the cuts too.
func (a *analysis) drivers(r *Results) {
	r.Cuts.Importance, r.Cuts.Performance = math.NaN(), math.NaN()
	if a.first == 0 || r.Overall == nil || !seen(r.Overall.Showing) {
		return
	}
	var which []int
	var importance, performance []float64
	for j, i := range r.Items {
		if !seen(i.Showing) {
			continue
		}
		y := a.sheets.Answers[a.first+j]
		p, err := survey.Pearson(y, a.overall())
		if err != nil || (survey.Respondents{N: pairs(y, a.overall())}).Shows().Hidden() { // too few, or all alike
			continue
		}
		which = append(which, j)
		importance, performance = append(importance, p), append(performance, survey.Hundred.Score(i.Mean.Mean))
	}
	grid, err := survey.Drivers(importance, performance)
	if err != nil {
		return
	}
	for at, j := range which {
		d := grid.Drivers[at]
		r.Items[j].Importance, r.Items[j].Quadrant, r.Items[j].Priority = d.Importance, d.Quadrant, d.Priority
	}
	answered := (grid.PerformanceCut - survey.Hundred.Score(0)) / (survey.Hundred.Score(1) - survey.Hundred.Score(0))
	r.Cuts.Importance, r.Cuts.Performance = grid.ImportanceCut, a.head.Plan.Scale.Score(answered)
}

// pairs counts the sheets that answered both.
func pairs(x, y []float64) int {
	n := 0
	for i := range x {
		if !math.IsNaN(x[i] + y[i]) {
			n++
		}
	}
	return n
}
