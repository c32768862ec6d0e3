package ui

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/meetings"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/seat"
	"ownerdesk/ui/statistics"
)

// printRecord lets a document of a meeting or its like go a way.
func (s *shell) printRecord(r meeting.Record, what, how string) {
	switch what {
	case meetings.PrintBook:
		s.bookMeeting(r)
		return
	case meetings.PrintBoth:
		s.bothMeeting(r)
		return
	case meetings.PrintGatherBook:
		s.press().Keep(s.words.Say("meetings.print.gatherbook"), r.Number, s.bookOfRecord(r, reports.WriteGathered))
		return
	}
	name := s.words.Say("meetings.print."+what) + " " + r.Number
	switch how {
	case meetings.ToPaper:
		s.press().Print(name, s.setRecord(r, what, false))
	case meetings.ToFile:
		s.press().Save(name, s.setRecord(r, what, false))
	case meetings.InFull:
		s.revealRecord(name, what, func() { s.press().Preview(name, s.setRecord(r, what, true)) })
	default:
		s.press().Preview(name, s.setRecord(r, what, false))
	}
}

// revealRecord asks why people are to be shown in full, and notes it.
func (s *shell) revealRecord(paper, what string, then func()) {
	words := kit.ReasonWords{Label: s.words.Say("press.reason"), Missing: s.words.Say("fault.reason.missing"), TooLong: s.words.Say("fault.too-long")}
	kit.AskReason(s.window.Canvas(), kit.Question{
		Title: s.words.Say("meetings.print.full"), Yes: s.words.Say("press.preview"), No: s.words.Say("press.cancel"), Draft: seat.FormName("reveal", "paper", paper),
	}, words, app.LongestLine, func(sheet *kit.Sheet, why string) {
		look := app.Access{By: s.seat.Staff.ID, Fields: shownOn(what), Reason: why + " · " + paper, Action: app.WayOpened.Look()}
		kit.Do(s.tasks, func(ctx context.Context) (struct{}, error) {
			return struct{}{}, s.seat.Desk.Reveal(ctx, look)
		}, func(_ struct{}, err error) {
			if err != nil {
				sheet.Say(kit.Bad, s.seat.Trouble(err))
				return
			}
			sheet.Close()
			then()
		})
	})
}

// shownOn is what of people an opened document shows.
func shownOn(what string) string {
	if what == meetings.PrintGathered {
		return "name,contact,room"
	}
	return "name,room"
}

// setRecord sets a document, masked unless it is opened.
func (s *shell) setRecord(r meeting.Record, what string, open bool) func(context.Context, io.Writer) error {
	facts, store, desk, at := s.facts(open), s.office.Store, s.convener(), s.seat.Here(s.parts.Now())
	return func(ctx context.Context, out io.Writer) error {
		sitting, err := statistics.Sit(ctx, store, desk, facts, r.ID)
		if err != nil {
			return err
		}
		if what == meetings.PrintPack {
			return reports.WriteMeetingPack(out, facts, sitting)
		}
		return reports.WritePDF(out, at, documentsOf(what, facts, sitting)...)
	}
}

// documentsOf are the sheets of a document.
func documentsOf(what string, f reports.Facts, s reports.Sitting) []reports.Document {
	switch what {
	case meetings.PrintInvitation:
		return reports.Invitations(f, s)
	case meetings.PrintSignIn:
		return []reports.Document{reports.SignIn(f, s)}
	case meetings.PrintMinutes:
		return []reports.Document{reports.Minutes(f, s)}
	case meetings.PrintPublic:
		return []reports.Document{reports.PublicMinutes(f, s)}
	case meetings.PrintWeekly:
		return []reports.Document{reports.Weekly(f, s)}
	case meetings.PrintOnSite:
		return []reports.Document{reports.OnSite(f, s)}
	case meetings.PrintNotice:
		return []reports.Document{reports.Notice(f, s)}
	case meetings.PrintActivity:
		return []reports.Document{reports.Activity(f, s)}
	case meetings.PrintGathered:
		return []reports.Document{reports.Gathered(f, s)}
	}
	return nil
}

// bookOfRecord writes a workbook of a record.
func (s *shell) bookOfRecord(r meeting.Record, write func(io.Writer, reports.Facts, reports.Sitting) error) printing.File {
	facts, store, desk := s.facts(false), s.office.Store, s.convener()
	return printing.File{Ending: ".xlsx", Write: func(ctx context.Context, out io.Writer) error {
		sitting, err := statistics.Sit(ctx, store, desk, facts, r.ID)
		if err != nil {
			return err
		}
		return write(out, facts, sitting)
	}}
}

