package app

import (
	"fmt"
	"time"
)

// Prefix says which kind of document a number belongs to.
type Prefix string

// The prefixes in use.
const (
	NoNumber       Prefix = ""
	PrefixIntake   Prefix = "SL"
	PrefixTransfer Prefix = "ZB"
	PrefixComplain Prefix = "TS"
	PrefixDelay    Prefix = "YQ"
	PrefixFollowUp Prefix = "HF"

	PrefixMeeting Prefix = "HY" // monthly meeting with the owners
	PrefixWeekly  Prefix = "ZH" // weekly meeting of a department
	PrefixOnSite  Prefix = "XC" // talk on site
	PrefixAction  Prefix = "XS" // what a meeting gave somebody to do
	PrefixSurvey  Prefix = "DC" // yearly survey
	PrefixMeasure Prefix = "GJ" // improvement measure

	// The regulation gives these none; the log of who was told names them. Notices
	// of repairs that disturb others count on with those of the meetings.
	PrefixNotice   Prefix = "TZ"
	PrefixActivity Prefix = "HD"

	PrefixGathering Prefix = "SJ" // opinions gathered at sales and events
)

// Serial is one drawn number before it is written: serials restart each month
// for every prefix and project, and are never used twice.
type Serial struct {
	Prefix  Prefix
	Project string // the project's code, empty for an office with one estate
	Month   time.Time
	N       int
}

// String writes PREFIX-YYYYMM-NNNN, with the project's code in front where
// there is one; the width grows past 9999.
func (s Serial) String() string {
	number := fmt.Sprintf("%s-%s-%04d", s.Prefix, s.Month.Format("200601"), s.N)
	if s.Project != "" {
		return s.Project + "-" + number
	}
	return number
}

// DrawnAt is the moment whose month a move's number belongs to.
func (m Move) DrawnAt() time.Time { return m.Act.At }

// Numbered gives the drawn number to the part of the move it was drawn for.
func (m Move) Numbered(number string) Move {
	switch m.Draw {
	case PrefixIntake:
		m.Issue.Number = number
	case PrefixTransfer, PrefixComplain:
		m.Issue.Slip = number
		r := *m.Round
		r.Number = roundNumber(number, r.N)
		m.Round = &r
	case PrefixDelay:
		d := *m.Delay
		d.Number = number
		m.Delay = &d
	case PrefixNotice:
		d := *m.Disturbance
		d.Number = number
		m.Disturbance = &d
	case PrefixFollowUp:
		f := *m.FollowUp
		f.Number = number
		m.FollowUp = &f
	}
	return m
}

// roundNumber is the number a round's slip prints: the base, -R2 from the
// second round on.
func roundNumber(base string, n int) string {
	if n < 2 {
		return base
	}
	return fmt.Sprintf("%s-R%d", base, n)
}
