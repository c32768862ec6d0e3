// Package measures has the screens for improvement measures: List, where they are
// found and made; Page, where one is followed until its effect is proven; Chain, where
// scores, complaints, measures and their effect stand side by side over the years; and
// one form for each act. It asks the store through Asks, acts through improve.Desk,
// leads elsewhere by callbacks, and knows neither meetings, surveys nor paper.
package measures

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the screens ask of the store.
type Asks interface {
	Measure(context.Context, improve.MeasureID) (improve.Measure, error)
	Measures(context.Context, improve.Wanted) ([]improve.Measure, error)
	Surveys(context.Context, app.ProjectID) ([]annual.Head, error)
	Case(context.Context, app.IssueID) (app.Case, error)

	// Attach copies a file into the store beside the database.
	Attach(ctx context.Context, path string) (app.Attachment, error)
	// OpenPath is where an attached file can be opened.
	OpenPath(context.Context, app.Attachment) (string, error)
}

// foresee is how far ahead measures speak up, by the rules and by what surveys were
// reported.
func foresee(ctx context.Context, s *seat.Seat, asks Asks) (improve.Foresight, error) {
	heads, err := asks.Surveys(ctx, s.Project)
	return improve.Foresee(s.Ground, s.Now(), improve.Reported(heads)), err
}

// today is the day on the office's clock.
func today(s *seat.Seat) workday.Date { return workday.DayOf(s.Here(s.Now())) }

// tone is that of a measure's state.
func tone(h improve.Head, today workday.Date) kit.Tone {
	switch {
	case h.Late(today), h.State == improve.Ineffective:
		return kit.Bad
	case h.State == improve.Waiting, h.State == improve.Partly:
		return kit.Warn
	case h.State == improve.Done, h.State == improve.Effective:
		return kit.Good
	case h.State == improve.Doing:
		return kit.Info
	}
	return kit.Plain
}

// pendingTone is that of something a measure waits for.
func pendingTone(p improve.Pending, today workday.Date) kit.Tone {
	switch {
	case p.Late(today):
		return kit.Bad
	case p.Day == today, p.Wait == improve.WaitCheck:
		return kit.Warn
	}
	return kit.Info
}

// verdictTone is that of a verdict.
func verdictTone(v improve.Verdict) kit.Tone {
	return map[improve.Verdict]kit.Tone{improve.Good: kit.Good, improve.Some: kit.Warn, improve.None: kit.Bad}[v]
}

// label is what people call a field of a measure, in its forms and its timeline.
func label(v say.Voice, field string) string { return v.Say("measures.field." + field) }

// form is the form of an act on a measure.
type form = seat.Act[improve.Move]

// newForm is one without fields.
func newForm(s *seat.Seat, draft, title, verb string, columns int) *form {
	return seat.NewAct[improve.Move](s, columns, seat.ActWords{
		Title: title, Verb: verb, Conflict: s.Say("measures.conflict"), Draft: draft,
		Label: func(field string) string { return label(s.Voice, field) },
		Has:   func(field string) bool { return s.Has("measures.field." + field) },
	})
}

// fact is a label and what stands under it, with a gap at its right.
func fact(name, value string) fyne.CanvasObject {
	return container.NewBorder(nil, kit.Gap(1, 2), nil, kit.Gap(6, 1),
		container.NewVBox(kit.NewCell(name, kit.SizeLabel, kit.Quiet, false), kit.Flush(kit.Wrapped(value))))
}

// rule parts what comes next from what is there already.
func rule(box *fyne.Container) {
	if len(box.Objects) > 0 {
		box.Add(kit.Line())
	}
}
