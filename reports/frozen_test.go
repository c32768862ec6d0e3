package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
)

// frozenList is the sheet of issues of a meeting's book.
func frozenList(t *testing.T, f Facts, s Sitting) []string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteMeetingBook(&out, f, s); err != nil {
		t.Fatal(err)
	}
	return cellsOf(t, out.Bytes(), "事項清單")
}

func TestTheListOfAFrozenMonthIsThatOfItsFreeze(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	l := line("ZB-202611-0042")
	l.Name, l.Place.Door, l.Description = "張**", "**", "3-2-** 門口"
	s.Kept.Issues = []meeting.Listed{{Line: l, Left: workday.Left{Due: l.StepDue, Late: true, Workdays: 2}}, {Line: line("ZB-202611-0007"), Left: workday.Left{Due: l.StepDue}}}
	s.Kept.Names = meeting.Names{
		Departments: map[app.DeptID]string{engineering: "當時的工程部"}, Staff: map[app.StaffID]string{fang: "當時的王芳"},
		Projects: map[app.ProjectID]string{1: "當時的花園"},
	}
	rows := frozenList(t, f, s)
	if len(rows) != 4 {
		t.Fatalf("the list is\n%s", strings.Join(rows, "\n"))
	}
	for _, want := range []string{"ZB-202611-0042", "張**", "3-2-**", "逾期 2 個工作日", "當時的工程部", "當時的王芳", "當時的花園"} {
		if !strings.Contains(rows[2], want) {
			t.Errorf("%s is not in %s", want, rows[2])
		}
	}
	if strings.Contains(rows[3], "逾期") {
		t.Errorf("what was in time then is late: %s", rows[3])
	}
}

func TestAFreezeThatKeptNoListSaysSo(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		sheet := f.seat(met(f), false).listSheet(Month{})
		var rows [][]any
		for row := range sheet.Rows {
			rows = append(rows, row)
		}
		if len(rows) != 1 || rows[0][0] != f.Say("pack.list.unknown") {
			t.Errorf("%s: the list is %v", l, rows)
		}
	}
}

func TestAMonthWithoutIssuesHasAnEmptyList(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	s.Kept.Issues = []meeting.Listed{}
	if rows := frozenList(t, f, s); len(rows) != 2 || strings.Contains(strings.Join(rows, ""), f.Say("pack.list.unknown")) {
		t.Errorf("the list is %v", rows)
	}
}

func TestWhatAMeetingGaveIsPrintedAsItWasGiven(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	given := action(3, meeting.Open)
	given.First, given.Due = nov(20), nov(20)
	s.Given = []meeting.Action{given}
	var before, after bytes.Buffer
	if err := WriteMeetingBook(&before, f, s); err != nil {
		t.Fatal(err)
	}
	given.Due, given.State, given.Progress, given.Why = nov(30), meeting.Postponed, "後來的進展", "後來的原因"
	s.Given = []meeting.Action{given}
	if err := WriteMeetingBook(&after, f, s); err != nil {
		t.Fatal(err)
	}
	if was, is := cellsOf(t, before.Bytes(), "行動項"), cellsOf(t, after.Bytes(), "行動項"); !slices.Equal(was, is) || !strings.Contains(strings.Join(is, ""), "2026-11-20") {
		t.Errorf("was\n%s\nis\n%s", strings.Join(was, "\n"), strings.Join(is, "\n"))
	}
}
