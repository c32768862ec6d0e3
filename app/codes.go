package app

import "slices"

// The closed lists of the trade. Codes are stable and stored; people see the
// words under the key code.<CODE>.
type (
	Kind           string // what sort of issue
	Channel        string // how it came in
	Category       string // subject, two levels: EQ is facilities, EQ1 lifts
	Cause          string // why it happened, found after investigation
	Level          string // how severe a complaint is
	Urgency        string // how soon it must be seen to
	OwnerKind      string // what the person is to the property
	Result         string // what the department achieved
	CloseCode      string // why an issue was closed
	RejectCode     string // why an issue was not accepted
	DelayCode      string // why a limit cannot be kept
	ReworkCode     string // why feedback was sent back
	Dissatisfied   string // why an owner is not satisfied
	Reached        string // what became of an attempt to reach an owner
	Method         string // by which way an owner is spoken to
	Responsibility string // who answers for what a complaint is about
	Validity       string // whether a complaint holds
)

// Kinds of issues.
const (
	Enquiry      Kind = "TYP-CON"
	Complaint    Kind = "TYP-CMP"
	Suggestion   Kind = "TYP-SUG"
	Repair       Kind = "TYP-REP"
	Assistance   Kind = "TYP-HLP"
	Commendation Kind = "TYP-PRA"
)

// Urgencies, the most pressing first.
const (
	Emergency Urgency = "UR1"
	Urgent    Urgency = "UR2"
	Normal    Urgency = "UR3"
)

// Levels of complaints, the mildest first.
const (
	Minor    Level = "LV1"
	Major    Level = "LV2"
	Critical Level = "LV3"
)

// Codes that a rule asks about by name.
const (
	Anonymous OwnerKind = "OW-ANON"

	ClosedSatisfied   CloseCode = "CL-01"
	ClosedUnreachable CloseCode = "CL-02"
	ClosedWithdrawn   CloseCode = "CL-03"
	ClosedOutOfScope  CloseCode = "CL-04"
	ClosedLegal       CloseCode = "CL-05"
	ClosedMerged      CloseCode = "CL-06"
	ClosedByApproval  CloseCode = "CL-07"
	ClosedNeutral     CloseCode = "CL-08"
	ClosedPartly      CloseCode = "CL-09"

	RejectedDuplicate RejectCode = "RJ-04"
	RejectedMistake   RejectCode = "RJ-06"

	ReachedOwner  Reached = "CT-01"
	NoAnswer      Reached = "CT-02"
	WrongNumber   Reached = "CT-05"
	AgreedToRetry Reached = "CT-07"

	ReworkByFollowUp ReworkCode = "RW-06"

	Notice Method = "MT-NOTICE" // posted where everybody reads it: for who left no contact

	CauseUnknown Cause = "RC-UNK"

	ValidityOpen Validity = "VA-OPEN"
	Valid        Validity = "VA-YES"
	NotValid     Validity = "VA-NO"
)

