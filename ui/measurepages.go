package ui

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/issues"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/measures"
)

// improver is the desk for improvement measures.
func (s *shell) improver() *improve.Desk {
	return &improve.Desk{Front: s.office.Desk, Store: s.office.Store, Surveys: s.office.Store}
}

func (s *shell) measuresPage() *page {
	l := measures.NewList(s.seat, s.improver(), s.office.Store)
	l.Open, l.Print, l.Chain = s.openMeasure, s.printMeasures, s.openChain
	return &page{root: l.Root, shown: l.Shown, hidden: l.Hidden, print: l.PrintMenu, list: l}
}

// openChain leads to the chain of dimensions, complaints and measures.
func (s *shell) openChain() {
	s.enter(placeMeasures, func() *page {
		c := measures.NewChain(s.seat, s.improver())
		c.Open, c.Survey, c.Print = s.openMeasure, s.openSurvey, s.printChain
		c.Issues = func(title string, ids []app.IssueID) { s.openChosen(placeMeasures, title, ids) }
		return &page{root: c.Root, shown: c.Shown, hidden: c.Hidden, print: c.PrintMenu}
	})
}

// openMeasure leads to the page of a measure.
func (s *shell) openMeasure(id improve.MeasureID) { s.enter(placeMeasures, s.measurePage(id, false)) }

// followMeasure leads there; step takes its next step.
func (s *shell) followMeasure(id improve.MeasureID, step bool) {
	s.enter(placeMeasures, s.measurePage(id, step))
}

func (s *shell) measurePage(id improve.MeasureID, step bool) func() *page {
	return func() *page {
		p := measures.NewPage(s.seat, s.improver(), s.office.Store, id)
		p.Issue = func(id app.IssueID) { s.openIssue(id, issues.Look) }
		p.Issues = func(title string, ids []app.IssueID) { s.openChosen(placeMeasures, title, ids) }
		p.Record = func(id int64) { s.openRecord(meeting.RecordID(id)) }
		p.Survey, p.Measure = s.openSurvey, s.openMeasure
		p.Print = func(m improve.Measure, how string) { s.printMeasures([]improve.Measure{m}, how) }
		if step {
			step = false // built anew, it is only looked at
			p.Begin()
		}
		return &page{root: p.Root, shown: p.Shown, hidden: p.Hidden, save: p.Save, next: p.Next, print: p.PrintMenu, escape: p.Escape}
	}
}

// offerMeasure opens the form for a measure with what is known of it where one comes
// from, and leads to what came of it.
func (s *shell) offerMeasure(o improve.NewOrder) {
	measures.Offer(s.seat, s.improver(), o, func(m improve.Move) { s.openMeasure(m.Head.ID) })
}

// measureOfIssue is the measure that a complaint leads to.
func (s *shell) measureOfIssue(c app.Case) {
	by := s.seat.Staff.ID
	kit.Do(s.tasks, func(ctx context.Context) (improve.NewOrder, error) {
		f, err := s.improver().Found(ctx, c.Project)
		return improve.FromIssue(c, f, by), err
	}, s.offered)
}

// measureOfProblem is the measure that a common problem of a meeting leads to.
func (s *shell) measureOfProblem(r meeting.Record, n int) {
	by, ground, words := s.seat.Staff.ID, s.seat.Ground, s.seat.Voice
	kit.Do(s.tasks, func(ctx context.Context) (improve.NewOrder, error) {
		f, err := s.improver().Found(ctx, r.Project)
		o := r.Measure(n, f, ground, by)
		if o.Problem == "" && n <= len(r.Problems) {
			o.Problem = words.Category(r.Problems[n-1].Category)
		}
		return o, err
	}, s.offered)
}

// measureOfFinding is the measure that a problem of a survey's report leads to.
func (s *shell) measureOfFinding(h annual.Head, problem int) {
	by, facts := s.seat.Staff.ID, s.facts(false)
	kit.Do(s.tasks, func(ctx context.Context) (improve.NewOrder, error) {
		f, err := s.improver().Found(ctx, h.Project)
		o := improve.FromFinding(h, problem, f, by)
		o.Problem, o.What = facts.Undrafted(o.Problem), facts.Undrafted(o.What)
		return o, err
	}, s.offered)
}

func (s *shell) offered(o improve.NewOrder, err error) {
	if err != nil {
		s.seat.Fail(nil, err)
		return
	}
	s.offerMeasure(o)
}
