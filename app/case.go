package app

import (
	"time"

	"ownerdesk/app/workday"
)

// Case is an issue with everything that belongs to it. Parts are numbered
// within the case from 1 and never taken away.
type Case struct {
	Issue
	Rounds      []Round
	Delays      []Delay
	Feedbacks   []Feedback
	Notes       []Note
	FollowUps   []FollowUp
	Closings    []Closing
	Inquiry     *Inquiry // of a complaint, else nil
	Attachments []Attachment
	Callers     []Caller // who brought the same, after the first reporter
	Acts        []Act

	Disturbances []Disturbance
	Inspections  []Inspection
	Helps        []Help   // of helping departments
	Costs        []Cost   // what it cost; the last counts
	Joined       [][]Cost // what each of those merged into it cost; read for figures alone
	Suspensions  []Suspension
}

// SlipKind is which slip a round goes out on.
type SlipKind string

// The slips; a round that the desk handles itself has none.
const (
	NoSlip        SlipKind = ""
	TransferSlip  SlipKind = "ZB"
	ComplaintSlip SlipKind = "TS"
)

// PlanRow is one measure of a plan.
type PlanRow struct {
	Measure string
	Person  string
	By      time.Time
	Helping string
	Status  PlanStatus
}

// PlanStatus is how far a measure has come.
type PlanStatus string

// The states of a measure.
const (
	PlanOpen  PlanStatus = "open"
	PlanDoing PlanStatus = "doing"
	PlanDone  PlanStatus = "done"
)

// PlanStatuses lists them in order.
var PlanStatuses = []PlanStatus{PlanOpen, PlanDoing, PlanDone}

// Round is one way through the loop: out to whoever handles it, and back.
type Round struct {
	N        int
	Slip     SlipKind
	Number   string // ZB-202611-0042, -R2 from the second round on
	Issued   time.Time
	Undated  bool // taken over from a ledger that does not say when the slip went out
	IssuedBy StaffID
	Lead     DeptID
	Helping  []DeptID
	Why      string // why a further round: the owner's words
	Limit    workday.Limit
	RuleDue  time.Time      // what the rules say
	Due      time.Time      // the required time as printed; never changed again
	DueWhy   string         // why Due differs from RuleDue
	Steps    []workday.Step // how RuleDue was counted
	Unsure   bool           // counted into a year that is not announced
	Effect   time.Time      // Due with approved delays and rework limits
	Request  string
	Contact  bool // the department needs to reach the owner: its copy shows the phone
	Signed   time.Time
	SignedBy string // as it stands on the paper
	Refused  bool   // refused, and nobody else has it yet
	Refusals int
	Handler  StaffID
	Solution string
	Expected time.Time
	Plan     []PlanRow
	Disturbs Said // whether the work disturbs others; empty: nobody said
	Rework   int
	Done     time.Time
}

// Delay is one request for a later limit, and what was said to it.
type Delay struct {
	N         int
	Round     int
	Number    string
	Asked     time.Time
	AskedBy   StaffID
	From, To  time.Time // limit before, limit asked for
	Code      DelayCode
	Text      string
	Progress  string
	Interim   string // what is done for the owner meanwhile
	Told      time.Time
	ToldHow   Method
	Answer    string // what the owner said
	Late      bool   // asked, or told, after the limit had passed
	Decided   time.Time
	DecidedBy StaffID
	Approved  bool
	Decision  string
}

// Waiting reports whether nobody has decided yet.
func (d Delay) Waiting() bool { return d.Decided.IsZero() }

// Feedback is what a department reports back, and the desk's verdict on it.
type Feedback struct {
	N            int
	Round        int
	At           time.Time
	By           StaffID
	Situation    string
	Result       Result
	Satisfaction Rating // as the department heard it: 5, 3, 1; 0 not obtained
	Completed    time.Time
	Cause        Cause // empty where nobody said: praise, and reports from before it was asked for
	Reviewed     time.Time
	ReviewedBy   StaffID
	Accepted     bool
	Code         ReworkCode
	Verdict      string
	NewDue       time.Time
}

// NoteKind is what a note records.
type NoteKind string

// The kinds of notes.
const (
	NoteProgress NoteKind = "progress"
	NoteTold     NoteKind = "told"
	NoteCall     NoteKind = "call"
	NoteChase    NoteKind = "chase"
	NoteRemark   NoteKind = "remark"
)

// Note is something said or done on the way that moves no limit.
type Note struct {
	N      int
	Round  int
	Kind   NoteKind
	At     time.Time
	By     StaffID
	Text   string
	Told   bool // the owner was told
	How    Method
	ToldAt time.Time
	Answer string // what the owner said
}

// Solved is what the owner says became of the problem.
type Solved string

// The answers to "is it solved?"; empty when not asked.
const (
	SolvedYes  Solved = "yes"
	SolvedPart Solved = "part"
	SolvedNo   Solved = "no"
)

// Disposal is what a follow-up leads to.
type Disposal string

// What a follow-up can lead to.
const (
	TryAgain   Disposal = "again"  // not reached, or asked to call later
	AskOthers  Disposal = "others" // content; others who brought the same are still to be asked
	CloseIssue Disposal = "close"
	NewRound   Disposal = "round"
)

