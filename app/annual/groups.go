package annual

import (
	"errors"
	"math"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// groups are the areas of the frame, in its order, the kinds of owners, in the order
// of OwnerKinds, and where each stratum stands between them.
type groups struct {
	areas []app.AreaID
	names []string
	kinds []app.OwnerKind
	at    [][2]int
}

func newGroups(strata []Stratum) groups {
	var g groups
	for _, s := range strata {
		if !slices.Contains(g.areas, s.Area) {
			g.areas, g.names = append(g.areas, s.Area), append(g.names, s.Name)
		}
		if !slices.Contains(g.kinds, s.Owner) {
			g.kinds = append(g.kinds, s.Owner)
		}
	}
	slices.SortStableFunc(g.kinds, func(a, b app.OwnerKind) int {
		return slices.Index(OwnerKinds, a) - slices.Index(OwnerKinds, b)
	})
	for _, s := range strata {
		g.at = append(g.at, [2]int{slices.Index(g.areas, s.Area), slices.Index(g.kinds, s.Owner)})
	}
	return g
}

func (g groups) owners() []string {
	var keys []string
	for _, k := range g.kinds {
		keys = append(keys, string(k))
	}
	return keys
}

// cells reckons what is told of groups.
func (a *analysis) cells(r *Results) error {
	g, err := a.groups, error(nil)
	r.CrossAreas, r.CrossOwners = g.names, g.kinds
	for i := range g.areas {
		row := make([]Cell, len(g.kinds))
		for j := range g.kinds {
			if row[j], err = a.part(i, j).cell(byIndex); err != nil {
				return err
			}
		}
		r.Cross = append(r.Cross, row)
	}
	areas, owners := make([]part, len(g.areas)), make([]part, len(g.kinds))
	for i := range areas {
		areas[i] = a.part(i, len(g.kinds))
	}
	for j := range owners {
		owners[j] = a.part(len(g.areas), j)
	}
	if r.ByArea, err = a.breakdown(g.names, areas); err != nil {
		return err
	}
	r.ByOwner, err = a.breakdown(g.owners(), owners)
	return err
}

// part is a group as a survey of its own.
type part struct {
	*analysis
	area, kind int
	design     survey.Design
	these      survey.Sheets
}

// part takes the sheets of an area, of a kind of owner, or of both; none of a group
// that is hidden.
func (a *analysis) part(area, kind int) part {
	p := part{analysis: a, area: area, kind: kind}
	if a.mask.shown(byIndex, area, kind).Hidden() { // and so is every other measure
		return p
	}
	h := -1
	p.design, p.these = a.sheets.Within(a.design, func(survey.Stratum) bool {
		h++
		return p.has(h)
	})
	return p
}

// has reports whether a stratum belongs to the group.
func (p part) has(h int) bool {
	at := p.groups.at[h]
	return (p.area == at[0] || p.area == len(p.groups.areas)) && (p.kind == at[1] || p.kind == len(p.groups.kinds))
}

func (p part) shown(measure int) survey.Showing { return p.mask.shown(measure, p.area, p.kind) }

// cell reckons one figure of the group; nothing where it may not be seen.
func (p part) cell(measure int) (Cell, error) {
	c := Cell{Showing: p.shown(measure), Score: noEstimate(), Top: noShare()}
	if !seen(c.Showing) {
		return c, nil
	}
	var err error
	var e survey.Estimate
	switch dims := p.dims; {
	case measure == byOverall && p.first > 0:
		if e, err = p.design.Mean(p.these.Of, p.these.Answers[0]); err == nil {
			c.Top, err = p.design.Share(p.these.Of, p.these.Answers[0], survey.TopTwo)
		}
	default:
		if measure != byIndex {
			dims = []survey.Dimension{{Items: p.mask.measures[measure], Weight: 1}}
		}
		var x survey.Index
		x, err = p.design.Index(p.these.Of, p.these.Answers, dims)
		e = x.Estimate
	}
	c.N, c.Score = e.N, p.head.Plan.Scale.Scored(e)
	return c, err
}

// breakdown reckons every measure of the groups, and compares them.
func (a *analysis) breakdown(keys []string, parts []part) (Breakdown, error) {
	b := Breakdown{Keys: keys}
	for measure := range a.mask.measures {
		row := make([]Cell, len(parts))
		for g, p := range parts {
			var err error
			if row[g], err = p.cell(measure); err != nil {
				return b, err
			}
		}
		switch {
		case measure == byIndex:
			b.Index = row
		case measure == byOverall && a.first > 0:
			b.Overall = row
		default:
			b.Dimensions = append(b.Dimensions, row)
		}
	}
	if a.design.Convenience { // tests speak of all owners
		return b, nil
	}
	return b, a.test(&b, parts)
}

// test compares the groups that may be seen, by the overall item or the mean of each
// sheet.
func (a *analysis) test(b *Breakdown, parts []part) error {
	by := b.Index
	if a.first > 0 {
		by = b.Overall
	}
	var which []int
	var values [][]float64
	for g, p := range parts {
		if !seen(by[g].Showing) {
			continue
		}
		var y []float64
		for i, h := range a.sheets.Of {
			if p.has(h) && !math.IsNaN(a.marks[i]) {
				y = append(y, a.marks[i])
			}
		}
		which, values = append(which, g), append(values, y)
	}
	var err error
	if b.Welch, err = verdict(survey.Welch(values)); err != nil {
		return err
	}
	if b.Kruskal, err = verdict(survey.KruskalWallis(values)); err != nil {
		return err
	}
	if b.Pairs, err = survey.Pairs(values); err != nil && !untested(err) {
		return err
	}
	for i, p := range b.Pairs {
		b.Pairs[i].A, b.Pairs[i].B = which[p.A], which[p.B]
	}
	return a.content(b, which, values)
}

// content compares how many are satisfied, neutral and dissatisfied; satisfied or not,
// where the conditions hold only for that. The counts behind it are told only where
// none of them is small, nor what they leave over.
func (a *analysis) content(b *Breakdown, which []int, values [][]float64) error {
	counts := make([][3]int, len(b.Keys))
	var rest [3]int // of those left out, as the whole less the groups would tell
	for _, x := range a.marks {
		if !math.IsNaN(x) {
			rest[a.feeling(x)]++
		}
	}
	var table [][]float64
	for at, g := range which {
		row := make([]float64, 3)
		for _, x := range values[at] {
			feeling := a.feeling(x)
			counts[g][feeling]++
			rest[feeling]--
			row[feeling]++
		}
		table = append(table, row)
	}
	small := slices.ContainsFunc(append(counts, rest), func(c [3]int) bool {
		return slices.ContainsFunc(c[:], func(n int) bool { return (survey.Respondents{N: n}).Shows().Hidden() })
	})
	v, err := survey.ChiSquare(table)
	if err == nil && !v.Fit {
		if joined, failed := survey.ChiSquare(joined(table)); failed == nil && joined.Fit {
			v, b.Joined = joined, true
		}
	}
	switch {
	case untested(err):
		return nil
	case err != nil:
		return err
	}
	if b.Content = &v; !small {
		b.Counts = counts
	}
	return nil
}

// joined puts the last two columns together.
func joined(table [][]float64) [][]float64 {
	var all [][]float64
	for _, row := range table {
		all = append(all, []float64{row[0], row[1] + row[2]})
	}
	return all
}

// feeling of a score: 0 satisfied (4 and 5), 1 neutral, 2 dissatisfied (1 and 2).
// Means of sheets count as the nearest answer.
func (a *analysis) feeling(score float64) int {
	switch scale := a.head.Plan.Scale; {
	case score >= scale.Score(3.5):
		return 0
	case score >= scale.Score(2.5):
		return 1
	}
	return 2
}

// untested reports whether a test could not be had.
func untested(err error) bool {
	return errors.Is(err, survey.ErrTooFew) || errors.Is(err, survey.ErrFlat)
}

func verdict(v survey.Verdict, err error) (*survey.Verdict, error) {
	switch {
	case untested(err):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &v, nil
}
