package improve

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
	"ownerdesk/app/workday"
)

// Stand is what an order stands on: which measure, the version the person saw (0
// for whatever it is now), and who acts.
type Stand struct {
	Measure MeasureID
	Version int
	By      app.StaffID
}

// Move is the outcome of a decision: the head as it stands afterwards, the entry in
// the timeline, and the rows that are new or different. One guarded transaction
// keeps every act there is.
type Move struct {
	Head       Head // Version is the one the decision stood on; a new one has no ID
	Act        Act  // without a kind nothing became different
	Milestones []Milestone
	Check      *Check
	Evaluation *Evaluation
	Reminder   *Reminder
	Calling    *Calling
	Files      []app.Attachment
	Next       *Move // the round that follows; its Head.Before is filled in when it is kept
}

// begin starts a move on the measure.
func (m Measure) begin(kind ActKind, by app.StaffID, at time.Time, note string) Move {
	return Move{Head: m.Head, Act: Act{N: len(m.Acts) + 1, Kind: kind, At: at, By: by, Note: note}}
}

// settle ends a move: it notes in the act what became different in the head.
func (m Measure) settle(v Move) Move {
	add := func(field, was, now string) {
		if was != now {
			v.Act.Diffs = append(v.Act.Diffs, app.Difference{Field: field, Old: was, New: now})
		}
	}
	add("state", string(m.State), string(v.Head.State))
	add("due", day(m.Due), day(v.Head.Due))
	v.Act.Diffs = append(v.Act.Diffs, trace.Differences("", m.Plan, v.Head.Plan)...)
	return v
}

func day(d workday.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// Then is the measure as it stands once v was kept.
func (m Measure) Then(v Move) Measure {
	m.Head = v.Head
	fresh := append([]Milestone(nil), m.Milestones...)
	for _, one := range v.Milestones {
		if one.N <= len(fresh) {
			fresh[one.N-1] = one
		} else {
			fresh = append(fresh, one)
		}
	}
	m.Milestones = fresh
	m.Checks = and(m.Checks, v.Check)
	m.Evaluations = and(m.Evaluations, v.Evaluation)
	m.Reminders = and(m.Reminders, v.Reminder)
	m.Callings = and(m.Callings, v.Calling)
	m.Files = append(m.Files[:len(m.Files):len(m.Files)], v.Files...)
	m.Acts = append(m.Acts[:len(m.Acts):len(m.Acts)], v.Act)
	return m
}

// and is a list with one more, where there is one more.
func and[T any](list []T, one *T) []T {
	if one == nil {
		return list
	}
	return append(list[:len(list):len(list)], *one)
}
