package annual

import (
	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// Mode is how an owner is asked.
type Mode string

// Modes lists them: on paper, by telephone, online.
var Modes = []Mode{Paper, Phone, Online}

// The modes.
const (
	Paper  Mode = "SM-PAPER"
	Phone  Mode = "SM-PHONE"
	Online Mode = "SM-ONLINE"
)

// OwnerKinds are the kinds of owners that strata are made of.
var OwnerKinds = []app.OwnerKind{"OW-SELF", "OW-LET", "OW-TEN", "OW-SHOP"}

// AskedFirst are the same in the order in which a household is counted by one of
// them: who trades or lives there, before who lets it.
var AskedFirst = []app.OwnerKind{"OW-SHOP", "OW-TEN", "OW-SELF", "OW-LET"}

// StageKey names a stage of the timetable.
type StageKey string

// StageKeys lists them: preparation, pretest, field work, return, analysis, report.
var StageKeys = []StageKey{"prepare", "pretest", "field", "return", "analyse", "report"}

// Stage is one line of the timetable.
type Stage struct {
	Key      StageKey
	From, To workday.Date
}

// Plan is what a survey is done by (clause 6.1): purpose, scope, content, method
// and timetable, with what its sample is drawn by. Shares are 0 to 1.
type Plan struct {
	Title   string
	Purpose string
	Scope   string          // whom it is about, and whom not, in words
	Areas   []app.AreaID    // none for all
	Owners  []app.OwnerKind // strata; none for all of OwnerKinds
	Content string
	Modes   []Mode
	Method  string  // in words, beside the modes
	Phoned  float64 // at most this share by telephone; 0 for no bound
	Stages  []Stage
	FrameOn workday.Date // of which day the register is the frame

	Convenience bool             // everybody is invited: nothing is drawn, figures speak only of those who answered
	Precision   survey.Precision // Units is the frame's and not kept here
	Rule        survey.Rule
	Floor, Cap  int // of each stratum; no cap where 0
	Way         survey.Way
	Seed        uint64
	Scale       survey.Scale // fixed for the year
	Bands       []int        // lower bounds of the grades from the best down, in scores: 90, 70, 60

	Interviewers []app.StaffID
	Training     string
	Attempts     int     // before a replacement is called up: 3
	BackCheck    float64 // share of sheets asked again: at least 0.1
	Second       float64 // share of paper sheets keyed a second time
	Quality      string
	Secrecy      string
	Keep         string // how long sheets and link are kept, as owners are told
	Budget       string
	Contact      string // whom owners may ask: department, phone
}
