// Package improve is what becomes of a problem once somebody is made responsible for
// it: a measure with its days, what was done day by day, whether it had an effect,
// who was reminded and called to account, and the next round where it had none. It
// knows meetings by their numbers only, for they build on it.
package improve

import (
	"cmp"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
)

// MeasureID is what a measure is known by inside the file; 0 is none.
type MeasureID int64

// State is how far a measure has come. That it is overdue is told by the day.
type State string

// The states in their order. Done was accepted; the three after it are closed.
const (
	Planned     State = "planned"
	Doing       State = "doing"
	Waiting     State = "waiting" // for acceptance
	Done        State = "done"
	Effective   State = "effective"
	Partly      State = "partly"
	Ineffective State = "ineffective"
	Void        State = "void"
)

// States lists them.
var States = []State{Planned, Doing, Waiting, Done, Effective, Partly, Ineffective, Void}

// Over reports whether nothing more is to be done in a state.
func (s State) Over() bool { return slices.Contains([]State{Effective, Partly, Ineffective, Void}, s) }

// Origin is where a measure comes from.
type Origin string

// The origins: a problem of the yearly report, a common problem of a meeting, a
// complaint, or somebody's own idea.
const (
	FromReport    Origin = "SRC-REPORT"
	FromMeeting   Origin = "SRC-MEETING"
	FromComplaint Origin = "SRC-ISSUE"
	ByHand        Origin = "SRC-HAND"
)

// Origins lists them.
var Origins = []Origin{FromReport, FromMeeting, FromComplaint, ByHand}

// Source says where a measure comes from. A record is named by its number inside the
// file, as meetings build on this package.
type Source struct {
	Origin Origin
	Survey annual.SurveyID
	Record int64 // a meeting.RecordID
	Issue  app.IssueID
	N      int    // of the problem, in the report or the record
	Called string // the number of report, record or issue that people know; read only
}

// Gauge is what a measure's effect is told by.
type Gauge string

// The gauges: the score of an item, of a dimension, of the whole; complaints per 30
// days; something else that somebody measures.
const (
	ItemScore      Gauge = "GA-ITEM"
	DimensionScore Gauge = "GA-DIM"
	IndexScore     Gauge = "GA-INDEX"
	Complaints     Gauge = "GA-CMP"
	OwnGauge       Gauge = "GA-OWN"
)

// Gauges lists them.
var Gauges = []Gauge{Complaints, ItemScore, DimensionScore, IndexScore, OwnGauge}

// Scored reports whether a gauge is read from surveys.
func (g Gauge) Scored() bool { return g == ItemScore || g == DimensionScore || g == IndexScore }

// Plan is what is to be done, by whom, and how it is told whether it helped.
type Plan struct {
	Dimension  string // of the questionnaire
	Item       string // of the questionnaire
	Categories []app.Category
	Problem    string
	What       string
	Standard   string // the requirement: how it is told that it is done
	Needs      string // resources
	Dept       app.DeptID
	Person     app.StaffID // responsible
	Helping    []app.DeptID
	Start      workday.Date
	Gauge      Gauge
	GaugeName  string // of a gauge of one's own
	Less       bool   // of such a gauge: the less the better
	Aimed      bool   // there is a target
	Target     float64
	Judge      workday.Date // when its effect is to be looked at; zero: with the next survey, or after three months
}

// Head is a measure without its lists.
type Head struct {
	ID      MeasureID
	Version int
	Number  string // GJ-202611-0001
	Project app.ProjectID
	State   State
	Made    time.Time
	By      app.StaffID
	Year    int // of the survey it comes from, or in which it was made
	Source
	Round  int       // 1, and one more for every measure before it that had no effect
	Before MeasureID // of the round before
	After  MeasureID // of the round after; read only
	Plan
	First      workday.Date // when it was to be done at first
	Due        workday.Date
	Begun      time.Time
	Finished   time.Time // said to be done
	FinishedBy app.StaffID
	Result     string // what was achieved
	Accepted   time.Time
	AcceptedBy app.StaffID
	Ended      time.Time
	Why        string // said when it was closed or voided
}

