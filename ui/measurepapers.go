package ui

import (
	"context"
	"io"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/reports"
	"ownerdesk/ui/measures"
	"ownerdesk/ui/printing"
)

// printMeasures lets the tracking table of measures go a way.
func (s *shell) printMeasures(all []improve.Measure, how string) {
	name := s.words.Say("paper.measures")
	if len(all) == 1 {
		name += " " + all[0].Number
	}
	paper := s.setMeasures(all, func(out io.Writer, f reports.Facts, t reports.Tracking) error {
		return reports.WritePDF(out, f.At, reports.TrackingTable(f, t))
	})
	switch how {
	case measures.ToPaper:
		s.press().Print(name, paper)
	case measures.ToFile:
		s.press().Save(name, paper)
	case measures.ToBook:
		s.press().Keep(s.words.Say("measures.print.book"), name, printing.File{Ending: ".xlsx", Write: s.setMeasures(all, reports.WriteTracking)})
	default:
		s.press().Preview(name, paper)
	}
}

// setMeasures gathers what papers of measures are made from, in the language of paper.
func (s *shell) setMeasures(all []improve.Measure, write func(io.Writer, reports.Facts, reports.Tracking) error) func(context.Context, io.Writer) error {
	facts, store, desk, project := s.facts(false), s.office.Store, s.improver(), s.seat.Project
	return func(ctx context.Context, out io.Writer) (err error) {
		t := reports.Tracking{Measures: all, Estate: project}
		if t.Found, err = desk.Found(ctx, project); err != nil {
			return err
		}
		for _, m := range all {
			if len(all) == 1 {
				t.Estate = m.Project
			}
			if m.Origin != improve.FromComplaint {
				continue
			}
			var c app.Case
			if c, err = store.Case(ctx, m.Source.Issue); err != nil {
				return err
			}
			t.Origins = append(t.Origins, c.Issue)
		}
		return write(out, facts, t)
	}
}
