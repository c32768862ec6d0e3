package workday

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

const holidayCN2026 = `{
  "$schema": "https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/schema.json",
  "year": 2026, "papers": ["https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"],
  "days": [
    {"name": "元旦", "date": "2026-01-01", "isOffDay": true},
    {"name": "元旦", "date": "2026-01-04", "isOffDay": false}
  ]}`

func TestReadHolidayCN(t *testing.T) {
	days, years, err := ReadHolidayCN([]byte("\ufeff" + holidayCN2026))
	if err != nil {
		t.Fatal(err)
	}
	want := []Special{
		{Date: Date{2026, 1, 1}, Kind: Holiday, Name: "元旦", Row: 1},
		{Date: Date{2026, 1, 4}, Kind: Makeup, Name: "元旦", Row: 2},
	}
	if !slices.Equal(days, want) || !slices.Equal(years, []int{2026}) {
		t.Errorf("got %+v, %v", days, years)
	}
}

func TestReadHolidayCNRefuses(t *testing.T) {
	for _, row := range []struct {
		says, text string
		want       Problem
	}{
		{"no JSON", "date,type,name", Problem{Field: "file", Rule: RuleUnreadable}},
		{"a list", "[]", Problem{Field: "file", Rule: RuleUnreadable}},
		{"no year", `{"days":[{"name":"x","date":"2026-01-01","isOffDay":true}]}`, Problem{Field: "year", Rule: RuleYear}},
		{"no days", `{"year":2026,"days":[]}`, Problem{Field: "table", Rule: RuleEmpty}},
		{"no such date", `{"year":2026,"days":[{"name":"x","date":"2026-02-29","isOffDay":true}]}`,
			Problem{Row: 1, Field: "date", Rule: RuleUnreadable, Value: "2026-02-29"}},
		{"neither off nor work", `{"year":2026,"days":[{"name":"x","date":"2026-02-28"}]}`,
			Problem{Row: 1, Field: "type", Rule: RuleUnknown}},
	} {
		t.Run(row.says, func(t *testing.T) {
			_, _, err := ReadHolidayCN([]byte(row.text))
			refusedWith(t, err, row.want)
		})
	}
}

