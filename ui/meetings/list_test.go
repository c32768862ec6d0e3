package meetings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

func (x *world) list() *List {
	l := NewList(x.Seat, x.desk, x.store)
	l.Shown()
	x.Cleanup(l.Hidden)
	x.see(l.Root)
	return l
}

func TestTheListNarrowsToAKindAndOpensARecord(t *testing.T) {
	x := sit(t, lang.Traditional)
	l := x.list()
	if !strings.Contains(x.words(), x.Say("meetings.none.what")) {
		t.Errorf("empty it says %s", x.words())
	}
	monthly, notice := x.planned(meeting.Monthly).id, x.planned(meeting.Notice).id
	x.see(l.Root)
	if len(l.shown) != 2 {
		t.Fatalf("it lists %v", l.shown)
	}
	test.Tap(l.kinds[meeting.Notice])
	if len(l.shown) != 1 || l.shown[0].ID != notice {
		t.Errorf("of notices it lists %v", l.shown)
	}
	test.Tap(l.kinds[meeting.OnSite])
	if !strings.Contains(x.words(), x.Say("meetings.none.XC")) {
		t.Errorf("of a kind that is not there it says %s", x.words())
	}
	test.Tap(l.kinds[""])
	var opened meeting.RecordID
	l.Open = func(id meeting.RecordID) { opened = id }
	for i, h := range l.shown {
		if h.ID == monthly {
			l.table.OnOpen(i)
		}
	}
	if opened != monthly {
		t.Errorf("opened is %d, want %d", opened, monthly)
	}
	for _, words := range l.At(0) {
		if strings.Contains(words.Text, "meetings.") {
			t.Errorf("a row says %s", words.Text)
		}
	}
}

func TestAMeetingIsPlannedFromTheList(t *testing.T) {
	x := sit(t, lang.English)
	l := x.list()
	var opened meeting.RecordID
	l.Open = func(id meeting.RecordID) { opened = id }
	l.Plan(meeting.Weekly)
	kit.TopSheet(x.win.Canvas()).Submit()
	if !strings.Contains(x.words(), x.Say("fault.missing")) || opened != 0 {
		t.Fatalf("without a time it says %s", x.words())
	}
	find[*kit.MomentField](x)[0].SetValue(datatest.At(27, 9, 0))
	if kit.TopSheet(x.win.Canvas()).Submit(); opened == 0 || len(l.shown) != 1 || l.shown[0].Dept != x.Engineering {
		t.Errorf("planned is %+v; said %s", l.shown, x.words())
	}
}

func TestTheFirstMonthWithoutAMeetingIsProposed(t *testing.T) {
	october, november := workday.Date{Year: 2026, Month: 10, Day: 1}, workday.Date{Year: 2026, Month: 11, Day: 1}
	there := []meeting.Head{{Kind: meeting.Monthly, Project: 1, From: october, State: meeting.Held}, {Kind: meeting.Monthly, Project: 2, From: november},
		{Kind: meeting.Monthly, Project: 1, From: november, State: meeting.Cancelled}}
	if got := firstFree(october, 1, there); got != november {
		t.Errorf("proposed is %v", got)
	}
	if got := firstFree(october, 3, there); got != october {
		t.Errorf("of another estate it is %v", got)
	}
}
