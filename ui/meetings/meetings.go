// Package meetings has the screens for what people sit down, stand or write
// together for: List, where records are found and planned; Page, where one is
// prepared, held and followed up; and one form for each act and each list of a
// record. It asks the store through Asks, acts through meeting.Desk, leads
// elsewhere by callbacks, and knows neither lists of issues nor paper.
package meetings

import (
	"context"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the screens ask of the store.
type Asks interface {
	Record(context.Context, meeting.RecordID) (meeting.Record, error)
	Records(context.Context, meeting.Wanted) ([]meeting.Head, error)
	Kept(ctx context.Context, of meeting.RecordID, n int) (meeting.Kept, error)
	Actions(context.Context, meeting.WantedActions) ([]meeting.Action, error)

	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	Buildings(context.Context, app.ProjectID) ([]app.Building, error)
	Find(ctx context.Context, query string, limit int) ([]app.Found, error)
	Person(context.Context, app.PersonID) (app.Person, error)
	Case(context.Context, app.IssueID) (app.Case, error)
	IssueByNumber(context.Context, string) (app.IssueID, error)
	// Attach copies a file into the store beside the database.
	Attach(ctx context.Context, path string) (app.Attachment, error)
	// OpenPath is where an attached file can be opened.
	OpenPath(context.Context, app.Attachment) (string, error)
}

// places are the areas and buildings of the estate of a record.
type places struct {
	areas     []app.Area
	buildings []app.Building
}

// placesOf asks for them.
func placesOf(ctx context.Context, asks Asks, of app.ProjectID) (p places, err error) {
	if p.areas, err = asks.Areas(ctx, of); err != nil {
		return p, err
	}
	p.buildings, err = asks.Buildings(ctx, of)
	return p, err
}

func (p places) area(id app.AreaID) string {
	for _, a := range p.areas {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}

func (p places) building(v say.Voice, id app.BuildingID) string {
	for _, b := range p.buildings {
		if b.ID == id {
			return v.Say("place.block", b.Name)
		}
	}
	return ""
}

func (p places) areaIDs() []app.AreaID {
	ids := make([]app.AreaID, len(p.areas))
	for i, a := range p.areas {
		ids[i] = a.ID
	}
	return ids
}

func (p places) buildingIDs() []app.BuildingID {
	ids := make([]app.BuildingID, len(p.buildings))
	for i, b := range p.buildings {
		ids[i] = b.ID
	}
	return ids
}

// audience is whom a notice or an activity is for; everybody where nothing narrows.
func (p places) audience(v say.Voice, d meeting.Details) string {
	var all []string
	for _, id := range d.Areas {
		all = append(all, p.area(id))
	}
	for _, id := range d.Buildings {
		all = append(all, p.building(v, id))
	}
	if len(all) == 0 {
		return v.Say("meetings.everybody")
	}
	return v.List(all)
}

// about is what a record is about: its month, its week, or its title.
func about(v say.Voice, h meeting.Head) string {
	switch h.Kind {
	case meeting.Monthly:
		return v.Say("meetings.about.month", v.Month(h.From.Year, h.From.Month), h.Period)
	case meeting.Weekly:
		_, week := h.Week()
		return v.Say("meetings.about.week", v.Dept(h.Dept), week, weekSpan(h.From))
	}
	return h.Title
}

func weekSpan(from workday.Date) string {
	return from.At(0, time.UTC).Format("1/2") + "–" + from.AddDays(6).At(0, time.UTC).Format("1/2")
}

// stateTone is the tone of a record's state.
func stateTone(s meeting.State) kit.Tone {
	switch s {
	case meeting.Minuted:
		return kit.Good
	case meeting.Cancelled:
		return kit.Plain
	case meeting.Held:
		return kit.Warn
	}
	return kit.Info
}

// stateWords is how far a record has come; a notice is given out, not held.
func stateWords(v say.Voice, h meeting.Head) string {
	if h.Kind == meeting.Notice && h.State == meeting.Held {
		return v.Say("meetings.state.given")
	}
	if key := "meetings.state." + string(h.Kind) + "." + string(h.State); v.Has(key) {
		return v.Say(key)
	}
	return v.Say("record.state." + string(h.State))
}

// dueWords is until when a record is to be finished; lateWords that it was not.
func dueWords(v say.Voice, k meeting.Kind, due string) string {
	if k == meeting.Gathering {
		return v.Say("meetings.answer-due", due)
	}
	return v.Say("meetings.minutes-due", due)
}

func lateWords(v say.Voice, k meeting.Kind) string {
	if k == meeting.Gathering {
		return v.Say("meetings.answer-late")
	}
	return v.Say("meetings.minutes-late")
}

// label is what people call a field of a record, in its forms and its timeline.
func label(v say.Voice, field string) string { return v.Say("meetings.field." + field) }

// form is the form of an act on a record.
type form = seat.Act[meeting.Move]

// newForm is one without fields.
func newForm(s *seat.Seat, draft, title, verb string, columns int) *form {
	return seat.NewAct[meeting.Move](s, columns, formWords(s, draft, title, verb))
}

func formWords(s *seat.Seat, draft, title, verb string) seat.ActWords {
	return seat.ActWords{
		Title: title, Verb: verb, Conflict: s.Say("meetings.conflict"), Draft: draft,
		Label: func(field string) string { return label(s.Voice, field) },
		Has:   func(field string) bool { return s.Has("meetings.field." + field) },
	}
}
