package figures

import (
	"context"
	"testing"
	"time"

	"ownerdesk/app"
)

// shelf answers with the cases that lie in what is asked for, and remembers what was.
type shelf struct {
	cases []app.Case
	asked []Wanted
}

func (s *shelf) Facts(_ context.Context, w Wanted) (found []app.Case, _ error) {
	s.asked = append(s.asked, w)
	for _, c := range s.cases {
		if (w.Kind == "" || w.Kind == c.Kind) && !c.Received.Before(w.From) && c.Received.Before(w.To) {
			found = append(found, c)
		}
	}
	return found, nil
}

func (*shelf) Households(context.Context, app.ProjectID) (int, error) { return 0, nil }

func (*shelf) Gatherings(context.Context, Wanted) ([]Gathering, error) { return nil, nil }

func (*shelf) Still(ctx context.Context, do func(context.Context) error) error { return do(ctx) }

func TestNoLaterRepairsAreReadThanCanComeBack(t *testing.T) {
	done := transferred(func(c *app.Case) {
		c.Feedbacks = []app.Feedback{{At: at("2026-11-05 11:00"), Completed: at("2026-11-05 10:00")}}
	})
	later := func(day string) app.Case {
		return transferred(func(c *app.Case) { c.Received = at(day) })
	}
	for _, c := range []struct {
		cut   string
		until time.Time
		want  int
	}{
		{"2027-10-01 09:00", at("2026-12-06 10:00"), 2},
		{"2026-11-20 09:00", at("2026-11-20 09:00:01"), 1},
		{"2026-10-20 09:00", time.Time{}, 1},
	} {
		s := &shelf{cases: []app.Case{done, later("2026-12-05 23:00"), later("2026-12-07 09:00")}}
		found, err := Gather(t.Context(), s, ground(), october(c.cut))
		if last := s.asked[len(s.asked)-1]; err != nil || len(found) != c.want || !c.until.IsZero() && !last.To.Equal(c.until) {
			t.Errorf("as of %s: %d facts, read until %v, %v", c.cut, len(found), last.To, err)
		}
	}
}
