package workday

import (
	"strconv"
	"strings"
)

// Unit is what a limit is counted in.
type Unit string

// Working days and hours follow the calendar; hours and minutes run day and night;
// calendar days count every day and roll off a rest day at the end.
const (
	Workdays  Unit = "wd"
	WorkHours Unit = "wh"
	Hours     Unit = "h"
	Minutes   Unit = "min"
	Days      Unit = "cd"
)

// Units lists every unit, in the order a choice shows them.
func Units() []Unit { return []Unit{Workdays, WorkHours, Hours, Minutes, Days} }

// MaxLimit is the largest number a limit may have.
const MaxLimit = 100_000

// Limit is how long something may take, such as three working days. Without a unit
// it is in working days.
type Limit struct {
	N    int
	Unit Unit
}

// ParseLimit reads 3wd, 4wh, 24h, 30min or 10cd.
func ParseLimit(s string) (Limit, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, err := strconv.Atoi(s[:digits])
	if err != nil {
		return Limit{}, Problem{Field: "limit", Rule: RuleUnreadable, Value: s}
	}
	if n > MaxLimit {
		return Limit{}, Problem{Field: "limit", Rule: RuleTooLarge, Value: s}
	}
	unit := Unit(strings.TrimSpace(s[digits:]))
	for _, u := range Units() {
		if u == unit {
			return Limit{n, u}, nil
		}
	}
	return Limit{}, Problem{Field: "unit", Rule: RuleUnknown, Value: string(unit)}
}

// String is the limit as ParseLimit reads it.
func (l Limit) String() string { return strconv.Itoa(l.N) + string(l.Unit) }

// MarshalText writes the limit as String does.
func (l Limit) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads the limit as ParseLimit does.
func (l *Limit) UnmarshalText(text []byte) error {
	read, err := ParseLimit(string(text))
	if err == nil {
		*l = read
	}
	return err
}

// IsZero tells whether no limit was given at all.
func (l Limit) IsZero() bool { return l == Limit{} }

// ByCalendar tells whether working days matter to the limit; emergencies ignore them.
func (l Limit) ByCalendar() bool { return l.Unit != Hours && l.Unit != Minutes }
