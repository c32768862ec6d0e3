// Package workday answers when something is due, how long is left and how late
// it is, and says day by day why.
//
// It knows calendars: the weekly pattern of an office, the holidays and make-up
// working days of a region, half days, and years whose calendar is not yet
// announced. It knows no issue, no language, no window and no database; of file
// formats it knows only rows of a table and the bytes of a calendar.
//
// The rules follow the Civil Code of the PRC:
//
//   - §201: the day of receipt is not counted; a period in hours begins at once.
//     So three working days end on the third working day strictly after the
//     receipt date, whatever the hour of receipt.
//   - §203: a period whose last day is a statutory rest day ends on the first day
//     after it; it ends at 24:00, or at the close of business where there are
//     business hours. So working days and calendar days end at the close of their
//     own last day (noon on a half day), and calendar days roll forward.
//   - §204: parties may agree otherwise. So pattern, hours and limits are the
//     office's own, and emergencies (hours, minutes) run day and night.
//
// Something is late when it is done after it is due; at the very moment is on time.
// A date that needed a year whose calendar is not loaded was reckoned with the
// weekly pattern and the statutory days alone, and says so: it is provisional.
package workday

import "time"

// Region names whose public holidays a calendar keeps.
type Region string

// The regions that ship with the program; a custom one knows only what it is told.
const (
	CN     Region = "CN"
	HK     Region = "HK"
	MO     Region = "MO"
	TW     Region = "TW"
	Custom Region = "custom"
)

// Regions lists every region, in the order a choice shows them.
func Regions() []Region { return []Region{CN, HK, MO, TW, Custom} }

// ParseRegion reads a region as it is stored or typed.
func ParseRegion(s string) (Region, error) {
	for _, r := range Regions() {
		if equalFold(s, string(r)) {
			return r, nil
		}
	}
	return "", Problem{Field: "region", Rule: RuleUnknown, Value: s}
}

// Zone is the time zone of a region as the world names it; offices elsewhere choose
// their own.
func (r Region) Zone() string {
	switch r {
	case HK:
		return "Asia/Hong_Kong"
	case MO:
		return "Asia/Macau"
	case TW:
		return "Asia/Taipei"
	}
	return "Asia/Shanghai"
}

// OfficeTime is the clock of all four regions: eight hours ahead of UTC, the whole
// year. It needs no time-zone files, which Windows does not have.
func OfficeTime() *time.Location { return time.FixedZone("UTC+8", 8*60*60) }