// FollowUp is one attempt to ask the owner.
type FollowUp struct {
	N        int
	Caller   int // which of the further reporters, 0 for the first
	Round    int
	Attempt  int    // within the round
	Number   string // HF-202611-0025, one for all attempts of a round
	Due      time.Time
	At       time.Time
	By       StaffID
	Method   Method
	Reached  Reached
	Who      string
	Relation OwnerKind
	Solved   Solved
	OnTime   Solved // kept the appointment
	Attitude Solved
	Clean    Solved // left the place tidy
	Rating   Rating
	Why      Dissatisfied
	Opinion  string // the owner's own words
	Disposal Disposal
}

// Asked is one attempt to ask an owner, with the issue it is about.
type Asked struct {
	Issue Issue
	FollowUp
}

// Closing is one request to end an issue without the owner's satisfaction.
type Closing struct {
	N         int
	Code      CloseCode
	Reason    string
	Asked     time.Time
	AskedBy   StaffID
	Decided   time.Time
	DecidedBy StaffID
	Approved  bool
	Decision  string
	Alone     bool // decided by whoever asked or handled it, there being nobody else
}

// Waiting reports whether nobody has decided yet.
func (c Closing) Waiting() bool { return c.Decided.IsZero() }

// Party is somebody an investigation spoke to.
type Party struct {
	Role   string
	Name   string
	At     time.Time
	Points string
}

// Evidence is one numbered piece of an investigation.
type Evidence struct {
	Name       string
	Kind       string // EV-PHOTO …
	Source     string
	Obtained   time.Time
	Where      string
	Giver      string
	Attachment int // number of the attached file, 0 for none
}

// EvidenceKinds and InquiryMethods are closed lists of the complaint slip.
var (
	EvidenceKinds  = []string{"EV-PHOTO", "EV-VIDEO", "EV-AUDIO", "EV-PAPER", "EV-CCTV", "EV-OTHER"}
	InquiryMethods = []string{"IM-SITE", "IM-TALK", "IM-RECORDS", "IM-EXPERT"}
)

// Inquiry is what only a complaint has: investigation, responsibility,
// approval, correction and prevention.
type Inquiry struct {
	Valid        Validity
	RepeatOf     string // number of the earlier complaint
	AccusedDept  DeptID
	Accused      []StaffID
	AccusedText  string // somebody who is not staff: a contractor's guard
	Investigator StaffID
	Began, Ended time.Time
	Methods      []string
	Involved     []string // who else looks at it: media, an authority
	Parties      []Party
	Evidence     []Evidence
	Facts        string
	Answers      Responsibility
	Cause        Cause
	Amends       string // compensation, apology, publication
	Consulted    time.Time
	OwnerView    string // what the complainant thinks of the plan
	ApprovedBy   StaffID
	Approved     time.Time
	ApprovalNote string
	Root         string
	Corrective   string
	Preventive   string
	Responsible  string
	VerifiedBy   StaffID
	Verified     time.Time
	Common       bool // goes to the meeting as a common problem
	Archive      string
	KeepYears    int
}

// Attachment is a file kept beside the database under its content's hash.
type Attachment struct {
	N      int
	Name   string // as it was called
	Hash   string // SHA-256, hex
	Size   int64
	At     time.Time
	By     StaffID
	Note   string
	Closed bool // restricted: recordings of people
}

// Current is the round being worked on; false before the first.
func (c Case) Current() (Round, bool) {
	if len(c.Rounds) == 0 {
		return Round{}, false
	}
	return c.Rounds[len(c.Rounds)-1], true
}

// Slipped is the number on the paper that counts now: the shown one, with -R2
// from the second round on.
func (c Case) Slipped() string {
	if r, there := c.Current(); there && r.Number != "" {
		return r.Number
	}
	return c.Shown()
}

// Waiting is the delay that wants a decision; false when none does. What an
// earlier round left without a decision no longer waits.
func (c Case) Waiting() (Delay, bool) {
	worked := c.State == Handling || c.State == Rework
	if n := len(c.Delays); n > 0 && worked && c.Delays[n-1].Waiting() && c.Delays[n-1].Round == c.Issue.Round {
		return c.Delays[n-1], true
	}
	return Delay{}, false
}

// Asking is the special closing that wants a decision; false when none does.
func (c Case) Asking() (Closing, bool) {
	if n := len(c.Closings); n > 0 && c.Closings[n-1].Waiting() {
		return c.Closings[n-1], true
	}
	return Closing{}, false
}

// LastFeedback is the newest feedback of the current round.
func (c Case) LastFeedback() (Feedback, bool) {
	if n := len(c.Feedbacks); n > 0 && c.Feedbacks[n-1].Round == c.Issue.Round {
		return c.Feedbacks[n-1], true
	}
	return Feedback{}, false
}

// Attempts are the current round's attempts to follow up.
func (c Case) Attempts() []FollowUp {
	var these []FollowUp
	for _, f := range c.FollowUps {
		if f.Round == c.Issue.Round {
			these = append(these, f)
		}
	}
	return these
}
