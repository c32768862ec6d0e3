// Package annual is the yearly satisfaction survey of an estate's owners: its
// plan and questionnaire, the sample and the work in the field, the sheets that
// come back, what they say of all owners, and what is concluded. How samples are
// drawn and figures reckoned is package survey's; this one knows areas, rooms and
// departments, but no file, no window, no paper and no words.
package annual

import (
	"time"

	"ownerdesk/app"
)

// SurveyID is what a survey is known by inside the file; 0 is none.
type SurveyID int64

// State is how far a survey has come.
type State string

// The states in their order. The plan and the questionnaire change only while
// planning; answers come in only in the field; counted answers stay as they are.
const (
	Planning  State = "planning"
	Approved  State = "approved" // plan, questionnaire and frame stand
	Field     State = "field"    // the sample is drawn
	Counted   State = "counted"  // no further answers
	Reported  State = "reported" // the report is out
	Cancelled State = "cancelled"
)

// States lists them.
var States = []State{Planning, Approved, Field, Counted, Reported, Cancelled}

// Head is a survey without its lists.
type Head struct {
	ID            SurveyID
	Version       int
	Number        string // DC-202611-0001
	Project       app.ProjectID
	Year          int
	State         State
	By            app.StaffID // who planned it
	Made          time.Time
	Plan          Plan
	Questionnaire Questionnaire
	Findings      Findings  // what the report concludes; a person edits it
	Strata        []Stratum // of the frame; from the approval on
	Frame         int       // how often the frame was taken; units are numbered within one
	Framed        time.Time // when it was taken last
	Checked       app.StaffID
	Approved      time.Time
	ApprovedBy    app.StaffID
	Drawn         time.Time
	Counted       time.Time // when field work ended
	Reported      time.Time
	ReportedBy    app.StaffID
	Destroyed     time.Time // when nobody could tell any more whose sheet is whose
	DestroyedBy   app.StaffID
	Why           string // why it was cancelled
}

// Stratum is one cell of the frame: an area's owners of one kind.
type Stratum struct {
	Area    app.AreaID
	Name    string // of the area when the frame was taken
	Owner   app.OwnerKind
	Units   int // households in the frame
	Planned int // answers that the plan wants of it
	Issued  int // questionnaires to hand out for that many answers; drawn
}

// Survey is one year's survey of an estate, with its timeline. Units, links and
// sheets are many, and read apart.
type Survey struct {
	Head
	Acts []Act
}

// Act is one entry of a survey's timeline. The Field of a difference is a key
// part, with the code of a row before it: items.SERVICE-1.text.
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

// Everything that can be done to a survey. What is done to single units and
// sheets stands with them; keying in a sheet is no act here, so that the timeline
// cannot tell whose sheet came when.
const (
	ActPlanned   ActKind = "planned"
	ActChanged   ActKind = "changed"   // plan or questionnaire
	ActApproved  ActKind = "approved"  // and the frame was taken
	ActReopened  ActKind = "reopened"  // approval taken back
	ActDrawn     ActKind = "drawn"     // sample and reserves
	ActAssigned  ActKind = "assigned"  // interviewers to units
	ActReplaced  ActKind = "replaced"  // a reserve was called up
	ActImported  ActKind = "imported"  // sheets out of a file
	ActCounted   ActKind = "counted"   // field work ended
	ActConcluded ActKind = "concluded" // findings were edited
	ActReported  ActKind = "reported"  // the report is out
	ActReissued  ActKind = "reissued"  // the report was taken back to be corrected
	ActDestroyed ActKind = "destroyed" // the link between sheets and households
	ActCancelled ActKind = "cancelled"
)

// ActKinds lists them.
var ActKinds = []ActKind{ActPlanned, ActChanged, ActApproved, ActReopened, ActDrawn, ActAssigned, ActReplaced, ActImported,
	ActCounted, ActConcluded, ActReported, ActReissued, ActDestroyed, ActCancelled}