// The lists in the order in which they are offered.
var (
	Kinds      = []Kind{Enquiry, Complaint, Suggestion, Repair, Assistance, Commendation}
	Channels   = []Channel{"CH-TEL", "CH-WX", "CH-VISIT", "CH-MAIL", "CH-LETTER", "CH-PATROL", "CH-MEET", "CH-SURVEY", "CH-GOV", "CH-SALES"}
	OwnerKinds = []OwnerKind{"OW-SELF", "OW-LET", "OW-TEN", "OW-SHOP", "OW-FAM", "OW-COM", Anonymous}
	Urgencies  = []Urgency{Emergency, Urgent, Normal}
	Levels     = []Level{Minor, Major, Critical}

	Results          = []Result{"RS-01", "RS-02", "RS-03", "RS-04", "RS-05", "RS-06", "RS-07", "RS-08", "RS-09", "RS-10", "RS-11", "RS-12"}
	OwnerCloses      = []CloseCode{ClosedSatisfied, ClosedNeutral, ClosedPartly}
	SpecialCloses    = []CloseCode{ClosedUnreachable, ClosedWithdrawn, ClosedOutOfScope, ClosedLegal, ClosedMerged, ClosedByApproval}
	RejectCodes      = []RejectCode{"RJ-01", "RJ-02", "RJ-03", RejectedDuplicate, "RJ-05"}
	VoidCodes        = []RejectCode{RejectedMistake, RejectedDuplicate}
	DelayCodes       = []DelayCode{"DL-01", "DL-02", "DL-03", "DL-04", "DL-05", "DL-06", "DL-07", "DL-08", "DL-09", "DL-99"}
	ReworkCodes      = []ReworkCode{"RW-01", "RW-02", "RW-03", "RW-04", "RW-05", ReworkByFollowUp}
	Dissatisfactions = []Dissatisfied{"DS-01", "DS-02", "DS-03", "DS-04", "DS-05", "DS-06", "DS-07", "DS-08"}
	Reacheds         = []Reached{ReachedOwner, NoAnswer, "CT-03", "CT-04", WrongNumber, "CT-06", AgreedToRetry}
	Methods          = []Method{"MT-TEL", "MT-WX", "MT-MAIL", "MT-LETTER", "MT-VISIT", "MT-FORM", Notice}
	Responsibilities = []Responsibility{"RP-CO", "RP-DEV", "RP-OWN", "RP-FM", "RP-NONE"}
	Validities       = []Validity{ValidityOpen, Valid, NotValid}
	Causes           = []Cause{"RC-PEO1", "RC-PEO2", "RC-PEO3", "RC-PEO4", "RC-PRO1", "RC-PRO2", "RC-PRO3", "RC-PRO4",
		"RC-EQP1", "RC-EQP2", "RC-EQP3", "RC-CON1", "RC-CON2", "RC-MAT1", "RC-MAT2", "RC-SUP1", "RC-FUN1",
		"RC-OWN1", "RC-OWN2", "RC-OWN3", "RC-EXT1", "RC-EXT2", "RC-EXT3", CauseUnknown}
)

// subjects counts the second-level categories under each first-level one, in
// the order of the list of terms.
var subjects = []struct {
	code Category
	n    int
}{
	{"EQ", 10}, {"LK", 5}, {"QL", 5}, {"CL", 6}, {"GR", 4}, {"SE", 7}, {"PK", 7}, {"NO", 6}, {"NB", 6},
	{"FE", 7}, {"SV", 6}, {"RS", 5}, {"IN", 4}, {"AC", 3}, {"SL", 3}, {"OT", 2},
}

// UsualSubjects are the categories that the regulation's departments usually
// lead, by the department's key: desk, engineering, property, marketing.
var UsualSubjects = map[string][]Category{
	"desk":        {"FE", "SV", "IN", "OT"},
	"engineering": {"EQ", "LK", "QL", "RS"},
	"property":    {"CL", "GR", "SE", "PK", "NO", "NB", "AC"},
	"marketing":   {"SL"},
}

// Categories lists every second-level category, EQ1 to OT2.
func Categories() []Category {
	var all []Category
	for _, s := range subjects {
		for i := range s.n {
			all = append(all, s.code+Category(itoa(i+1)))
		}
	}
	return all
}

// Subjects lists the first-level categories, EQ to OT.
func Subjects() []Category {
	var all []Category
	for _, s := range subjects {
		all = append(all, s.code)
	}
	return all
}

// Subject is the first level of c: EQ for EQ1.
func (c Category) Subject() Category {
	if len(c) < 2 {
		return c
	}
	return c[:2]
}

// Method is the way back to an owner who came by c; none when c tells of none.
func (c Channel) Method() Method {
	return map[Channel]Method{
		"CH-TEL": "MT-TEL", "CH-WX": "MT-WX", "CH-VISIT": "MT-VISIT", "CH-MAIL": "MT-MAIL", "CH-LETTER": "MT-LETTER",
	}[c]
}

// Content reports whether the owner is content with r: 3 is the
// regulation's "basically satisfied".
func (r Rating) Content() bool { return r >= 3 }

// ClosedAs is how an issue is closed whose owner rated r and said so much is
// solved: satisfied is who was satisfied with what is solved, all of it.
func ClosedAs(r Rating, s Solved) CloseCode {
	switch {
	case s == SolvedPart:
		return ClosedPartly
	case r == 3:
		return ClosedNeutral
	}
	return ClosedSatisfied
}

// Rating is what an owner answers, 5 very satisfied to 1 very dissatisfied; 0
// until it is given.
type Rating int

// Ratings from the best to the worst.
var Ratings = []Rating{5, 4, 3, 2, 1}

func oneOf[T comparable](v T, list []T) bool { return slices.Contains(list, v) }
