package kit

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app/workday"
)

// near are the words for days close to today that may be typed, whatever the
// language of the screen.
var near = map[string]int{
	"今天": 0, "今日": 0, "today": 0, "t": 0,
	"明天": 1, "明日": 1, "tomorrow": 1,
	"后天": 2, "後天": 2, "后日": 2, "後日": 2,
	"昨天": -1, "昨日": -1, "yesterday": -1,
	"前天": -2, "前日": -2,
}

var (
	fullDate  = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号號]?$`)
	plainDate = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	shortDate = regexp.MustCompile(`^(\d{1,2})[-/.月](\d{1,2})[日号號]?$`)
	dayOffset = regexp.MustCompile(`^([+-]\d{1,4})[天日d]?$`)
)

// ReadDate understands the ways in which a date is typed: 2026-1-31,
// 2026年1月31日, 20260131, 1/31, today in three languages, +3. A date without a
// year is the one nearest to today.
func ReadDate(s string, today workday.Date) (workday.Date, bool) {
	s = strings.ToLower(strings.TrimSpace(strings.Map(halfWidth, s)))
	s = strings.NewReplacer(" ", "", "−", "-", "–", "-", "。", ".").Replace(s)
	if days, known := near[s]; known {
		return today.AddDays(days), true
	}
	if m := dayOffset.FindStringSubmatch(s); m != nil {
		return today.AddDays(number(m[1])), true
	}
	for _, form := range []*regexp.Regexp{fullDate, plainDate} {
		if m := form.FindStringSubmatch(s); m != nil {
			return day(number(m[1]), number(m[2]), number(m[3]))
		}
	}
	if m := shortDate.FindStringSubmatch(s); m != nil {
		return nearest(number(m[1]), number(m[2]), today)
	}
	return workday.Date{}, false
}

// nearest is that day of the year before, this year or the next which is
// closest to today.
func nearest(month, dayOfMonth int, today workday.Date) (best workday.Date, found bool) {
	for _, year := range []int{today.Year, today.Year + 1, today.Year - 1} {
		d, real := day(year, month, dayOfMonth)
		if real && (!found || apart(d, today) < apart(best, today)) {
			best, found = d, true
		}
	}
	return best, found
}

func apart(a, b workday.Date) int {
	n := a.DaysTo(b)
	return max(n, -n)
}

// day is a date if the calendar has it: no 31 April, no 29 February in 2026.
func day(y, m, d int) (workday.Date, bool) {
	date := workday.Date{Year: y, Month: time.Month(m), Day: d}
	return date, y >= 1900 && y <= 2199 && date.AddDays(400).AddDays(-400) == date
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // digits were asked for
	return n
}
