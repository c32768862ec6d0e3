// Package gathered reads lists of opinions that were gathered at sales or at events:
// which column is which, what stands above them, which rows belong to one event, what
// is wrong with a row, and what is here already. It works on rows of texts; it knows
// no file format, no database and no window.
package gathered

import (
	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
)

// The columns a list may have. Those of the event may stand above the list instead.
const (
	OfEvent    register.Column = "event"
	OfOccasion register.Column = "event_kind"
	OfHeld     register.Column = "event_at"
	OfVenue    register.Column = "event_place"
	OfBy       register.Column = "gathered_by"
	OfEstate   register.Column = "project"
	OfName     register.Column = "name"
	OfPhone    register.Column = "phone"
	OfRoom     register.Column = "room"
	OfText     register.Column = "opinion"
	OfSort     register.Column = "type"
	OfSubject  register.Column = "subject"
	OfNote     register.Column = "note"
)

// Columns are all columns in the order a person chooses from.
var Columns = []register.Column{register.Ignored, OfEvent, OfOccasion, OfHeld, OfVenue, OfEstate, OfBy,
	OfName, OfPhone, OfRoom, OfSort, OfSubject, OfText, OfNote}

// heads are the columns of the event.
var heads = []register.Column{OfEvent, OfOccasion, OfHeld, OfVenue, OfEstate, OfBy}

// What can be wrong with a row.
const (
	Missing       = "gathered-missing"      // event, day, who gathered, or the opinion; the value is the column's
	MomentUnread  = "gathered-moment"       //
	StillAhead    = "gathered-future"       // the event is still ahead
	EstateUnknown = "past-estate"           //
	EstateUnsaid  = "past-estate-unsaid"    // there are several
	SortUnknown   = "past-type"             //
	TooLong       = "gathered-long"         // the value is how much is taken
	TextUnfit     = register.TextUnfit      //
	NotAllowed    = "gathered-not-allowed"  // whoever takes it in may not
	Refused       = "gathered-refused"      // by another rule of gatherings; the value is the event
	SubjectOther  = "gathered-subject"      // no category: among others, the words are kept in the note
	SubjectNone   = "gathered-subject-none" // no category at all: among others
	OccasionOther = "gathered-event-kind"   // no sort of event: the value is how it is called
	SortNone      = "gathered-sort-none"    // taken for a suggestion
	SameRow       = "gathered-same-row"     // says what an earlier row says; the value is that row
	EventKnown    = "gathered-event-known"  // the event is here already, and these rows are new
	ColumnLeft    = "gathered-column-left"  // a column that is not taken; the value is its heading
	CellOutside   = "gathered-cell-left"    // a cell that stands under no heading
)

// Entry is what one row says.
type Entry struct {
	Row     int
	Project app.ProjectID
	Event   meeting.Details
	Opinion meeting.Opinion

	estate, by string // as they stand there
}

// Reading is what a sheet says.
type Reading struct {
	Sheet    string
	Entries  []Entry
	Problems []register.Problem
	Skipped  []register.Skip
}

// Line says what taking one row in would do, and why.
type Line struct {
	Row      int
	State    register.State // new, unchanged or refused
	Entry    *Entry         // as read; nil if refused
	Problems []register.Problem
}

// Outcome is what taking a sheet in would do.
type Outcome struct {
	New, There, Refused int
	Lines               []Line
	Notes               []register.Problem // of the sheet, not of a row
	Orders              []meeting.GatherOrder
}
