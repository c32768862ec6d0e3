package meeting

import (
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

func TestPlanningRefuses(t *testing.T) {
	for _, c := range []struct {
		says   string
		kind   Kind
		change func(*PlanOrder)
		want   string
	}{
		{"nothing wrong", Monthly, func(*PlanOrder) {}, ""},
		{"no kind", "", func(*PlanOrder) {}, "kind missing"},
		{"no estate", Monthly, func(o *PlanOrder) { o.Project = 9 }, "project missing"},
		{"no month", Monthly, func(o *PlanOrder) { o.About = workday.Date{} }, "month missing"},
		{"no time", Monthly, func(o *PlanOrder) { o.Begins = time.Time{} }, "begins missing"},
		{"an end before the beginning", Monthly, func(o *PlanOrder) { o.Ends = at(27, 13) }, "ended before-began"},
		{"no place", Monthly, func(o *PlanOrder) { o.Place = " " }, "venue missing"},
		{"no chair", Monthly, func(o *PlanOrder) { o.Chair = 0 }, "chair missing"},
		{"a recorder who left", Monthly, func(o *PlanOrder) { o.Recorder = left }, "recorder unknown"},
		{"by somebody who left", Monthly, func(o *PlanOrder) { o.By = left }, "by left"},
		{"by a worker", Monthly, func(o *PlanOrder) { o.By = jianguo }, "by not-allowed"},
		{"by nobody", Monthly, func(o *PlanOrder) { o.By = 0 }, "by unknown"},
		{"a period of 1000", Monthly, func(o *PlanOrder) { o.Period = 1000 }, "period out-of-range"},
		{"an agenda row of nothing", Monthly, func(o *PlanOrder) { o.Agenda = []Item{{Minutes: 5}} }, "agenda.1.text incomplete"},
		{"a guest without a name", Monthly, func(o *PlanOrder) { o.Guests = []Guest{{Group: OwnerGuest}} }, "guests.1.name incomplete"},
		{"a week without a department", Weekly, func(o *PlanOrder) { o.Dept = 0 }, "dept missing"},
		{"a week of a department that is closed", Weekly, func(o *PlanOrder) { o.Dept = 9 }, "dept unknown"},
		{"a week by its own worker", Weekly, func(o *PlanOrder) { o.By = jianguo }, ""},
		{"a week of others by a worker", Weekly, func(o *PlanOrder) { o.By, o.Dept = jianguo, property }, "by not-allowed"},
		{"a talk about nothing", OnSite, func(o *PlanOrder) { o.Title = "" }, "title missing"},
		{"a talk that nobody records", OnSite, func(o *PlanOrder) { o.Recorder = 0 }, "recorder missing"},
		{"a notice of nothing", Notice, func(o *PlanOrder) { o.Text = "" }, "text missing"},
		{"a notice about something else", Notice, func(o *PlanOrder) { o.Subject = "NT-GAS" }, "subject missing"},
		{"an activity nowhere", Activity, func(o *PlanOrder) { o.Place = "" }, "venue missing"},
		{"too long a text", Activity, func(o *PlanOrder) { o.Prepared = long(app.LongestText + 1) }, "prepared too-long"},
	} {
		o := planning(c.kind)
		c.change(&o)
		if _, err := Plan(o, Earlier{}, ground(), at(23, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestAMeetingIsPlannedWithItsTemplate(t *testing.T) {
	r := planned(t, Monthly).r
	if r.From != on(11, 1) || r.To != on(11, 30) || r.Period != 1 || r.State != Planned {
		t.Errorf("planned as %+v", r.Head)
	}
	var keys []string
	for _, i := range r.Agenda {
		keys = append(keys, i.Key)
	}
	if want := []string{"sign-in", "last-actions", "recent-work", "figures", "problems", "answers", "opinions", "decisions", "next"}; !slices.Equal(keys, want) {
		t.Errorf("the agenda is %v", keys)
	}
	if times := r.Times(); !times[0].Equal(at(27, 14)) || !times[2].Equal(at(27, 14).Add(15*time.Minute)) {
		t.Errorf("its times are %v", times)
	}
	if len(r.Guests) != 2 || r.Guests[0].Staff != min || r.Guests[1].Staff != qiang || len(r.Accounts) != 3 || r.Accounts[1].Dept != engineering {
		t.Errorf("invited are %+v, reports by %+v", r.Guests, r.Accounts)
	}
	week := planned(t, Weekly).r
	if year, n := week.Week(); week.From != on(11, 23) || week.To != on(11, 29) || year != 2026 || n != 48 || len(week.Accounts) != 6 || len(week.Guests) != 2 {
		t.Errorf("the week is %+v of %d people", week.Head, len(week.Guests))
	}
	for day, monday := range map[int]int{23: 23, 29: 23, 22: 16} {
		o := planning(Weekly)
		o.About = on(11, day)
		if h := o.head(); h.From != on(11, monday) {
			t.Errorf("the week of the %dth begins on %v", day, h.From)
		}
	}
}

func TestThePeriodIsTheNextOfTheYear(t *testing.T) {
	earlier := []Head{
		{ID: 1, Kind: Monthly, State: Minuted, From: on(9, 1), Period: 9},
		{ID: 2, Kind: Monthly, State: Cancelled, From: on(11, 1), Period: 10},
		{ID: 3, Kind: Monthly, State: Minuted, From: workday.Date{Year: 2025, Month: 12, Day: 1}, Period: 12},
	}
	for _, c := range []struct {
		says   string
		about  workday.Date
		period int
		got    int
		want   string
	}{
		{"the next", on(11, 9), 0, 10, ""},
		{"chosen", on(11, 9), 11, 11, ""},
		{"taken", on(11, 9), 9, 9, "period taken"},
		{"for a month that has one", on(9, 30), 0, 10, "month taken"},
		{"of the year before", workday.Date{Year: 2025, Month: 11, Day: 1}, 0, 13, ""},
		{"of the year after", workday.Date{Year: 2027, Month: 1, Day: 1}, 0, 1, ""},
	} {
		o := planning(Monthly)
		o.About, o.Period = c.about, c.period
		m, err := Plan(o, Earlier{Heads: earlier}, ground(), at(23, 10))
		if says(err) != c.want || err == nil && m.Head.Period != c.got {
			t.Errorf("%s: period %d, %q", c.says, m.Head.Period, says(err))
		}
	}
}

func TestWhoWasInvitedBeforeIsInvitedAgain(t *testing.T) {
	last := []Guest{
		{Group: HeadGuest, Invited: true, Staff: min},
		{Group: OwnerGuest, Invited: true, Name: "張小明", Area: 1, Presence: Absent},
		{Group: OwnerGuest, Name: "路過的人", Presence: Came},
	}
	m, err := Plan(planning(Monthly), Earlier{Last: last}, ground(), at(23, 10))
	if err != nil || len(m.Guests) != 3 || m.Guests[2].Name != "張小明" || m.Guests[2].Presence != "" || m.Guests[2].N != 3 {
		t.Errorf("invited are %+v, %v", m.Guests, err)
	}
}
