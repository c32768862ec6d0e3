package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/meetings"
	"ownerdesk/ui/printing"
)

// abroad is what lies beyond the window in a test: every file is one path, and
// what is opened is remembered.
type abroad struct {
	path   string
	opened []string
}

func (a *abroad) PickFile(_ string, _ []string, picked func(string)) { picked(a.path) }
func (a *abroad) PickSave(_, _ string, picked func(string))          { picked(a.path) }
func (a *abroad) Open(path string) error                             { a.opened = append(a.opened, path); return nil }
func (a *abroad) Print(path string) (string, error)                  { return "", a.Open(path) }

// meets opens the window on an office that planned a record.
func meets(t *testing.T, k meeting.Kind) (*shell, *abroad, meeting.Record) {
	t.Helper()
	s, _, world := windowOn(t)
	out := &abroad{path: filepath.Join(t.TempDir(), "record.xlsx")}
	s.outside = out
	s.sit(world.Fang)
	o := meeting.PlanOrder{Kind: k, Project: world.Project, By: world.Fang, About: workday.Date{Year: 2026, Month: 11, Day: 23},
		Details: meeting.Details{Title: "水箱清洗", Subject: "NT-WATER", Text: "週四停水", Begins: datatest.At(23, 8, 0), Place: "活動中心", Chair: world.Wu, Recorder: world.Fang}}
	if k == meeting.Weekly {
		o.Dept = world.Engineering
	}
	m, err := s.convener().Plan(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	s.openRecord(m.Head.ID)
	r, err := s.office.Store.Record(t.Context(), m.Head.ID)
	if err != nil {
		t.Fatal(err)
	}
	return s, out, r
}

func TestEveryDocumentOfARecordIsMade(t *testing.T) {
	for k, documents := range map[meeting.Kind][]string{
		meeting.Monthly: {meetings.PrintPack, meetings.PrintInvitation, meetings.PrintSignIn, meetings.PrintMinutes, meetings.PrintPublic},
		meeting.Weekly:  {meetings.PrintWeekly}, meeting.OnSite: {meetings.PrintOnSite}, meeting.Notice: {meetings.PrintNotice}, meeting.Activity: {meetings.PrintActivity},
	} {
		s, out, r := meets(t, k)
		for n, what := range documents {
			s.printRecord(r, what, meetings.ToScreen)
			if len(out.opened) != n+1 {
				said, _ := s.toasts.Said()
				t.Fatalf("%s of %s was not shown: %s", what, k, said)
			}
			if raw, err := os.ReadFile(out.opened[n]); err != nil || !strings.HasPrefix(string(raw), "%PDF") {
				t.Errorf("%s of %s is no PDF, %v", what, k, err)
			}
		}
	}
}

func TestAFullDocumentNeedsAReasonThatIsKept(t *testing.T) {
	s, out, r := meets(t, meeting.Monthly)
	s.printRecord(r, meetings.PrintMinutes, meetings.InFull)
	if len(out.opened) != 0 || kit.TopSheet(s.window.Canvas()) == nil {
		t.Fatal("it was shown without a question")
	}
	for _, area := range all[*kit.TextArea](s.window.Canvas().Overlays().Top()) {
		area.SetText("業委會查核")
	}
	kit.TopSheet(s.window.Canvas()).Submit()
	if len(out.opened) != 1 {
		t.Error("with a reason it was not shown")
	}
	log, err := s.office.Store.AccessLog(t.Context(), time.Time{}, s.parts.Now().Add(time.Hour), 10)
	if err != nil || len(log) != 1 || log[0].Action != "paper-opened" || !strings.HasPrefix(log[0].Reason, "業委會查核") || !strings.Contains(log[0].Reason, r.Number) {
		t.Errorf("kept is %+v, %v", log, err)
	}
}

func TestAMeetingIsKeptAsAWorkbook(t *testing.T) {
	s, out, r := meets(t, meeting.Monthly)
	s.printRecord(r, meetings.PrintBook, meetings.ToFile)
	if raw, err := os.ReadFile(out.path); err != nil || !strings.HasPrefix(string(raw), "PK") {
		t.Errorf("kept is %d bytes, %v", len(raw), err)
	}
}

func TestAMeetingIsKeptAsPDFAndWorkbookBesideEachOther(t *testing.T) {
	s, out, r := meets(t, meeting.Monthly)
	s.printRecord(r, meetings.PrintBoth, meetings.ToFile)
	for ending, begins := range map[string]string{".pdf": "%PDF", ".xlsx": "PK"} {
		path := strings.TrimSuffix(out.path, filepath.Ext(out.path)) + ending
		if raw, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(raw), begins) {
			t.Errorf("%s has %d bytes, %v", filepath.Base(path), len(raw), err)
		}
	}
	if said, _ := s.toasts.Said(); !strings.Contains(said, ".pdf") || !strings.Contains(said, ".xlsx") {
		t.Errorf("said is %q", said)
	}
	month := figures.Month(2026, 10, s.parts.Now(), s.seat.Ground.Calendar, 0)
	out.path = filepath.Join(t.TempDir(), "out", "month") // a folder that is not there
	s.bothMonth(month)
	if said, _ := s.toasts.Said(); said != s.words.Say("press.unwritten", out.path+".pdf") {
		t.Errorf("where it cannot be written it says %q", said)
	}
}

