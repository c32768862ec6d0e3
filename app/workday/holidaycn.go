package workday

import (
	"bytes"
	"encoding/json"
)

// ReadHolidayCN reads a year in the JSON of the holiday-cn project. The year is the
// one the announcement is for; a day may lie in the December before. The error is
// Problems; rows count the days of the list.
func ReadHolidayCN(text []byte) (specials []Special, years []int, err error) {
	var file struct {
		Year int
		Days []holidayCN
	}
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &file); err != nil {
		return nil, nil, Problems{{Field: "file", Rule: RuleUnreadable}}
	}
	var bad Problems
	if file.Year < 1900 || file.Year > 9999 {
		bad = append(bad, Problem{Field: "year", Rule: RuleYear})
	}
	if len(file.Days) == 0 {
		bad = append(bad, Problem{Field: "table", Rule: RuleEmpty})
	}
	for i, day := range file.Days {
		s, problem := day.special(i + 1)
		if problem != nil {
			bad = append(bad, *problem)
		}
		specials = append(specials, s)
	}
	if bad != nil {
		return nil, nil, bad
	}
	return specials, []int{file.Year}, nil
}

// holidayCN is one day as the file has it.
type holidayCN struct {
	Name     string
	Date     string
	IsOffDay *bool
}

func (h holidayCN) special(row int) (Special, *Problem) {
	date, err := ParseDate(h.Date)
	if err != nil {
		return Special{}, &Problem{Row: row, Field: "date", Rule: RuleUnreadable, Value: h.Date}
	}
	if h.IsOffDay == nil {
		return Special{}, &Problem{Row: row, Field: "type", Rule: RuleUnknown}
	}
	s := Special{Date: date, Kind: Makeup, Name: h.Name, Row: row}
	if *h.IsOffDay {
		s.Kind = Holiday
	}
	return s, nil
}
