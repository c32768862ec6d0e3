package say

import (
	"fmt"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
)

// Origin is where a measure comes from, by the number that people know.
func (v Voice) Origin(s improve.Source) string {
	switch s.Origin {
	case improve.FromReport:
		return v.Say("measure.from.report", s.Called, s.N)
	case improve.FromMeeting:
		return v.Say("measure.from.meeting", s.Called, s.N)
	case improve.FromComplaint:
		return v.Say("measure.from.issue", s.Called)
	}
	return Code(v, s.Origin)
}

// Round is a measure's number, with its round from the second on.
func (v Voice) Round(h improve.Head) string {
	if h.Round < 2 {
		return h.Number
	}
	return v.Say("measure.round", h.Number, h.Round)
}

// Dimension names a dimension of the survey, by its own text where it has one.
func (v Voice) Dimension(code, own string) string {
	return v.asked("survey.dimension.", code, own)
}

// Item names an item of the survey.
func (v Voice) Item(code, own string) string { return v.asked("survey.item.", code, own) }

func (v Voice) asked(key, code, own string) string {
	switch {
	case own != "":
		return own
	case v.Has(key + code):
		return v.Say(key + code)
	}
	return code
}

// MeasureState is how far a measure has come; what is overdue says so.
func (v Voice) MeasureState(h improve.Head, today workday.Date) string {
	if h.Late(today) {
		return v.Say("measure.late")
	}
	return v.Say("measure.state." + string(h.State))
}

// Waits is what a measure waits for.
func (v Voice) Waits(p improve.Pending) string {
	if p.Wait == improve.WaitMilestone {
		return v.Say("measure.wait.milestone", p.Text, p.Day.String())
	}
	return v.Say("measure.wait."+string(p.Wait), p.Day.String())
}

// Gauge is what an effect is told by: the score of what, complaints about what.
func (v Voice) Gauge(g improve.Gauge, code string, about []app.Category) string {
	switch g {
	case improve.ItemScore:
		return v.Say("measure.gauge.item", v.Item(code, ""))
	case improve.DimensionScore:
		return v.Say("measure.gauge.dimension", v.Dimension(code, ""))
	case improve.IndexScore:
		return v.Say("measure.gauge.index")
	case improve.Complaints:
		return v.Say("measure.gauge.complaints", v.Categories(about))
	}
	return code
}

// GaugeOf is what a plan's effect is told by; nothing while that is not settled.
func (v Voice) GaugeOf(p improve.Plan) string {
	switch p.Gauge {
	case "":
		return ""
	case improve.ItemScore:
		return v.Gauge(p.Gauge, p.Item, nil)
	case improve.DimensionScore:
		return v.Gauge(p.Gauge, p.Dimension, nil)
	}
	return v.Gauge(p.Gauge, p.GaugeName, p.Categories)
}

// Categories are several subjects, listed.
func (v Voice) Categories(all []app.Category) string {
	words := make([]string, len(all))
	for i, c := range all {
		words[i] = v.Category(c)
	}
	return v.List(words)
}

// Target is a target, in its direction; nothing where there is none.
func (v Voice) Target(aimed, less bool, target float64) string {
	switch {
	case !aimed:
		return ""
	case less:
		return v.Say("measure.target.less", Figure(target))
	}
	return v.Say("measure.target.more", Figure(target))
}

// Figure is a figure to a tenth, whole ones without.
func Figure(f float64) string {
	if f == float64(int64(f)) {
		return strconv.FormatInt(int64(f), 10)
	}
	return strconv.FormatFloat(f, 'f', 1, 64)
}

// Reading is a gauge read once, with its interval and what it was read from.
func (v Voice) Reading(g improve.Gauge, r improve.Reading) string {
	value := fmt.Sprintf("%.1f", r.Value)
	if r.High != 0 {
		value = v.Say("measure.interval", value, fmt.Sprintf("%.1f", r.Low), fmt.Sprintf("%.1f", r.High))
	}
	switch {
	case g == improve.Complaints:
		return v.Say("measure.reading.complaints", value, r.N, r.From.String(), r.To.String())
	case g.Scored():
		return v.Say("measure.reading.score", r.Year, value, r.N)
	}
	return Figure(r.Value)
}

// Judgement is what may be said of an effect: whether the target was reached, and
// whether the change may be spoken of at all.
func (v Voice) Judgement(e improve.Effect) string {
	var parts []string
	switch target := v.Target(e.Aimed, e.Less, e.Target); {
	case !e.Aimed:
	case e.Reached():
		parts = append(parts, v.Say("measure.reached", target))
	default:
		parts = append(parts, v.Say("measure.missed", target))
	}
	switch {
	case !e.Tested:
		parts = append(parts, v.Say("measure.untested"))
	case !e.Significant():
		parts = append(parts, v.Say("measure.by-chance", v.Chance(e.P)))
	case e.Better():
		parts = append(parts, v.Say("measure.better", v.Chance(e.P)))
	default:
		parts = append(parts, v.Say("measure.worse", v.Chance(e.P)))
	}
	words := parts[0]
	for _, p := range parts[1:] {
		words = v.Say("measure.and", words, p)
	}
	return words
}

// Chance is the p of a test.
func (v Voice) Chance(p float64) string {
	if p < 0.001 {
		return "p<0.001"
	}
	return fmt.Sprintf("p=%.3f", p)
}

// Verdict is what a measure is found to have done, and whether that rests on a
// reason rather than on figures.
func (v Voice) Verdict(e improve.Evaluation) string {
	words := Code(v, e.Verdict)
	if e.Argued() {
		return v.Say("measure.argued", words)
	}
	return words
}

// Score is a score with its interval and how many answered; of those who answered
// only, it has none.
func (v Voice) Score(s improve.Score) string {
	value := fmt.Sprintf("%.1f", s.Mean)
	if !s.Bare && s.High > s.Low {
		value = v.Say("measure.interval.short", value, fmt.Sprintf("%.1f", s.Low), fmt.Sprintf("%.1f", s.High))
	}
	return v.Say("measure.score", value, s.N)
}

// ChangeOf is how far a score moved, and whether that may be spoken of.
func (v Voice) ChangeOf(e improve.Effect) string {
	moved := fmt.Sprintf("%+.1f", e.After.Value-e.Before.Value)
	switch {
	case !e.Tested:
		return v.Say("measure.moved", moved, e.Before.Year, v.Say("measure.untested"))
	case e.Significant():
		return v.Say("measure.moved", moved, e.Before.Year, v.Chance(e.P))
	}
	return v.Say("measure.moved", moved, e.Before.Year, v.Say("measure.moved.chance", v.Chance(e.P)))
}
