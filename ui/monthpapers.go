package ui

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"

	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/statistics"
)

// monthName is how the papers of a month are called as files.
func (s *shell) monthName(m figures.Scope) string {
	return s.words.Say("statistics.file", m.From.Format("2006-01"))
}

// setMonth sets the papers of a month, masked, in the language of paper.
func (s *shell) setMonth(m figures.Scope) func(context.Context, io.Writer) error {
	facts, store := s.facts(false), s.office.Store
	return func(ctx context.Context, out io.Writer) error {
		r, err := statistics.Reckon(ctx, store, facts, m)
		if err != nil {
			return err
		}
		return reports.WriteMonth(out, facts, r.Month, m.Project)
	}
}

// printMonth lets the papers of a month go a way: looked at, printed, kept.
func (s *shell) printMonth(way func(*printing.Press, string, func(context.Context, io.Writer) error)) func(figures.Scope) {
	return func(m figures.Scope) { way(s.press(), s.monthName(m), s.setMonth(m)) }
}

// bookMonth keeps a month as a workbook where the person says.
func (s *shell) bookMonth(m figures.Scope) {
	facts, store := s.facts(false), s.office.Store
	s.outside.PickSave(s.words.Say("statistics.book"), s.monthName(m)+".xlsx", func(path string) {
		kit.Do(s.tasks, func(ctx context.Context) (struct{}, error) {
			r, err := statistics.Reckon(ctx, store, facts, m)
			if err != nil {
				return struct{}{}, err
			}
			return struct{}{}, kit.WriteWhole(path, func(out io.Writer) error {
				return statistics.WriteBook(ctx, out, store, facts, r, m)
			})
		}, func(_ struct{}, err error) {
			if err != nil {
				slog.Error("book", "err", err)
				s.says(kit.Bad, s.words.Say("press.unwritten", path))
				return
			}
			s.says(kit.Good, s.words.Say("press.saved", filepath.Base(path)))
		})
	})
}
