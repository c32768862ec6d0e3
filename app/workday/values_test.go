package workday

import (
	"encoding/json"
	"testing"
	"time"
)

func TestDatesReadAndWrite(t *testing.T) {
	for s, ok := range map[string]bool{
		"2026-01-07": true, "2028-02-29": true, "2027-02-29": false, "2026-1-7": false, "": false, "2026-13-01": false,
	} {
		d, err := ParseDate(s)
		if (err == nil) != ok || ok && d.String() != s {
			t.Errorf("%q is %v, %v", s, d, err)
		}
	}
	var kept struct{ On Date }
	if err := json.Unmarshal([]byte(`{"On":"2026-01-07"}`), &kept); err != nil || kept.On != (Date{2026, 1, 7}) {
		t.Errorf("read %v, %v", kept.On, err)
	}
	if text, err := json.Marshal(kept); err != nil || string(text) != `{"On":"2026-01-07"}` {
		t.Errorf("wrote %s, %v", text, err)
	}
	if text, err := json.Marshal(struct{ On Date }{}); err != nil || string(text) != `{"On":""}` {
		t.Errorf("no date is written as %s, %v", text, err)
	}
	if err := json.Unmarshal([]byte(`{"On":""}`), &kept); err != nil || !kept.On.IsZero() {
		t.Errorf("no date is read as %v, %v", kept.On, err)
	}
}

func TestDatesCount(t *testing.T) {
	d := Date{2028, 2, 28}
	for n, want := range map[int]Date{
		0: d, 1: {2028, 2, 29}, 2: {2028, 3, 1}, -28: {2028, 1, 31}, 366: {2029, 2, 28}, -365: {2027, 2, 28},
	} {
		if got := d.AddDays(n); got != want || d.DaysTo(got) != n {
			t.Errorf("%d days from %v is %v, %d days away", n, d, got, d.DaysTo(got))
		}
	}
	if !d.Before(Date{2028, 3, 1}) || d.After(Date{2029, 1, 1}) || d.Before(d) || !d.After(Date{2028, 2, 27}) {
		t.Error("the order is wrong")
	}
	if d.Weekday() != time.Monday || d.IsZero() || !(Date{}).IsZero() {
		t.Error("the day is wrong")
	}
}

func TestWeekdaysFollowEachOther(t *testing.T) {
	for d := (Date{1899, 12, 25}); d.Year < 2110; d = d.AddDays(1) {
		if want := d.At(0, time.UTC).Weekday(); d.Weekday() != want {
			t.Fatalf("%v is a %v, not a %v", d, want, d.Weekday())
		}
	}
	if (Date{}).Weekday() != (Date{}).At(0, time.UTC).Weekday() {
		t.Error("no date has another weekday")
	}
}

func TestClocksReadAndWrite(t *testing.T) {
	for s, want := range map[string]Clock{"09:00": 540, "9:05": 545, "00:00": 0, "24:00": Midnight, " 18:30 ": 1110} {
		if c, err := ParseClock(s); err != nil || c != want {
			t.Errorf("%q is %v, %v", s, c, err)
		}
	}
	for _, s := range []string{"", "9", "24:01", "25:00", "10:60", "-1:00", "10:5", "+9:00", "a:00", "010:00"} {
		if c, err := ParseClock(s); err == nil {
			t.Errorf("%q is taken as %v", s, c)
		}
	}
	if s := Clock(545).String(); s != "09:05" {
		t.Errorf("it is written %s", s)
	}
}

