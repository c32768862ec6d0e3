package ui

import (
	"ownerdesk/app"
	"ownerdesk/app/annual"
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
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, print: p.PrintMenu, escape: p.Escape}
	})
}
