package surveys

import (
	"context"
	"slices"
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
)

// draft asks the numbers which problems they speak of, and adds those that nobody
// named yet. What was typed, and what was struck, stays as it is.
func (t *reportPart) draft() {
	p, had, stand := t.p, t.seen.survey.Findings, t.p.stand()
	facts := reports.Facts{Voice: p.s.PaperVoice(), By: p.s.Staff, At: p.s.Now()}
	kit.Do(p.s.Tasks, func(ctx context.Context) (int, error) {
		r, err := p.desk.Results(ctx, p.id)
		if err != nil {
			return 0, err
		}
		all, n := withDraft(had, reports.DraftFindings(facts, annual.Draft(r), r))
		if n == 0 {
			return 0, nil
		}
		_, err = p.desk.Conclude(ctx, annual.ConcludeOrder{Stand: stand, Findings: all})
		return n, err
	}, func(n int, err error) {
		if err != nil {
			if p.s.Fail(nil, err) {
				p.load()
			}
			return
		}
		p.s.Says(kit.Good, p.s.Count("surveys.drafted", n))
	})
}

// withDraft adds to findings what a draft names and they do not, struck problems
// counted as named, and tells how many problems that are.
func withDraft(had, draft annual.Findings) (all annual.Findings, n int) {
	all = had
	all.Problems, all.Suggestions, all.Order = had.Live(), had.Advised(), nil
	for _, p := range draft.Problems {
		if slices.ContainsFunc(had.Problems, func(was annual.Problem) bool { return was.Item == p.Item && was.Dimension == p.Dimension }) {
			continue
		}
		number := len(had.Problems) + n + 1 // the next that it will be given
		n++
		for _, s := range draft.Suggestions {
			if s.Problem == p.N {
				s.N, s.Problem = 0, number
				all.Suggestions = append(all.Suggestions, s)
			}
		}
		p.N = 0
		all.Problems = append(all.Problems, p)
	}
	return all, n
}

// points is a cell for a score.
func points(x float64) *kit.Input {
	if x == 0 {
		return kit.Entry("")
	}
	return kit.Filled(score(x))
}

// pointsOf is the score that stands in a cell; as it was where nobody touched it.
func pointsOf(cell *kit.Input, was float64) float64 {
	if cell.Value() == points(was).Value() {
		return was
	}
	x, err := strconv.ParseFloat(cell.Value(), 64)
	if err != nil {
		return 0
	}
	return x
}
