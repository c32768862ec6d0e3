package workday

import (
	"strings"
	"time"
)

// Shift is how much of a day is worked.
type Shift uint8

// A whole day is a morning and an afternoon.
const (
	Off       Shift = 0
	Morning   Shift = 1
	Afternoon Shift = 2
	Whole     Shift = Morning | Afternoon
)

// Pattern is the week of an office: how much of each weekday is worked, and when.
type Pattern struct {
	Days      [7]Shift // by time.Weekday, Sunday first
	Morning   Window
	Afternoon Window
}

// Five is Monday to Friday, 09:00–12:00 and 13:30–18:00.
func Five() Pattern { return week(Off, Off) }

// FiveHalf is Five and Saturday morning.
func FiveHalf() Pattern { return week(Morning, Off) }

// Six is Monday to Saturday.
func Six() Pattern { return week(Whole, Off) }

// Seven is every day of the week.
func Seven() Pattern { return week(Whole, Whole) }

func week(saturday, sunday Shift) Pattern {
	return Pattern{
		Days:      [7]Shift{sunday, Whole, Whole, Whole, Whole, Whole, saturday},
		Morning:   Window{9 * 60, 12 * 60},
		Afternoon: Window{13*60 + 30, 18 * 60},
	}
}

// WithHours is the same week with other hours.
func (p Pattern) WithHours(morning, afternoon Window) Pattern {
	p.Morning, p.Afternoon = morning, afternoon
	return p
}

// WithDay is the same week with another shift on one weekday.
func (p Pattern) WithDay(day time.Weekday, s Shift) Pattern {
	p.Days[day] = s
	return p
}

// windows are the stretches worked in a shift, in order.
func (p Pattern) windows(s Shift) []Window {
	all := [2]Window{}
	open := all[:0]
	if s&Morning != 0 && !p.Morning.empty() {
		open = append(open, p.Morning)
	}
	if s&Afternoon != 0 && !p.Afternoon.empty() {
		open = append(open, p.Afternoon)
	}
	return open
}

// Closes is the close of business of a shift. A day off closes when a whole day
// would; an office without any hours closes at midnight, as the law has it.
func (p Pattern) Closes(s Shift) Clock {
	if s == Off {
		s = Whole
	}
	open := p.windows(s)
	if len(open) == 0 {
		return Midnight
	}
	return open[len(open)-1].To
}

// Minutes is how long a shift lasts.
func (p Pattern) Minutes(s Shift) int {
	sum := 0
	for _, w := range p.windows(s) {
		sum += int(w.To - w.From)
	}
	return sum
}

// Problems says what is wrong with the week, if anything.
func (p Pattern) Problems() []Problem {
	var found []Problem
	all := Off
	for _, s := range p.Days {
		all |= s
	}
	if all == Off {
		found = append(found, Problem{Field: "days", Rule: RuleNoWork})
	}
	for _, w := range []struct {
		field string
		half  Shift
		Window
	}{{"morning", Morning, p.Morning}, {"afternoon", Afternoon, p.Afternoon}} {
		if all&w.half != 0 && (w.empty() || w.From < 0 || w.To > Midnight) {
			found = append(found, Problem{Field: w.field, Rule: RuleHours, Value: w.String()})
		}
	}
	if p.Afternoon.From < p.Morning.To {
		found = append(found, Problem{Field: "afternoon", Rule: RuleOverlap, Value: p.Afternoon.String()})
	}
	return found
}

// shifts are the letters of the four shifts in a stored pattern.
const shifts = "-maw"

// String is the pattern as it is stored: Monday first, w a whole day, m a morning,
// a an afternoon, - a day off: "wwwwwm- 09:00-12:00 13:30-18:00".
func (p Pattern) String() string {
	var b strings.Builder
	for i := range p.Days {
		b.WriteByte(shifts[p.Days[(i+1)%7]&Whole])
	}
	return b.String() + " " + p.Morning.String() + " " + p.Afternoon.String()
}

// ParsePattern reads what String wrote.
func ParsePattern(s string) (Pattern, error) {
	wrong := Problem{Field: "pattern", Rule: RuleUnreadable, Value: s}
	parts := strings.Fields(s)
	if len(parts) != 3 || len(parts[0]) != 7 {
		return Pattern{}, wrong
	}
	var p Pattern
	for i := range 7 {
		shift := strings.IndexByte(shifts, parts[0][i])
		if shift < 0 {
			return Pattern{}, wrong
		}
		p.Days[(i+1)%7] = Shift(shift)
	}
	var err error
	if p.Morning, err = ParseWindow(parts[1]); err != nil {
		return Pattern{}, wrong
	}
	if p.Afternoon, err = ParseWindow(parts[2]); err != nil {
		return Pattern{}, wrong
	}
	return p, nil
}
