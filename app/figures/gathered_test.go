package figures

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
)

// gathering is a list of four opinions of an event: one became an issue in time, one
// was answered late without one, and two are open.
func gathering(id GatheringID, project app.ProjectID, event, begins string) Gathering {
	from := at(begins)
	return Gathering{ID: id, Number: "SJ-202610-0001", Project: project, Title: "開放日", Event: event, Begins: from, Made: from.Add(time.Hour), Due: from.Add(48 * time.Hour),
		Opinions: []Gathered{{Settled: from.Add(48 * time.Hour), Issue: 7, Number: "YS-7"}, {Settled: from.Add(48*time.Hour + time.Minute)}, {}, {}}}
}

// What was answered later than the cut-off has not happened yet, nor what was handed in
// later; the limit itself is in time.
func TestGatheredOpinionsStandAtTheCutOff(t *testing.T) {
	g := gathering(1, 1, "GE-SALES", "2026-10-10 14:00")
	for _, c := range []struct {
		cut                         string
		rows                        int
		inTime, late, open, overdue int
	}{
		{"2026-10-10 14:59", 0, 0, 0, 0, 0},
		{"2026-10-10 15:00", 1, 0, 0, 4, 0},
		{"2026-10-12 13:59", 1, 0, 0, 4, 0},
		{"2026-10-12 14:00", 1, 1, 0, 3, 0},
		{"2026-10-12 14:01", 1, 1, 1, 2, 2},
	} {
		o := october(c.cut).Opinions([]Gathering{g})
		s := o.Sum()
		if len(o.Rows) != c.rows || s.InTime != c.inTime || s.Late != c.late || s.Open != c.open || s.Overdue != c.overdue {
			t.Errorf("as of %s: %+v", c.cut, o.Rows)
		}
		if s.InTime+s.Late+s.Open != s.Opinions || len(s.Issues) != s.InTime {
			t.Errorf("as of %s it does not add up: %+v", c.cut, s)
		}
	}
	if r := october(afterwards).Opinions([]Gathering{g}).Sum().Answered(); r.Num != 1 || r.Den != 4 {
		t.Errorf("answered in time are %d of %d", r.Num, r.Den)
	}
}

func TestGatheredOpinionsStandByEstateAndEventInTheirMonth(t *testing.T) {
	all := []Gathering{
		gathering(1, 2, "GE-SALES", "2026-10-03 09:00"), gathering(2, 1, "GE-SALES", "2026-10-02 09:00"), gathering(3, 1, "GE-COMMUNITY", "2026-10-09 09:00"),
		gathering(4, 1, "GE-COMMUNITY", "2026-10-08 09:00"), gathering(5, 1, "GE-SALES", "2026-09-30 23:59"), gathering(6, 1, "GE-SALES", "2026-11-01 00:00"),
	}
	ids := func(s Scope) (ids []GatheringID) {
		for _, r := range s.Opinions(all).Rows {
			ids = append(ids, r.Gathering)
		}
		return ids
	}
	s := october(afterwards)
	s.Project = 0
	if got := ids(s); !slices.Equal(got, []GatheringID{4, 3, 2, 1}) {
		t.Errorf("of all estates %v", got)
	}
	s.Project = 2
	if got := ids(s); !slices.Equal(got, []GatheringID{1}) {
		t.Errorf("of one estate %v", got)
	}
}

// A month names the issues that came of opinions, though they were received in another.
func TestAMonthNamesTheIssuesOfWhatWasGathered(t *testing.T) {
	m := october("2026-11-10 09:00").Report(nil, Surroundings{Gathering: []Gathering{gathering(1, 1, "GE-SALES", "2026-10-31 14:00")}})
	if !m.Gathered.Known || m.Numbers[7] != "YS-7" {
		t.Errorf("it names %v", m.Numbers)
	}
}

// full is a shelf that cannot be reached into.
type full struct{ shelf }

func (full) Gatherings(context.Context, Wanted) ([]Gathering, error) {
	return nil, errors.ErrUnsupported
}

func TestWhatWasGatheredIsNotLeftOutSilently(t *testing.T) {
	if _, err := october(afterwards).Gatherings(t.Context(), &full{}); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("it says %v", err)
	}
}