// Measure is one measure with everything that belongs to it. Lists are numbered
// within the measure from 1, and nothing is taken out of them.
type Measure struct {
	Head
	Milestones  []Milestone
	Checks      []Check
	Evaluations []Evaluation
	Reminders   []Reminder
	Callings    []Calling
	Files       []app.Attachment
	Acts        []Act
}

// Row is a row of a list that a person gives back whole: its number, which it keeps
// for good, and whether it was struck out.
type Row struct {
	N    int // 0 for a new one
	Gone bool
}

// Milestone is something that is to be reached by a day.
type Milestone struct {
	Row
	Text    string
	Due     workday.Date
	Reached workday.Date // zero until then
	By      app.StaffID
	Note    string
}

// Check is one look at how far a measure has come.
type Check struct {
	N         int
	Day       workday.Date
	Percent   int
	What      string // what was done
	Evidence  string
	Deviation string       // why it is behind
	Due       workday.Date // the new day, where it was moved
	Approver  app.StaffID  // who agreed to that
	By        app.StaffID
}

// Reminder is one time that somebody was urged. Its number is the measure's with
// the reminder's behind it.
type Reminder struct {
	N    int
	At   time.Time
	To   app.StaffID
	Text string
	By   app.StaffID
}

// Way is how somebody is called to account.
type Way string

// Ways lists them: a talk, a notice to all, pay, another.
var Ways = []Way{"WY-TALK", "WY-NOTICE", "WY-PAY", "WY-OTHER"}

// Calling is one time that somebody was called to account.
type Calling struct {
	N           int
	Day         workday.Date
	Who         app.StaffID
	Explanation string // of who is responsible, in the own words
	Way         Way
	Text        string // what was decided
	Decider     app.StaffID
	By          app.StaffID
}

// Act is one entry of a timeline. The Field of a difference is a key part, or for a
// row list, number and key part: milestones.2.due.
type Act struct {
	N     int
	Kind  ActKind
	At    time.Time
	By    app.StaffID
	Note  string
	Diffs []app.Difference
}

// ActKind names what was done.
type ActKind string

// Everything that can be done to a measure.
const (
	ActMade      ActKind = "made"
	ActChanged   ActKind = "changed"
	ActBegun     ActKind = "begun"
	ActReached   ActKind = "reached"
	ActChecked   ActKind = "checked"
	ActMoved     ActKind = "moved"
	ActFinished  ActKind = "finished"
	ActAccepted  ActKind = "accepted"
	ActReturned  ActKind = "returned"
	ActEvaluated ActKind = "evaluated"
	ActReminded  ActKind = "reminded"
	ActCalled    ActKind = "called"
	ActAttached  ActKind = "attached"
	ActClosed    ActKind = "closed"
	ActVoided    ActKind = "voided"
)

// Open reports whether work is still to be done on a measure.
func (h Head) Open() bool { return h.State == Planned || h.State == Doing }

// Late reports whether a measure is overdue; on the day itself it is not, nor while
// it waits to be accepted.
func (h Head) Late(today workday.Date) bool { return h.Open() && today.After(h.Due) }

// Percent is how far the work has come, as it was seen last.
func (m Measure) Percent() int {
	switch {
	case m.State != Void && !m.Finished.IsZero():
		return 100
	case len(m.Checks) == 0:
		return 0
	}
	return m.Checks[len(m.Checks)-1].Percent
}

// Live are the milestones that were not struck out, in the order of their days.
func (m Measure) Live() []Milestone {
	live := slices.DeleteFunc(slices.Clone(m.Milestones), func(v Milestone) bool { return v.Gone })
	slices.SortStableFunc(live, func(a, b Milestone) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.N, b.N)) })
	return live
}

// Judged is the newest evaluation; false before the first.
func (m Measure) Judged() (Evaluation, bool) {
	if len(m.Evaluations) == 0 {
		return Evaluation{}, false
	}
	return m.Evaluations[len(m.Evaluations)-1], true
}

// judgedDone is the newest evaluation of a measure that was accepted before it.
func (m Measure) judgedDone() (Evaluation, bool) {
	e, any := m.Judged()
	return e, any && !m.Accepted.IsZero() && !e.At.Before(m.Accepted)
}
