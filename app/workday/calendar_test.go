package workday

import (
	"os"
	"slices"
	"testing"
	"time"
)

// shipped are the calendars that come with the program.
func shipped(t testing.TB) map[Region]Table {
	t.Helper()
	mainland, err := os.ReadFile("../../assets/calendars/cn_calendar_2025_2026.csv")
	if err != nil {
		t.Fatal(err)
	}
	regional, err := os.ReadFile("../../assets/calendars/hk_mo_tw_2025_2027.csv")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := Shipped(mainland, regional)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func office(t testing.TB, r Region, p Pattern) Calendar {
	t.Helper()
	table := shipped(t)[r]
	return New(r, p, OfficeTime(), table.Specials, table.Years)
}

// date reads a date a test names.
func date(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// at reads an office time a test names, with or without seconds.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if v, err := time.ParseInLocation(layout, s, OfficeTime()); err == nil {
			return v
		}
	}
	t.Fatalf("no time: %q", s)
	return time.Time{}
}

func TestMainlandYearsHave248WorkingDays(t *testing.T) {
	c := office(t, CN, Five())
	for _, year := range []int{2025, 2026} {
		if n := c.WorkdaysIn(year); n != 248 {
			t.Errorf("%d has %d working days", year, n)
		}
		if !c.Loaded(year) {
			t.Errorf("%d is not loaded", year)
		}
	}
	if c.Loaded(2027) || c.Loaded(2024) {
		t.Error("a year is loaded that nobody announced")
	}
}

func TestDayKnowsItsKind(t *testing.T) {
	cn, hk := office(t, CN, Five()), office(t, HK, FiveHalf())
	tw, mo := office(t, TW, Five()), office(t, MO, Five())
	for _, row := range []struct {
		says  string
		c     Calendar
		date  string
		kind  Kind
		shift Shift
		name  string
	}{
		{"an ordinary Thursday", cn, "2026-09-24", Workday, Whole, ""},
		{"an ordinary Saturday", cn, "2026-09-12", Weekend, Off, ""},
		{"a holiday on a Friday", cn, "2026-09-25", Holiday, Off, "中秋节"},
		{"a holiday on a Saturday", cn, "2026-09-26", Holiday, Off, "中秋节"},
		{"a make-up Sunday", cn, "2026-09-20", Makeup, Whole, "国庆节"},
		{"a leap day that is a Tuesday", cn, "2028-02-29", Workday, Whole, ""},
		{"the law's day in a year not loaded", cn, "2027-10-01", Holiday, Off, "holiday.national-day"},
		{"no bridge in a year not loaded", cn, "2027-10-04", Workday, Whole, ""},
		{"Hong Kong's Saturday", hk, "2026-09-12", Workday, Morning, ""},
		{"Hong Kong's Sunday", hk, "2026-09-13", Weekend, Off, ""},
		{"a holiday on Hong Kong's Saturday", hk, "2026-09-26", Holiday, Off, "The Day following Mid-Autumn Festival"},
		{"Taiwan's last make-up Saturday", tw, "2025-02-08", Makeup, Whole,
			"Day off (substituted from 02/08/2025) ; make-up workday Sat 2025-02-08"},
		{"a computed day of 2027 counts", tw, "2027-02-09", Holiday, Off, "Chinese New Year (observed)"},
		{"Macau's afternoon for civil servants", mo, "2026-12-31", Workday, Whole, ""},
		{"Macau's compensation day", mo, "2026-09-28", Workday, Whole, ""},
	} {
		t.Run(row.says, func(t *testing.T) {
			want := Day{date(t, row.date), row.kind, row.name, row.shift}
			if got := row.c.Day(want.Date); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

func TestCivilServantsRestInTheAfternoon(t *testing.T) {
	table := shipped(t)[MO]
	c := New(MO, Five(), nil, ForCivilServants(table.Specials), table.Years)
	eve := c.Day(Date{2026, 12, 31})
	if eve.Shift != Morning || eve.Kind != Workday || eve.Name == "" {
		t.Errorf("New Year's Eve is %+v", eve)
	}
	if got := c.CloseOfBusiness(eve.Date); !got.Equal(at(t, "2026-12-31T12:00")) {
		t.Errorf("it closes at %v", got)
	}
	if c.Works(Date{2026, 9, 28}) {
		t.Error("a compensation day is worked")
	}
}

func TestTaiwanHasNoMakeupSaturdaySince2026(t *testing.T) {
	for _, s := range shipped(t)[TW].Specials {
		if s.Kind == Makeup && s.Date.Year > 2025 {
			t.Errorf("%v is a make-up day", s.Date)
		}
	}
}

func TestComputedYearsStayProvisional(t *testing.T) {
	for _, r := range []Region{HK, MO, TW} {
		if years := shipped(t)[r].Years; !slices.Equal(years, []int{2025, 2026}) {
			t.Errorf("%s knows %v", r, years)
		}
	}
}

func TestSixDayWeekTakesMakeupSaturdayAsItIs(t *testing.T) {
	c := office(t, CN, Six())
	if d := c.Day(Date{2026, 5, 9}); d.Shift != Whole {
		t.Errorf("it is %+v", d)
	}
	half := office(t, CN, FiveHalf())
	if d := half.Day(Date{2026, 5, 9}); d.Shift != Whole || d.Kind != Makeup {
		t.Errorf("a half Saturday made up is %+v", d)
	}
}

func TestWithReplacesOneYearOnly(t *testing.T) {
	c := office(t, CN, Five())
	fresh := c.With(2027, []Special{
		{Date: Date{2027, 1, 1}, Kind: Holiday, Name: "元旦"},
		{Date: Date{2026, 12, 31}, Kind: Holiday, Name: "元旦"},
	})
	if !fresh.Loaded(2027) || !fresh.Loaded(2026) || c.Loaded(2027) {
		t.Error("the years are wrong")
	}
	if fresh.Works(Date{2026, 12, 31}) || !c.Works(Date{2026, 12, 31}) {
		t.Error("the December before was not taken over")
	}
	if n := fresh.WorkdaysIn(2026); n != 247 {
		t.Errorf("2026 has %d working days", n)
	}
	if !fresh.Works(Date{2027, 10, 1}) {
		t.Error("a loaded year still has days nobody announced")
	}
}

func TestHalfDaysAddToTheWeek(t *testing.T) {
	saturday, monday := Date{2026, 9, 12}, Date{2026, 9, 14}
	for _, row := range []struct {
		says string
		day  Special
		want Shift
		kind Kind
	}{
		{"half a Saturday and its afternoon made up", Special{Date: saturday, Kind: Makeup, Half: Afternoon}, Whole, Makeup},
		{"half a Saturday and its morning made up", Special{Date: saturday, Kind: Makeup, Half: Morning}, Morning, Makeup},
		{"half a Saturday with its morning off", Special{Date: saturday, Kind: Holiday, Half: Morning}, Off, Holiday},
		{"half a Saturday with its afternoon off", Special{Date: saturday, Kind: Holiday, Half: Afternoon}, Morning, Workday},
		{"a Monday with its morning off", Special{Date: monday, Kind: Holiday, Half: Morning}, Afternoon, Workday},
		{"a Monday with both halves off", Special{Date: monday, Kind: Holiday, Half: Whole}, Off, Holiday},
	} {
		t.Run(row.says, func(t *testing.T) {
			c := New(Custom, FiveHalf(), nil, []Special{row.day}, []int{2026})
			if d := c.Day(row.day.Date); d.Shift != row.want || d.Kind != row.kind {
				t.Errorf("it is %+v", d)
			}
		})
	}
}

func TestReplaceKeepsOtherYearsAndNoDayTwice(t *testing.T) {
	day := func(y int, m time.Month, d int, name string) Special {
		return Special{Date: Date{y, m, d}, Kind: Holiday, Name: name}
	}
	old := []Special{day(2026, 12, 30, "old"), day(2026, 12, 31, "old"), day(2027, 5, 1, "old"), day(2028, 1, 1, "old")}
	got := Replace(old, 2027, []Special{day(2026, 12, 31, "new"), day(2027, 1, 1, "new")})
	want := []Special{day(2026, 12, 30, "old"), day(2028, 1, 1, "old"), day(2026, 12, 31, "new"), day(2027, 1, 1, "new")}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestRemainingInMonthCountsTheDaysAfter(t *testing.T) {
	c := office(t, CN, Five())
	for day, want := range map[string]int{
		"2026-09-24": 3, "2026-09-30": 0, "2026-12-31": 0, "2026-02-01": 16, "2028-02-28": 1,
	} {
		if got := c.RemainingInMonth(date(t, day)); got != want {
			t.Errorf("after %s come %d, want %d", day, got, want)
		}
	}
}