// refusedWith expects exactly one problem; its value is compared when one is wanted.
func refusedWith(t *testing.T, err error, want Problem) {
	t.Helper()
	var bad Problems
	if !errors.As(err, &bad) || len(bad) != 1 {
		t.Fatalf("got %v", err)
	}
	got := bad[0]
	if want.Value == "" {
		got.Value = ""
	}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestReadCSV(t *testing.T) {
	rows := [][]string{
		{"\ufeff日期", "名称", " 类型 ", "備註"},
		{"2026-01-01", "元旦", "off"},
		{},
		{"2026/1/4", "元旦", "补班", "x"},
		{"2026.2.16", "除夕", "off-pm"},
		{"20260228", "春节", "WORK"},
		{"2026年5月9日", "劳动节", "班"},
		{"46029", "x", "休"},
	}
	days, years, err := ReadCSV(rows)
	if err != nil {
		t.Fatal(err)
	}
	want := []Special{
		{Date: Date{2026, 1, 1}, Kind: Holiday, Name: "元旦", Row: 2},
		{Date: Date{2026, 1, 4}, Kind: Makeup, Name: "元旦", Row: 4},
		{Date: Date{2026, 2, 16}, Kind: Holiday, Name: "除夕", Half: Afternoon, Row: 5},
		{Date: Date{2026, 2, 28}, Kind: Makeup, Name: "春节", Row: 6},
		{Date: Date{2026, 5, 9}, Kind: Makeup, Name: "劳动节", Row: 7},
		{Date: Date{2026, 1, 7}, Kind: Holiday, Name: "x", Row: 8},
	}
	if !slices.Equal(days, want) || !slices.Equal(years, []int{2026}) {
		t.Errorf("got %+v, %v", days, years)
	}
}

func TestReadCSVWithoutHeadings(t *testing.T) {
	days, _, err := ReadCSV([][]string{{"2026-01-01", "off", "元旦"}})
	if err != nil || len(days) != 1 || days[0].Row != 1 || days[0].Name != "元旦" {
		t.Errorf("got %+v, %v", days, err)
	}
}

func TestReadCSVUnderTitlesAndWithTimesOfDay(t *testing.T) {
	for says, rows := range map[string][][]string{
		"headings":    {{"2026年放假安排"}, {}, {"日期", "类型", "名称"}, {"2026-01-01 00:00", "休", "元旦"}},
		"no headings": {{"放假安排"}, {}, {}, {"2026/1/1 0:00:00", "off", "元旦"}},
	} {
		days, years, err := ReadCSV(rows)
		want := []Special{{Date: Date{2026, 1, 1}, Kind: Holiday, Name: "元旦", Row: 4}}
		if err != nil || !slices.Equal(days, want) || !slices.Equal(years, []int{2026}) {
			t.Errorf("%s: %+v, %v, %v", says, days, years, err)
		}
	}
}

func TestReadCSVRefuses(t *testing.T) {
	head := []string{"date", "type", "name"}
	for _, row := range []struct {
		says string
		rows [][]string
		want Problem
	}{
		{"nothing", nil, Problem{Field: "table", Rule: RuleEmpty}},
		{"headings only", [][]string{head, {" "}}, Problem{Field: "table", Rule: RuleEmpty}},
		{"another table", [][]string{{"room", "owner"}}, Problem{Row: 1, Field: "date", Rule: RuleColumns}},
		{"headings without a date", [][]string{{"類型", "名稱"}, {"2026-01-01", "off", "x"}}, Problem{Row: 1, Field: "date", Rule: RuleColumns}},
		{"no type", [][]string{{"date", "name"}, {"2026-01-01", "x"}}, Problem{Row: 1, Field: "type", Rule: RuleColumns}},
		{"a 30th of February", [][]string{head, {"2026-02-30", "off", "x"}},
			Problem{Row: 2, Field: "date", Rule: RuleUnreadable, Value: "2026-02-30"}},
		{"an American date", [][]string{head, {"2026-01-01", "off", "x"}, {"01/02/2026", "off", "x"}},
			Problem{Row: 3, Field: "date", Rule: RuleUnreadable, Value: "01/02/2026"}},
		{"an unknown type", [][]string{head, {"2026-02-28", "maybe", "x"}},
			Problem{Row: 2, Field: "type", Rule: RuleUnknown, Value: "maybe"}},
		{"a short row", [][]string{head, {"2026-02-28"}}, Problem{Row: 2, Field: "type", Rule: RuleUnknown}},
	} {
		t.Run(row.says, func(t *testing.T) {
			_, _, err := ReadCSV(row.rows)
			refusedWith(t, err, row.want)
		})
	}
}

func TestReadCSVNamesEveryBadRow(t *testing.T) {
	_, _, err := ReadCSV([][]string{{"date", "type", "name"}, {"x", "y", "z"}, {"2026-01-01", "off", "a"}, {"", "off", "b"}})
	var bad Problems
	if !errors.As(err, &bad) || len(bad) != 3 {
		t.Fatalf("got %v", err)
	}
	if got := bad.Error(); !strings.Contains(got, `row 2, date: unreadable: "x"`) || !strings.Contains(got, "row 4, date") {
		t.Errorf("it says %s", got)
	}
}

func TestDatesAreReadInEveryWayOrRefused(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		d := DayOf(anywhere(t, "day"))
		y, m, day := d.Year, int(d.Month), d.Day
		serial := Date{1899, 12, 30}.DaysTo(d)
		for _, s := range []string{
			d.String(), fmt.Sprintf("%d/%d/%d", y, m, day), fmt.Sprintf("%d.%02d.%02d", y, m, day),
			fmt.Sprintf("%d%02d%02d", y, m, day), fmt.Sprintf("%d年%d月%d日", y, m, day), strconv.Itoa(serial),
		} {
			if got, ok := looseDate(s); !ok || got != d {
				t.Fatalf("%q is %v, %v", s, got, ok)
			}
		}
		noise := rapid.StringMatching(`[-0-9/.年月日x ]{0,12}`).Draw(t, "noise")
		if got, ok := looseDate(noise); ok && !got.valid() {
			t.Fatalf("%q is taken as %v", noise, got)
		}
	})
	for _, s := range []string{"", "20260230", "-2026010", "12345", "2026-02-29", "26-01-07", "2026-1", "日"} {
		if d, ok := looseDate(s); ok {
			t.Errorf("%q is taken as %v", s, d)
		}
	}
}

func TestReadRegionalRefuses(t *testing.T) {
	head := []string{"region", "date", "name", "status"}
	for _, row := range []struct {
		says string
		rows [][]string
		want Problem
	}{
		{"no region", [][]string{{"date", "name"}}, Problem{Row: 1, Field: "region", Rule: RuleColumns}},
		{"an unknown region", [][]string{head, {"XX", "2026-01-01", "x", ""}},
			Problem{Row: 2, Field: "region", Rule: RuleUnknown, Value: "XX"}},
		{"no date", [][]string{head, {"HK", "", "x", ""}}, Problem{Row: 2, Field: "date", Rule: RuleUnreadable}},
	} {
		t.Run(row.says, func(t *testing.T) {
			_, err := ReadRegional(row.rows)
			refusedWith(t, err, row.want)
		})
	}
}

