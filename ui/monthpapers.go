package ui

import (
	"context"
	"io"

	"ownerdesk/app/audit"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/statistics"
)

// monthName is how the papers of a month are called as files.
func (s *shell) monthName(m figures.Scope) string {
	return s.words.Say("statistics.file", m.From.Format("2006-01"))
}

// setMonth sets the papers of a month, masked, in the language of paper: those of its
// meeting once the figures are frozen.
func (s *shell) setMonth(m figures.Scope) func(context.Context, io.Writer) error {
	read := s.papersOf(m)
	return func(ctx context.Context, out io.Writer) error {
		p, err := read(ctx)
		if err != nil {
			return err
		}
		return p.Pack(ctx, out)
	}
}

func (s *shell) papersOf(m figures.Scope) func(context.Context) (statistics.Papers, error) {
	facts, store, desk := s.facts(false), s.office.Store, s.convener()
	return func(ctx context.Context) (statistics.Papers, error) {
		return statistics.PapersOf(ctx, store, desk, facts, m)
	}
}

// printMonth lets the papers of a month go a way: looked at, printed, kept.
func (s *shell) printMonth(way func(*printing.Press, string, func(context.Context, io.Writer) error)) func(figures.Scope) {
	return func(m figures.Scope) { way(s.press(), s.monthName(m), s.setMonth(m)) }
}

// bookOf writes the same as a workbook.
func (s *shell) bookOf(m figures.Scope) printing.File {
	read := s.papersOf(m)
	return printing.File{Ending: ".xlsx", Write: func(ctx context.Context, out io.Writer) error {
		p, err := read(ctx)
		if err != nil {
			return err
		}
		return p.Book(ctx, out)
	}}
}

// bookMonth keeps a month as a workbook where the person says, bothMonth as PDF and
// workbook beside each other.
func (s *shell) bookMonth(m figures.Scope) {
	s.press().Keep(s.words.Say("statistics.book"), s.monthName(m), s.bookOf(m))
}

func (s *shell) bothMonth(m figures.Scope) {
	s.press().Keep(s.words.Say("statistics.both.title"), s.monthName(m), printing.File{Ending: ".pdf", Write: s.setMonth(m)}, s.bookOf(m))
}

// keepAudit keeps a conformity check as PDF where the person says.
func (s *shell) keepAudit(r audit.Report) {
	facts := s.facts(false)
	name := s.words.Say("audit.file", r.At.In(facts.Ground.Office.Location()).Format("2006-01-02"))
	s.press().Keep(s.words.Say("audit.print"), name, printing.File{Ending: ".pdf", Write: func(_ context.Context, out io.Writer) error {
		return reports.WriteAudit(out, facts, r)
	}})
}
