package kit

import (
	"regexp"
	"strings"
	"time"

	"ownerdesk/app/workday"
)

var (
	clockForm = regexp.MustCompile(`^(\d{1,2})(?:[:.点點时時h](\d{1,2}|半)?分?)?$`)
	digitForm = regexp.MustCompile(`^(\d{1,2})(\d{2})$`)
)

// halves are the words for the halves of a day that may stand before or after
// a time.
var halves = []struct {
	word      string
	afternoon bool
}{
	{"上午", false}, {"早上", false}, {"凌晨", false}, {"am", false},
	{"下午", true}, {"中午", true}, {"晚上", true}, {"傍晚", true}, {"pm", true},
}

// ReadTime understands the ways in which a time of day is typed: 16:30, 1630,
// 下午4:30, 4:30pm, 16点半.
func ReadTime(s string) (workday.Clock, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(strings.Map(halfWidth, s)), ""))
	half := -1
	for i, h := range halves {
		if strings.HasPrefix(s, h.word) || strings.HasSuffix(s, h.word) {
			s, half = strings.Trim(strings.Replace(s, h.word, "", 1), " "), i
			break
		}
	}
	hour, minute, read := hourAndMinute(s)
	if !read || hour > 23 || minute > 59 || half >= 0 && hour > 12 && !halves[half].afternoon {
		return 0, false
	}
	switch {
	case half >= 0 && halves[half].afternoon && hour < 12 && (hour > 0 && (halves[half].word != "中午" || hour < 11)):
		hour += 12
	case half >= 0 && !halves[half].afternoon && hour == 12:
		hour = 0
	}
	return workday.Clock(hour*60 + minute), true
}

func hourAndMinute(s string) (hour, minute int, read bool) {
	if m := clockForm.FindStringSubmatch(s); m != nil {
		if m[2] == "半" {
			return number(m[1]), 30, true
		}
		return number(m[1]), number(m[2]), true
	}
	if m := digitForm.FindStringSubmatch(s); m != nil {
		return number(m[1]), number(m[2]), true
	}
	return 0, 0, false
}

// ReadMoment understands a date and a time with a blank between them, a date
// alone (at the time otherwise), and a time alone (today).
func ReadMoment(s string, now time.Time, otherwise workday.Clock) (workday.Date, workday.Clock, bool) {
	s = strings.TrimSpace(strings.Map(halfWidth, s))
	today := workday.DayOf(now)
	switch strings.ToLower(s) {
	case "now", "现在", "現在":
		return today, workday.Clock(now.Hour()*60 + now.Minute()), true
	}
	if d, read := ReadDate(s, today); read {
		return d, otherwise, true
	}
	if strings.ContainsAny(s, ":点點时時午") || len(s) == 4 {
		if c, read := ReadTime(s); read {
			return today, c, true
		}
	}
	// The blank nearest to the end that leaves a date before and a time after.
	for at := len(s) - 1; at > 0; at-- {
		if s[at] != ' ' && s[at] != 'T' {
			continue
		}
		d, dated := ReadDate(s[:at], today)
		c, timed := ReadTime(s[at+1:])
		if dated && timed {
			return d, c, true
		}
	}
	return workday.Date{}, 0, false
}