func TestTheFiguresOfAFrozenMonthAreThePapersOfItsMeeting(t *testing.T) {
	s, out, r := meets(t, meeting.Monthly)
	if _, err := s.convener().Freeze(t.Context(), meeting.FreezeOrder{Stand: meeting.Stand{Record: r.ID, By: s.seat.Staff.ID}}); err != nil {
		t.Fatal(err)
	}
	read := func() []byte {
		t.Helper()
		raw, err := os.ReadFile(out.opened[len(out.opened)-1])
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	s.printRecord(r, meetings.PrintPack, meetings.ToScreen)
	pack := read()
	month := figures.Month(2026, 11, s.parts.Now(), s.seat.Ground.Calendar, 0)
	s.printMonth((*printing.Press).Preview)(month)
	if n := len(out.opened); n != 2 || !bytes.Equal(read(), pack) {
		t.Errorf("shown %d times, the papers of the month are not those of its meeting", n)
	}
	s.printRecord(r, meetings.PrintBook, meetings.ToFile)
	book, err := sheet.ReadFile(out.path)
	if err != nil {
		t.Fatal(err)
	}
	out.path = filepath.Join(t.TempDir(), "month.xlsx")
	s.bookMonth(month)
	if b, err := sheet.ReadFile(out.path); err != nil || len(b.Sheets) < 15 || !reflect.DeepEqual(b.Sheets, book.Sheets) {
		t.Errorf("the workbook of the month is not that of its meeting: %d and %d sheets, %v", len(b.Sheets), len(book.Sheets), err)
	}
}

func TestAWeekGoesOutOnASheetAndComesBack(t *testing.T) {
	s, _, r := meets(t, meeting.Weekly)
	s.exportWeek(r)
	s.importWeek(r)
	if said, _ := s.toasts.Said(); said != s.words.Say("meetings.sheet.same") {
		t.Fatalf("a sheet that nobody touched: %s", said)
	}
	contact := r.Details
	contact.Contact = s.seat.Staff.ID
	m, err := s.convener().Change(t.Context(), meeting.ChangeOrder{Stand: meeting.Stand{Record: r.ID, By: s.seat.Staff.ID}, Details: &contact})
	if err != nil || m.Head.Contact == 0 {
		t.Fatal(err)
	}
	s.importWeek(r)
	if top := kit.TopSheet(s.window.Canvas()); top == nil {
		said, _ := s.toasts.Said()
		t.Fatalf("a sheet that says differently is not shown: %s", said)
	}
}

func TestANoticeIsCopiedAsAGroupReadsIt(t *testing.T) {
	s, _, r := meets(t, meeting.Notice)
	s.copyNotice(r)
	if got := s.app.Clipboard().Content(); !strings.Contains(got, "週四停水") || !strings.Contains(got, r.Number) {
		t.Errorf("copied is %q", got)
	}
}

func TestAnOpinionIsRegisteredWhereItWasSaid(t *testing.T) {
	s, _, r := meets(t, meeting.Monthly)
	var received app.ReceiveOrder
	s.intakeFor(app.ReceiveOrder{Project: r.Project, By: s.seat.Staff.ID, Intake: app.Intake{
		Received: s.parts.Now(), Channel: "CH-MEET", Kind: app.Suggestion, Category: "AC1", Urgency: app.Normal,
		Reporter: app.Reporter{Owner: "OW-SELF", Name: "張小明", Refused: true}, Place: app.Place{Text: "花園"}, Description: "增加長椅",
	}}, func(ctx context.Context, o app.ReceiveOrder) (app.Move, error) {
		received = o
		return s.office.Desk.Receive(ctx, o)
	})
	if s.here().page.save(); received.Description != "增加長椅" || received.Channel != "CH-MEET" {
		t.Fatalf("registered is %+v", received)
	}
	if s.back(); s.here().place != placeMeetings {
		t.Errorf("back leads to %s", s.here().place)
	}
}

// gathers hands opinions in beside the record of meets.
func gathers(t *testing.T) (*shell, *abroad, meeting.Record) {
	t.Helper()
	s, out, r := meets(t, meeting.Notice)
	m, err := s.convener().Gather(t.Context(), meeting.GatherOrder{Project: r.Project, By: r.By, Register: true,
		Details:  meeting.Details{Title: "二期開盤", Subject: "GE-SALES", Begins: datatest.At(20, 14, 0), Recorder: r.By},
		Opinions: []meeting.Opinion{{Sort: app.Suggestion, Category: "PK", Name: "陳先生", Phone: "13812345678", Text: "訪客車位太少"}}})
	if err != nil {
		t.Fatal(err)
	}
	if r, err = s.office.Store.Record(t.Context(), m.Head.ID); err != nil {
		t.Fatal(err)
	}
	return s, out, r
}

func TestTheSummaryOfOpinionsIsShownKeptAndOpenedWithAReason(t *testing.T) {
	s, out, r := gathers(t)
	s.printRecord(r, meetings.PrintGathered, meetings.ToScreen)
	if len(out.opened) != 1 {
		t.Fatal("it was not shown")
	}
	s.printRecord(r, meetings.PrintGatherBook, meetings.ToFile)
	if raw, err := os.ReadFile(out.path); err != nil || !strings.HasPrefix(string(raw), "PK") {
		t.Errorf("kept is %d bytes, %v", len(raw), err)
	}
	s.printRecord(r, meetings.PrintGathered, meetings.InFull)
	for _, area := range all[*kit.TextArea](s.window.Canvas().Overlays().Top()) {
		area.SetText("電話回覆業主")
	}
	kit.TopSheet(s.window.Canvas()).Submit()
	log, err := s.office.Store.AccessLog(t.Context(), time.Time{}, s.parts.Now().Add(time.Hour), 10)
	if err != nil || len(out.opened) != 2 || len(log) != 1 || log[0].Fields != "name,contact,room" || !strings.Contains(log[0].Reason, r.Number) {
		t.Errorf("opened %v, kept is %+v, %v", out.opened, log, err)
	}
}

func TestTheListOfMeetingsLeadsToTakingOpinionsIn(t *testing.T) {
	s, _, _ := meets(t, meeting.Notice)
	s.goTo(placeMeetings)
	s.importGathered()
	if at := s.here(); at.place != placeMeetings || at.page.next == nil || at.page.escape() {
		t.Errorf("it leads to %+v", at)
	}
}
