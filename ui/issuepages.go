package ui

import (
	"ownerdesk/app"
	"ownerdesk/ui/issues"
	"ownerdesk/ui/meetings"
)

// openLine looks at an issue.
func (s *shell) openLine(l app.Line) { s.openIssue(l.ID, issues.Look) }

// actOn takes the next step with an issue.
func (s *shell) actOn(l app.Line) { s.openIssue(l.ID, verbOf(l)) }

// helpWith takes the next step with a helping department's share.
func (s *shell) helpWith(l app.Line, h app.Help) {
	verb := issues.Help
	if h.Signed.IsZero() {
		verb = issues.SignHelp
	}
	s.openIssue(l.ID, verb)
}

// callAbout makes the call promised to an owner: who is to be told or asked is,
// anybody else's call is noted.
func (s *shell) callAbout(l app.Line) {
	switch l.Step {
	case app.StepTell, app.StepOwed, app.StepFollowUp:
		s.actOn(l)
	default:
		s.openIssue(l.ID, "note")
	}
}

// sceneOf records what an emergency waits for on site.
func (s *shell) sceneOf(l app.Line) { s.openIssue(l.ID, string(l.Scene)) }

// talkOf writes down a talk on site about an issue; about integrity the manager talks,
// and it stays with the issue.
func (s *shell) talkOf(l app.Line) {
	if l.Restricted() {
		s.openIssue(l.ID, issues.NoTalk)
		return
	}
	s.talkAbout(l.ID)
}

// talkAbout opens the form of a talk on site about an issue.
func (s *shell) talkAbout(id app.IssueID) {
	meetings.TalkForm(s.seat, s.convener(), s.office.Store, id, s.openRecord)
}

// waitOf looks whether an issue still waits.
func (s *shell) waitOf(l app.Line) { s.openIssue(l.ID, issues.WaitOn) }

// verbOf is the form by which an issue goes on.
func verbOf(l app.Line) string {
	switch l.Step {
	case app.StepRoute, app.StepAgain:
		if l.Kind == app.Complaint {
			return issues.Complaint
		}
		return issues.Transfer
	case app.StepHandle:
		return "chase"
	case app.StepDelay:
		return "decide-delay"
	case app.StepOwed:
		return "tell-delay"
	case app.StepApprove:
		return "decide-close"
	}
	return string(l.Step)
}

// openIssue leads to an issue's page and opens the form of a verb on it.
func (s *shell) openIssue(id app.IssueID, verb string) {
	s.enter(placeIssues, s.issuePage(id, verb))
}

func (s *shell) issuePage(id app.IssueID, verb string) func() *page {
	return func() *page {
		p := issues.NewPage(s.seat, s.office.Store, id)
		p.Open = func(other app.IssueID) { s.openIssue(other, issues.Look) }
		p.Print = s.printCase
		p.Improve, p.Measure = s.measureOfIssue, s.openMeasure
		p.Talk = func(c app.Case) { s.talkAbout(c.ID) }
		p.Begin(verb)
		verb = issues.Look // built anew, it is only looked at
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, print: p.PrintMenu, escape: p.Escape}
	}
}

// intake leads to a new issue.
func (s *shell) intake() { s.intakeAbout(nil) }

// intakeAbout leads to a new issue about somebody or some place.
func (s *shell) intakeAbout(f *app.Found) {
	s.enter(placeIssues, func() *page {
		p := issues.NewIntake(s.seat, s.office.Store)
		p.Missing = s.missing
		p.Back = s.back
		p.Done = func(id app.IssueID, verb string) { s.instead(placeIssues, s.issuePage(id, verb)) }
		if f != nil {
			p.Choose(*f)
		}
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, escape: p.Escape}
	})
}
