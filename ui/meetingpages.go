package ui

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/issues"
	"ownerdesk/ui/meetings"
	"ownerdesk/ui/register"
)

// convener is the desk for meetings and their like.
func (s *shell) convener() *meeting.Desk {
	if s.meetings == nil || s.meetings.Front != s.office.Desk {
		s.meetings = &meeting.Desk{Front: s.office.Desk, Store: s.office.Store}
	}
	return s.meetings
}

func (s *shell) meetingsPage() *page {
	l := meetings.NewList(s.seat, s.convener(), s.office.Store)
	l.Open, l.Import = s.openRecord, s.importGathered
	return &page{root: l.Root, shown: l.Shown, hidden: l.Hidden, list: l}
}

// importGathered takes a list of opinions in that were gathered at sales or at events.
func (s *shell) importGathered() {
	s.enter(placeMeetings, func() *page {
		w := register.NewImportGathered(s.seat, s.convener(), s.office.Store, s.project)
		w.Back, w.Done = s.back, s.back
		return &page{root: w.Root, shown: w.Shown, hidden: w.Hidden, next: w.Next, escape: w.Escape}
	})
}

// openRecord leads to the page of a meeting or its like.
func (s *shell) openRecord(id meeting.RecordID) { s.enter(placeMeetings, s.recordPage(id, 0)) }

// openItem leads to an action item, where it was given; step takes its next step.
func (s *shell) openItem(a meeting.Action, step bool) {
	begin := a.ID
	if !step {
		begin = 0
	}
	s.enter(placeMeetings, s.recordPage(a.Source, begin))
}

func (s *shell) recordPage(id meeting.RecordID, begin meeting.ActionID) func() *page {
	return func() *page {
		p := meetings.NewPage(s.seat, s.convener(), s.office.Store, id)
		p.Issue = func(id app.IssueID) { s.openIssue(id, issues.Look) }
		p.Issues = func(title string, ids []app.IssueID) { s.openChosen(placeMeetings, title, ids) }
		p.Record, p.Improve = s.openRecord, s.measureOfProblem
		p.Intake = s.intakeFor
		p.Print, p.Copy, p.Export, p.Import = s.printRecord, s.copyNotice, s.exportWeek, s.importWeek
		p.Begin(begin)
		begin = 0 // built anew, it is only looked at
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, print: p.PrintMenu, escape: p.Escape}
	}
}

// intakeFor leads to an intake that was filled in elsewhere and is registered
// there; from what it became one comes back.
func (s *shell) intakeFor(o app.ReceiveOrder, receive func(context.Context, app.ReceiveOrder) (app.Move, error)) {
	s.enter(placeMeetings, func() *page {
		p := issues.NewIntake(s.seat, s.office.Store)
		p.Missing = s.missing
		p.Back = s.back
		p.Done = func(id app.IssueID, verb string) { s.instead(placeMeetings, s.issuePage(id, verb)) }
		p.Begin(o, receive)
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, escape: p.Escape}
	})
}
