// Package surveys has the screens of the yearly satisfaction survey: List, where
// the surveys of all years are found and a new one is planned; Page, one survey
// with a part for each kind of work in it; and one form for each act. It asks the
// store through Asks, acts through annual.Desk, leads elsewhere by callbacks, and
// knows neither lists of issues nor paper.
package surveys

import (
	"context"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the screens ask of the store.
type Asks interface {
	Survey(context.Context, annual.SurveyID) (annual.Survey, error)
	Surveys(context.Context, app.ProjectID) ([]annual.Head, error)
	RegisterFrame(context.Context, app.ProjectID) ([]annual.FrameUnit, error)
	Units(context.Context, annual.WantedUnits) ([]annual.Unit, error)
	Unit(ctx context.Context, of annual.SurveyID, n int) (annual.Unit, []annual.Attempt, error)
	Answered(ctx context.Context, of annual.SurveyID, n int) (bool, error)
	Addresses(context.Context, annual.WantedUnits) ([]annual.Address, error)
	UnitOf(ctx context.Context, of annual.SurveyID, no int) (int, error)
	Sheets(context.Context, annual.SurveyID) ([]annual.Sheet, error)
	Sheet(ctx context.Context, of annual.SurveyID, no int) (annual.Sheet, error)
	KeptResults(context.Context, annual.SurveyID) (annual.Results, error)

	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	Measures(context.Context, improve.Wanted) ([]improve.Measure, error)
}

// label is what people call a field of a survey, in its forms and its timeline.
func label(v say.Voice, field string) string { return v.Say("surveys.field." + field) }

// stateTone is the tone of a survey's state.
func stateTone(s annual.State) kit.Tone {
	switch s {
	case annual.Reported:
		return kit.Good
	case annual.Cancelled:
		return kit.Plain
	case annual.Field, annual.Counted:
		return kit.Warn
	}
	return kit.Info
}

// areaName is what an area is called; the frame's own name where it is gone.
func areaName(areas []app.Area, id app.AreaID) string {
	at := slices.IndexFunc(areas, func(a app.Area) bool { return a.ID == id })
	if at < 0 {
		return ""
	}
	return areas[at].Name
}

// areaWords is what the area of a stratum is called.
func areaWords(v say.Voice, h annual.Stratum) string {
	if h.Name == "" {
		return v.Say("surveys.area.none")
	}
	return h.Name
}

// stratumWords are an area and a kind of owner.
func stratumWords(v say.Voice, h annual.Stratum) string {
	return areaWords(v, h) + v.Say("intake.between") + say.Code(v, h.Owner)
}

// form is the form of an act on a survey.
type form = seat.Act[annual.Move]

// newForm is one without fields.
func newForm(s *seat.Seat, draft, title, verb string, columns int) *form {
	return seat.NewAct[annual.Move](s, columns, seat.ActWords{
		Title: title, Verb: verb, Conflict: s.Say("surveys.conflict"), Draft: draft,
		Label: func(field string) string { return label(s.Voice, field) },
		Has:   func(field string) bool { return s.Has("surveys.field." + field) },
	})
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }
