package workday

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

func TestDue(t *testing.T) {
	cn, hk := office(t, CN, Five()), office(t, HK, FiveHalf())
	six, tw := office(t, CN, Six()), office(t, TW, Five())
	for _, row := range []struct {
		says        string
		c           Calendar
		from, limit string
		due         string
		provisional bool
	}{
		{"three days over the Mid-Autumn festival", cn, "2026-09-24T10:30", "3wd", "2026-09-30T18:00", false},
		{"the hour of receipt does not matter", cn, "2026-09-24T23:59:59", "3wd", "2026-09-30T18:00", false},
		{"nor does an hour before opening", cn, "2026-09-24T00:00", "3wd", "2026-09-30T18:00", false},
		{"received on a rest day, day 1 is the next working day", cn, "2026-09-26T09:00", "1wd", "2026-09-28T18:00", false},
		{"received in the National Day week", cn, "2026-10-03T09:00", "2wd", "2026-10-09T18:00", false},
		{"make-up Saturday counts", cn, "2026-10-09T09:00", "1wd", "2026-10-10T18:00", false},
		{"make-up Sunday counts, the Saturday before does not", cn, "2026-09-18T09:00", "1wd", "2026-09-20T18:00", false},
		{"year end into a year not announced", cn, "2026-12-31T09:00", "1wd", "2027-01-04T18:00", true},
		{"the last day of the year is still known", cn, "2026-12-30T09:00", "1wd", "2026-12-31T18:00", false},
		{"from an unknown year into a known one", cn, "2024-12-31T09:00", "1wd", "2025-01-02T18:00", false},
		{"over a leap day", cn, "2028-02-28T09:00", "1wd", "2028-02-29T18:00", true},
		{"no days: the close of the same day", cn, "2026-09-24T10:30", "0wd", "2026-09-24T18:00", false},
		{"no days, after closing: the next working day", cn, "2026-09-24T18:00", "0wd", "2026-09-28T18:00", false},
		{"no days, on a rest day", cn, "2026-09-26T10:30", "0wd", "2026-09-28T18:00", false},
		{"Hong Kong's Saturday closes at noon", hk, "2026-09-11T15:00", "1wd", "2026-09-12T12:00", false},
		{"Hong Kong's Sunday is none", hk, "2026-09-11T15:00", "2wd", "2026-09-14T18:00", false},
		{"a computed year is provisional", hk, "2027-03-24T15:00", "2wd", "2027-03-30T18:00", true},
		{"no make-up Saturday in Taiwan", tw, "2026-10-08T15:00", "1wd", "2026-10-12T18:00", false},
		{"a six-day week", six, "2026-09-11T15:00", "1wd", "2026-09-12T18:00", false},

		{"ten calendar days", cn, "2026-09-10T10:00", "10cd", "2026-09-20T18:00", false},
		{"calendar days roll off the festival", cn, "2026-09-16T10:00", "10cd", "2026-09-28T18:00", false},
		{"calendar days roll off a Saturday", cn, "2026-09-02T10:00", "10cd", "2026-09-14T18:00", false},
		{"calendar days that land in an unknown year", cn, "2026-12-25T10:00", "10cd", "2027-01-04T18:00", true},
		{"calendar days that only pass a rest day", cn, "2026-09-11T10:00", "3cd", "2026-09-14T18:00", false},
		{"no calendar days on a rest day", cn, "2026-09-26T10:00", "0cd", "2026-09-28T18:00", false},
		{"calendar days onto a half day", hk, "2026-09-09T15:00", "3cd", "2026-09-12T12:00", false},

		{"working hours begin at once", cn, "2026-09-24T09:10", "2wh", "2026-09-24T11:10", false},
		{"working hours keep the seconds", cn, "2026-09-24T09:10:07", "2wh", "2026-09-24T11:10:07", false},
		{"working hours stop for lunch", cn, "2026-09-24T11:30", "1wh", "2026-09-24T14:00", false},
		{"working hours may end with the morning", cn, "2026-09-24T11:00", "1wh", "2026-09-24T12:00", false},
		{"working hours may end with the day", cn, "2026-09-24T16:00", "2wh", "2026-09-24T18:00", false},
		{"received at lunch", cn, "2026-09-24T12:15", "1wh", "2026-09-24T14:30", false},
		{"working hours over night and festival", cn, "2026-09-24T17:00", "2wh", "2026-09-28T10:00", false},
		{"working hours from a rest day", cn, "2026-09-26T10:00", "4wh", "2026-09-28T14:30", false},
		{"working hours into an unknown year", cn, "2026-12-31T17:30", "1wh", "2027-01-04T09:30", true},
		{"working hours over a half day", hk, "2026-09-12T11:00", "2wh", "2026-09-14T10:00", false},
		{"no working hours", cn, "2026-09-26T10:00", "0wh", "2026-09-26T10:00", false},

		{"hours run day and night", cn, "2026-09-24T22:15:30", "24h", "2026-09-25T22:15:30", false},
		{"minutes too, on a holiday", cn, "2026-10-01T23:45", "30min", "2026-10-02T00:15", false},
		{"an unknown year does not matter to them", cn, "2026-12-31T23:45", "30min", "2027-01-01T00:15", false},
	} {
		t.Run(row.says, func(t *testing.T) {
			l, err := ParseLimit(row.limit)
			if err != nil {
				t.Fatal(err)
			}
			a := row.c.Due(at(t, row.from), l)
			if !a.Due.Equal(at(t, row.due)) || a.Provisional != row.provisional || !a.OK {
				t.Errorf("due %v, provisional %v, ok %v", a.Due, a.Provisional, a.OK)
			}
			if first := a.Steps[0]; first.Kind != Start || first.Date != DayOf(at(t, row.from)) {
				t.Errorf("it starts with %+v", first)
			}
			if last := a.Steps[len(a.Steps)-1]; last.Date != DayOf(a.Due) {
				t.Errorf("it ends with %+v", last)
			}
			if quick, p := row.c.When(at(t, row.from), l); !quick.Equal(a.Due) || p != a.Provisional {
				t.Errorf("unexplained it is %v, %v", quick, p)
			}
		})
	}
}

