package past

import (
	"strconv"
	"strings"
	"time"

	"ownerdesk/app/fold"
	"ownerdesk/app/workday"
)

// MomentOf reads a moment as ledgers have it, on the office's clock: 2026-10-01
// 16:00, 2026/10/1 16:00:30, 2026-10-01T16:00, 2026年10月1日 下午4点, 202610011600,
// and the days that a workbook counts, 46296.67. clocked is false for a day alone.
func MomentOf(s string, loc *time.Location) (d workday.Date, at time.Duration, clocked, ok bool) {
	s = fold.Key(s)
	if t, err := time.Parse(time.RFC3339, strings.ToUpper(s)); err == nil {
		t = t.In(loc)
		return workday.DayOf(t), sinceMidnight(t), true, true
	}
	if days, err := strconv.ParseFloat(s, 64); err == nil {
		return counted(s, days)
	}
	r := scan{s}
	year, month, day, ok := r.date()
	if !ok {
		return d, 0, false, false
	}
	d = workday.Date{Year: year, Month: time.Month(month), Day: day}
	if !real(d) {
		return d, 0, false, false
	}
	r.skip(" t,")
	if r.rest == "" {
		return d, 0, false, true
	}
	at, ok = r.clock()
	return d, at, true, ok
}

func sinceMidnight(t time.Time) time.Duration {
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second
}

func real(d workday.Date) bool {
	return d.Year >= 1980 && d.Year <= 2199 && workday.DayOf(d.At(0, time.UTC)) == d
}

// The days that a workbook counts from the end of 1899, 1954 to 2119: no number
// of a year, and none of a day without dashes.
const firstSerial, lastSerial = 20000, 80000

// counted reads a number without marks: 20261001, 202610011600, or a workbook's days.
func counted(s string, days float64) (d workday.Date, at time.Duration, clocked, ok bool) {
	if layout := map[int]string{8: "20060102", 12: "200601021504", 14: "20060102150405"}[len(s)]; layout != "" && !strings.Contains(s, ".") {
		t, err := time.Parse(layout, s)
		d = workday.DayOf(t)
		return d, sinceMidnight(t), len(s) > 8, err == nil && real(d)
	}
	if days < firstSerial || days > lastSerial {
		return d, 0, false, false
	}
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days))
	at = time.Duration((days-float64(int(days)))*86400+.5) * time.Second
	return workday.DayOf(t), at, days != float64(int(days)), true
}

// scan reads a text from its front.
type scan struct{ rest string }

func (s *scan) skip(any string) { s.rest = strings.TrimLeft(s.rest, any) }

func (s *scan) number(longest int) (int, bool) {
	n := 0
	for n < len(s.rest) && n < longest && s.rest[n] >= '0' && s.rest[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(s.rest[:n])
	s.rest = s.rest[n:]
	return v, err == nil
}

// take takes one of some words, if the text goes on with it.
func (s *scan) take(words ...string) bool {
	for _, w := range words {
		if rest, found := strings.CutPrefix(s.rest, w); found {
			s.rest = strings.TrimLeft(rest, " ")
			return true
		}
	}
	return false
}

func (s *scan) date() (year, month, day int, ok bool) {
	year, ok = s.number(4)
	if !ok || year < 1000 || !s.take("-", "/", ".", "年") {
		return 0, 0, 0, false
	}
	if month, ok = s.number(2); !ok || !s.take("-", "/", ".", "月") {
		return 0, 0, 0, false
	}
	day, ok = s.number(2)
	s.take("日", "号")
	return year, month, day, ok
}

var (
	mornings   = []string{"上午", "早上", "凌晨", "am"}
	afternoons = []string{"下午", "晚上", "傍晚", "pm"}
)

// clock reads a time of day to the end of the text.
func (s *scan) clock() (time.Duration, bool) {
	late, early := s.take(afternoons...), s.take(mornings...)
	hour, ok := s.number(2)
	if !ok {
		return 0, false
	}
	minute, second := 0, 0
	if s.take(":", "点", "时") && s.rest != "" {
		if minute, ok = s.number(2); !ok {
			return 0, false
		}
		if s.take(":", "分") && s.rest != "" && s.rest[0] <= '9' {
			if second, ok = s.number(2); !ok {
				return 0, false
			}
			if s.take(".") {
				s.number(9)
			}
			s.take("秒")
		}
	} else if !late && !early {
		return 0, false
	}
	s.skip(" ")
	late, early = late || s.take(afternoons...), early || s.take(mornings...)
	switch {
	case late && hour < 12:
		hour += 12
	case early && hour == 12:
		hour = 0
	}
	if s.rest != "" || hour > 24 || minute > 59 || second > 59 || hour == 24 && minute+second > 0 {
		return 0, false
	}
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second, true
}
