package annual

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// CountOrder ends the field work.
type CountOrder struct {
	Stand
	Why string // needed where fewer sheets were checked than the plan says
}

// Count ends the field work: no further sheet comes in.
func (d *Desk) Count(ctx context.Context, o CountOrder) (Move, error) {
	return d.act(ctx, "count", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		sheets, err := d.Store.Sheets(ctx, v.ID)
		if err != nil {
			return Move{}, fmt.Errorf("read the sheets: %w", err)
		}
		return v.Count(o, sheets, g, at)
	})
}

// Count decides Desk.Count.
func (v Survey) Count(o CountOrder, sheets []Sheet, g app.Ground, at time.Time) (Move, error) {
	back, second := Unfinished(v.Head, sheets)
	var f faults
	f.may(g, o.By)
	f.open(v, Field)
	f.unless(slices.ContainsFunc(sheets, Sheet.Counts), "sheets", "missing")
	f.unless(back == 0 || strings.TrimSpace(o.Why) != "", "reason", "back-checks")
	f.unless(second == 0 || strings.TrimSpace(o.Why) != "", "reason", "seconds")
	f.text(o.Why, "reason", false, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := v.begin(ActCounted, o.By, at, strings.TrimSpace(o.Why))
	m.Head.State, m.Head.Counted = Counted, at
	m.counts("sheets", len(sheets))
	return v.settle(m), nil
}

// Unfinished is how many sheets are still to be asked again, and to be keyed twice,
// until the plan is met.
func Unfinished(h Head, sheets []Sheet) (back, second int) {
	of := map[int]Sheet{}
	for _, s := range sheets {
		of[s.No] = s
	}
	for _, no := range BackChecks(h, sheets) {
		if of[no].Back == Unchecked {
			back++
		}
	}
	for _, no := range Seconds(h, sheets) {
		if of[no].Second == "" {
			second++
		}
	}
	return back, second
}

// ConcludeOrder edits what the report concludes. Lists are given back whole, their rows
// with their numbers; new ones have 0.
type ConcludeOrder struct {
	Stand
	Findings Findings
}

// Conclude edits what the report concludes. Rows left out are struck, and stay.
func (d *Desk) Conclude(ctx context.Context, o ConcludeOrder) (Move, error) {
	return d.act(ctx, "conclude", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) { return v.Conclude(o, g, at) })
}