func TestShippedRefusesDamagedFiles(t *testing.T) {
	good, err := os.ReadFile("../../assets/calendars/hk_mo_tw_2025_2027.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Shipped([]byte("date,type,name\n2026-01-01,off"), nil); err == nil {
		t.Error("an empty regional table was taken")
	}
	if _, err := Shipped([]byte("date,type,name\n\"2026"), good); err == nil {
		t.Error("an open quote was taken")
	}
}

func TestShippedDaysAreValid(t *testing.T) {
	for region, table := range shipped(t) {
		for _, year := range table.Years {
			days := slices.DeleteFunc(slices.Clone(table.Specials), func(s Special) bool { return s.Date.Year != year })
			if found := Validate(Five(), year, days); len(found) > 0 {
				t.Errorf("%s %d: %v", region, year, found)
			}
		}
	}
}

func TestValidate(t *testing.T) {
	ok := Special{Date: Date{2027, 1, 1}, Kind: Holiday, Name: "元旦", Row: 2}
	day := func(d Date, k Kind) Special { return Special{Date: d, Kind: k, Name: "x", Row: 3} }
	for _, row := range []struct {
		says    string
		p       Pattern
		days    []Special
		rule    string // none when empty
		refused bool
	}{
		{"one good day", Five(), []Special{ok}, "", false},
		{"nothing", Five(), nil, RuleEmpty, true},
		{"a make-up Saturday", Five(), []Special{ok, day(Date{2027, 1, 9}, Makeup)}, "", false},
		{"a make-up Wednesday", Five(), []Special{ok, day(Date{2027, 1, 6}, Makeup)}, RuleNotRest, true},
		{"a make-up Saturday that is worked anyway", Six(), []Special{ok, day(Date{2027, 1, 9}, Makeup)}, RuleNotRest, false},
		{"a make-up Saturday that is half worked", FiveHalf(), []Special{ok, day(Date{2027, 1, 9}, Makeup)}, "", false},
		{"a holiday at the weekend", Five(), []Special{ok, day(Date{2027, 1, 2}, Holiday)}, "", false},
		{"the same date twice", Five(), []Special{ok, day(Date{2027, 1, 1}, Holiday)}, RuleTwice, true},
		{"another year", Five(), []Special{ok, day(Date{2028, 1, 1}, Holiday)}, RuleOutside, true},
		{"the November before", Five(), []Special{ok, day(Date{2026, 11, 30}, Holiday)}, RuleOutside, true},
		{"the December before", Five(), []Special{ok, day(Date{2026, 12, 31}, Holiday)}, RuleDecember, false},
		{"no name", Five(), []Special{ok, {Date: Date{2027, 1, 2}, Kind: Holiday}}, RuleEmpty, true},
		{"no kind", Five(), []Special{ok, day(Date{2027, 1, 2}, "")}, RuleUnknown, true},
		{"no date", Five(), []Special{ok, day(Date{}, Holiday)}, RuleUnreadable, true},
		{"a 31st of June", Five(), []Special{ok, day(Date{2027, 6, 31}, Holiday)}, RuleUnreadable, true},
	} {
		t.Run(row.says, func(t *testing.T) {
			found := Validate(row.p, 2027, row.days)
			if row.rule == "" {
				if len(found) > 0 {
					t.Errorf("found %v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Rule != row.rule || Refused(found) != row.refused {
				t.Errorf("found %+v", found)
			}
		})
	}
	if found := Validate(Five(), 27, []Special{{Date: Date{27, 1, 1}, Kind: Holiday, Name: "x"}}); len(found) != 1 ||
		found[0].Rule != RuleYear {
		t.Errorf("the year 27: %v", found)
	}
}

func TestCoverageMissesStatutoryDays(t *testing.T) {
	all := shipped(t)[CN].Specials
	if found := Coverage(CN, 2026, all); len(found) != 0 {
		t.Errorf("2026 lacks %v", found)
	}
	spring := slices.DeleteFunc(slices.Clone(all), func(s Special) bool { return s.Date.Month > time.September })
	found := Coverage(CN, 2026, spring)
	if len(found) != 3 || found[0].Field != "holiday.national-day" || found[0].Value != "2026-10-01" || Refused(found) {
		t.Errorf("without October it lacks %v", found)
	}
	if found := Coverage(Custom, 2026, nil); len(found) != 0 {
		t.Errorf("a custom year lacks %v", found)
	}
}

func TestEveryRuleIsListed(t *testing.T) {
	found := []Problem{{Rule: RuleTwice}, {Rule: RuleHours}, {Rule: RuleOverlap}, {Rule: RuleNoWork}}
	for _, p := range found {
		if !slices.Contains(Rules(), p.Rule) {
			t.Errorf("%s is not listed", p.Rule)
		}
	}
	if len(Rules()) != len(slices.Compact(slices.Sorted(slices.Values(Rules())))) {
		t.Error("a rule is listed twice")
	}
}
