package annual

import (
	"time"

	"ownerdesk/app"
)

// Outcome is what became of a unit of the sample, or of one attempt to reach it.
type Outcome string

// The outcomes; empty while a unit still waits. Vacant and WrongAddress are not
// eligible.
const (
	Waiting      Outcome = ""
	Done         Outcome = "DI-DONE"
	Refused      Outcome = "DI-REFUSED"
	NotReached   Outcome = "DI-NOTREACHED"
	Vacant       Outcome = "DI-VACANT"
	WrongAddress Outcome = "DI-WRONG"
	Later        Outcome = "DI-LATER" // of an attempt only: an appointment
)

// Outcomes lists what a unit can end as.
var Outcomes = []Outcome{Done, Refused, NotReached, Vacant, WrongAddress}

// Unit is one household of the frame. Units in use are those drawn, and the
// reserves called up in their place.
type Unit struct {
	N           int // within the frame, from 1
	Stratum     int // number in Head.Strata, from 0
	Room        app.RoomID
	Order       int  // its place in the order drawn within the stratum, from 1; 0 before
	Reserve     bool // drawn as a reserve
	Called      bool // in use
	For         int  // the unit that a reserve stands for
	Interviewer app.StaffID
	Outcome     Outcome
	ReplacedBy  int // the reserve that stands for it
	Attempts    int
	Contacted   bool // somebody was reached, whatever they said
}

// Attempt is one try to reach a unit.
type Attempt struct {
	Unit    int
	N       int // of the unit, from 1
	At      time.Time
	By      app.StaffID
	Mode    Mode
	Outcome Outcome
	Note    string
}

// Link tells which household a sample number was given to. It is kept apart from
// both, seen by whoever hands out questionnaires and keys them in, and destroyed
// after the report.
type Link struct {
	No   int // sample number as printed
	Unit int
}

// FrameUnit is a household as the register has it.
type FrameUnit struct {
	Room     app.RoomID
	Area     app.AreaID
	AreaName string
	Building app.BuildingID
	Block    string // name of the building
	Entrance string
	Door     string
	Floor    string
	Owner    app.OwnerKind // the first of AskedFirst that somebody is to the room
}

// Address is where a unit is found, and whom to ask for; for lists, letters and
// envelopes only.
type Address struct {
	Unit  Unit
	No    int // sample number; 0 once the link is destroyed
	Place app.Place
	Names []string // of those tied to the room as owner or tenant
	Phone string
}
