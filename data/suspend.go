package data

import (
	"context"
	"time"

	"ownerdesk/app"
)

var suspensions = tableOf("suspensions", suspensionCells, "issue_id")

func suspensionCells(s *app.Suspension) cells {
	return cells{
		{"n", &s.N},
		{"round", &s.Round},
		{"at", moment{&s.At}},
		{"by_id", to(&s.By)},
		{"code", &s.Code},
		{"text", &s.Text},
		{"review", moment{&s.Review}},
		{"looks", &s.Looks},
		{"late", &s.Late},
		{"ended", moment{&s.Ended}},
		{"ended_by_id", to(&s.EndedBy)},
		{"why", &s.Why},
		{"from_due", moment{&s.From}},
		{"to_due", moment{&s.To}},
	}
}

// waitCells are the columns of issues that say whether one is suspended.
func waitCells(w *app.Waits) cells {
	return cells{{"suspended", moment{&w.Since}}, {"suspend_code", &w.Code}, {"suspend_review", moment{&w.Review}}}
}

// Waiting lists the suspended issues whose day of review comes up to a moment, of one
// estate, or of all for 0, the earliest first.
func (s *Store) Waiting(ctx context.Context, project app.ProjectID, until time.Time) ([]app.Line, error) {
	of, estate := ofEstate(project)
	return s.lines(ctx, `issues WHERE suspend_review <> '' AND suspend_review <= ? AND step <> ''`+of+` ORDER BY suspend_review, id LIMIT 1000`,
		append([]any{stamp(until)}, estate...)...)
}
