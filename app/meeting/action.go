package meeting

import (
	"cmp"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
	"ownerdesk/app/workday"
)

// ActionState is how far an action item has come.
type ActionState string

// The states of an action item.
const (
	Open      ActionState = "open"
	Doing     ActionState = "doing"
	Done      ActionState = "done"
	Postponed ActionState = "postponed"
	Dropped   ActionState = "dropped"
)

// ActionStates lists them.
var ActionStates = []ActionState{Open, Doing, Done, Postponed, Dropped}

// Task is what somebody is given to do.
type Task struct {
	What   string
	Dept   app.DeptID
	Person app.StaffID
	Who    string // somebody who is not staff
	Needs  string // what it takes
	Verify string // how it is told that it is done
	Issue  app.IssueID
}

// Action is one action item. It belongs to the record that gave it, and comes
// back in later ones until it is over.
type Action struct {
	ID      ActionID
	Version int
	Number  string // XS-202611-0001
	Project app.ProjectID
	Source  RecordID
	Kind    Kind // of the source
	Given   time.Time
	By      app.StaffID
	Task
	First      workday.Date // when it was to be done at first
	Due        workday.Date
	State      ActionState
	Progress   string
	Done       time.Time
	DoneBy     app.StaffID
	Verified   time.Time
	VerifiedBy app.StaffID
	Why        string // why it was postponed or dropped
	Ended      time.Time
	Carries    []Carry
	Acts       []Act
}

// Carry is one later record that an action item came back in. One that was
// cancelled does not count.
type Carry struct {
	Record RecordID // 0 until the record that is being planned has its id
	At     time.Time
}

// Carried is how often an item came back.
func (a Action) Carried() int { return len(a.Carries) }

// Over reports whether nothing more is to be done.
func (a Action) Over() bool { return a.State == Done || a.State == Dropped }

// Late reports whether an item is overdue; on the day itself it is not.
func (a Action) Late(today workday.Date) bool { return !a.Over() && today.After(a.Due) }

// ToVerify reports whether somebody must still see that it is really done.
func (a Action) ToVerify() bool { return a.State == Done && a.Verified.IsZero() }

// Pressing puts action items in the order in which they are seen to.
func Pressing(all []Action) {
	slices.SortStableFunc(all, func(a, b Action) int {
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID))
	})
}

// comesBack reports whether an item is to be carried into a record. One that was
// postponed comes back when its new day has come.
func (a Action) comesBack(h Head, loc *time.Location) bool {
	if a.Over() || a.Source == h.ID || slices.ContainsFunc(a.Carries, func(c Carry) bool { return c.Record == h.ID }) {
		return false
	}
	return a.State != Postponed || h.Begins.IsZero() || !a.Due.After(workday.DayOf(h.Begins.In(loc)))
}

// Tally is how many of so many.
type Tally struct{ Num, Den int }

// OnTime counts the items that were due in a period and done by their day. What is
// not done and not late yet is left out, and so is what was dropped.
func OnTime(all []Action, from, to, today workday.Date, loc *time.Location) (t Tally) {
	for _, a := range all {
		if a.Due.Before(from) || a.Due.After(to) || a.State == Dropped || a.State != Done && !a.Late(today) {
			continue
		}
		t.Den++
		if a.State == Done && !workday.DayOf(a.Done.In(loc)).After(a.Due) {
			t.Num++
		}
	}
	return t
}

// carried is what becomes of the items that come back in a record.
func (h Head) carried(open []Action, by app.StaffID, at time.Time, loc *time.Location) (moves []ActionMove) {
	for _, a := range open {
		if !a.comesBack(h, loc) {
			continue
		}
		m := a.begin(ActCarried, by, at, h.Number)
		m.Carry = &Carry{h.ID, at}
		m.Action.Carries = append(slices.Clip(a.Carries), *m.Carry)
		moves = append(moves, m)
	}
	return moves
}

func (a Action) begin(kind ActKind, by app.StaffID, at time.Time, note string) ActionMove {
	return ActionMove{Action: a, Act: Act{N: len(a.Acts) + 1, Kind: kind, At: at, By: by, Note: note}}
}

func (a Action) settle(m ActionMove) ActionMove {
	add := func(field, was, now string) {
		if was != now {
			m.Act.Diffs = append(m.Act.Diffs, app.Difference{Field: field, Old: was, New: now})
		}
	}
	day := func(d workday.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.String()
	}
	add("state", string(a.State), string(m.Action.State))
	add("due", day(a.Due), day(m.Action.Due))
	add("progress", a.Progress, m.Action.Progress)
	m.Act.Diffs = append(m.Act.Diffs, trace.Differences("", a.Task, m.Action.Task)...)
	return m
}