func TestDueExplainsItself(t *testing.T) {
	a := office(t, CN, Five()).Due(at(t, "2026-09-24T10:30"), Limit{3, Workdays})
	want := []Step{
		{Date{2026, 9, 24}, Start, "", Whole, false, 0},
		{Date{2026, 9, 25}, Holiday, "中秋节", Off, false, 0},
		{Date{2026, 9, 26}, Holiday, "中秋节", Off, false, 0},
		{Date{2026, 9, 27}, Holiday, "中秋节", Off, false, 0},
		{Date{2026, 9, 28}, Workday, "", Whole, true, 0},
		{Date{2026, 9, 29}, Workday, "", Whole, true, 0},
		{Date{2026, 9, 30}, Workday, "", Whole, true, 0},
	}
	same(t, a.Steps, want)
}

func TestCalendarDaysExplainHowTheyRoll(t *testing.T) {
	a := office(t, CN, Five()).Due(at(t, "2026-09-23T10:30"), Limit{3, Days})
	same(t, a.Steps, []Step{
		{Date{2026, 9, 23}, Start, "", Whole, false, 0},
		{Date{2026, 9, 24}, Workday, "", Whole, true, 0},
		{Date{2026, 9, 25}, Holiday, "中秋节", Off, true, 0},
		{Date{2026, 9, 26}, Holiday, "中秋节", Off, true, 0},
		{Date{2026, 9, 27}, Holiday, "中秋节", Off, false, 0},
		{Date{2026, 9, 28}, Workday, "", Whole, false, 0},
	})
	if a.Rolled != 2 {
		t.Errorf("rolled %d days", a.Rolled)
	}
}

func TestWorkingHoursExplainTheirMinutes(t *testing.T) {
	a := office(t, CN, Five()).Due(at(t, "2026-09-18T17:00"), Limit{2, WorkHours})
	same(t, a.Steps, []Step{
		{Date{2026, 9, 18}, Start, "", Whole, true, 60},
		{Date{2026, 9, 19}, Weekend, "", Off, false, 0},
		{Date{2026, 9, 20}, Makeup, "国庆节", Whole, true, 60},
	})
}

func same(t *testing.T, got, want []Step) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d steps: %+v", len(got), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("step %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

func TestDueIsTheSameFromEveryTimeZone(t *testing.T) {
	c := office(t, CN, Five())
	from := at(t, "2026-09-25T01:30") // still the 24th in Greenwich
	for _, l := range limits() {
		a, b := c.Due(from, l), c.Due(from.UTC(), l)
		if !a.Due.Equal(b.Due) || b.Due.Location() != c.Loc || len(a.Steps) != len(b.Steps) {
			t.Errorf("%v: %v here, %v from Greenwich", l, a.Due, b.Due)
		}
	}
}

func limits() []Limit {
	var all []Limit
	for _, u := range Units() {
		all = append(all, Limit{5, u})
	}
	return all
}

func TestCalendarWithoutWorkEndsTheSearch(t *testing.T) {
	idle := New(Custom, Pattern{}, nil, nil, nil)
	closed := New(Custom, Seven().WithHours(Window{}, Window{}), nil, nil, nil)
	for _, row := range []struct {
		c Calendar
		l Limit
	}{
		{idle, Limit{1, Workdays}}, {idle, Limit{10_000, Workdays}}, {idle, Limit{0, Workdays}},
		{idle, Limit{3, Days}}, {idle, Limit{2, WorkHours}}, {closed, Limit{2, WorkHours}},
	} {
		from := at(t, "2026-09-24T10:30")
		a := row.c.Due(from, row.l)
		if a.OK || !a.Provisional || !a.Due.After(from) || len(a.Steps) > maxIdle+10 {
			t.Errorf("%v: ok %v, provisional %v, due %v, %d steps", row.l, a.OK, a.Provisional, a.Due, len(a.Steps))
		}
	}
}

