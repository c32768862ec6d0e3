package annual

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"ownerdesk/app"
)

// Store keeps what the Desk decides. Package data is the only real one.
type Store interface {
	// Survey reads one survey with its timeline.
	Survey(context.Context, SurveyID) (Survey, error)
	// Surveys lists the surveys of an estate, 0 for all, the newest year first.
	Surveys(context.Context, app.ProjectID) ([]Head, error)

	// RegisterFrame lists the occupied households of an estate as they are now.
	RegisterFrame(context.Context, app.ProjectID) ([]FrameUnit, error)
	// Units lists the units of a survey's newest frame, in their order.
	Units(context.Context, WantedUnits) ([]Unit, error)
	// Unit reads one with its attempts.
	Unit(ctx context.Context, of SurveyID, n int) (Unit, []Attempt, error)
	// Answered tells whether the sheet of a unit is there.
	Answered(ctx context.Context, of SurveyID, n int) (bool, error)
	// Addresses tells where units are found; the caller notes the access.
	Addresses(context.Context, WantedUnits) ([]Address, error)
	// UnitOf tells whose number it is; app.ErrNotFound for none.
	UnitOf(ctx context.Context, of SurveyID, no int) (int, error)
	// UnitsOf tells whose numbers many are; those of nobody are left out.
	UnitsOf(ctx context.Context, of SurveyID, numbers []int) (map[int]Unit, error)

	// Sheets lists all answer sheets without their changes, in the order of their numbers.
	Sheets(context.Context, SurveyID) ([]Sheet, error)
	// Sheet reads one with its changes; app.ErrNotFound for none.
	Sheet(ctx context.Context, of SurveyID, no int) (Sheet, error)

	// SurveyComplaints lists the complaints of an estate that came in within a
	// year, by the first level of their category; void and merged ones are left out.
	SurveyComplaints(ctx context.Context, p app.ProjectID, from, to time.Time) (map[app.Category][]app.IssueID, error)

	// IssueNumbers are what issues are called that anybody may read.
	IssueNumbers(context.Context, []app.IssueID) (map[app.IssueID]string, error)
	// SurveyMeasures are the improvement measures that came of the problems which a
	// survey's report names, the oldest first; void ones are left out.
	SurveyMeasures(context.Context, SurveyID) ([]Answer, error)

	// KeptResults reads what a report kept; app.ErrNotFound before the first.
	KeptResults(context.Context, SurveyID) (Results, error)

	// Still runs do on one state of the file: what is asked with the context that it
	// hands on fits together, whatever is written meanwhile.
	Still(ctx context.Context, do func(context.Context) error) error

	// KeepSurvey writes a move whole or not at all, and draws the number it asks
	// for. What stands on an older version than the stored one, of the survey or
	// of a sheet, is refused with app.ErrConflict, and so is a sample number that
	// is there already. A move without an act leaves the survey itself as it is.
	KeepSurvey(context.Context, Move) (Move, error)
}

// WantedUnits says which units to list. Empty fields do not narrow.
type WantedUnits struct {
	Survey      SurveyID
	Called      bool // in use only
	Reserves    bool // reserves that are not called up only
	Stratum     int  // with OneStratum
	OneStratum  bool
	Interviewer app.StaffID
	Outcome     Outcome
	Waiting     bool // without an outcome
	From, Limit int
}

// Move is the outcome of a decision: the survey as it stands afterwards, the entry
// in the timeline, and what is new or different. One guarded transaction keeps
// every act there is.
type Move struct {
	Head     Head // Version is the one the decision stood on; new ones have no ID
	Act      Act  // without a kind nothing is entered into the timeline
	Units    []Unit
	Attempts []Attempt
	Links    []Link
	Sheets   []Sheet             // Version is the one the decision stood on; 0 for new ones
	Changes  map[int]SheetChange // of sheets, by their number
	Results  *Results            // kept with the report
	Unlink   bool                // destroys every link of the survey for good

	// Draw is the prefix of the number to draw for the survey.
	Draw app.Prefix
}

// Stand is what an order stands on: which survey, the version the person saw (0
// for whatever it is now), and who acts.
type Stand struct {
	Survey  SurveyID
	Version int
	By      app.StaffID
}

// Desk is the front door: everything that can be done to a survey is a method on it.
type Desk struct {
	Front  *app.Desk
	Store  Store
	Chance io.Reader // sample numbers come from it; nil is the system's own

	keying sync.Mutex // one running number is given to one sheet
}

func (d *Desk) moment() time.Time { return d.Front.Now().Truncate(time.Second) }

// act is the shape of every use-case: fetch, decide, keep, tell.
func (d *Desk) act(ctx context.Context, name string, s Stand, decide func(Survey, app.Ground, time.Time) (Move, error)) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	v, err := d.Store.Survey(ctx, s.Survey)
	if err != nil {
		return Move{}, fmt.Errorf("%s survey %d: %w", name, s.Survey, err)
	}
	if s.Version != 0 && s.Version != v.Version {
		return Move{}, fmt.Errorf("%s survey %d: %w", name, s.Survey, app.ErrConflict)
	}
	m, err := decide(v, g, d.moment())
	if err != nil || m.nothing() {
		return m, err
	}
	return d.keep(ctx, name, m)
}

func (d *Desk) keep(ctx context.Context, name string, m Move) (Move, error) {
	kept, err := d.Store.KeepSurvey(ctx, m)
	if err != nil {
		return Move{}, fmt.Errorf("%s survey %d: %w", name, m.Head.ID, err)
	}
	d.Front.Changes.Tell(app.Change{Surveys: true})
	return kept, nil
}
