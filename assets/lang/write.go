package lang

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Day writes a day: 2026年1月7日, 7 Jan 2026.
func (w Words) Day(year int, month time.Month, day int) string {
	return w.Say("time.day", year, w.month(month), day)
}

// Month writes a month: 2026年1月, Jan 2026.
func (w Words) Month(year int, month time.Month) string {
	return w.Say("time.month", year, w.month(month))
}

// Moment writes a day and the time of day, as the clock of t's zone shows it.
func (w Words) Moment(t time.Time) string {
	return w.Say("time.moment", w.Day(t.Date()), t.Format("15:04"))
}

// Weekday names a day of the week: 週三, Wed.
func (w Words) Weekday(d time.Weekday) string {
	return w.Say("time.weekday." + strconv.Itoa(int(d)))
}

func (w Words) month(m time.Month) string {
	return w.Say("time.month." + strconv.Itoa(int(m)))
}

// List joins items as the language does: 甲、乙 or A, B.
func (w Words) List(items []string) string {
	return strings.Join(items, w.Say("list.between"))
}

// Number writes a whole number with its thousands apart: 1,234,567.
func (w Words) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return sign + digits
}

// Percent writes a share between 0 and 1 with one decimal: 87.5%. A share of
// nothing (NaN) is a dash, never a nought.
func (w Words) Percent(share float64) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return w.Say("number.none")
	}
	return strconv.FormatFloat(share*100, 'f', 1, 64) + "%"
}

// Bytes writes the size of a file: 812 B, 1.5 MB. The signs for the units are
// the same in every language.
func (w Words) Bytes(n int64) string {
	if n < 1024 {
		return strconv.FormatInt(n, 10) + " B"
	}
	size, units := float64(n)/1024, "KMGTPE"
	// What would be rounded up to 1024.0 belongs to the next unit.
	for size >= 1023.95 {
		size, units = size/1024, units[1:]
	}
	return strconv.FormatFloat(size, 'f', 1, 64) + " " + units[:1] + "B"
}
