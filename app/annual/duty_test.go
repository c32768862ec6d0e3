package annual

import (
	"testing"
	"time"

	"ownerdesk/app/workday"
)

func TestASurveyTellsWhatItWaitsForWithinThreeDays(t *testing.T) {
	day := func(month time.Month, n int) workday.Date { return workday.Date{Year: 2026, Month: month, Day: n} }
	plan := Plan{Stages: []Stage{
		{Key: "field", From: day(10, 12), To: day(10, 30)}, {Key: "return", From: day(11, 2), To: day(11, 6)}, {Key: "report", From: day(11, 16), To: day(11, 20)},
	}}
	reported := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		h     Head
		today workday.Date
		what  Duty
		by    workday.Date
		due   bool
	}{
		{"long before the field work", Head{State: Planning, Plan: plan}, day(10, 8), ToBegin, day(10, 12), false},
		{"three days before it", Head{State: Approved, Plan: plan}, day(10, 9), ToBegin, day(10, 12), true},
		{"in the field", Head{State: Field, Plan: plan}, day(10, 30), ToCollect, day(11, 6), false},
		{"sheets are late", Head{State: Field, Plan: plan}, day(11, 9), ToCollect, day(11, 6), true},
		{"the report is late", Head{State: Counted, Plan: plan}, day(12, 1), ToReport, day(11, 20), true},
		{"the link is still needed", Head{State: Reported, Plan: plan, Reported: reported}, workday.Date{Year: 2027, Month: 5, Day: 16}, ToDestroy, workday.Date{Year: 2027, Month: 5, Day: 20}, false},
		{"the link is to be destroyed", Head{State: Reported, Plan: plan, Reported: reported}, workday.Date{Year: 2027, Month: 5, Day: 17}, ToDestroy, workday.Date{Year: 2027, Month: 5, Day: 20}, true},
		{"six months on there is no such day", Head{State: Reported, Plan: plan, Reported: time.Date(2026, 8, 31, 9, 0, 0, 0, time.UTC)}, workday.Date{Year: 2027, Month: 2, Day: 25}, ToDestroy, workday.Date{Year: 2027, Month: 2, Day: 28}, true},
		{"the link is gone", Head{State: Reported, Plan: plan, Reported: reported, Destroyed: reported}, workday.Date{Year: 2028, Month: 1, Day: 1}, "", workday.Date{}, false},
		{"given up", Head{State: Cancelled, Plan: plan}, day(12, 1), "", workday.Date{}, false},
		{"without a timetable", Head{State: Field}, day(12, 1), ToCollect, workday.Date{}, false},
	} {
		if what, by, due := c.h.Due(c.today); what != c.what || by != c.by || due != c.due {
			t.Errorf("%s: %s by %s, due %v; want %s by %s, %v", c.name, what, by, due, c.what, c.by, c.due)
		}
	}
}