func TestLimitsReadAndWrite(t *testing.T) {
	for s, want := range map[string]Limit{
		"3wd": {3, Workdays}, "4wh": {4, WorkHours}, "24h": {24, Hours}, "30min": {30, Minutes}, "10cd": {10, Days},
		" 2 WD": {2, Workdays}, "0wd": {0, Workdays}, "100000min": {100_000, Minutes},
	} {
		if l, err := ParseLimit(s); err != nil || l != want {
			t.Errorf("%q is %v, %v", s, l, err)
		}
	}
	for _, s := range []string{"", "wd", "3", "-1wd", "3 days", "100001min", "99999999999999999999wd", "1.5h"} {
		if l, err := ParseLimit(s); err == nil {
			t.Errorf("%q is taken as %v", s, l)
		}
	}
	var kept Limit
	if err := kept.UnmarshalText([]byte("3wd")); err != nil || kept.String() != "3wd" || kept.IsZero() {
		t.Errorf("kept %v, %v", kept, err)
	}
	if !kept.ByCalendar() || (Limit{30, Minutes}).ByCalendar() {
		t.Error("the wrong limits follow the calendar")
	}
}

func TestPatternsReadAndWrite(t *testing.T) {
	for text, p := range map[string]Pattern{
		"wwwww-- 09:00-12:00 13:30-18:00": Five(),
		"wwwwwm- 09:00-12:00 13:30-18:00": FiveHalf(),
		"wwwwww- 09:00-12:00 13:30-18:00": Six(),
		"wwwwwww 08:30-12:00 14:00-17:30": Seven().WithHours(Window{510, 720}, Window{840, 1050}),
		"awwww-- 09:00-12:00 13:30-18:00": Five().WithDay(time.Monday, Afternoon),
	} {
		if p.String() != text {
			t.Errorf("%+v is written %q", p, p.String())
		}
		if read, err := ParsePattern(text); err != nil || read != p {
			t.Errorf("%q is %+v, %v", text, read, err)
		}
	}
	for _, s := range []string{"", "wwwww--", "wwwww-x 09:00-12:00 13:30-18:00", "wwwww- 09:00-12:00 13:30-18:00", "wwwww-- 9-12 13:30-18:00", "wwwww-- 09:00-12:00 13:30-25:00"} {
		if p, err := ParsePattern(s); err == nil {
			t.Errorf("%q is taken as %v", s, p)
		}
	}
}

func TestPatternsKnowTheirFaults(t *testing.T) {
	for _, row := range []struct {
		says, rule string
		p          Pattern
	}{
		{"five days", "", Five()},
		{"seven days without a break", "", Seven().WithHours(Window{0, 720}, Window{720, Midnight})},
		{"no work at all", RuleNoWork, Pattern{Morning: Five().Morning, Afternoon: Five().Afternoon}},
		{"closes before it opens", RuleHours, Five().WithHours(Window{720, 540}, Five().Afternoon)},
		{"afternoon before the morning ends", RuleOverlap, Five().WithHours(Five().Morning, Window{700, 1080})},
		{"past midnight", RuleHours, Five().WithHours(Five().Morning, Window{810, 1500})},
	} {
		t.Run(row.says, func(t *testing.T) {
			found := row.p.Problems()
			if row.rule == "" && len(found) > 0 || row.rule != "" && (len(found) != 1 || found[0].Rule != row.rule) {
				t.Errorf("found %v", found)
			}
		})
	}
}

func TestShiftsLastAndClose(t *testing.T) {
	p := Five()
	for s, want := range map[Shift][2]int{Off: {0, 1080}, Morning: {180, 720}, Afternoon: {270, 1080}, Whole: {450, 1080}} {
		if p.Minutes(s) != want[0] || p.Closes(s) != Clock(want[1]) {
			t.Errorf("shift %d lasts %d and closes %v", s, p.Minutes(s), p.Closes(s))
		}
	}
	mornings := p.WithHours(p.Morning, Window{})
	if mornings.Closes(Whole) != 720 || (Pattern{}).Closes(Whole) != Midnight {
		t.Error("an office without afternoons closes wrongly")
	}
}

func TestRegionsRead(t *testing.T) {
	for _, r := range Regions() {
		if got, err := ParseRegion(" " + string(r)); err != nil || got != r {
			t.Errorf("%s is %v, %v", r, got, err)
		}
	}
	if r, err := ParseRegion("cn"); err != nil || r != CN {
		t.Errorf("cn is %v, %v", r, err)
	}
	if _, err := ParseRegion("UK"); err == nil {
		t.Error("UK is taken")
	}
}
