package app

import (
	"testing"
	"time"

	"ownerdesk/app/workday"
)

// Half of the original limit, but never less than the manual says: for every kind,
// urgency and level, from any moment, by any week.
func TestAReworkIsHalfTheLimitButAtLeastWhatTheManualSays(t *testing.T) {
	for name, week := range weeks {
		g := ground()
		g.Calendar = workday.New(workday.CN, week, shanghai, nil, []int{2026})
		day := workday.Limit{N: 1, Unit: workday.Workdays}
		for _, kind := range Kinds {
			for _, urgency := range Urgencies {
				for hour := range 7 * 24 {
					at := clockAt(23, hour, 17)
					c := Case{Issue: Issue{Level: Major, Intake: Intake{Kind: kind, Urgency: urgency}}}
					limit, _ := g.RequiredTime(c.Issue, at)
					c.Rounds = []Round{{N: 1, Limit: limit.Limit}}
					least := g.Calendar.Due(at, day).Due
					if urgency == Emergency {
						least = at.Add(24 * time.Hour)
					}
					if got := c.ReworkDue(g, at); got.Before(least) {
						t.Fatalf("week of %s, %s %s sent back at %v: until %v, want at least %v", name, kind, urgency, at, got, least)
					}
				}
			}
		}
	}
}

func TestAnEmergencySentBackHasADayOfTheClock(t *testing.T) {
	g, at := ground(), clockAt(27, 17, 0) // a Friday
	c := Case{Issue: Issue{Intake: Intake{Kind: Repair, Urgency: Emergency}}, Rounds: []Round{{N: 1, Limit: workday.Limit{N: 24, Unit: workday.Hours}}}}
	if got, want := c.ReworkDue(g, at), at.Add(24*time.Hour); !got.Equal(want) {
		t.Errorf("until %v, want %v", got, want)
	}
	delete(g.Rules.Limits, "rework.least.UR1") // rules of before
	delete(g.Rules.Limits, "rework.least")
	g.OldRules[1] = g.Rules
	c.Issue.Rules = 1
	if got, want := c.ReworkDue(g, at), at.Add(24*time.Hour); !got.Equal(want) {
		t.Errorf("under rules of before: until %v, want %v", got, want)
	}
	c.Rounds[0].Limit = workday.Limit{N: 72, Unit: workday.Hours}
	if got, want := c.ReworkDue(g, at), at.Add(36*time.Hour); !got.Equal(want) {
		t.Errorf("of three days: until %v, want %v", got, want)
	}
}
