package annual

import (
	"math"
	"slices"

	"ownerdesk/app/survey"
)

// Trend is what may be said of a change against the year before.
type Trend string

// The trends.
const (
	NotCompared  Trend = "not-compared"   // the question, the scale or the way of asking is another, or too few answered
	NoSureChange Trend = "no-sure-change" // whatever the difference, chance alone may have made it
	Risen        Trend = "risen"
	Fallen       Trend = "fallen"
)

// Trend tells what may be said of a change: nothing that the test does not carry.
func (c *Compared) Trend() Trend {
	switch {
	case c == nil || !c.Tested:
		return NotCompared
	case c.Risen():
		return Risen
	case c.Fallen():
		return Fallen
	}
	return NoSureChange
}

// compare sets figures beside those of the year before, where both were drawn at
// random and are on the same scale, and the questions are the same.
func (a *analysis) compare(r *Results, before Year) {
	then := before.Results
	r.LastYear = then.Year
	if r.Convenience || then.Convenience || r.Scale != then.Scale {
		return
	}
	q, last := a.head.Questionnaire, before.Head.Questionnaire
	if r.Overall != nil && then.Overall != nil {
		r.Overall.Last = since(r.Overall.Score, then.Overall.Score, then.Year)
	}
	for j := range r.Items {
		i := &r.Items[j]
		if at := slices.IndexFunc(then.Items, func(t ItemResult) bool { return t.Code == i.Code }); at >= 0 && SameItem(q, last, i.Code) {
			i.Last = since(i.Score, then.Items[at].Score, then.Year)
		}
	}
	for k := range r.Dimensions {
		d := &r.Dimensions[k]
		if at := slices.IndexFunc(then.Dimensions, func(t DimensionResult) bool { return t.Code == d.Code }); at >= 0 && sameDimension(q, last, d.Code) {
			d.Last = since(d.Score, then.Dimensions[at].Score, then.Year)
		}
	}
	if sameIndex(q, last) && slices.Equal(r.IndexMiss, then.IndexMiss) {
		r.IndexLast = since(r.Index, then.Index, then.Year)
	}
	if r.Recommend != nil && then.Recommend != nil {
		r.Recommend.Last = since(r.Recommend.Estimate, then.Recommend.Estimate, then.Year)
	}
}

// since compares two estimates; nil where one of them is not there.
func since(now, then survey.Estimate, year int) *Compared {
	if math.IsNaN(now.Mean) || math.IsNaN(then.Mean) {
		return nil
	}
	c := Compared{Year: year, Last: then}
	change, err := now.Since(then)
	if err == nil {
		c.Change, c.Tested = change, true
	}
	return &c
}

func (q Questionnaire) item(code string) (Item, bool) {
	at := slices.IndexFunc(q.Items, func(i Item) bool { return i.Code == code })
	if at < 0 {
		return Item{}, false
	}
	return q.Items[at], true
}

// itemsOf are the codes of a dimension's items, in their own order.
func (q Questionnaire) itemsOf(dimension string) []string {
	var codes []string
	for _, i := range q.Items {
		if i.Dimension == dimension {
			codes = append(codes, i.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

// sameDimension reports whether both years asked a dimension by the same items.
func sameDimension(q, last Questionnaire, dimension string) bool {
	codes := q.itemsOf(dimension)
	return slices.Equal(codes, last.itemsOf(dimension)) &&
		!slices.ContainsFunc(codes, func(code string) bool { return !SameItem(q, last, code) })
}

// sameIndex reports whether both years weighed the same dimensions alike.
func sameIndex(q, last Questionnaire) bool {
	weighed := func(q Questionnaire) map[string]int {
		weights := map[string]int{}
		for _, d := range q.Dimensions {
			if d.Weight > 0 {
				weights[d.Code] = d.Weight
			}
		}
		return weights
	}
	now, then := weighed(q), weighed(last)
	if len(now) != len(then) {
		return false
	}
	for code, weight := range now {
		if then[code] != weight || !sameDimension(q, last, code) {
			return false
		}
	}
	return true
}
