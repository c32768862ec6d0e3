package ui

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/measures"
)

// improves opens the window on an office with one measure, which is overdue to begin.
func improves(t *testing.T) (*shell, *abroad, improve.Measure) {
	t.Helper()
	s, out, _ := meets(t, meeting.Monthly)
	m, err := s.improver().Make(t.Context(), improve.NewOrder{
		Project: 1, By: s.seat.Staff.ID, Due: workday.Date{Year: 2026, Month: 12, Day: 18},
		Plan: improve.Plan{Problem: "電梯異響", What: "每半月保養", Standard: "無異響", Dept: s.seat.Staff.Dept, Person: s.seat.Staff.ID, Start: workday.Date{Year: 2026, Month: 11, Day: 20}},
	})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := s.office.Store.Measure(t.Context(), m.Head.ID)
	if err != nil {
		t.Fatal(err)
	}
	return s, out, kept
}

func TestTheTrackingTableGoesEveryWay(t *testing.T) {
	s, out, m := improves(t)
	s.printMeasures([]improve.Measure{m}, measures.ToScreen)
	if raw, err := os.ReadFile(out.opened[0]); err != nil || !strings.HasPrefix(string(raw), "%PDF") {
		t.Errorf("it is no PDF, %v", err)
	}
	s.printMeasures([]improve.Measure{m}, measures.ToBook)
	book, err := sheet.ReadFile(out.path)
	if err != nil || len(book.Sheets) != 4 {
		t.Fatalf("the workbook: %+v, %v", book, err)
	}
	found := false
	for _, row := range book.Sheets[0].Rows {
		found = found || len(row) > 2 && row[0].Text == m.Number && row[2].Text == "2026"
	}
	if !found {
		t.Errorf("the first sheet is %v", book.Sheets[0].Rows)
	}
}

func TestWhatWaitsIsCountedBesideThePlaceAndLedToFromToday(t *testing.T) {
	s, _, m := improves(t)
	s.count()
	if b := s.frame.rail[placeMeasures]; b == nil || b.count.Text() != "1" {
		t.Error("nothing is counted beside the place")
	}
	n, err := s.improver().CountDue(t.Context(), 0, s.seat.Ground, s.parts.Now())
	if err != nil || n != 1 {
		t.Errorf("%d wait, %v", n, err)
	}
	s.followMeasure(m.ID, true)
	if s.here().place != placeMeasures || kit.TopSheet(s.window.Canvas()) == nil {
		t.Error("the next step's form is not open")
	}
	s.here().page.escape()
	s.here().page.next()
	if s.here().page.save(); kit.TopSheet(s.window.Canvas()) != nil {
		t.Error("the form was not sent")
	}
	if kept, err := s.office.Store.Measure(t.Context(), m.ID); err != nil || kept.State != improve.Doing {
		t.Errorf("it is %s, %v", kept.State, err)
	}
}

func TestAComplaintAndACommonProblemLeadToTheirMeasures(t *testing.T) {
	s, _, r := meets(t, meeting.Monthly)
	received, err := s.office.Desk.Receive(t.Context(), app.ReceiveOrder{Project: 1, By: s.seat.Staff.ID, Intake: app.Intake{
		Received: s.parts.Now(), Channel: "CH-TEL", Kind: app.Complaint, Category: "LK1", Urgency: app.Normal,
		Reporter: app.Reporter{Owner: "OW-SELF", Name: "張小明", Refused: true}, Place: app.Place{Text: "花園"}, Description: "屋面滲水",
	}, Level: app.Minor})
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.office.Store.Case(t.Context(), received.Issue.ID)
	if err != nil {
		t.Fatal(err)
	}
	sent := func(what string) {
		t.Helper()
		top := kit.TopSheet(s.window.Canvas())
		if top == nil {
			t.Fatal("no form is open")
		}
		areas := all[*kit.TextArea](s.window.Canvas().Overlays().Top())
		areas[1].SetText(what)
		areas[2].SetText("不再滲水")
		for _, staff := range all[*kit.Choice[app.StaffID]](s.window.Canvas().Overlays().Top()) {
			kit.SetValue(staff, s.seat.Staff.ID)
		}
		for _, dept := range all[*kit.Choice[app.DeptID]](s.window.Canvas().Overlays().Top()) {
			kit.SetValue(dept, s.seat.Staff.Dept)
		}
		all[*kit.DateField](s.window.Canvas().Overlays().Top())[0].SetValue(workday.Date{Year: 2026, Month: time.December, Day: 18})
		top.Submit()
		if kit.TopSheet(s.window.Canvas()) != nil {
			t.Fatal("the form was refused")
		}
	}
	s.measureOfIssue(c)
	sent("重做防水")
	rows := []meeting.Problem{{ByHand: true, Category: "EQ1"}}
	if _, err := s.convener().Change(t.Context(), meeting.ChangeOrder{Stand: meeting.Stand{Record: r.ID, By: s.seat.Staff.ID}, Problems: &rows}); err != nil {
		t.Fatal(err)
	}
	if r, err = s.office.Store.Record(t.Context(), r.ID); err != nil {
		t.Fatal(err)
	}
	s.measureOfProblem(r, 1)
	sent("換門機")
	made, err := s.office.Store.Measures(t.Context(), improve.Wanted{})
	if err != nil || len(made) != 2 {
		t.Fatalf("made are %d, %v", len(made), err)
	}
	if m := made[0]; m.Origin != improve.FromComplaint || m.Source.Issue != c.ID || m.Dimension != "DM-REPAIR" || m.Problem != "屋面滲水" {
		t.Errorf("of the complaint came %+v", m.Head)
	}
	if m := made[1]; m.Origin != improve.FromMeeting || m.Record != int64(r.ID) || m.N != 1 || m.Problem == "" || m.Dimension != "DM-FACILITY" {
		t.Errorf("of the problem came %+v", m.Head)
	}
	var led improve.MeasureID
	s.openIssue(c.ID, "")
	for _, b := range all[*kit.Push](s.here().page.root) {
		if b.Text == made[0].Number {
			test.Tap(b)
			led = made[0].ID
		}
	}
	if led == 0 || s.here().place != placeMeasures {
		t.Error("the complaint's page does not lead to its measure")
	}
}
