package workday

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Table is what a file says of one region: its days, and the years it knows whole.
type Table struct {
	Specials []Special
	Years    []int
}

// computed marks days that were reckoned and not yet compared with a gazette: they
// are used, but their year stays provisional.
const computed = "computed-by-library"

// ReadRegional reads the table of several regions, already split into rows: region,
// date, name, status. All its days are off; what the names say of afternoons, of
// compensation days (for civil servants only) and of make-up Saturdays is heeded.
func ReadRegional(rows [][]string) (map[Region]Table, error) {
	cols, body, wrong := headings(rows)
	if wrong == nil && cols.region < 0 {
		wrong = &Problem{Row: 1, Field: "region", Rule: RuleColumns}
	}
	if wrong != nil {
		return nil, Problems{*wrong}
	}
	tables := map[Region]Table{}
	var bad Problems
	for i, row := range rows[body:] {
		if blank(row) {
			continue
		}
		region, days, problem := cols.regional(row, body+i+1)
		if problem != nil {
			bad = append(bad, *problem)
			continue
		}
		t := tables[region]
		t.Specials = append(t.Specials, days...)
		if y := days[0].Date.Year; days[0].Status != computed && !slices.Contains(t.Years, y) {
			t.Years = append(t.Years, y)
		}
		tables[region] = t
	}
	return tables, bad.orNil()
}

// regional reads one row: a holiday, and the make-up day it is paid for with, if any.
func (c columns) regional(row []string, line int) (Region, []Special, *Problem) {
	region, err := ParseRegion(cell(row, c.region))
	if err != nil {
		return "", nil, &Problem{Row: line, Field: "region", Rule: RuleUnknown, Value: cell(row, c.region)}
	}
	date, ok := looseDate(cell(row, c.date))
	if !ok {
		return "", nil, &Problem{Row: line, Field: "date", Rule: RuleUnreadable, Value: cell(row, c.date)}
	}
	s := Special{Date: date, Kind: Holiday, Name: cell(row, c.name), Status: cell(row, c.status), Row: line}
	if strings.HasSuffix(s.Name, "(Afternoon)") {
		s.Half = Afternoon
	}
	s.Civil = region == MO && (s.Half != Off || strings.HasPrefix(s.Name, "Compensatory rest day"))
	days := []Special{s}
	if m := makeupIn.FindStringSubmatch(s.Name); m != nil {
		if day, err := ParseDate(m[1]); err == nil {
			days = append(days, Special{Date: day, Kind: Makeup, Name: s.Name, Status: s.Status, Row: line})
		}
	}
	return region, days, nil
}

var makeupIn = regexp.MustCompile(`make-up workday \w+ (\d{4}-\d\d-\d\d)`)

// Shipped reads the calendars that come with the program: the mainland's own table
// and that of the other regions, as the bytes of their CSV files.
func Shipped(mainland, regional []byte) (map[Region]Table, error) {
	rows, err := split(regional)
	if err != nil {
		return nil, fmt.Errorf("regional calendars: %w", err)
	}
	tables, err := ReadRegional(rows)
	if err != nil {
		return nil, fmt.Errorf("regional calendars: %w", err)
	}
	if rows, err = split(mainland); err != nil {
		return nil, fmt.Errorf("mainland calendar: %w", err)
	}
	days, years, err := ReadCSV(rows)
	if err != nil {
		return nil, fmt.Errorf("mainland calendar: %w", err)
	}
	tables[CN] = Table{days, years}
	return tables, nil
}

func split(text []byte) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	return r.ReadAll()
}