// Conclude decides Desk.Conclude.
func (v Survey) Conclude(o ConcludeOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.open(v, Counted)
	m := v.begin(ActConcluded, o.By, at, "")
	had, h := v.Findings, &m.Head.Findings
	h.Summary, h.Limits = strings.TrimSpace(o.Findings.Summary), strings.TrimSpace(o.Findings.Limits)
	f.text(h.Summary, "summary", false, app.LongestText)
	f.text(h.Limits, "limits", false, app.LongestText)
	h.Problems = numbered(&f, "problems", had.Problems, o.Findings.Problems, (*Problem).row)
	h.Suggestions = numbered(&f, "suggestions", had.Suggestions, o.Findings.Suggestions, (*Suggestion).row)
	h.Order = orderOf(o.Findings.Live(), len(had.Problems))
	for i := range h.Problems {
		p := &h.Problems[i]
		if i < len(had.Problems) {
			p.Measure = had.Problems[i].Measure // improvement tells, not a form
		}
	}
	given := placesOf(o.Findings.Problems, len(had.Problems), (*Problem).row)
	for _, p := range h.Live() {
		f.row("problems", given[p.N], func(f *faults) { f.problem(v.Questionnaire, p) })
	}
	given = placesOf(o.Findings.Suggestions, len(had.Suggestions), (*Suggestion).row)
	for _, s := range h.Advised() {
		f.row("suggestions", given[s.N], func(f *faults) { f.suggestion(g, *h, v.Questionnaire, s) })
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m.Act.Diffs = findingDiffs(had, *h)
	if len(m.Act.Diffs) == 0 {
		return Move{Head: v.Head}, nil
	}
	return m, nil
}

// placesOf tells at which place of a list as it was given a row stands, by the number
// that it has or gets, of which had were numbered already.
func placesOf[T any](given []T, had int, row func(*T) (*int, *bool)) map[int]int {
	at := map[int]int{}
	for i := range given {
		one := given[i]
		n, gone := row(&one)
		if *gone {
			continue
		}
		if *n == 0 {
			had++
			*n = had
		}
		at[*n] = i + 1
	}
	return at
}

// orderOf are the numbers of problems as they were given back, of which had were
// numbered already; none where that is their order anyway.
func orderOf(given []Problem, had int) (order []int) {
	for _, p := range given {
		if p.N == 0 {
			had++
			p.N = had
		}
		order = append(order, p.N)
	}
	if slices.IsSorted(order) {
		return nil
	}
	return order
}

func (p *Problem) row() (n *int, gone *bool)    { return &p.N, &p.Gone }
func (s *Suggestion) row() (n *int, gone *bool) { return &s.N, &s.Gone }

// numbered is what becomes of a list that a person gives back: rows keep their
// numbers, new ones get the next, those left out are struck.
func numbered[T any](f *faults, list string, had, want []T, row func(*T) (*int, *bool)) []T {
	fresh, kept := slices.Clone(had), map[int]bool{}
	for _, w := range want {
		n, gone := row(&w)
		if *gone {
			continue
		}
		if *n == 0 {
			*n = len(fresh) + 1
			fresh = append(fresh, w)
			kept[*n] = true
			continue
		}
		if *n < 0 || *n > len(had) || kept[*n] {
			f.unless(false, list, "unknown")
			return had
		}
		kept[*n], fresh[*n-1] = true, w
	}
	for i := range had {
		if n, gone := row(&fresh[i]); !kept[*n] {
			*gone = true
		}
	}
	return fresh
}

func (f *faults) problem(q Questionnaire, p Problem) {
	_, asked := q.item(p.Item)
	f.unless(slices.Contains([]ProblemKind{Pressing, Fell, Lowest, Complained, ByHand}, p.Kind), "kind", "unknown")
	f.unless(strings.TrimSpace(p.Title) != "" || p.Item != "" || p.Dimension != "", "title", "incomplete")
	f.unless(p.Dimension == "" || slices.Contains(codesOf(q.Dimensions, Dimension.code), p.Dimension), "about", "unknown")
	f.unless(p.Item == "" || asked || p.Item == Overall && q.Overall, "about", "unknown")
	f.text(p.Title, "title", false, app.LongestText)
	f.text(p.Evidence, "evidence", false, app.LongestText)
	f.text(p.Scope, "scope-of", false, app.LongestText)
	f.text(p.Cause, "cause", false, app.LongestText)
}

func (f *faults) suggestion(g app.Ground, of Findings, q Questionnaire, s Suggestion) {
	_, known := g.Departments[s.Dept]
	_, asked := q.item(s.Item)
	live := s.Problem > 0 && s.Problem <= len(of.Problems) && !of.Problems[s.Problem-1].Gone
	f.unless(strings.TrimSpace(s.Text) != "", "text", "incomplete")
	f.unless(s.Problem == 0 || live, "problem", "no-problem")
	f.unless(s.Dept == 0 || known, "dept", "unknown")
	f.unless(s.Priority == "" || slices.Contains(Priorities, s.Priority), "priority", "unknown")
	f.unless(s.Item == "" || asked || s.Item == Overall && q.Overall || slices.Contains(codesOf(q.Dimensions, Dimension.code), s.Item), "indicator", "unknown")
	f.within(s.From, 0, 100, "from")
	f.within(s.To, 0, 100, "to")
	f.text(s.Text, "text", false, app.LongestText)
}

// Live are the problems that were not struck out, in the order of the report.
func (f Findings) Live() (all []Problem) {
	for _, p := range f.Problems {
		if !p.Gone {
			all = append(all, p)
		}
	}
	if len(f.Order) > 0 {
		slices.SortStableFunc(all, func(a, b Problem) int { return f.place(a) - f.place(b) })
	}
	return all
}

// place is where a problem stands in the report; new ones come last.
func (f Findings) place(p Problem) int {
	if at := slices.Index(f.Order, p.N); at >= 0 {
		return at
	}
	return len(f.Order)
}

// Advised are the suggestions that were not struck out.
func (f Findings) Advised() (all []Suggestion) {
	for _, s := range f.Suggestions {
		if !s.Gone {
			all = append(all, s)
		}
	}
	return all
}
