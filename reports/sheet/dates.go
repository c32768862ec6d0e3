package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// dateStyle says how a number is shown.
type dateStyle int

const (
	plainNumber dateStyle = iota
	asDate
	asTime
	asMoment // a date with the time of day, midnight too
)

// styleOf reads a number format: 14 to 22, 27 to 36 and 50 to 58 (Chinese) are
// dates, 45 to 47 times of day; others are what their code says.
func styleOf(id string, custom map[string]string) dateStyle {
	if code, ok := custom[id]; ok {
		return codeStyle(code)
	}
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return plainNumber
	case n >= 18 && n <= 21 || n >= 45 && n <= 47 || n >= 32 && n <= 35 || n == 55 || n == 56:
		return asTime
	case n == 22:
		return asMoment
	case n >= 14 && n <= 21, n >= 27 && n <= 36, n >= 50 && n <= 58:
		return asDate
	}
	return plainNumber
}

// codeStyle reads a format code without what stands in quotes, brackets or
// behind a backslash: yyyy"年"m"月" is a date, #,##0.00" days" is not.
func codeStyle(code string) dateStyle {
	var letters strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[code[i]])
			if end < 0 {
				return plainNumber
			}
			if inside := strings.ToLower(code[i+1 : i+1+end]); code[i] == '[' && strings.Trim(inside, "hms") == "" {
				letters.WriteString("h")
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case ';':
			i = len(code)
		default:
			letters.WriteByte(code[i])
		}
	}
	s := strings.ToLower(letters.String())
	s = strings.ReplaceAll(strings.ReplaceAll(s, "general", ""), "am/pm", "h")
	switch {
	case strings.ContainsAny(s, "yd") && strings.Contains(s, "h"):
		return asMoment
	case strings.ContainsAny(s, "yd"), strings.Contains(s, "m") && !strings.ContainsAny(s, "hs"):
		return asDate
	case strings.ContainsAny(s, "hs"):
		return asTime
	}
	return plainNumber
}

// shown writes a number as it is meant: with all its digits, or as a date.
func (w *workbook) shown(v string, style int) string {
	f, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return v
	}
	if style >= 0 && style < len(w.styles) && w.styles[style] != plainNumber {
		if s, ok := w.moment(f, w.styles[style] == asMoment); ok {
			return s
		}
	}
	if len(v) <= 15 && !strings.ContainsAny(v, "eE") {
		return v
	}
	// Excel keeps 15 digits; what lies behind is the machine's: 73.51000000000001.
	if rounded, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64); err == nil && math.Abs(f) < 1e15 {
		return strconv.FormatFloat(rounded, 'f', -1, 64)
	}
	return v
}

// moment turns a serial number into a date, with the time of day if it has one or
// is clocked.
func (w *workbook) moment(serial float64, clocked bool) (string, bool) {
	if serial < 0 || serial >= 2_958_466 {
		return "", false
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case w.from1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case serial >= 1 && serial < 60:
		start = start.AddDate(0, 0, 1) // Excel believes in 29 February 1900
	}
	days, part := math.Modf(serial)
	seconds := int(math.Round(part * 86400))
	t := start.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	switch {
	case serial < 1 && !w.from1904:
		return t.Format("15:04:05"), true
	case seconds == 0 && !clocked:
		return t.Format("2006-01-02"), true
	}
	return t.Format("2006-01-02 15:04:05"), true
}
