// Package meeting is what people sit down, stand or write together for: the
// monthly meeting with the owners, the weekly one of a department, the talk on
// site, notices, activities, and opinions gathered at sales and events. All are records of one shape, of which each uses
// a part; what they give somebody to do is followed until it is done.
package meeting

import (
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
)

// What things are known by inside the file; 0 is none of them.
type (
	RecordID int64
	ActionID int64
)

// Kind is which sort of record one is; it is the prefix of its number, too.
type Kind string

// The kinds.
const (
	Monthly  Kind = Kind(app.PrefixMeeting)
	Weekly   Kind = Kind(app.PrefixWeekly)
	OnSite   Kind = Kind(app.PrefixOnSite)
	Notice   Kind = Kind(app.PrefixNotice)
	Activity Kind = Kind(app.PrefixActivity)

	Gathering Kind = Kind(app.PrefixGathering)
)

// Kinds lists them.
var Kinds = []Kind{Monthly, Weekly, OnSite, Notice, Activity, Gathering}

// Figures reports whether records of this kind stand on figures, which are
// frozen before it is held.
func (k Kind) Figures() bool { return k == Monthly || k == Weekly }

// State is how far a record has come.
type State string

// The states in their order. What has no figures is never frozen; a notice that
// was given out is held, and needs no minutes; a gathering is held until each of
// its opinions was answered for, and minuted then.
const (
	Planned   State = "planned"
	Frozen    State = "frozen"
	Held      State = "held"
	Minuted   State = "minuted"
	Cancelled State = "cancelled"
)

// States lists them.
var States = []State{Planned, Frozen, Held, Minuted, Cancelled}

// Head is a record without its lists.
type Head struct {
	ID      RecordID
	Version int
	Kind    Kind
	Project app.ProjectID
	Number  string // HY-202611-0001
	State   State
	By      app.StaffID // who planned it
	Made    time.Time
	From    workday.Date // what it is about: the month, the week; zero for others
	To      workday.Date // the last day
	Period  int          // the how manieth monthly meeting of the year
	Details
	Held       time.Time // when somebody noted that it took place
	MinutesDue time.Time // of a gathering: until when its opinions are to be answered for
	Minuted    time.Time // for the first time; taking minutes back does not make them late
	Why        string    // why it was cancelled
}

// Details are what a person fills in and corrects. Each kind uses some.
type Details struct {
	Title     string
	Subject   Subject // of a notice; the sort of event that opinions were gathered at
	Begins    time.Time
	Ends      time.Time
	Place     string
	Chair     app.StaffID
	Recorder  app.StaffID
	Helpers   string      // who else gathered opinions, by name
	Dept      app.DeptID  // whose weekly meeting; who calls on site, who runs an activity
	Contact   app.StaffID // whom the week appoints to talk with the owners (clause 4.1.2)
	Issue     app.IssueID // what a talk on site is about
	Issues    []app.IssueID
	Areas     []app.AreaID // whom a notice is for; with no building either: everybody
	Buildings []app.BuildingID
	Prepared  string    // what was brought to the talk (clause 4.3)
	Text      string    // what was found on site; the notice as given out; how the activity went
	Headcount int       // how many came to an activity
	Unsettled string    // what was not agreed on
	Refused   string    // why an owner did not sign, and who saw it
	Next      time.Time // next meeting
	NextPlace string
	Goes      string // whom the minutes go to
}

// Subject is what a notice is about.
type Subject string

// Subjects lists them: water, power, works, an activity, something else.
var Subjects = []Subject{"NT-WATER", "NT-POWER", "NT-WORKS", "NT-ACTIVITY", "NT-OTHER"}

// Freeze is one time that the figures were kept as they were. What was kept is
// read apart.
type Freeze struct {
	N   int
	At  time.Time
	By  app.StaffID
	Why string // from the second on
}

// Kept is what a freeze keeps.
type Kept struct {
	Report  figures.Report // of a month
	Week    Week           // of a week
	Actions []Action       // to be reported on, as they stood
	OnTime  Tally          // of those due in the period
	Rules   int            // version of the rules, for the targets

	Measures []improve.Measure // improvement measures open in the month, or closed in it
	Issues   []Listed          // of the month; nil in older freezes, which did not keep them
	Names    Names             // of whom and what the rest knows by ids
}

// Record is one meeting or its like, with everything that belongs to it. Lists
// are numbered within the record from 1, and nothing is taken out of them: see Row.
type Record struct {
	Head
	Guests    []Guest
	Agenda    []Item
	Accounts  []Account
	Problems  []Problem
	Opinions  []Opinion
	Answers   []Answer
	Decisions []Decision
	Told      []Told
	Freezes   []Freeze
	Files     []app.Attachment
	Acts      []Act
}

// Month is the first moment of the month that a record is about.
func (h Head) Month(loc *time.Location) time.Time {
	return time.Date(h.From.Year, h.From.Month, 1, 0, 0, 0, 0, loc)
}

// Week is the ISO week that a record is about.
func (h Head) Week() (year, week int) { return h.From.At(0, time.UTC).ISOWeek() }

// Frozen is the newest freeze; false before the first.
func (r Record) Frozen() (Freeze, bool) {
	if len(r.Freezes) == 0 {
		return Freeze{}, false
	}
	return r.Freezes[len(r.Freezes)-1], true
}

// MinutesLate reports whether the minutes were, or are, not there in time; at the
// very moment they are.
func (h Head) MinutesLate(now time.Time) bool {
	if h.MinutesDue.IsZero() || h.State == Cancelled {
		return false
	}
	if !h.Minuted.IsZero() {
		now = h.Minuted
	}
	return now.After(h.MinutesDue)
}

// Act is one entry of a timeline. The Field of a difference is a key part, or
// for a row list, number and key part: agenda.3.item.
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

// Everything that can be done to a record, and to an action item.
const (
	ActPlanned   ActKind = "planned"
	ActChanged   ActKind = "changed"
	ActFrozen    ActKind = "frozen"
	ActHeld      ActKind = "held"
	ActMinuted   ActKind = "minuted"
	ActReopened  ActKind = "reopened"
	ActCancelled ActKind = "cancelled"
	ActAttached  ActKind = "attached"
	ActIssue     ActKind = "issue"
	ActGathered  ActKind = "gathered"
	ActAside     ActKind = "aside" // an opinion was answered for without an issue of its own
	ActGave      ActKind = "gave"  // action items

	ActGiven     ActKind = "given"
	ActCarried   ActKind = "carried"
	ActProgress  ActKind = "progress"
	ActDone      ActKind = "done"
	ActVerified  ActKind = "verified"
	ActReturned  ActKind = "returned"
	ActPostponed ActKind = "postponed"
	ActDropped   ActKind = "dropped"
	ActAmended   ActKind = "amended"
)

// open checks that a record may still be changed.
func (f *faults) open(r Record, states ...State) {
	f.unless(slices.Contains(states, r.State), "meeting", "not-now")
}
