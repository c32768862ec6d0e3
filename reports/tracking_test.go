package reports

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
)

// improved is a measure with something in every part, from a complaint of Zhang Xiaoming.
func improved() (improve.Measure, app.Issue) {
	day := func(month time.Month, d int) workday.Date { return workday.Date{Year: 2026, Month: month, Day: d} }
	at := func(month time.Month, d int) time.Time {
		return time.Date(2026, month, d, 10, 0, 0, 0, time.FixedZone("UTC+8", 8*60*60))
	}
	m := improve.Measure{Head: improve.Head{
		ID: 1, Number: "GJ-202603-0001", Project: 1, State: improve.Done, Year: 2026, Round: 2, Source: improve.Source{Origin: improve.FromComplaint, Issue: 9, Called: "TS-202602-0004"},
		Plan: improve.Plan{
			Dimension: "DM-REPAIR", Item: "REPAIR-2", Categories: []app.Category{"LK"}, Problem: "張小明反映 3-2-501 滲水拖延", What: "三日內上門", Standard: "及時率 95%",
			Needs: "增派一人", Dept: 2, Person: 3, Helping: []app.DeptID{3}, Start: day(3, 2), Gauge: improve.Complaints, Less: true, Aimed: true, Target: 2,
		},
		First: day(4, 20), Due: day(4, 30), Begun: at(3, 2), Finished: at(4, 20), FinishedBy: 3, Accepted: at(4, 22), AcceptedBy: 1,
	}}
	m.Milestones = []improve.Milestone{{Row: improve.Row{N: 1}, Text: "定出時限", Due: day(3, 10), Reached: day(3, 9), By: 3}}
	m.Checks = []improve.Check{{N: 1, Day: day(3, 20), Percent: 60, What: "已定時限", Evidence: "照片", Deviation: "缺料", Due: day(4, 30), Approver: 4, By: 3}}
	m.Evaluations = []improve.Evaluation{{N: 1, At: at(8, 1), By: 1, Verdict: improve.Good, Why: "三棟零投訴", Effect: improve.Effect{
		Gauge: improve.Complaints, Less: true, Before: improve.Reading{Value: 7.2, Low: 4.6, High: 10.7, N: 24, From: day(11, 22), To: day(3, 1)},
		After: improve.Reading{Value: 3.3, Low: 1.6, High: 5.9, N: 11, From: day(4, 23), To: day(7, 31)}, Aimed: true, Target: 2, Tested: true, P: 0.051,
	}}}
	m.Reminders = []improve.Reminder{{N: 1, At: at(4, 10), To: 3, Text: "請抓緊", By: 1}}
	m.Callings = []improve.Calling{{N: 1, Day: day(4, 12), Who: 3, Explanation: "人手不足", Way: "WY-TALK", Text: "限期完成", Decider: 4, By: 1}}
	issue := app.Issue{ID: 9}
	issue.Reporter, issue.Place = app.Reporter{Name: "張小明"}, app.Place{Block: "3", Unit: "2", Door: "501"}
	return m, issue
}

func TestTheTrackingTableSaysWhatDocumentsAskFor(t *testing.T) {
	m, issue := improved()
	for _, l := range lang.All {
		f := office(t, l)
		d := TrackingTable(f, Tracking{Measures: []improve.Measure{m}, Estate: 1, Found: improve.Usual(), Origins: []app.Issue{issue},
			Meetings: []Discussed{{"HY-202602-0001", time.Date(2026, 2, 27, 6, 0, 0, 0, time.UTC), 12}}})
		all := strings.Join(d.Texts(), "\n")
		for _, want := range []string{
			f.Say("paper.measures.meeting", "HY-202602-0001", "2026-02-27", 12), "GJ-202603-0001", "TS-202602-0004", "三日內上門", "及時率 95%", f.Staff(3), f.Dept(2), f.Dept(3), "2026-04-20", "2026-04-30", "60%", "已定時限", "照片", "缺料",
			f.Staff(4), "4.6", "p=0.051", f.Say("measure.argued", f.Say("code.VD-GOOD")), "GJ-202603-0001-T1", "人手不足", f.Say("code.WY-TALK"),
			f.Say("measure.missed", "≤ 2"), f.Say("measure.by-chance", "p=0.051"),
		} {
			if !strings.Contains(all, want) {
				t.Errorf("%s: it does not say %q", l, want)
			}
		}
		for _, never := range []string{"張小明", "3-2-501", "measure.", "measures.", "paper.", "%!", f.Say("measure.better", "p=0.051")} {
			if strings.Contains(all, never) {
				t.Errorf("%s: it says %q", l, never)
			}
		}
		if d.Sheet.Form != "KF-20 A/0" || d.Number != m.Number {
			t.Errorf("it is %s, %s", d.Sheet.Form, d.Number)
		}
	}
}

func TestTheTrackingWorkbookHoldsTheFiguresAsNumbers(t *testing.T) {
	m, issue := improved()
	f := office(t, lang.Traditional)
	var out bytes.Buffer
	if err := WriteTracking(&out, f, Tracking{Measures: []improve.Measure{m}, Found: improve.Usual(), Origins: []app.Issue{issue}}); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("x.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil || len(book.Sheets) != 4 {
		t.Fatalf("%d sheets, %v", len(book.Sheets), err)
	}
	var all strings.Builder
	for _, s := range book.Sheets {
		for _, row := range s.Rows {
			for _, c := range row {
				all.WriteString(c.Text + "|")
			}
			all.WriteByte('\n')
		}
	}
	for _, want := range []string{"GJ-202603-0001|2|2026|", "|7.2|4.6|10.7|24|3.3|1.6|5.9|11|2|p=0.051|", "|60|已定時限|照片|缺料|", "|GJ-202603-0001-T1|"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("it does not hold %q:\n%s", want, all.String())
		}
	}
	if strings.Contains(all.String(), "張小明") {
		t.Error("it names who complained")
	}
}

func TestThePackTellsTheMeasuresAsTheyStoodAtTheFreeze(t *testing.T) {
	m, issue := improved()
	f := office(t, lang.Traditional)
	s := Sitting{Asked: improve.Usual(), Complained: []app.Issue{issue}}
	s.Kept = meeting.Kept{Measures: []improve.Measure{m}}
	m.State, m.Accepted, m.Finished = improve.Doing, time.Time{}, time.Time{}
	s.Kept.Measures[0] = m
	s.Freezes = []meeting.Freeze{{N: 1, At: time.Date(2026, 4, 30, 10, 0, 0, 0, time.UTC)}}
	v := f.seat(s, false)
	all := strings.Join(textsOf(v.tracker().chapter(v.tracked())), "\n")
	if !strings.Contains(all, f.Say("measure.state.doing")) || strings.Contains(all, f.Say("measure.late")) || strings.Contains(all, "張小明") {
		t.Errorf("on its last day it says %s", all)
	}
	s.Freezes[0].At = time.Date(2026, 5, 1, 10, 0, 0, 0, time.UTC)
	v = f.seat(s, false)
	if all := strings.Join(textsOf(v.tracker().chapter(v.tracked())), "\n"); !strings.Contains(all, f.Say("measure.late")) {
		t.Errorf("the day after it says %s", all)
	}
}
