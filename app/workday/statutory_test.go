package workday

import (
	"slices"
	"testing"
	"time"
)

func datesOf(days []Special) []string {
	var all []string
	for _, s := range days {
		all = append(all, s.Date.String()[5:])
	}
	return all
}

func TestMainlandStatutoryDays(t *testing.T) {
	for year, want := range map[int][]string{
		2027: {"01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02", "10-03"},
		2028: {"01-01", "01-25", "01-26", "01-27", "01-28", "04-04", "05-01", "05-02", "05-28", "10-01", "10-02", "10-03"},
		2050: {"01-01", "04-04", "05-01", "05-02", "10-01", "10-02", "10-03"}, // the moon of 2050 is not known here
	} {
		days := StatutoryDays(CN, year)
		if got := datesOf(days); !slices.Equal(got, want) {
			t.Errorf("%d: %v", year, got)
		}
		for _, s := range days {
			if s.Kind != Holiday || s.Name == "" || s.Half != Off {
				t.Errorf("%+v", s)
			}
		}
	}
}

// The tables that ship were made by others; what the law alone gives must be in them.
func TestStatutoryDaysAreInTheShippedTables(t *testing.T) {
	for region, table := range shipped(t) {
		for _, year := range []int{2025, 2026, 2027} {
			if region == CN && year == 2027 {
				continue
			}
			for _, p := range Coverage(region, year, table.Specials) {
				if region == HK && p.Value == "2027-02-07" {
					continue // a Sunday, which is a holiday of its own there
				}
				t.Errorf("%s lacks %s %s", region, p.Value, p.Field)
			}
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]Date{
		2025: {2025, 4, 20}, 2026: {2026, 4, 5}, 2027: {2027, 3, 28}, 2028: {2028, 4, 16}, 2038: {2038, 4, 25}, 2285: {2285, 3, 22},
	} {
		if got := easter(year); got != want {
			t.Errorf("Easter of %d is %v", year, got)
		}
	}
}

func TestLunarFestivalsKeepTheirDistance(t *testing.T) {
	for year, y := range lunarYears {
		on := func(m monthDay) Date { return Date{year, m.Month, m.day} }
		// From the fifth of the fifth to the ninth of the ninth are four months and
		// four days, a month more when one is doubled in between.
		months := on(y.dragon).DaysTo(on(y.ninth))
		if months < 121 || months > 123 && months < 150 || months > 153 {
			t.Errorf("%d: from dragon boats to double ninth are %d days", year, months)
		}
		if n := on(y.midAutumn).DaysTo(on(y.ninth)); n != 23 && n != 24 && n != 53 && n != 54 {
			t.Errorf("%d: from mid-autumn to double ninth are %d days", year, n)
		}
		if n := on(y.buddha).DaysTo(on(y.dragon)); n != 26 && n != 27 && n != 55 && n != 56 {
			t.Errorf("%d: from the Buddha's birthday to dragon boats are %d days", year, n)
		}
		if first := on(y.newYear); first.Before(Date{year, 1, 21}) || first.After(Date{year, 2, 21}) {
			t.Errorf("%d begins on %v", year, first)
		}
	}
}

func TestSolarTermsOutsideTheFormulaAreLeftOut(t *testing.T) {
	if solarTerm(1999, clearBright) != 0 || solarTerm(2100, clearBright) != 0 {
		t.Error("a year outside 2000–2099 was reckoned")
	}
	if StatutoryDays(CN, 2026)[5].Date != (Date{2026, time.April, 5}) {
		t.Error("Qingming of 2026 is not on 5 April")
	}
}

func TestCustomRegionHasNoStatutoryDays(t *testing.T) {
	if days := StatutoryDays(Custom, 2027); len(days) != 0 {
		t.Errorf("it has %v", days)
	}
}
