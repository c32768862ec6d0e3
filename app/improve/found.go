package improve

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
)

// Score is one figure of a survey that was reported.
type Score struct {
	Year   int
	Survey annual.SurveyID
	Gauge  Gauge
	Code   string // of the item or the dimension
	Text   string // of an item of one's own, or one worded anew: compared only with the same
	Asks   string // items and weights that a dimension or the whole is made of: likewise
	Scale  survey.Scale
	Hidden bool // too few answers to be shown
	Bare   bool // it speaks only of those who answered: no interval, no test

	Counted time.Time // when no further answers came in
	survey.Estimate
}

// Part is a dimension of the questionnaire, what issues are about that belong to it,
// and what is asked about it.
type Part struct {
	Dimension string
	Text      string // of a dimension of one's own
	Subjects  []app.Category
	Items     []annual.Item
}

// Found is what surveys ask and what those that were reported found.
type Found struct {
	Parts  []Part
	Scores []Score // the oldest first
}

// Usual is what the ready questionnaire asks.
func Usual() Found { return Found{Parts: parts(annual.Template())} }

func parts(q annual.Questionnaire) (all []Part) {
	for _, d := range q.Dimensions {
		p := Part{Dimension: d.Code, Text: d.Text, Subjects: d.Subjects}
		for _, i := range q.Items {
			if i.Dimension == d.Code {
				p.Items = append(p.Items, i)
			}
		}
		all = append(all, p)
	}
	return all
}

// Of is the dimension that a subject of issues belongs to; none for some.
func (f Found) Of(c app.Category) string {
	for _, p := range f.Parts {
		if slices.Contains(p.Subjects, c.Subject()) {
			return p.Dimension
		}
	}
	return ""
}

// Part is the dimension with a code.
func (f Found) Part(code string) Part {
	for _, p := range f.Parts {
		if p.Dimension == code {
			return p
		}
	}
	return Part{Dimension: code}
}

// Newest is the newest year that a survey was reported for; 0 before the first.
func (f Found) Newest() int {
	if len(f.Scores) == 0 {
		return 0
	}
	return f.Scores[len(f.Scores)-1].Year
}

// Asked is what surveys ask, the newest last word on each dimension; heads come the
// newest first.
func Asked(heads []annual.Head) Found {
	f := Usual()
	for _, h := range slices.Backward(heads) {
		if h.State != annual.Cancelled {
			f.ask(parts(h.Questionnaire))
		}
	}
	return f
}

// Found gathers what surveys of an estate ask and found.
func (d *Desk) Found(ctx context.Context, project app.ProjectID) (Found, error) {
	heads, err := d.Surveys.Surveys(ctx, project)
	if err != nil {
		return Usual(), fmt.Errorf("read surveys: %w", err)
	}
	f := Asked(heads)
	for _, h := range slices.Backward(heads) {
		if h.State != annual.Reported {
			continue
		}
		r, err := d.Surveys.KeptResults(ctx, h.ID)
		if err != nil {
			return f, fmt.Errorf("read results of survey %d: %w", h.ID, err)
		}
		f.Scores = append(f.Scores, scoresOf(h, r)...)
	}
	return f, nil
}

// ask takes what a newer survey asks in the place of what an older one did; what is
// asked no more stays, for measures may be about it.
func (f *Found) ask(newer []Part) {
	for _, p := range newer {
		at := slices.IndexFunc(f.Parts, func(q Part) bool { return q.Dimension == p.Dimension })
		if at < 0 {
			f.Parts = append(f.Parts, p)
			continue
		}
		f.Parts[at] = p
	}
}

// scoresOf are the figures of one survey.
func scoresOf(h annual.Head, r annual.Results) (all []Score) {
	add := func(g Gauge, code, text, asks string, e survey.Estimate) {
		all = append(all, Score{
			Year: h.Year, Survey: h.ID, Gauge: g, Code: code, Text: text, Asks: asks, Scale: r.Scale, Hidden: math.IsNaN(e.Mean), Bare: r.Convenience,
			Counted: h.Counted, Estimate: e,
		})
	}
	add(IndexScore, "", "", weighed(r), r.Index)
	for _, v := range r.Dimensions {
		add(DimensionScore, v.Code, "", asked(r, v.Code), v.Score)
	}
	if r.Overall != nil {
		add(ItemScore, r.Overall.Code, r.Overall.Text, "", r.Overall.Score)
	}
	for _, v := range r.Items {
		add(ItemScore, v.Code, v.Text, "", v.Score)
	}
	return all
}

// asked is what a dimension is made of: the codes of its items, and the texts of
// those worded anew.
func asked(r annual.Results, dimension string) string {
	var all []string
	for _, v := range r.Items {
		if v.Dimension == dimension {
			all = append(all, v.Code+" "+v.Text)
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// weighed is what the index is made of: the dimensions that weigh, and those of them
// whose weight went to the others.
func weighed(r annual.Results) string {
	var all []string
	for _, v := range r.Dimensions {
		if v.Weight > 0 {
			all = append(all, fmt.Sprintf("%s %d %v\n%s", v.Code, v.Weight, slices.Contains(r.IndexMiss, v.Code), asked(r, v.Code)))
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

func ofYear(all []Score, year int) (Score, bool) {
	for _, s := range all {
		if s.Year == year {
			return s, true
		}
	}
	return Score{}, false
}

func (s Score) reading() Reading {
	r := Reading{Value: s.Mean, N: s.N, Year: s.Year}
	if !s.Bare && !math.IsNaN(s.Low+s.High) {
		r.Low, r.High = s.Low, s.High
	}
	return r
}
