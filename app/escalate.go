package app

import "slices"

// raise puts a complaint up one level once the same has gone wrong as often as
// the rules allow: it was sent back, or its owner was not satisfied, for the
// second time. Nothing stands above a critical one.
func (c Case) raise(m *Move, g Ground, times int) {
	at := slices.Index(Levels, m.Issue.Level)
	if c.Kind != Complaint || times != g.RulesOf(c.Rules).Count("escalate.times") || at < 0 || at+1 == len(Levels) {
		return
	}
	m.Issue.Level = Levels[at+1]
	if q := c.Inquiry; q != nil {
		kept := *q
		kept.KeepYears = max(kept.KeepYears, g.keepYears(c.Rules, m.Issue.Level))
		m.Inquiry = &kept
		m.Act.Diffs = append(m.Act.Diffs, inquiryDifferences(*q, kept)...)
	}
}

// keepYears is how long a complaint of a level is kept.
func (g Ground) keepYears(rules int, l Level) int {
	return g.RulesOf(rules).Count("keep.years", string(l))
}

// dissatisfied counts how often the owner was not satisfied, all rounds.
func (c Case) dissatisfied() (n int) {
	for _, f := range c.FollowUps {
		if f.Disposal == NewRound {
			n++
		}
	}
	return n
}
