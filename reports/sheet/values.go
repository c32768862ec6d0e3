package sheet

import (
	"fmt"
	"math"
	"time"
)

// Of is a value that is of another kind than its column.
type Of struct {
	Kind  ColumnKind
	Value any
}

// valued turns a value into what is written, and says as what: a date that is
// none stays text.
func valued(v any, kind ColumnKind) (any, ColumnKind) {
	switch v := v.(type) {
	case nil:
		return nil, kind
	case Of:
		return valued(v.Value, v.Kind)
	case string:
		if v == "" {
			return nil, kind
		}
		if kind == Date {
			if t, err := time.Parse("2006-01-02", v); err == nil {
				return serial(t), Date
			}
		}
		return v, Text
	case time.Time:
		switch {
		case v.IsZero():
			return nil, kind
		case kind == Date:
			return float64(int(serial(v))), Date
		}
		return serial(v), Moment
	case int:
		return int64(v), plainIf(kind)
	case int64:
		return v, plainIf(kind)
	case float64:
		return v, plainIf(kind)
	}
	return fmt.Sprint(v), Text
}

// plainIf keeps a number's style among the kinds that show numbers.
func plainIf(kind ColumnKind) ColumnKind {
	switch kind {
	case Int, Percent, Decimal, Points, Tenth, Starred, Thousandth, Chance:
		return kind
	}
	return Number
}

// serial is a moment as Excel counts it: days since the end of 1899, by the
// clock on the wall, whatever its zone. It is rounded up by less than a
// millisecond: programs that cut off what is not a whole minute would show 9:41
// for 9:42.
func serial(t time.Time) float64 {
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	days, seconds := (wall.Unix()-excelStart)/86400, (wall.Unix()-excelStart)%86400
	return float64(days) + math.Ceil(float64(seconds)/86400*1e9)/1e9
}

var excelStart = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()

// longestText is what a cell takes, in UTF-16 units; excelize cuts silently.
const longestText = 32_767

// fitting cuts a text where it is too long for a cell, marked by its end; units
// is how long it was, 0 if it fits. What looks like _x000D_ excelize 2.11 escapes
// itself; escaping it here too would show it to the reader.
func fitting(s string) (fit string, units int) {
	if len(s) <= longestText {
		return s, 0
	}
	end := 0 // leaves room for the mark
	for i, r := range s {
		if units <= longestText-1 {
			end = i
		}
		units += unitsOf(r)
	}
	if units <= longestText {
		return s, 0
	}
	return s[:end] + "…", units
}

func unitsOf(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}
