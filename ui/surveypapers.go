package ui

import (
	"context"
	"io"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/statistics"
	"ownerdesk/ui/surveys"
)

// printSurvey lets a paper of a yearly survey go a way.
func (s *shell) printSurvey(p surveys.Paper) {
	name := s.words.Say("surveys.print."+p.What) + " " + p.Number
	switch {
	case p.What == surveys.PrintForm:
		s.press().Keep(name, name, s.surveyForm(p))
	case p.What == surveys.PrintOnline:
		s.press().Keep(name, name, s.surveyFile(p, ".xlsx", reports.WriteOnlineForm), s.surveyFile(p, ".csv", reports.WriteOnlineText))
	case p.What == surveys.PrintCounts:
		s.press().Keep(name, name, s.surveyCounts(p))
	case p.What == surveys.PrintBook:
		s.press().Keep(name, name, s.annualBook(p))
	case p.What == surveys.PrintBoth:
		s.press().Keep(name, name, printing.File{Ending: ".pdf", Write: s.setAnnual(p)}, s.annualBook(p))
	case p.How == surveys.InFull:
		fields := "name,room"
		if p.What == surveys.PrintAddresses { // the list has the telephones of those who may be asked so
			fields = "name,contact,room"
		}
		s.seat.Reveal(app.Access{Fields: fields, Action: app.WayOpened.Look()}, func() { s.press().Preview(name, s.setSurvey(p, true)) })
	case p.How == surveys.ToPaper:
		s.press().Print(name, s.setSurvey(p, false))
	case p.How == surveys.ToFile:
		s.press().Save(name, s.setSurvey(p, false))
	default:
		s.press().Preview(name, s.setSurvey(p, false))
	}
}

// setSurvey sets a paper, masked unless it is opened.
func (s *shell) setSurvey(p surveys.Paper, open bool) func(context.Context, io.Writer) error {
	if p.What == surveys.PrintReport {
		return s.setAnnual(p)
	}
	facts, store := s.facts(open), s.office.Store
	return func(ctx context.Context, out io.Writer) error {
		v, err := store.Survey(ctx, p.Survey)
		if err != nil {
			return err
		}
		docs, err := surveyPapers(ctx, store, facts, v.Head, p)
		if err != nil {
			return err
		}
		return reports.WritePDF(out, facts.At, docs...)
	}
}

// surveyPapers are the sheets of a paper.
func surveyPapers(ctx context.Context, store annual.Store, f reports.Facts, h annual.Head, p surveys.Paper) ([]reports.Document, error) {
	switch p.What {
	case surveys.PrintPlan:
		return []reports.Document{reports.SurveyPlan(f, h)}, nil
	case surveys.PrintQuestionnaire:
		return reports.Questionnaires(f, h, nil), nil
	case surveys.PrintScript:
		return []reports.Document{reports.TelephoneScript(f, h)}, nil
	case surveys.PrintProgress:
		all, err := progressOf(ctx, store, h)
		return []reports.Document{reports.SurveyProgress(f, h, all)}, err
	}
	r, err := roundOf(ctx, store, p)
	if err != nil {
		return nil, err
	}
	switch p.What {
	case surveys.PrintNumbered:
		return reports.Questionnaires(f, h, r.Numbers()), nil
	case surveys.PrintLetters:
		return reports.SurveyLetters(f, h, r), nil
	case surveys.PrintEnvelopes:
		return []reports.Document{reports.AddressLabels(f, h, r)}, nil
	}
	return reports.AddressLists(f, h, r), nil
}

// roundOf reads the households of a paper, and what was tried with them.
func roundOf(ctx context.Context, store annual.Store, p surveys.Paper) (r reports.Round, err error) {
	r.Attempts = map[int][]annual.Attempt{}
	if r.Addresses, err = store.Addresses(ctx, p.Units); err != nil {
		return r, err
	}
	if p.Only != nil {
		r.Addresses = slices.DeleteFunc(r.Addresses, func(a annual.Address) bool { return !slices.Contains(p.Only, a.Unit.N) })
	}
	if p.What != surveys.PrintAddresses {
		return r, nil
	}
	for _, a := range r.Addresses {
		if a.Unit.Attempts == 0 {
			continue
		}
		if _, r.Attempts[a.Unit.N], err = store.Unit(ctx, p.Survey, a.Unit.N); err != nil {
			return r, err
		}
	}
	return r, nil
}

// progressOf is how far the field work has come.
func progressOf(ctx context.Context, store annual.Store, h annual.Head) ([]annual.StratumResult, error) {
	units, err := store.Units(ctx, annual.WantedUnits{Survey: h.ID, Called: true})
	if err != nil {
		return nil, err
	}
	sheets, err := store.Sheets(ctx, h.ID)
	if err != nil {
		return nil, err
	}
	return annual.Progress(h, units, sheets), nil
}

// surveyFile writes something of a survey as a file of a kind.
func (s *shell) surveyFile(p surveys.Paper, ending string, write func(io.Writer, reports.Facts, annual.Head) error) printing.File {
	facts, store := s.facts(false), s.office.Store
	return printing.File{Ending: ending, Write: func(ctx context.Context, out io.Writer) error {
		v, err := store.Survey(ctx, p.Survey)
		if err != nil {
			return err
		}
		return write(out, facts, v.Head)
	}}
}

// surveyForm writes the form for answers, with the numbers that were given out.
func (s *shell) surveyForm(p surveys.Paper) printing.File {
	facts, store := s.facts(false), s.office.Store
	return printing.File{Ending: ".xlsx", Write: func(ctx context.Context, out io.Writer) error {
		v, err := store.Survey(ctx, p.Survey)
		if err != nil {
			return err
		}
		r, err := roundOf(ctx, store, p)
		if err != nil {
			return err
		}
		return reports.WriteAnswerForm(out, facts, v.Head, r.Numbers())
	}}
}

// surveyCounts writes the progress as a workbook.
func (s *shell) surveyCounts(p surveys.Paper) printing.File {
	facts, store := s.facts(false), s.office.Store
	return printing.File{Ending: ".xlsx", Write: func(ctx context.Context, out io.Writer) error {
		v, err := store.Survey(ctx, p.Survey)
		if err != nil {
			return err
		}
		all, err := progressOf(ctx, store, v.Head)
		if err != nil {
			return err
		}
		return reports.WriteSurveyProgress(out, facts, v.Head, all)
	}}
}

// setAnnual sets the yearly report, annualBook writes it as a workbook.
func (s *shell) setAnnual(p surveys.Paper) func(context.Context, io.Writer) error {
	facts, store, desk := s.facts(false), s.office.Store, s.surveyor()
	return func(ctx context.Context, out io.Writer) error {
		polled, err := statistics.Poll(ctx, store, desk, facts, p.Survey)
		if err != nil {
			return err
		}
		return reports.WriteAnnual(out, facts, polled)
	}
}

func (s *shell) annualBook(p surveys.Paper) printing.File {
	facts, store, desk := s.facts(false), s.office.Store, s.surveyor()
	return printing.File{Ending: ".xlsx", Write: func(ctx context.Context, out io.Writer) error {
		polled, err := statistics.Poll(ctx, store, desk, facts, p.Survey)
		if err != nil {
			return err
		}
		return reports.WriteAnnualBook(out, facts, polled)
	}}
}
