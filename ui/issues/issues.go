// Package issues has the screens for one issue: Intake, where it is written
// down; Page, where it is looked at and moved on; and one form for each act,
// each in the file named after its verb. It asks the store through the small
// interfaces IntakeAsks and PageAsks, acts through the Desk, and knows neither
// lists of issues nor how paper is laid out.
//
// To wire it, a shell
//   - makes NewIntake or NewPage, puts Root into its window, calls Shown when it
//     is seen and Hidden when it is left;
//   - sets the ways out: Done, Open, Back, Print, Missing;
//   - leads its menu's shortcuts in: Ctrl+S to Save, Ctrl+Enter to Next, Esc to
//     Escape, which is false when there was nothing to close.
//
// Intake.Done names the verb to go on with; Page.Begin opens its form.
package issues

import (
	"context"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/improve"
)

// IntakeAsks is what intake asks of the store.
type IntakeAsks interface {
	Find(ctx context.Context, query string, limit int) ([]app.Found, error)
	RoomHistory(context.Context, app.RoomID) ([]app.Line, error)
	Likely(ctx context.Context, at app.Place, c app.Category, since time.Time) ([]app.Line, error)
	KeepDraft(context.Context, app.IntakeDraft) (int64, error)
	Drafts(context.Context, app.StaffID) ([]app.IntakeDraft, error)
	DropDraft(context.Context, int64) error
}

// PageAsks is what the page of an issue and its forms ask of the store.
type PageAsks interface {
	Case(context.Context, app.IssueID) (app.Case, error)
	IssueByNumber(context.Context, string) (app.IssueID, error)
	RoomHistory(context.Context, app.RoomID) ([]app.Line, error)
	Measures(context.Context, improve.Wanted) ([]improve.Measure, error)
	// MergedInto lists the issues that were merged into one.
	MergedInto(context.Context, app.IssueID) ([]app.Case, error)
	// Attach copies a file into the store beside the database.
	Attach(ctx context.Context, path string) (app.Attachment, error)
	// OpenPath is where an attached file can be opened.
	OpenPath(context.Context, app.Attachment) (string, error)
}

// The verbs that Intake.Done may name.
const (
	Look      = ""
	Self      = "self"
	Transfer  = "transfer"
	Complaint = "complaint"
	Reject    = "reject"
	Void      = "void"
	SignHelp  = "help-sign"
	Help      = "help"
	Cost      = "cost"
	Promise   = "promise"
	Arrive    = "arrive"
	Control   = "control"
	Suspend   = "suspend"
	WaitOn    = "wait-on"
	NoTalk    = "no-talk"
)