func TestOneWorkingDayIsFoundBeforeTheSearchEnds(t *testing.T) {
	only := []Special{{Date: Date{2027, 6, 1}, Kind: Makeup, Name: "x"}}
	c := New(Custom, Five().WithDay(1, Off).WithDay(2, Off).WithDay(3, Off).WithDay(4, Off).WithDay(5, Off), nil,
		only, []int{2026, 2027, 2028, 2029})
	a := c.Due(at(t, "2026-01-05T10:30"), Limit{1, Workdays})
	if !a.OK || a.Provisional || !a.Due.Equal(at(t, "2027-06-01T18:00")) {
		t.Errorf("due %v, ok %v, provisional %v", a.Due, a.OK, a.Provisional)
	}
	if a := c.Due(at(t, "2026-01-05T10:30"), Limit{2, Workdays}); a.OK || !a.Provisional {
		t.Errorf("a second working day: due %v, ok %v, provisional %v", a.Due, a.OK, a.Provisional)
	}
}

func TestHugeLimits(t *testing.T) {
	c := office(t, CN, Five())
	from := at(t, "2026-09-24T10:30")
	for _, u := range Units() {
		a := c.Due(from, Limit{10_000, u})
		if !a.OK || !a.Due.After(from) {
			t.Errorf("%v: due %v", a.Limit, a.Due)
		}
	}
	if n := c.WorkdaysBetween(DayOf(from), DayOf(c.Due(from, Limit{10_000, Workdays}).Due)); n != 10_000 {
		t.Errorf("it is %d working days away", n)
	}
}

// anywhere draws a moment around the loaded years, to the second.
func anywhere(t *rapid.T, name string) time.Time {
	start := time.Date(2024, 11, 1, 0, 0, 0, 0, OfficeTime()).Unix()
	return time.Unix(rapid.Int64Range(start, start+4*366*24*3600).Draw(t, name), 0).In(OfficeTime())
}

func anyLimit(t *rapid.T, most int) Limit {
	return Limit{rapid.IntRange(0, most).Draw(t, "n"), rapid.SampledFrom(Units()).Draw(t, "unit")}
}

// offices are calendars of different regions and weeks.
func offices(t testing.TB) []Calendar {
	table := shipped(t)[MO]
	return []Calendar{
		office(t, CN, Five()), office(t, HK, FiveHalf()), office(t, TW, Six()), office(t, MO, Seven()),
		New(MO, FiveHalf(), nil, ForCivilServants(table.Specials), table.Years),
	}
}

func TestDueNeverComesSoonerForMore(t *testing.T) {
	all := offices(t)
	soak.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(all).Draw(t, "office")
		from, l := anywhere(t, "from"), anyLimit(t, 60)
		a := c.Due(from, l)
		b := c.Due(from, Limit{l.N + 1, l.Unit})
		if b.Due.Before(a.Due) || a.Due.Before(from) {
			t.Fatalf("received %v: %v is due %v, one more is due %v", from, l, a.Due, b.Due)
		}
	})
}

func TestDueCountsWhatItSays(t *testing.T) {
	all := offices(t)
	soak.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(all).Draw(t, "office")
		from, n := anywhere(t, "from"), rapid.IntRange(1, 60).Draw(t, "n")
		a := c.Due(from, Limit{n, Workdays})
		counted := 0
		for i, s := range a.Steps {
			if s.Date != a.Steps[0].Date.AddDays(i) {
				t.Fatalf("the explanation leaps to %v", s.Date)
			}
			if s.Counted {
				counted++
			}
		}
		if counted != n || c.WorkdaysBetween(DayOf(from), DayOf(a.Due)) != n || !c.Works(DayOf(a.Due)) {
			t.Fatalf("%d days: %d counted, due %v", n, counted, a.Due)
		}
		h := c.Due(from, Limit{n, WorkHours})
		if got := c.WorkTime(from, h.Due); got != time.Duration(n)*time.Hour {
			t.Fatalf("%d working hours last %v", n, got)
		}
	})
}

func BenchmarkDue(b *testing.B) {
	c := office(b, CN, Five())
	from := at(b, "2026-09-24T10:30")
	for _, l := range []Limit{{3, Workdays}, {10, Days}, {8, WorkHours}, {24, Hours}, {10_000, Workdays}} {
		b.Run(l.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Due(from, l)
			}
		})
	}
	b.Run("unexplained", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			c.When(from, Limit{3, Workdays})
		}
	})
}