// meetingBook writes the papers of a meeting as a workbook.
func (s *shell) meetingBook(r meeting.Record) printing.File {
	return s.bookOfRecord(r, reports.WriteMeetingBook)
}

// bookMeeting keeps the papers of a meeting as a workbook, bothMeeting the pack beside
// it.
func (s *shell) bookMeeting(r meeting.Record) {
	s.press().Keep(s.words.Say("statistics.book"), r.Number, s.meetingBook(r))
}

func (s *shell) bothMeeting(r meeting.Record) {
	pack := printing.File{Ending: ".pdf", Write: s.setRecord(r, meetings.PrintPack, false)}
	s.press().Keep(s.words.Say("statistics.both.title"), r.Number, pack, s.meetingBook(r))
}

// copyNotice puts a notice into the clipboard, as a group of owners reads it.
func (s *shell) copyNotice(r meeting.Record) {
	facts, store, desk := s.facts(false), s.office.Store, s.convener()
	ask(s, func(ctx context.Context) (string, error) {
		sitting, err := statistics.Sit(ctx, store, desk, facts, r.ID)
		return reports.NoticeText(facts, sitting), err
	}, func(text string) {
		s.app.Clipboard().SetContent(text)
		s.says(kit.Good, s.words.Say("meetings.copied"))
	})
}

// exportWeek keeps the sheet on which a department fills in its week.
func (s *shell) exportWeek(r meeting.Record) {
	s.press().Keep(s.words.Say("meetings.sheet.export"), r.Number, s.bookOfRecord(r, reports.WriteWeekly))
}

// readBack is what a sheet that was filled in says differently.
type readBack struct {
	order meeting.ChangeOrder
	lines []string
}

// importWeek reads such a sheet, shows what it says differently, and takes it over
// when the person agrees.
func (s *shell) importWeek(r meeting.Record) {
	facts, store, desk, by := s.facts(false), s.office.Store, s.convener(), s.seat.Staff.ID
	facts.Voice = s.seat.Voice // it is read on the screen
	s.outside.PickFile(s.words.Say("meetings.sheet.import"), []string{".xlsx"}, func(path string) {
		kit.Do(s.tasks, func(ctx context.Context) (v readBack, err error) {
			sitting, err := statistics.Sit(ctx, store, desk, facts, r.ID)
			if err != nil {
				return v, err
			}
			book, err := sheet.ReadFile(path)
			if err != nil {
				return v, err
			}
			order, unread, err := reports.ReadWeekly(facts, sitting, book)
			if err != nil {
				return v, err
			}
			order.By = by
			m, err := desk.Preview(ctx, order)
			if err != nil {
				return v, err
			}
			v.order, v.lines = order, reports.Differences(facts, sitting, m.Act.Diffs)
			for _, u := range unread {
				v.lines = append(v.lines, facts.Unread(u))
			}
			return v, nil
		}, s.offerWeek)
	})
}

func (s *shell) offerWeek(v readBack, err error) {
	var faults app.Faults
	switch {
	case errors.Is(err, reports.ErrOtherSheet):
		s.says(kit.Warn, s.words.Say("meetings.sheet.another"))
		return
	case errors.As(err, &faults):
		s.says(kit.Warn, s.seat.Trouble(err))
		return
	case err != nil:
		slog.Error("read sheet", "err", err)
		s.says(kit.Bad, s.words.Say("meetings.sheet.unreadable"))
		return
	case len(v.lines) == 0:
		s.says(kit.Plain, s.words.Say("meetings.sheet.same"))
		return
	}
	words := kit.Flush(kit.Wrapped(strings.Join(v.lines, "\n")))
	var top *kit.Sheet
	top = kit.NewSheet(s.window.Canvas(), kit.SheetWords{
		Title: s.words.Say("meetings.sheet.differs"), Primary: s.words.Say("meetings.sheet.take"), Cancel: s.words.Say("issue.cancel"),
	}, 780, words, func() {
		top.SetBusy(true)
		kit.Do(s.tasks, func(ctx context.Context) (meeting.Move, error) { return s.convener().Change(ctx, v.order) }, func(_ meeting.Move, err error) {
			top.SetBusy(false)
			if err != nil {
				top.Say(kit.Bad, s.seat.Trouble(err))
				return
			}
			top.Close()
			s.says(kit.Good, s.words.Say("meetings.sheet.taken"))
		})
	})
	top.Open()
}
