package ui

import (
	"context"
	"io"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
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
	s.sendMeasures(name, how, paper, s.setMeasures(all, reports.WriteTracking))
}

// sendMeasures lets a table go a way: as paper, or as a workbook.
func (s *shell) sendMeasures(name, how string, paper, book func(context.Context, io.Writer) error) {
	switch how {
	case measures.ToPaper:
		s.press().Print(name, paper)
	case measures.ToFile:
		s.press().Save(name, paper)
	case measures.ToBook:
		s.press().Keep(s.words.Say("measures.print.book"), name, printing.File{Ending: ".xlsx", Write: book})
	default:
		s.press().Preview(name, paper)
	}
}

// printChain lets the chain of an estate go a way.
func (s *shell) printChain(project app.ProjectID, how string) {
	facts, desk := s.facts(false), s.improver()
	set := func(write func(io.Writer, improve.Chain) error) func(context.Context, io.Writer) error {
		return func(ctx context.Context, out io.Writer) error {
			c, err := desk.Chain(ctx, project)
			if err != nil {
				return err
			}
			return write(out, c)
		}
	}
	s.sendMeasures(s.words.Say("measures.chain"), how,
		set(func(out io.Writer, c improve.Chain) error {
			return reports.WritePDF(out, facts.At, reports.ChainTable(facts, project, c))
		}),
		set(func(out io.Writer, c improve.Chain) error { return reports.WriteChain(out, facts, project, c) }))
}

// setMeasures gathers what papers of measures are made from, in the language of paper.
func (s *shell) setMeasures(all []improve.Measure, write func(io.Writer, reports.Facts, reports.Tracking) error) func(context.Context, io.Writer) error {
	facts, store, desk, project := s.facts(false), s.office.Store, s.improver(), s.seat.Project
	return func(ctx context.Context, out io.Writer) (err error) {
		t, seen := reports.Tracking{Measures: all, Estate: project}, map[int64]bool{}
		if t.Found, err = desk.Found(ctx, project); err != nil {
			return err
		}
		for _, m := range all {
			if len(all) == 1 {
				t.Estate = m.Project
			}
			switch m.Origin {
			case improve.FromComplaint:
				c, err := store.Case(ctx, m.Source.Issue)
				if err != nil {
					return err
				}
				t.Origins = append(t.Origins, c.Issue)
			case improve.FromMeeting:
				if seen[m.Record] {
					continue
				}
				seen[m.Record] = true
				r, err := store.Record(ctx, meeting.RecordID(m.Record))
				if err != nil {
					return err
				}
				t.Meetings = append(t.Meetings, discussed(r))
			}
		}
		return write(out, facts, t)
	}
}

// discussed is a meeting in short: when it was, and how many came.
func discussed(r meeting.Record) reports.Discussed {
	d := reports.Discussed{Number: r.Number, At: r.Begins}
	for _, g := range meeting.Live(r.Guests) {
		if g.Presence == meeting.Came {
			d.Came++
		}
	}
	return d
}
