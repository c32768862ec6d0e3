// Package past reads the ledgers of issues that an office kept before it had this
// program: which column is which, what each row says of an issue, what is wrong
// with it, and whether it is here already. It works on rows of texts; it knows no
// file format, no database and no window.
package past

import (
	"ownerdesk/app"
	"ownerdesk/app/register"
)

// The columns a ledger may have. A file may be headed by these names themselves.
const (
	OfNumber       register.Column = "no"
	OfType         register.Column = "type"
	OfStatus       register.Column = "status"
	OfValidity     register.Column = "valid_complaint"
	OfRoom         register.Column = "room"
	OfSubject      register.Column = "subject"
	OfReceived     register.Column = "received_at"
	OfTransfer     register.Column = "transfer_required"
	OfTransferred  register.Column = "transferred_at"
	OfDue          register.Column = "due_at"
	OfExtended     register.Column = "ext_approved_at"
	OfExtendedTo   register.Column = "ext_due_at"
	OfFirstDone    register.Column = "first_completed_at"
	OfDone         register.Column = "completed_at"
	OfRework       register.Column = "rework_n"
	OfReviewed     register.Column = "reviewed_at"
	OfAsk          register.Column = "followup_required"
	OfAsked        register.Column = "followup_at"
	OfReached      register.Column = "followup_reached"
	OfRating       register.Column = "rating"
	OfEnded        register.Column = "closed_at"
	OfDescription  register.Column = "description"
	OfDepartment   register.Column = "department"
	OfHandler      register.Column = "handler"
	OfChannel      register.Column = "channel"
	OfHouseholds   register.Column = "households"
	OfUrgency      register.Column = "urgency"
	OfLevel        register.Column = "level"
	OfReporter     register.Column = "name"
	OfReportersTel register.Column = "phone"
	OfEstate       register.Column = "project"
)

// Columns are all columns in the order a person chooses from.
var Columns = []register.Column{register.Ignored, OfNumber, OfType, OfStatus, OfValidity, OfEstate, OfRoom, OfSubject, OfDescription,
	OfReceived, OfChannel, OfUrgency, OfLevel, OfHouseholds, OfReporter, OfReportersTel, OfDepartment, OfHandler,
	OfTransfer, OfTransferred, OfDue, OfExtended, OfExtendedTo, OfFirstDone, OfDone, OfRework, OfReviewed,
	OfAsk, OfAsked, OfReached, OfRating, OfEnded, OfHours, OfMaterials, OfLabour, OfMaterial, OfOther, OfTotal, OfCharge, OfCharged}

// needed are the columns without which nothing can be read.
var needed = []register.Column{OfNumber, OfType, OfReceived}

// What can be wrong with a row.
const (
	Missing        = "past-missing"        // number, type or receipt; the value is the column's
	TypeUnknown    = "past-type"           //
	StatusUnknown  = "past-status"         //
	MomentUnread   = "past-moment"         //
	AnswerUnread   = "past-answer"         // neither yes nor no
	RatingUnread   = "past-rating"         //
	CountUnread    = "past-count"          //
	ReceivedLater  = "past-received-later" // the receipt is still ahead
	DoneBefore     = "past-done-before"    // completed before it was received
	NumberTwice    = "past-number-twice"   // the value is the row where it stood first
	NumberTaken    = "past-number-taken"   // the program has given the number itself
	NumberOther    = "past-number-other"   // was taken over with other contents
	NumberLong     = "past-number-long"    //
	EstateUnknown  = "past-estate"         //
	EstateUnsaid   = "past-estate-unsaid"  // there are several
	TextUnfit      = register.TextUnfit    //
	MomentBefore   = "past-moment-before"  // before the receipt; taken as it stands
	MomentLater    = "past-moment-later"   // still ahead; taken as it stands
	WordUnknown    = "past-word"           // channel, urgency or level: left out
	SubjectUnknown = "past-subject"        // no category: the words are kept
	DeptUnknown    = "past-department"     // left out
	HandlerUnknown = "past-handler"        // kept as a name
	RoomUnknown    = "past-room"           // not in the register: kept as it is
	HalfExtension  = "past-half-extension" // one of its two moments is missing: left out
	AskedUnsaid    = "past-asked-unsaid"   // an answer without a moment: left out
)

// longestNumber is how long an old number may be.
const longestNumber = 60

// Known is a number that is in the file already.
type Known struct {
	Hash string // of the row that was taken over; empty for a number that the program gave
}

// Entry is what one row says: the issue, and what only the office can tell.
type Entry struct {
	app.Past
	Estate, Room, Dept, Hand string // as they stand in the row
	Before                   string // fingerprint of what the row says without what it cost
}

// Reading is what a sheet says.
type Reading struct {
	Sheet    string
	Entries  []Entry
	Problems []register.Problem
	Skipped  []register.Skip
}
