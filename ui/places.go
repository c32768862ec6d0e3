package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/ledger"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/register"
	"ownerdesk/ui/settings"
	"ownerdesk/ui/statistics"
	"ownerdesk/ui/today"
)

// The places at the left.
const (
	placeToday    = "today"
	placeIssues   = "issues"
	placeFollow   = "followup"
	placeFigures  = "statistics"
	placeMeetings = "meetings"
	placeSurveys  = "surveys"
	placeMeasures = "measures"
	placeRegister = "register"
	placeSettings = "settings"
)

// room is a place that can be gone to.
type room struct {
	name string
	icon fyne.Resource
	make func() *page
}

// rooms are the places in their order.
func (s *shell) rooms() []room {
	return []room{
		{placeToday, theme.HomeIcon(), s.todayPage},
		{placeIssues, theme.ListIcon(), s.issuesPage},
		{placeFollow, theme.MailSendIcon(), s.followUpPage},
		{placeFigures, theme.GridIcon(), s.statisticsPage},
		{placeMeetings, theme.CalendarIcon(), s.meetingsPage},
		{placeSurveys, theme.DocumentIcon(), s.surveysPage},
		{placeMeasures, theme.ConfirmIcon(), s.measuresPage},
		{placeRegister, theme.AccountIcon(), s.registerPage},
		{placeSettings, theme.SettingsIcon(), s.settingsPage},
	}
}

// maker makes the page that a place opens with.
func (s *shell) maker(place string) func() *page {
	for _, r := range s.rooms() {
		if r.name == place {
			return r.make
		}
	}
	return s.todayPage
}

func (s *shell) todayPage() *page {
	p := today.NewPage(s.seat, s.office.Store)
	p.Open, p.Act, p.Call, p.Scene, p.Wait, p.Talk = s.openLine, s.actOn, s.callAbout, s.sceneOf, s.waitOf, s.talkOf
	p.Help = s.helpWith
	p.Item, p.Gathered = s.openItem, s.openRecord
	p.Survey, p.Measure = s.openSurvey, s.followMeasure
	p.Resume = func(app.IntakeDraft) { s.intake() }
	p.Intake = s.intake
	return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden}
}

func (s *shell) issuesPage() *page {
	l := s.listing(ledger.NewIssues(s.seat, s.office.Store))
	l.Import = s.importIssues
	return &page{root: l.Root, shown: l.Shown, hidden: l.Hidden, search: l.Find, seek: l.Seek, sought: l.Text, print: l.Print, list: l}
}

func (s *shell) followUpPage() *page {
	l := s.listing(ledger.NewFollowUps(s.seat, s.office.Store))
	return &page{root: l.Root, shown: l.Shown, hidden: l.Hidden, print: l.Print, list: l}
}

func (s *shell) listing(l *ledger.List) *ledger.List {
	l.Open, l.Act, l.Intake = s.openLine, s.actOn, s.intake
	l.Slips, l.Export = s.printSlips, s.exporter()
	l.Sought = func() { s.frame.search.follow(s.here()) }
	return l
}

func (s *shell) statisticsPage() *page {
	p := statistics.NewPage(s.seat, s.office.Store)
	p.Preview, p.Save, p.Book = s.printMonth((*printing.Press).Preview), s.printMonth((*printing.Press).Save), s.bookMonth
	p.Both, p.Audit, p.Open = s.bothMonth, s.keepAudit, s.openBroken
	print := s.printMonth((*printing.Press).Print)
	p.Issues = func(title string, ids []app.IssueID) { s.openChosen(placeFigures, title, ids) }
	return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, print: func() { print(p.Scope()) }}
}

// openBroken leads to what broke a duty of the regulation and is no issue.
func (s *shell) openBroken(of audit.Of) {
	switch {
	case of.Record != 0:
		s.openRecord(of.Record)
	case of.Survey != 0:
		s.openSurvey(of.Survey)
	case of.Measure != 0:
		s.openMeasure(of.Measure)
	}
}

// openChosen leads from a place to certain issues.
func (s *shell) openChosen(place, title string, ids []app.IssueID) {
	s.enter(place, func() *page {
		l := s.listing(ledger.NewChosen(s.seat, s.office.Store, title, ids))
		return &page{root: l.Root, shown: l.Shown, hidden: l.Hidden, search: l.Find, print: l.Print, list: l}
	})
}

// importRegister leads to the register and takes a file of owners in.
func (s *shell) importRegister() {
	s.goTo(placeRegister)
	s.importInto(s.project)
}

// importInto takes a file of owners into an estate's register.
func (s *shell) importInto(p app.ProjectID) {
	s.enter(placeRegister, func() *page {
		w := register.NewImport(s.seat, s.office.Store, p)
		w.Back = s.back
		w.Done = func(app.ProjectID) { s.back() }
		return &page{root: w.Root, shown: w.Shown, hidden: w.Hidden, next: w.Next, escape: w.Escape}
	})
}

// importIssues takes an older ledger of issues over.
func (s *shell) importIssues() {
	s.enter(placeIssues, func() *page {
		w := register.NewImportIssues(s.seat, s.office.Store, s.project)
		w.Back = s.back
		w.Done = s.back
		return &page{root: w.Root, shown: w.Shown, hidden: w.Hidden, next: w.Next, escape: w.Escape}
	})
}

func (s *shell) registerPage() *page {
	p := register.NewPage(s.seat, s.office.Store)
	p.Open = func(id app.IssueID) { s.openIssue(id, "") }
	p.Intake = func(f app.Found) { s.intakeAbout(&f) }
	p.Import = s.importInto
	return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden}
}

func (s *shell) settingsPage() *page {
	p := settings.New(s.seat, s.office.Store, s.leaf)
	p.Moved = func(n settings.Name) { s.leaf = n }
	p.Restore = func(backup string) { s.restore(app.RestoreOrder{Backup: backup, Path: s.path}) }
	return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save}
}

// count shows beside the places how much waits there.
func (s *shell) count() {
	if s.frame == nil || s.office == nil {
		return
	}
	f, o, project, now := s.frame, s.office, s.seat.Project, s.parts.Now()
	end := endOfDay(s.seat.Here(now))
	kit.Do(s.tasks, func(ctx context.Context) (app.Day, error) { return o.Store.Today(ctx, project, now, end) },
		func(d app.Day, err error) {
			if err != nil {
				return // Today says it, and it is tried again in a minute
			}
			f.count(placeToday, d.Late+d.DueToday)
			f.count(placeFollow, d.Steps[app.StepFollowUp])
		})
	ground, improver := s.seat.Ground, s.improver()
	kit.Do(s.tasks, func(ctx context.Context) (int, error) { return improver.CountDue(ctx, project, ground, now) },
		func(n int, err error) {
			if err == nil {
				f.count(placeMeasures, n)
			}
		})
}

func endOfDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, t.Location()).Add(-time.Second)
}
