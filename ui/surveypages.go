package ui

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
	"ownerdesk/ui/statistics"
	"ownerdesk/ui/surveys"
)

// surveyor is the desk for the yearly surveys.
func (s *shell) surveyor() *annual.Desk {
	if s.surveys == nil || s.surveys.Front != s.office.Desk {
		s.surveys = &annual.Desk{Front: s.office.Desk, Store: s.office.Store}
	}
	return s.surveys
}

func (s *shell) surveysPage() *page {
	l := surveys.NewList(s.seat, s.surveyor(), s.office.Store)
	l.Open = s.openSurvey
	return &page{root: l.Root, shown: l.Shown, hidden: l.Hidden, list: l}
}

// openSurvey leads to the page of a survey.
func (s *shell) openSurvey(id annual.SurveyID) {
	s.enter(placeSurveys, func() *page {
		p := surveys.NewPage(s.seat, s.surveyor(), s.office.Store, id)
		p.Issues = func(title string, ids []app.IssueID) { s.openChosen(placeSurveys, title, ids) }
		p.Survey = s.openSurvey
		p.Print = s.printSurvey
		p.Key = func(how surveys.Keyed, no int) { s.keySheets(id, how, no) }
		p.Import = func() { s.importSheets(id) }
		p.Poll = func(ctx context.Context) (reports.Polled, error) {
			return statistics.Poll(ctx, s.office.Store, s.surveyor(), reports.Facts{Voice: s.seat.Voice, By: s.seat.Staff, At: s.parts.Now()}, id)
		}
		p.Improve, p.Measure = s.measureOfFinding, s.openMeasure
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, print: p.PrintMenu, escape: p.Escape}
	})
}

// keySheets leads to where the answers of a survey are keyed in; to one number, and
// back, where it is not 0.
func (s *shell) keySheets(id annual.SurveyID, how surveys.Keyed, no int) {
	s.enter(placeSurveys, func() *page {
		k := surveys.NewKeying(s.seat, s.surveyor(), s.office.Store, id, how)
		if no != 0 {
			k.Begin(no)
		}
		k.Back = s.back
		return &page{root: k.Root, shown: k.Shown, hidden: k.Hidden, next: k.Next, escape: k.Escape}
	})
}

// importSheets takes answers of a survey in from a file.
func (s *shell) importSheets(id annual.SurveyID) {
	s.enter(placeSurveys, func() *page {
		w := surveys.NewImport(s.seat, s.surveyor(), s.office.Store, id)
		w.Back = s.back
		return &page{root: w.Root, shown: w.Shown, hidden: w.Hidden, next: w.Next, escape: w.Escape}
	})
}
