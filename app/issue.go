package app

import (
	"strings"
	"time"
)

// State is how far an issue has come.
type State string

// The states of an issue, in the order in which they are usually passed.
const (
	Draft         State = "draft"
	Accepted      State = "accepted"
	Rejected      State = "rejected"
	Void          State = "void"
	Handling      State = "handling"
	FedBack       State = "fed_back"
	Rework        State = "rework"
	Reviewed      State = "reviewed"
	Told          State = "told"
	Retransferred State = "retransferred"
	Closed        State = "closed"
)

// States lists every state.
var States = []State{Draft, Accepted, Rejected, Void, Handling, FedBack, Rework, Reviewed, Told, Retransferred, Closed}

// Over reports whether nothing more is to be done in this state.
func (s State) Over() bool { return s == Rejected || s == Void || s == Closed }

// Step is what an issue waits for.
type Step string

// The steps that Today gathers; the empty Step waits for nothing.
const (
	StepRoute    Step = "route"    // decide: ourselves, transfer, complaint, not accepted
	StepSign     Step = "sign"     // the department signs for the slip
	StepReassign Step = "reassign" // the department refused, another must take it
	StepNotice   Step = "notice"   // others are to be told before the work begins
	StepHandle   Step = "handle"   // the department works, we chase
	StepDelay    Step = "delay"    // a delay was asked for and wants a decision
	StepOwed     Step = "owed"     // a delay was approved and the owner does not know
	StepInspect  Step = "inspect"  // feedback is there, the desk looks at the work
	StepReview   Step = "review"   // feedback is there
	StepTell     Step = "tell"     // the owner is to be told
	StepFollowUp Step = "followup" // the owner is to be asked
	StepAgain    Step = "again"    // the owner is not satisfied: a new round
	StepApprove  Step = "approve"  // a special closing wants a different person
)

// Steps lists every step in the order of the loop.
var Steps = []Step{StepRoute, StepSign, StepReassign, StepNotice, StepHandle, StepDelay, StepOwed, StepInspect, StepReview, StepTell, StepFollowUp, StepAgain, StepApprove}

// Reporter is who came to the desk, as it was written down that day. Later
// corrections of the register do not change it.
type Reporter struct {
	Person    PersonID // 0 when not in the register
	Owner     OwnerKind
	Anonymous bool
	Name      string
	Refused   bool // gave no way to be reached, and said so
	Phone     string
	Email     string
	WeChat    string
}

// Reachable reports whether there is any way to reach the reporter.
func (r Reporter) Reachable() bool { return strings.TrimSpace(r.Phone+r.Email+r.WeChat) != "" }

// Place is where an issue is, as it was written down that day.
type Place struct {
	Area     AreaID
	Building BuildingID
	Room     RoomID // 0 for a public place
	Block    string // building as people say it, 3
	Unit     string // entrance, 2
	Door     string // room number, 501
	Text     string // a public place, or what was typed
}

// Short is the place in one word, 3-2-501, or the public place as typed.
func (p Place) Short() string {
	if p.Door == "" && p.Block == "" {
		return p.Text
	}
	s := p.Block
	for _, part := range []string{p.Unit, p.Door} {
		if part != "" && s != "" {
			s += "-"
		}
		s += part
	}
	return s
}

// Intake is what the desk wrote down when an issue came in.
type Intake struct {
	Received    time.Time
	ReceivedWhy string // why Received is not the moment of typing
	Channel     Channel
	Kind        Kind
	Category    Category
	Urgency     Urgency
	Reporter    Reporter
	Place       Place
	Description string
	Wish        string
	Occurred    time.Time // zero when not said
	Households  int       // how many households it concerns; more than 1 is a group issue
	Related     IssueID
	NoReply     bool // the owner asked not to be called back
	ReplyHow    Method
	ReplyWhen   string // preferred time, as said
	Reference   string // the authority's own number
}

// Issue is one thing an owner brought to the desk. It keeps one number through
// its life, however many rounds it takes.
type Issue struct {
	ID      IssueID
	Version int
	Project ProjectID
	Number  string // SL-202611-0001
	Slip    string // first transfer or complaint slip, without the round
	State   State
	Level   Level // of a complaint, else empty
	Intake
	By         StaffID
	Registered time.Time
	Rules      int       // version of the rules it came in under
	RouteDue   time.Time // until when it must be transferred
	Promise    time.Time // until when the owner will hear
	Promised   Promised  // that he was told so
	Site       OnSite    // getting to it
	Answered   time.Time // when the owner first heard
	CallBack   time.Time // promised call, zero when none
	Round      int       // current round, 0 before the first
	Lead       DeptID
	Handler    StaffID
	Due        time.Time // current round's limit with approved delays
	Done       time.Time // completion accepted in review
	Rework     int       // how often sent back, all rounds
	Final      Rating
	First      Rating
	Close      CloseCode
	CloseWhy   string
	Ended      time.Time
	Taken      bool   // over from an older ledger, under the number it had there
	Ask        Said   // whether the owner is to be asked, as that ledger says
	Subject    string // that ledger's own words, where they name no category
	Spent      Spent  // what it cost, of the last record
	Talk       SiteTalk

	// Derived from all of the above by settle; kept so that lists need not ask.
	Step     Step
	StepDue  time.Time
	Holder   DeptID // whose turn it is
	Delays   int    // approved delays, all rounds
	Scene    Scene  // what it waits for on site
	SceneDue time.Time
	Wait     Waits // while it is suspended

	Veiled bool // its words are kept from whoever read it; never kept itself
}

// Shown is the number people use: the slip's once there is one.
func (i Issue) Shown() string {
	if i.Slip != "" {
		return i.Slip
	}
	return i.Number
}

// Open reports whether something is still to be done.
func (i Issue) Open() bool { return !i.State.Over() }

// Late reports whether the current step is past its limit; equal is on time.
func (i Issue) Late(now time.Time) bool {
	return i.Open() && !i.StepDue.IsZero() && now.After(i.StepDue)
}
